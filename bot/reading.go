package bot

import (
	"slices"
	"time"

	"copydesk/bot/mention"
	"copydesk/corpus"
)

// Reading says what copydesk made of a question beyond its words, for the reader to see and to put right.
type Reading struct {
	// Outlets are those that the question asks for, and the only ones searched; empty if it asks for none.
	Outlets []string `json:"outlets,omitempty"`
	// From and To are the days that the question asks for, both included; zero is open. What is of the day after To counts,
	// since it reports on To.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Dropped says that nothing is of these outlets and days, and that the search went past them.
	Dropped bool `json:"dropped,omitempty"`
	// Mended are words that the archive has not, or hardly has, beside which others were looked for.
	Mended []Mending `json:"mended,omitempty"`
	// Before is the question before, if this one was read with it.
	Before string `json:"before,omitempty"`
}

// narrowing is what the question's text limits the search to.
type narrowing struct {
	outlets []string // as the archive spells them; empty for all
	period  mention.Period
	spent   []corpus.Span // the words that say so
	// likely are days that the question speaks of, of which the archive may write later too.
	likely []mention.Period
}

// narrow reads the days and the outlets that the question mentions, as far as the reader may know of these.
func (d *Desk) narrow(who reader, text string, s shelving) narrowing {
	var n narrowing
	for _, m := range s.roster.Outlets(text) {
		if known := who.known(m.Outlets, s); m.Sure && len(known) > 0 {
			n.outlets = append(n.outlets, known...)
			n.spent = append(n.spent, m.Span)
		}
	}
	calendar := mention.Calendar{Now: d.now(), Last: s.last}
	for _, w := range calendar.Periods(text) {
		switch {
		case slices.ContainsFunc(n.spent, w.Span.Overlaps): // "USA Today"
		case w.Sure && n.period == mention.Period{}:
			n.period = w.Period
			n.spent = append(n.spent, w.Span)
		default:
			n.likely = append(n.likely, w.Period)
		}
	}
	return n
}

// wider are the narrowing and, for when it leaves nothing, those that go past its days and then past all of it.
func (n narrowing) wider() []narrowing {
	out := []narrowing{n}
	if n.period != (mention.Period{}) && len(n.outlets) > 0 {
		out = append(out, narrowing{outlets: n.outlets, spent: n.spent, likely: n.likely})
	}
	if n.period != (mention.Period{}) || len(n.outlets) > 0 {
		out = append(out, narrowing{likely: n.likely})
	}
	return out
}

// has reports whether the outlet is within.
func (n narrowing) has(outlet string) bool {
	return len(n.outlets) == 0 || slices.Contains(n.outlets, outlet)
}

func (n narrowing) reading() Reading {
	return Reading{Outlets: n.outlets, From: n.period.First, To: n.period.Last}
}

// drop says that nothing was within the narrowing.
func (r *Reading) drop(n narrowing) {
	r.Outlets, r.From, r.To, r.Dropped = n.outlets, n.period.First, n.period.Last, true
}

// lag is how long after an event papers still write of it more than of others.
const lag = 14 * 24 * time.Hour

// speaksOf reports whether an article of that day is likely meant.
func (n narrowing) speaksOf(published corpus.Time) bool {
	if published.IsZero() {
		return false
	}
	day := published.Wall()
	return slices.ContainsFunc(n.likely, func(p mention.Period) bool {
		return !day.Before(p.First) && (p.Last.IsZero() || day.Before(p.Last.AddDate(0, 0, 1).Add(lag)))
	})
}
