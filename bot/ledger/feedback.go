package ledger

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// What may be wrong with what was shown.
const (
	WrongPassage = "passage"
	WrongSpeaker = "speaker"
	WrongText    = "text"
)

// Feedback is what a reader says is wrong with what a receipt shows.
type Feedback struct {
	Receipt string    `json:"receipt"` // its ID; the receipt may be gone
	At      time.Time `json:"at"`
	Guild   string    `json:"guild,omitempty"`
	Channel string    `json:"channel,omitempty"`
	User    string    `json:"user,omitempty"`
	Wrong   string    `json:"wrong"` // WrongPassage, WrongSpeaker or WrongText
	Note    string    `json:"note,omitempty"`
	Shown   int       `json:"shown"` // which of Receipt.Shown, from 0
}

// AddFeedback keeps feedback; without a time it has the present. The error is ErrID if it names no receipt.
func (l *Ledger) AddFeedback(f Feedback) error {
	if f.At.IsZero() {
		f.At = l.now()
	}
	id, err := ParseID(f.Receipt)
	if err != nil {
		return fmt.Errorf("feedback on %q: %w", f.Receipt, err)
	}
	f.Receipt = id
	data, err := json.Marshal(f)
	if err == nil {
		err = l.db.Batch(func(tx *bbolt.Tx) error {
			n, err := tx.Bucket(feedback.entries).NextSequence()
			if err != nil {
				return err
			}
			key := binary.BigEndian.AppendUint64([]byte(id), n)
			return feedback.put(tx, key, entry{at: f.At, users: []string{f.User}, data: data})
		})
	}
	if err != nil {
		return fmt.Errorf("feedback on %s: %w", id, err)
	}
	return nil
}

// Feedback is all feedback, oldest first, read as Receipts are.
func (l *Ledger) Feedback() iter.Seq2[Feedback, error] {
	return walk(l, feedback, entry.feedback)
}

func (e entry) feedback() (Feedback, error) {
	var f Feedback
	err := json.Unmarshal(e.data, &f)
	return f, err
}

// FeedbackOn is the feedback on one receipt, oldest first; none is no error.
func (l *Ledger) FeedbackOn(receipt string) ([]Feedback, error) {
	id, err := ParseID(receipt)
	if err != nil {
		return nil, fmt.Errorf("feedback on %q: %w", receipt, err)
	}
	var out []Feedback
	err = l.db.View(func(tx *bbolt.Tx) error {
		c := tx.Bucket(feedback.times).Cursor()
		for k, _ := c.Seek([]byte(id)); bytes.HasPrefix(k, []byte(id)); k, _ = c.Next() {
			e, _, err := feedback.get(tx, k)
			if err != nil {
				return err
			}
			f, err := e.feedback()
			if err != nil {
				return err
			}
			out = append(out, f)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("feedback on %s: %w", id, err)
	}
	slices.SortStableFunc(out, func(a, b Feedback) int { return a.At.Compare(b.At) })
	return out, nil
}
