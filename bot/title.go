package bot

import (
	"cmp"
	"strings"

	"copydesk/index"
)

// title is an article that what is typed may mean.
type title struct {
	record *index.Record
	fit    float64 // of all words, 1 at best
	least  float64 // of the word that fits least, stop words left out
	begins bool    // the headline begins with what was typed
	same   bool    // the headline is what was typed
}

// whole reports whether all words fit.
func (t title) whole() bool { return t.least > 0 }

// rank is 0 for the headline itself, 1 for what has all words as they are typed, 2 for the rest.
func (t title) rank() int {
	switch {
	case t.same:
		return 0
	case t.least >= rightlySpelt:
		return 1
	}
	return 2
}

func (t title) compare(u title) int {
	if t.rank() != u.rank() {
		return t.rank() - u.rank()
	}
	if t.begins != u.begins {
		return beforeIf(t.begins)
	}
	a, b := t.record.Article, u.record.Article
	return cmp.Or(cmp.Compare(u.fit, t.fit), b.Published.Latest().Compare(a.Published.Latest()), strings.Compare(a.ID, b.ID))
}

// stopShare is what a stop word counts beside another word.
const stopShare = 0.1

// title tells how well an article fits. Where all that was typed is stop words, they have to fit.
func (q titleQuery) title(record *index.Record) title {
	a := record.Article
	headline, outlet, date := index.Analyze(a.Headline), index.Analyze(a.Outlet), index.Analyze(longDate(a.Published))
	joined := strings.Join(folded(a.Headline), " ")
	t := title{record: record, fit: fitsWhole, least: fitsWhole}
	if q.folded == "" {
		return t
	}
	t.begins, t.same = strings.HasPrefix(joined, q.folded), joined == q.folded
	var sum, total float64
	for i, w := range q.words {
		fit, share := max(w.best(headline), w.best(outlet), w.inDate(date)), w.tells()
		if q.datedOn(i, a.Published) {
			fit = fitsWhole
		}
		if w.Stop && !q.stops {
			share = stopShare
		} else {
			t.least = min(t.least, fit)
		}
		sum, total = sum+share*fit, total+share
	}
	t.fit = ratio(sum, total)
	return t
}

// shortestMonth is the least of a month's name that counts as one, in letters.
const shortestMonth = 3

// inDate is how well the word fits one of a date's: whole, or the beginning of its month or weekday.
func (w typedWord) inDate(date []index.Token) float64 {
	fit := w.best(date)
	if fit < fitsWhole && (len(w.Word) < shortestMonth || strings.ContainsAny(w.Word, "0123456789")) {
		return 0
	}
	return fit
}
