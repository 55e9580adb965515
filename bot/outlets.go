package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copydesk/index"
)

// Outlets are the outlets whose names fit what is typed, by any of their words, whole, unfinished or misspelt. Those that are
// rightly spelt come first, of these those with most articles that may be shown, MaxSuggestions at most. The error is that
// of ctx, or one of the index.
func (d *Desk) Outlets(ctx context.Context, typed string) ([]string, error) {
	s, err := d.shelves(ctx)
	if err != nil {
		return nil, err
	}
	type rated struct {
		name     string
		articles int
		least    float64
	}
	words, called := newTyping(typed), s.roster.Called(typed)
	var found []rated
	for name, n := range d.reader(ctx).outlets(s) {
		least := fitsWhole
		has := index.Analyze(name)
		for _, w := range words {
			least = min(least, w.best(has))
		}
		if slices.Contains(called, name) {
			least = fitsWhole
		}
		if least > 0 {
			found = append(found, rated{name, n, least})
		}
	}
	found = likely(found, func(r rated) float64 { return r.least })
	slices.SortFunc(found, func(a, b rated) int {
		if right := a.least >= rightlySpelt; right != (b.least >= rightlySpelt) {
			return beforeIf(right)
		}
		return cmp.Or(cmp.Compare(b.articles, a.articles), strings.Compare(a.name, b.name))
	})
	out := []string{}
	for _, f := range found {
		same := func(name string) bool { return strings.EqualFold(name, f.name) }
		if len(out) < MaxSuggestions && !slices.ContainsFunc(out, same) {
			out = append(out, f.name)
		}
	}
	return out, nil
}

// outlets are those of which the reader may see something, with the number of these articles.
func (r reader) outlets(s shelving) map[string]int {
	out := make(map[string]int)
	for _, shelf := range s.shelves {
		if shelf.Outlet != "" && r.free(shelf.Until()) {
			out[shelf.Outlet] += shelf.Articles
		}
	}
	return out
}

// leastOutlet is of how many letters a word is at least that is taken for the beginning of an outlet's.
const leastOutlet = 3

// outletsLike are the outlets that some of the words may name, and which words do: those that have most of them.
func (s shelving) outletsLike(words typing) (outlets []string, named []bool) {
	named = make([]bool, len(words))
	most := 0
	for _, o := range s.outlets {
		has, n := index.Analyze(o), 0
		var fits []int
		for i, w := range words {
			if !w.Stop && (len(w.Word) >= leastOutlet && w.best(has) > 0 || slices.Contains(s.roster.Called(w.Word), o)) {
				fits, n = append(fits, i), n+1
			}
		}
		if n == 0 || n < most {
			continue
		}
		if n > most {
			most, outlets = n, nil
			clear(named)
		}
		outlets = append(outlets, o)
		for _, i := range fits {
			named[i] = true
		}
	}
	return outlets, named
}
