package ledger

import (
	"fmt"
	"iter"

	"go.etcd.io/bbolt"
)

// pageSize is how many entries are read or deleted in one transaction.
const pageSize = 100

// walk reads a table a page at a time, and decodes outside the transactions.
func walk[T any](l *Ledger, t table, decode func(entry) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var after []byte
		for {
			var items []item
			err := l.db.View(func(tx *bbolt.Tx) error {
				items = t.page(tx, after, pageSize)
				return nil
			})
			if err != nil {
				var none T
				yield(none, fmt.Errorf("read %s: %w", t.entries, err))
				return
			}
			for _, i := range items {
				v, err := decodeItem(i, decode)
				if err != nil {
					err = fmt.Errorf("read %s %q: %w", t.entries, i.key, err)
				}
				if !yield(v, err) {
					return
				}
				after = i.position()
			}
			if len(items) < pageSize {
				return
			}
		}
	}
}

func decodeItem[T any](i item, decode func(entry) (T, error)) (T, error) {
	e, err := decodeEntry(i.at, i.value)
	if err != nil {
		var none T
		return none, err
	}
	return decode(e)
}
