package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copydesk/bot/mention"
	"copydesk/index"
)

// Articles are those that what is typed may mean, the best first, MaxSuggestions at most: by any words of the headline,
// whole, unfinished or misspelt, among which may be words of the outlet and dates ("gazette ferry 2016"). With nothing typed
// they are the newest. The error is that of ctx, or one of the index.
func (d *Desk) Articles(ctx context.Context, typed string) ([]Citation, error) {
	who := d.reader(ctx)
	found, err := d.findArticles(ctx, who, typed)
	if err != nil {
		return nil, err
	}
	out := []Citation{}
	for _, t := range found[:min(len(found), MaxSuggestions)] {
		out = append(out, who.cite(t.record))
	}
	return out, nil
}

// title is an article that what is typed may mean.
type title struct {
	record *index.Record
	fit    float64 // of all words, 1 at best
	least  float64 // of the word that fits least, stop words left out
	begins bool    // the headline begins with what was typed
	same   bool    // the headline is what was typed
}

// The bounds of a search for headlines: terms for each typed word, and hits that are looked at.
const (
	titleTerms = 40
	titleHits  = 60
)

// leastFit is how well all words must fit where not every one does.
const leastFit = 0.5

// findArticles finds the articles that what is typed may mean, the best first. If none fits all words those come that fit
// most.
func (d *Desk) findArticles(ctx context.Context, who reader, typed string) ([]title, error) {
	s, err := d.shelves(ctx)
	if err != nil {
		return nil, err
	}
	q := d.newTitleQuery(typed, s)
	seen := make(map[string]bool)
	var found []title
	for _, limits := range q.limits() {
		ids, err := d.articlesWithin(ctx, who, q, limits, s)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if seen[id] {
				continue
			}
			seen[id] = true
			record, err := d.record(id, who)
			if err != nil {
				return nil, err
			}
			if record != nil {
				found = append(found, q.title(record))
			}
		}
	}
	slices.SortStableFunc(found, title.compare)
	return fitting(found), nil
}

// fitting are those that fit all words, or else those that fit most.
func fitting(found []title) []title {
	if whole, _ := divide(found, func(t title) bool { return t.least > 0 }); len(whole) > 0 {
		return whole
	}
	most, _ := divide(found, func(t title) bool { return t.fit >= leastFit })
	return most
}

// foremostTitles are those that fit all words as well as the best one does: as the whole headline, or rightly spelt, or misspelt.
func foremostTitles(found []title) []title {
	if len(found) == 0 || found[0].least == 0 {
		return nil
	}
	rank := found[0].rank()
	kept, _ := divide(found, func(t title) bool { return t.rank() == rank })
	return kept
}

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

// titleQuery is what is typed to find an article.
type titleQuery struct {
	words   typing
	folded  string
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

func (d *Desk) newTitleQuery(typed string, s shelving) titleQuery {
	q := titleQuery{words: newTyping(typed), folded: strings.Join(folded(typed), " ")}
	for i := 0; i < len(q.words); i++ {
		for j := min(i+longestDate, len(q.words)); j > i; j-- {
			p, err := mention.ParsePeriod(q.words.span(i, j).Of(typed), d.now())
			if err == nil {
				q.dates = append(q.dates, typedDate{i, j, p})
				i = j - 1
				break
			}
		}
	}
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

func (q titleQuery) dated(i int) bool {
	return slices.ContainsFunc(q.dates, func(d typedDate) bool { return d.from <= i && i < d.to })
}

// articlesWithin are articles with any of the words in the headline or, if there are none, the newest, within the limits.
func (d *Desk) articlesWithin(ctx context.Context, who reader, q titleQuery, l titleLimits, s shelving) ([]string, error) {
	if len(l.words.telling()) == 0 {
		return d.newest(ctx, who, l.filter, s)
	}
	l.filter.At = who.filter().At
	var clauses []index.Clause
	for _, w := range l.words.telling() {
		terms, err := d.termsLike(index.Headline, w, titleTerms)
		if err != nil {
			return nil, err
		}
		for _, t := range terms {
			clauses = append(clauses, index.Clause{Field: index.Headline, Term: t.Term, Weight: t.fit * w.tells()})
		}
	}
	hits, err := d.index.Search(ctx, index.Query{Clauses: clauses, Filter: l.filter, Size: titleHits})
	var ids []string
	for _, h := range hits {
		ids = append(ids, h.Article)
	}
	return ids, err
}

// tellingLetters is from how many letters a word that is being typed counts in full.
const tellingLetters = 5

// tells is how much the word tells already, from 0 to 1: a letter may become anything.
func (w typedWord) tells() float64 { return min(1, float64(len(w.Word))/tellingLetters) }

// newest are the newest articles within the limits.
func (d *Desk) newest(ctx context.Context, who reader, f index.Filter, s shelving) ([]string, error) {
	var ids []string
	for _, shelf := range s.newest {
		if len(ids) >= titleHits {
			break
		}
		if !who.free(shelf.Until()) || !within(shelf.Day, f) || len(f.Outlets) > 0 && !slices.Contains(f.Outlets, shelf.Outlet) {
			continue
		}
		for id, err := range d.index.ArticlesOn(ctx, shelf) {
			if err != nil {
				return nil, err
			}
			if ids = append(ids, id); len(ids) >= titleHits {
				break
			}
		}
	}
	return ids, nil
}

// stopShare is what a stop word counts beside another word.
const stopShare = 0.1

// title tells how well an article fits.
func (q titleQuery) title(record *index.Record) title {
	a := record.Article
	headline, outlet, date := folded(a.Headline), folded(a.Outlet), folded(longDate(a.Published))
	joined := strings.Join(headline, " ")
	t := title{record: record, least: 1, begins: q.folded != "" && strings.HasPrefix(joined, q.folded), same: joined == q.folded}
	var sum, total float64
	for i, w := range q.words {
		fit := max(w.best(headline), w.best(outlet), w.inDate(date))
		for _, d := range q.dates {
			if day := parseDay(dayOf(a.Published.Wall())); d.from <= i && i < d.to && !day.Before(d.First) && !day.After(d.Last) && !day.IsZero() {
				fit = fitsWhole
			}
		}
		share := w.tells()
		if w.Stop {
			share = stopShare
		} else {
			t.least = min(t.least, fit)
		}
		sum, total = sum+share*fit, total+share
	}
	t.fit = ratio(sum, total)
	if len(q.words) == 0 {
		t.fit = 1
	}
	return t
}

// shortestMonth is the least of a month's name that counts as one, in letters.
const shortestMonth = 3

// inDate is how well the word fits one of a date's: whole, or the beginning of its month or weekday.
func (w typedWord) inDate(date []string) float64 {
	if slices.Contains(date, w.Word) {
		return fitsWhole
	}
	if w.reach == 0 && len(w.Word) < shortestMonth || strings.ContainsAny(w.Word, "0123456789") {
		return 0
	}
	return w.best(date)
}
