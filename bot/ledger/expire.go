package ledger

import (
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Expire deletes what is older than Options.Keep: receipts, feedback, replies, and requests that never ended. It returns
// how many entries that were. It works in short transactions, so that writers go on; call it regularly.
func (l *Ledger) Expire() (int, error) {
	before, total := l.now().Add(-l.keep), 0
	for _, t := range tables {
		for {
			var n int
			err := l.db.Update(func(tx *bbolt.Tx) (err error) {
				n, err = t.expire(tx, before)
				return err
			})
			if err != nil {
				return total, fmt.Errorf("expire %s: %w", t.entries, err)
			}
			total += n
			if n < pageSize {
				break
			}
		}
	}
	return total, nil
}

// expire deletes up to a page of what is older, and says how many entries those were.
func (t table) expire(tx *bbolt.Tx, before time.Time) (int, error) {
	n := 0
	for _, i := range t.page(tx, nil, pageSize) {
		if !keyTime(i.at).Before(before) {
			break
		}
		if _, err := t.drop(tx, i.key); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}
