package ledger

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"go.etcd.io/bbolt"

	"copydesk/corpus"
)

// ErrNoReceipt says that there is no such receipt, or none any more.
var ErrNoReceipt = errors.New("no such receipt")

// Kind is what a receipt is for.
type Kind string

// The kinds of receipts.
const (
	Answer     Kind = "answer"     // to a question
	Check      Kind = "check"      // of a quotation
	Draft      Kind = "draft"      // check of a draft
	Statements Kind = "statements" // of a person
	Article    Kind = "article"    // card of an article
)

// Receipt is what was asked and what was shown.
type Receipt struct {
	// ID is eight characters of Crockford's base 32, short enough to be read aloud.
	ID   string    `json:"id"`
	Kind Kind      `json:"kind"`
	At   time.Time `json:"at"`
	// Guild, Channel and User are Discord's IDs of where it was asked and by whom. Guild is empty in direct messages.
	Guild   string `json:"guild,omitempty"`
	Channel string `json:"channel,omitempty"`
	User    string `json:"user,omitempty"`
	// Private says that the user alone saw it.
	Private bool `json:"private,omitempty"`
	// Cleared says that the user was shown embargoed articles, or would have been: what it has is not for everybody.
	Cleared bool `json:"cleared,omitempty"`
	// From is the ID of the receipt whose button led here; empty if none did.
	From string `json:"from,omitempty"`
	// Asked is what was asked, as JSON; nil if there was nothing to say.
	Asked json.RawMessage `json:"asked,omitempty"`
	// Result is all that the desk gave, as JSON, of which the buttons show more. It may hold what may not be shown any more.
	Result json.RawMessage `json:"result,omitempty"`
	// Outcome is what came of it, in a few words: the verdict on a quotation, how many quotations of a draft came to what. It
	// tells of the archive, and so is held back with what was shown. Empty for what has no outcome but what it shows.
	Outcome string `json:"outcome,omitempty"`
	// Index names the index, and its state, that gave it.
	Index string `json:"index,omitempty"`
	// Shown is what was shown, in that order.
	Shown []Shown `json:"shown,omitempty"`
	// Signed are those who signed it off.
	Signed []Signature `json:"signed,omitempty"`
}

// Shown is a stretch of an article as it was shown; without Span and Text, that the article was.
type Shown struct {
	At      time.Time `json:"at,omitzero"`
	Article string    `json:"article"` // its ID
	// Version is the hash of the article's content; Span is of the body of that version.
	Version  string `json:"version,omitempty"`
	Headline string `json:"headline,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	corpus.Span
	Paragraph int    `json:"paragraph,omitempty"` // counted from 1
	Speaker   string `json:"speaker,omitempty"`   // empty for the outlet's own voice
	Text      string `json:"text,omitempty"`      // of the Span, word for word
}

// Signature says who signed a receipt off, and when. User and Name are empty if they have had themselves forgotten.
type Signature struct {
	User string    `json:"user,omitempty"` // Discord's ID
	Name string    `json:"name,omitempty"` // as Discord showed it then
	At   time.Time `json:"at"`
}

// errTaken: an ID was drawn that a receipt has.
var errTaken = errors.New("ID taken")

// Put keeps a receipt, in place of that of the same ID if there is one. A receipt without an ID is given a new one, and
// one without a time the present.
func (l *Ledger) Put(r *Receipt) error {
	put := *r
	if put.At.IsZero() {
		put.At = l.now()
	}
	for {
		if r.ID == "" {
			put.ID = l.draw()
		}
		err := l.put(put, r.ID == "")
		if errors.Is(err, errTaken) {
			continue
		}
		if err != nil {
			return fmt.Errorf("put receipt: %w", err)
		}
		*r = put
		return nil
	}
}

func (l *Ledger) put(r Receipt, fresh bool) error {
	if id, err := ParseID(r.ID); err != nil || id != r.ID {
		return ErrID
	}
	e, err := r.entry() // outside the transaction, where it holds nobody up
	if err != nil {
		return err
	}
	return l.db.Batch(func(tx *bbolt.Tx) error {
		if fresh && tx.Bucket(receipts.times).Get([]byte(r.ID)) != nil {
			return errTaken
		}
		return receipts.put(tx, []byte(r.ID), e)
	})
}

func (r Receipt) entry() (entry, error) {
	data, err := compress(r)
	e := entry{at: r.At, users: []string{r.User}, data: data}
	for _, s := range r.Signed {
		if s.User != "" {
			e.users = append(e.users, s.User)
		}
	}
	return e, err
}

func (e entry) receipt() (Receipt, error) {
	var r Receipt
	err := decompress(e.data, &r)
	return r, err
}

// Receipt finds a receipt by its ID as ParseID reads it. The error is ErrNoReceipt if there is none.
func (l *Ledger) Receipt(id string) (Receipt, error) {
	var e entry
	err := l.db.View(func(tx *bbolt.Tx) (err error) {
		e, err = findReceipt(tx, id)
		return err
	})
	if err != nil {
		return Receipt{}, fmt.Errorf("receipt %q: %w", id, err)
	}
	r, err := e.receipt()
	if err != nil {
		return Receipt{}, fmt.Errorf("receipt %q: %w", id, err)
	}
	return r, nil
}

func findReceipt(tx *bbolt.Tx, typed string) (entry, error) {
	id, err := ParseID(typed)
	if err != nil {
		return entry{}, ErrNoReceipt
	}
	e, ok, err := receipts.get(tx, []byte(id))
	if err == nil && !ok {
		err = ErrNoReceipt
	}
	return e, err
}

// Update changes a receipt, whose ID and time stay what they are. No other change comes between; change may be called
// more than once, each time with the receipt as it is kept, and must not call the Ledger. The error is ErrNoReceipt, or
// that of change, and nothing is changed then.
func (l *Ledger) Update(id string, change func(*Receipt) error) error {
	err := l.db.Batch(func(tx *bbolt.Tx) error {
		e, err := findReceipt(tx, id)
		if err != nil {
			return err
		}
		r, err := e.receipt()
		if err != nil {
			return err
		}
		id, at := r.ID, r.At
		if err := change(&r); err != nil {
			return err
		}
		r.ID, r.At = id, at
		if e, err = r.entry(); err != nil {
			return err
		}
		return receipts.put(tx, []byte(id), e)
	})
	if err != nil {
		return fmt.Errorf("update receipt %q: %w", id, err)
	}
	return nil
}

// Receipts are all receipts, oldest first. It holds up nobody: it reads a page at a time, so what is put or deleted meanwhile
// may be there or not. An error of one receipt comes in its place; one of the file ends the walk.
func (l *Ledger) Receipts() iter.Seq2[Receipt, error] {
	return walk(l, receipts, entry.receipt)
}
