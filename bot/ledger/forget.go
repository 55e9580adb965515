package ledger

import (
	"bytes"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// Forget deletes all that is a user's: receipts, feedback, replies and requests under way; and it takes their ID and name off
// what they signed of others', which stays signed. It returns how many receipts and how much feedback were deleted. It
// works in short transactions: after an error some of it is deleted, and calling it again goes on. Traces stay on the disk
// until their pages are used again.
func (l *Ledger) Forget(user string) (receipts, feedback int, err error) {
	if user == "" { // what is nobody's
		return 0, 0, nil
	}
	for {
		var part forgotten
		err := l.db.Update(func(tx *bbolt.Tx) (err error) {
			part, err = forget(tx, user)
			return err
		})
		if err != nil {
			return receipts, feedback, fmt.Errorf("forget user %q: %w", user, err)
		}
		receipts, feedback = receipts+part.receipts, feedback+part.feedback
		if !part.more {
			return receipts, feedback, nil
		}
	}
}

type forgotten struct {
	receipts, feedback int
	more               bool
}

// forget deletes a page of a user's entries.
func forget(tx *bbolt.Tx, user string) (forgotten, error) {
	prefix := userKey(user)
	var found [][]byte // the tag and the entry's own key
	c := tx.Bucket(usersBucket).Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix) && len(found) < pageSize; k, _ = c.Next() {
		found = append(found, bytes.Clone(k[len(prefix):]))
	}
	out := forgotten{more: len(found) == pageSize}
	for _, f := range found {
		deleted, err := forgetOne(tx, user, f[0], f[1:])
		if err != nil {
			return out, err
		}
		if err := tx.Bucket(usersBucket).Delete(slices.Concat(prefix, f)); err != nil {
			return out, err
		}
		if deleted && f[0] == receipts.tag {
			out.receipts++
		}
		if deleted && f[0] == feedback.tag {
			out.feedback++
		}
	}
	return out, nil
}

// forgetOne deletes an entry, or, if it is somebody else's, takes the user's signature off it.
func forgetOne(tx *bbolt.Tx, user string, tag byte, key []byte) (deleted bool, err error) {
	i := slices.IndexFunc(tables, func(t table) bool { return t.tag == tag })
	if i < 0 {
		return false, errEntry
	}
	t := tables[i]
	e, ok, err := t.get(tx, key)
	if err != nil || !ok {
		return false, err
	}
	if e.users[0] == user {
		return t.drop(tx, key)
	}
	r, err := e.receipt()
	if err != nil {
		return false, err
	}
	for i := range r.Signed {
		if s := &r.Signed[i]; s.User == user {
			s.User, s.Name = "", ""
		}
	}
	if e, err = r.entry(); err != nil {
		return false, err
	}
	return false, receipts.put(tx, key, e)
}
