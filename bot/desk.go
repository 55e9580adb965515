// Package bot answers reporters' questions from an index. It decides what answers, who says it, and what a reader may
// see; it knows nothing of Discord.
package bot

import (
	"context"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"copydesk/bot/synonym"
	"copydesk/index"
)

// Desk answers questions from one index. Its methods may be called by many goroutines at once.
type Desk struct {
	index *index.Index
	now   func() time.Time
	// threshold is the confidence from which the first passage is called an answer.
	threshold float64
	synonyms  *synonym.List
	scope     scopeCache
	// profiles are those of the records looked at last.
	profiles *lru.Cache[*index.Record, *profile]
}

// Options are what a Desk may be told. The zero Options will do.
type Options struct {
	// Now tells the time, by which embargoes end; nil means time.Now.
	Now func() time.Time
	// Threshold is the confidence, above 0 and up to 1, from which the first passage is called an answer; 0 means
	// DefaultThreshold. Higher, more is declined.
	Threshold float64
	// Synonyms are the newsroom's own, beside those that copydesk brings along; nil means none.
	Synonyms *synonym.List
}

// New makes a Desk that answers from the index, which stays the caller's to close.
func New(x *index.Index, o Options) *Desk {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Threshold == 0 {
		o.Threshold = DefaultThreshold
	}
	list := synonym.Default()
	if o.Synonyms != nil {
		list = list.With(o.Synonyms)
	}
	kept, err := lru.New[*index.Record, *profile](profiles)
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	return &Desk{index: x, now: o.Now, threshold: o.Threshold, synonyms: list, profiles: kept}
}

// Ask answers a question. The error is ErrEmptyQuestion, ErrLongQuestion, that of ctx, or one of the index; that
// the archive has no answer is none.
func (d *Desk) Ask(ctx context.Context, q Question) (Answer, error) {
	if err := q.Check(); err != nil {
		return Answer{}, err
	}
	s, err := d.shelves(ctx)
	if err != nil {
		return Answer{}, err
	}
	n := d.narrow(d.reader(ctx), q.Text, s)
	var answer Answer
	for i, step := range n.wider() {
		var found int
		answer, found, err = d.within(ctx, q, step, s)
		if err != nil {
			return Answer{}, err
		}
		if i > 0 {
			answer.Reading.drop(n)
			answer.Answered = answer.Answered && (len(n.outlets) == 0 || len(step.outlets) > 0) // another outlet's is no answer
		}
		if found > 0 {
			break
		}
	}
	return answer, nil
}

// within answers a question as narrowed, and says how many passages were looked at.
func (d *Desk) within(ctx context.Context, q Question, n narrowing, s shelving) (Answer, int, error) {
	filter, scope := d.reader(ctx).limits(q, n, s.shelves)
	answer := Answer{Passages: []Passage{}, Searched: scope, Reading: n.reading()}
	if scope.Articles == 0 {
		return answer, 0, nil
	}
	r, err := d.read(ctx, q, n)
	if err != nil || len(r.terms) == 0 {
		return answer, 0, err
	}
	answer.Reading.Before = r.before
	found, err := d.candidates(ctx, r, filter)
	if err != nil {
		return Answer{}, 0, err
	}
	answer.Passages = r.choose(found)
	answer.Reading.Mended = r.mendings(found)
	if q.Explain {
		answer.Plan = r.plan(d.threshold, len(found))
	}
	if len(found) > 0 {
		answer.Confidence = r.confidence(found[0])
		answer.Answered = answer.Confidence >= d.threshold
	}
	return answer, len(found), nil
}
