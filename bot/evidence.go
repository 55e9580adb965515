package bot

import (
	"copydesk/corpus"
	"copydesk/index"
)

// worthwhile is the share of the question's weight that a second sentence must add to be shown as evidence too.
const worthwhile = 0.15

// evidence finds the sentence, or two neighbouring ones, that hold most of the question's weight; of equals the first.
// tokens are those of the passage's text, with spans relative to it. It returns the span and its weight.
func (r reading) evidence(tokens []index.Token, passage corpus.Span, sentences []corpus.Span) (corpus.Span, float64) {
	if len(sentences) == 0 {
		return passage, 0
	}
	weights := make(map[string]float64, len(r.terms))
	for _, t := range r.terms {
		weights[t.Term] = t.weight
	}
	held := make([]map[string]bool, len(sentences))
	sums := make([]float64, len(sentences))
	s := 0
	for _, t := range tokens {
		for s < len(sentences)-1 && t.Span.Start+passage.Start >= sentences[s].End {
			s++
		}
		if w := weights[t.Term]; w > 0 && !held[s][t.Term] {
			if held[s] == nil {
				held[s] = make(map[string]bool)
			}
			held[s][t.Term] = true
			sums[s] += w
		}
	}
	best := 0
	for i, sum := range sums {
		if sum > sums[best] {
			best = i
		}
	}
	span, sum := sentences[best], sums[best]
	gain, neighbour := 0.0, best
	for _, n := range []int{best + 1, best - 1} {
		if n < 0 || n >= len(sentences) {
			continue
		}
		var adds float64
		for term := range held[n] {
			if !held[best][term] {
				adds += weights[term]
			}
		}
		if adds > gain {
			gain, neighbour = adds, n
		}
	}
	if gain >= worthwhile*r.total {
		span = corpus.Span{Start: min(span.Start, sentences[neighbour].Start), End: max(span.End, sentences[neighbour].End)}
		sum += gain
	}
	return span, sum
}
