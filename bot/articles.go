package bot

import (
	"context"
	"slices"

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
	q := newTitleQuery(typed, who.now, s)
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
	if slices.ContainsFunc(found, title.whole) {
		found = slices.DeleteFunc(found, func(t title) bool { return !t.whole() })
		return likely(found, func(t title) float64 { return t.least })
	}
	return slices.DeleteFunc(found, func(t title) bool { return t.fit < leastFit })
}

// foremostTitles are those that fit all words as well as the best one does: as the whole headline, or rightly spelt, or misspelt.
func foremostTitles(found []title) []title {
	if len(found) == 0 || !found[0].whole() {
		return nil
	}
	rank := found[0].rank()
	return slices.DeleteFunc(found, func(t title) bool { return t.rank() != rank })
}

// articlesWithin are articles with any of the words in the headline or, if there are none, the newest, within the limits.
func (d *Desk) articlesWithin(ctx context.Context, who reader, q titleQuery, l titleLimits, s shelving) ([]string, error) {
	if q.stops || len(l.words.telling()) == 0 {
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
	return d.titleHits(ctx, index.Query{Clauses: clauses, Filter: l.filter, Size: titleHits}, len(l.words) == 1, s)
}

// titleHits are the articles that a search finds: of the many that a single word finds the newest.
func (d *Desk) titleHits(ctx context.Context, q index.Query, single bool, s shelving) ([]string, error) {
	hits, err := d.index.Search(ctx, q)
	if err == nil && single && len(hits) == titleHits && q.Filter.From < s.recent {
		var recent []index.Hit
		q.Filter.From = s.recent
		if recent, err = d.index.Search(ctx, q); len(recent) >= MaxSuggestions {
			hits = recent
		}
	}
	var ids []string
	for _, h := range hits {
		ids = append(ids, h.Article)
	}
	return ids, err
}

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
