package ledger

import (
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Request is a request under way: what is needed to take it up again after a crash.
type Request struct {
	ID    string    `json:"id"` // Discord's, of the interaction or message
	User  string    `json:"user,omitempty"`
	Event string    `json:"event"` // what Data is
	At    time.Time `json:"at"`
	Data  []byte    `json:"data,omitempty"`
	Tries int       `json:"tries,omitempty"` // how often it was taken up before
}

// Begin keeps a request until it is Done, in place of that of the same ID if there is one. Without a time it has the
// present.
func (l *Ledger) Begin(r Request) error {
	if r.At.IsZero() {
		r.At = l.now()
	}
	data, err := json.Marshal(r)
	if err == nil {
		err = l.db.Batch(func(tx *bbolt.Tx) error {
			return requests.put(tx, []byte(r.ID), entry{at: r.At, users: []string{r.User}, data: data})
		})
	}
	if err != nil {
		return fmt.Errorf("begin request %q: %w", r.ID, err)
	}
	return nil
}

// Done forgets a request that has its outcome. One that is not there is no error.
func (l *Ledger) Done(id string) error {
	err := l.db.Batch(func(tx *bbolt.Tx) error {
		_, err := requests.drop(tx, []byte(id))
		return err
	})
	if err != nil {
		return fmt.Errorf("end request %q: %w", id, err)
	}
	return nil
}

// Pending are the requests under way, oldest first.
func (l *Ledger) Pending() ([]Request, error) {
	var out []Request
	for r, err := range walk(l, requests, entry.request) {
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func (e entry) request() (Request, error) {
	var r Request
	err := json.Unmarshal(e.data, &r)
	return r, err
}
