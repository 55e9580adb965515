package ledger

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"
)

// Access is what a server's administrators have set: who may do what, and where. The IDs are Discord's. Nothing set means
// all that the operator allows.
type Access struct {
	Channels []string `json:"channels,omitempty"` // in which the bot answers
	Ask      []string `json:"ask,omitempty"`      // roles that may ask
	Check    []string `json:"check,omitempty"`    // roles that may check quotations and drafts
}

// Access is what is set for a server; the zero Access if nothing is.
func (l *Ledger) Access(guild string) (a Access, err error) {
	err = l.db.View(func(tx *bbolt.Tx) error {
		data := tx.Bucket(accessBucket).Get([]byte(guild))
		if data == nil {
			return nil
		}
		return json.Unmarshal(data, &a)
	})
	if err != nil {
		return Access{}, fmt.Errorf("settings of server %q: %w", guild, err)
	}
	return a, nil
}

// SetAccess keeps the settings of a server.
func (l *Ledger) SetAccess(guild string, a Access) error {
	data, err := json.Marshal(a)
	if err == nil {
		err = l.db.Batch(func(tx *bbolt.Tx) error { return tx.Bucket(accessBucket).Put([]byte(guild), data) })
	}
	if err != nil {
		return fmt.Errorf("settings of server %q: %w", guild, err)
	}
	return nil
}
