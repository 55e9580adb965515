package ledger

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// A table holds entries of one kind, in two buckets. The first has them in order of time, so that what is written
// together lies together, and what expires is its beginning: its keys are the time (8 bytes) and the entry's own key, its
// values who they are of and the data. The second has the time of each entry by its own key. Beside all tables there is
// one bucket of users, whose keys are the user, the table's tag and the entry's own key: whatever is of a user, and
// whatever names them, is found by it.
type table struct {
	tag            byte
	entries, times []byte // names of the buckets
}

// The tags and names are in files: they stay as they are.
var (
	receipts = table{'r', []byte("receipts"), []byte("receipts.times")}
	feedback = table{'f', []byte("feedback"), []byte("feedback.times")}
	requests = table{'q', []byte("requests"), []byte("requests.times")}
	replies  = table{'a', []byte("replies"), []byte("replies.times")}
	tables   = []table{receipts, feedback, requests, replies}

	usersBucket  = []byte("users")
	accessBucket = []byte("access") // settings by guild; not a table: they are nobody's and do not expire
)

// buckets are all but meta.
func buckets() [][]byte {
	names := [][]byte{usersBucket, accessBucket}
	for _, t := range tables {
		names = append(names, t.entries, t.times)
	}
	return names
}

// entry is what a table holds.
type entry struct {
	at    time.Time
	users []string // of whom it is, or "", then who else is named in it
	data  []byte
}

// put writes an entry in place of that of the same key, if there is one.
func (t table) put(tx *bbolt.Tx, key []byte, e entry) error {
	if _, err := t.drop(tx, key); err != nil {
		return err
	}
	at := timeKey(e.at)
	err := errors.Join(
		tx.Bucket(t.times).Put(key, at),
		tx.Bucket(t.entries).Put(slices.Concat(at, key), e.encode()),
	)
	for _, u := range e.users {
		if u != "" {
			err = errors.Join(err, tx.Bucket(usersBucket).Put(slices.Concat(userKey(u), []byte{t.tag}, key), nil))
		}
	}
	return err
}

// drop deletes an entry, and reports whether there was one.
func (t table) drop(tx *bbolt.Tx, key []byte) (bool, error) {
	e, ok, err := t.get(tx, key)
	if !ok || err != nil {
		return false, err
	}
	err = errors.Join(
		tx.Bucket(t.entries).Delete(slices.Concat(timeKey(e.at), key)),
		tx.Bucket(t.times).Delete(key),
	)
	for _, u := range e.users {
		err = errors.Join(err, tx.Bucket(usersBucket).Delete(slices.Concat(userKey(u), []byte{t.tag}, key)))
	}
	return true, err
}

// get finds an entry; its data is a copy.
func (t table) get(tx *bbolt.Tx, key []byte) (entry, bool, error) {
	at := tx.Bucket(t.times).Get(key)
	if at == nil {
		return entry{}, false, nil
	}
	e, err := decodeEntry(at, tx.Bucket(t.entries).Get(slices.Concat(at, key)))
	return e, err == nil, err
}

// item is an entry as it stands in its table.
type item struct {
	at, key []byte
	value   []byte
}

// position is what the next page goes on after.
func (i item) position() []byte { return slices.Concat(i.at, i.key) }

// page copies up to n items, oldest first, from the one after a position; nil is the beginning.
func (t table) page(tx *bbolt.Tx, after []byte, n int) []item {
	var out []item
	c := tx.Bucket(t.entries).Cursor()
	k, v := c.Seek(after)
	if after != nil && bytes.Equal(k, after) {
		k, v = c.Next()
	}
	for ; k != nil && len(out) < n; k, v = c.Next() {
		out = append(out, item{bytes.Clone(k[:timeSize]), bytes.Clone(k[timeSize:]), bytes.Clone(v)})
	}
	return out
}

const timeSize = 8

// timeKey orders as time does, between the years 1678 and 2262.
func timeKey(t time.Time) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(t.UnixNano())^1<<63)
}

func keyTime(k []byte) time.Time {
	return time.Unix(0, int64(binary.BigEndian.Uint64(k)^1<<63)).UTC()
}

// userKey has its length before it, so that none is the beginning of another.
func userKey(user string) []byte {
	return append(binary.AppendUvarint(nil, uint64(len(user))), user...)
}

func (e entry) encode() []byte {
	out := binary.AppendUvarint(nil, uint64(len(e.users)))
	for _, u := range e.users {
		out = append(out, userKey(u)...)
	}
	return append(out, e.data...)
}

var errEntry = errors.New("damaged entry")

func decodeEntry(at, value []byte) (entry, error) {
	e := entry{at: keyTime(at)}
	n, value, ok := cutUvarint(value)
	if !ok || n == 0 {
		return entry{}, errEntry
	}
	for range n {
		var size uint64
		size, value, ok = cutUvarint(value)
		if !ok || size > uint64(len(value)) {
			return entry{}, errEntry
		}
		e.users = append(e.users, string(value[:size]))
		value = value[size:]
	}
	e.data = bytes.Clone(value)
	return e, nil
}

func cutUvarint(b []byte) (uint64, []byte, bool) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, false
	}
	return n, b[size:], true
}
