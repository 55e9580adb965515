package bot

import (
	"copydesk/corpus"
	"copydesk/index"
)

const (
	// worthwhile is the share of the question's weight that a second sentence must add to be shown as evidence too.
	worthwhile = 0.15
	// numberWorth is the share that a sentence gains by holding the number asked for.
	numberWorth = 0.25
)

// sentence is one of a passage, with what it has of the question.
type sentence struct {
	span   corpus.Span
	held   termSet // the question's terms in it, with their weight
	sum    float64 // of these weights
	number bool    // it holds the number asked for
}

// sentencesOf divides the passage and weighs each sentence. tokens are those of its text, with spans relative to it.
func (r reading) sentencesOf(body string, passage corpus.Span, tokens []index.Token) []sentence {
	var out []sentence
	next := 0
	for _, span := range corpus.Sentences(body, passage) {
		from := next
		for next < len(tokens) && tokens[next].Span.Start+passage.Start < span.End {
			next++
		}
		s := sentence{span: span, held: r.present(tokens[from:next]), number: r.number.in(passage.Of(body), tokens[from:next])}
		for term, share := range s.held {
			s.held[term] = share * r.weights[term]
			s.sum += s.held[term]
		}
		out = append(out, s)
	}
	return out
}

// worth is what the sentence is chosen by.
func (r reading) worth(s sentence) float64 {
	if s.number {
		return s.sum + numberWorth*r.total
	}
	return s.sum
}

// evidence finds the sentence, or two neighbouring ones, that answer best; of equals the first. The last result says
// whether the number asked for is there.
func (r reading) evidence(all []sentence) (span corpus.Span, sum float64, number bool) {
	best := 0
	for i, s := range all {
		if r.worth(s) > r.worth(all[best]) {
			best = i
		}
	}
	first := all[best]
	second, gain := first, 0.0
	for _, i := range []int{best + 1, best - 1} {
		if i < 0 || i >= len(all) {
			continue
		}
		if adds := first.lacks(all[i]); adds > gain {
			second, gain = all[i], adds
		}
	}
	if gain < worthwhile*r.total {
		return first.span, first.sum, first.number
	}
	span = corpus.Span{Start: min(first.span.Start, second.span.Start), End: max(first.span.End, second.span.End)}
	return span, first.sum + gain, first.number || second.number
}

// lacks is the weight of what t has and s has not.
func (s sentence) lacks(t sentence) (sum float64) {
	for term, w := range t.held {
		if s.held[term] == 0 {
			sum += w
		}
	}
	return sum
}
