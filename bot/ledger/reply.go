package ledger

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"
)

// Reply says which of the bot's messages answers which person's.
type Reply struct {
	Question string `json:"question"` // ID of the person's message
	User     string `json:"user,omitempty"`
	Channel  string `json:"channel"`
	Answer   string `json:"answer"`            // ID of the bot's message
	Receipt  string `json:"receipt,omitempty"` // empty if the answer has none
	Asked    string `json:"asked,omitempty"`   // the text as asked, by which an edit that changes nothing is told
}

// SetReply keeps a reply, in place of that to the same question if there is one. Without a user it is of the user of
// its receipt.
func (l *Ledger) SetReply(r Reply) error {
	at := l.now()
	err := l.db.Batch(func(tx *bbolt.Tx) error {
		r := r
		if r.User == "" {
			if e, err := findReceipt(tx, r.Receipt); err == nil {
				r.User = e.users[0]
			}
		}
		data, err := json.Marshal(r)
		if err != nil {
			return err
		}
		return replies.put(tx, []byte(r.Question), entry{at: at, users: []string{r.User}, data: data})
	})
	if err != nil {
		return fmt.Errorf("reply to %q: %w", r.Question, err)
	}
	return nil
}

// Reply finds the reply to a question by the ID of its message, and reports whether there is one.
func (l *Ledger) Reply(question string) (Reply, bool, error) {
	var e entry
	var ok bool
	err := l.db.View(func(tx *bbolt.Tx) (err error) {
		e, ok, err = replies.get(tx, []byte(question))
		return err
	})
	var r Reply
	if ok && err == nil {
		err = json.Unmarshal(e.data, &r)
	}
	if err != nil {
		return Reply{}, false, fmt.Errorf("reply to %q: %w", question, err)
	}
	return r, ok, nil
}

// DropReply forgets a reply. One that is not there is no error.
func (l *Ledger) DropReply(question string) error {
	err := l.db.Batch(func(tx *bbolt.Tx) error {
		_, err := replies.drop(tx, []byte(question))
		return err
	})
	if err != nil {
		return fmt.Errorf("drop reply to %q: %w", question, err)
	}
	return nil
}
