// Package bot answers reporters' questions from an index. It decides what answers, who says it, and what a reader may
// see; it knows nothing of Discord.
package bot

import (
	"context"
	"time"

	"copydesk/index"
)

// Desk answers questions from one index. Its methods may be called by many goroutines at once.
type Desk struct {
	index *index.Index
	now   func() time.Time
	scope scopeCache
}

// Options are what a Desk may be told. The zero Options will do.
type Options struct {
	// Now tells the time, by which embargoes end; nil means time.Now.
	Now func() time.Time
}

// New makes a Desk that answers from the index, which stays the caller's to close.
func New(x *index.Index, o Options) *Desk {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Desk{index: x, now: o.Now}
}

// Ask answers a question. The error is ErrEmptyQuestion, ErrLongQuestion, that of ctx, or one of the index; that
// the archive has no answer is none.
func (d *Desk) Ask(ctx context.Context, q Question) (Answer, error) {
	if err := q.Check(); err != nil {
		return Answer{}, err
	}
	filter, scope, err := d.limits(ctx, q)
	if err != nil {
		return Answer{}, err
	}
	answer := Answer{Passages: []Passage{}, Searched: scope}
	if scope.Articles == 0 {
		return answer, nil
	}
	r, err := d.read(ctx, q.Text)
	if err != nil || len(r.terms) == 0 {
		return answer, err
	}
	found, err := d.candidates(ctx, r, filter)
	if err != nil {
		return Answer{}, err
	}
	answer.Passages = choose(found)
	if len(found) > 0 {
		answer.Confidence = confidence(found[0])
		answer.Answered = answer.Confidence >= threshold
	}
	return answer, nil
}
