package bot

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"copydesk/index"
)

// wide is how many passages of a search tell which stories have what is asked for; of three times as many, the same.
const wide = 500

// stories is how many are looked at whole, both of those whose passages match best together and of those that match
// best by headline and opening: a passage that answers may have none of the question's words.
const stories = 8

// storySums tell how much of what is asked for each story has: the sum of what its passages scored in the search.
type storySums struct {
	sum  map[string]float64
	best float64
}

func newStorySums(hits []index.Hit) storySums {
	t := storySums{sum: make(map[string]float64)}
	for _, h := range hits {
		t.sum[h.Article] += h.Score
		t.best = max(t.best, t.sum[h.Article])
	}
	return t
}

// share of the best story's, its root taken, since long stories have many passages.
func (t storySums) share(article string) float64 { return math.Sqrt(ratio(t.sum[article], t.best)) }

// first are the n stories that have most, the most first.
func (t storySums) first(n int) []string {
	ids := slices.SortedFunc(maps.Keys(t.sum), func(a, b string) int {
		return cmp.Or(cmp.Compare(t.sum[b], t.sum[a]), cmp.Compare(a, b))
	})
	return ids[:min(n, len(ids))]
}

// whole are the passages of the stories that match best, as a whole or by headline and opening.
func (d *Desk) whole(ctx context.Context, r *reading, f index.Filter, t storySums) ([]index.Hit, error) {
	var clauses []index.Clause
	for _, field := range []index.Field{index.Headline, index.Opening} {
		clauses = append(clauses, r.clauses(field)...)
	}
	found, err := d.index.Search(ctx, index.Query{Clauses: clauses, Filter: f, Size: stories})
	if err != nil {
		return nil, err
	}
	ids := t.first(stories)
	for _, h := range found {
		ids = append(ids, h.Article)
	}
	var out []index.Hit
	for _, id := range ids {
		record, err := d.index.Record(id)
		if err != nil {
			return nil, err
		}
		if record == nil { // removed since the search
			continue
		}
		for n := range record.Passages {
			if record.Passages[n].Kind.Story() {
				out = append(out, index.Hit{Article: id, Passage: n})
			}
		}
	}
	return out, nil
}
