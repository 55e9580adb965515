package bot

import (
	"slices"
	"strings"
	"time"

	"copydesk/bot/mention"
	"copydesk/corpus"
	"copydesk/index"
)

// titleQuery is what is typed to find an article.
type titleQuery struct {
	words   typing
	folded  string // all of it
	stops   bool   // all words are stop words
	dates   []typedDate
	outlets []string // that some of the words may name
	named   []bool   // which words do
}

// typedDate is a date among the words typed, from one word to before another.
type typedDate struct {
	from, to int
	mention.Period
}

// longestDate is how many words a typed date has at most: "19th of February 2016".
const longestDate = 4

func newTitleQuery(typed string, now time.Time, s shelving) titleQuery {
	q := titleQuery{words: newTyping(typed), folded: strings.Join(folded(typed), " ")}
	for i := 0; i < len(q.words); i++ {
		for j := min(i+longestDate, len(q.words)); j > i; j-- {
			p, err := mention.ParsePeriod(q.words.span(i, j).Of(typed), now)
			if err == nil {
				q.dates = append(q.dates, typedDate{i, j, p})
				i = j - 1
				break
			}
		}
	}
	q.stops = !slices.ContainsFunc(q.words, func(w typedWord) bool { return !w.Stop })
	q.outlets, q.named = s.outletsLike(q.words)
	return q
}

// titleLimits are the words of a query that are looked for in headlines, within limits that the others set.
type titleLimits struct {
	words  typing
	filter index.Filter
}

// limits are the ways to read the query: all its words as of the headline, and those that may be a date or an outlet
// as limits.
func (q titleQuery) limits() []titleLimits {
	out := []titleLimits{{words: q.words}}
	if len(q.outlets) > 0 {
		out = append(out, q.within(true, false))
	}
	if len(q.dates) > 0 {
		out = append(out, q.within(false, true))
	}
	if len(q.outlets) > 0 && len(q.dates) > 0 {
		out = append(out, q.within(true, true))
	}
	return out
}

func (q titleQuery) within(outlets, dates bool) titleLimits {
	var l titleLimits
	for i, w := range q.words {
		if !(outlets && q.named[i]) && !(dates && q.dated(i)) {
			l.words = append(l.words, w)
		}
	}
	if outlets {
		l.filter.Outlets = q.outlets
	}
	if dates {
		l.filter.From, l.filter.To = dayOf(q.dates[0].First), dayOf(q.dates[0].Last)
	}
	return l
}

// dated reports whether the i-th word may be of a date.
func (q titleQuery) dated(i int) bool {
	return slices.ContainsFunc(q.dates, func(d typedDate) bool { return d.has(i) })
}

// datedOn reports whether it may be of one on which something was published.
func (q titleQuery) datedOn(i int, published corpus.Time) bool {
	day := parseDay(dayOf(published.Wall()))
	return slices.ContainsFunc(q.dates, func(d typedDate) bool {
		return d.has(i) && !published.IsZero() && !day.Before(d.First) && !day.After(d.Last)
	})
}

func (d typedDate) has(i int) bool { return d.from <= i && i < d.to }
