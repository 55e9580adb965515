package bot

import (
	"context"

	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/index"
)

// weights are what the words of a quotation tell, by their rarity in the archive.
type weights struct {
	spans  []corpus.Span // of the words in the quotation's text, in order
	weight []float64
	total  float64
}

// stopWeight is what a stop word tells, beside 1 for a word that no passage has.
const stopWeight = 0.1

func (c *checker) weigh(ctx context.Context) (weights, error) {
	var w weights
	var terms []string
	tokens := index.Analyze(c.q.Text)
	for _, t := range tokens {
		terms = append(terms, t.Term)
	}
	rarity, err := c.desk.index.Rarity(ctx, terms)
	if err != nil {
		return w, err
	}
	for i, t := range tokens {
		r := rarity[i]
		if t.Stop {
			r = stopWeight
		}
		if n := len(w.spans); n > 0 && w.spans[n-1].Overlaps(t.Span) {
			continue // a compound, whose parts were counted
		}
		w.spans, w.weight, w.total = append(w.spans, t.Span), append(w.weight, r), w.total+r
	}
	return w, nil
}

// share is what the words that a place has tell, as a share of what the whole quotation tells.
func (w weights) share(a verify.Alignment) float64 {
	kept, sum, k := a.Kept(), 0.0, 0
	for _, s := range kept {
		for k < len(w.spans) && w.spans[k].End <= s.Start {
			k++
		}
		if k < len(w.spans) && w.spans[k].Overlaps(s) {
			sum += w.weight[k]
			k++
		}
	}
	return ratio(sum, w.total)
}
