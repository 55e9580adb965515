package bot

import "copydesk/corpus"

// What a sentence gains, as shares of the question's weight. They were tried on the labelled questions, one at a time.
const (
	// worthwhile is what a second sentence must add to be shown as evidence too.
	worthwhile = 0.15
	// numberWorth is for the number asked for.
	numberWorth = 0.25
	// quotedWorth is for the words that the question quotes, before all others.
	quotedWorth = 2
	// askedWorth is for being said by whoever is asked about.
	askedWorth = 0.3
	// besideWorth is for words in quotation marks beside the sentence chosen: what leads up to them is not all of it.
	besideWorth = 0.15
)

// sentence is one of a passage, with what it has of the question.
type sentence struct {
	span   corpus.Span
	held   shares
	sum    float64 // the weight of what is held
	number bool    // it holds the number asked for
	asked  bool    // whoever is asked about says something of it
	quoted bool    // it holds the words quoted
	told   float64 // the share of it that stands in quotation marks as somebody's words
}

// worth is what the sentence is chosen by.
func (r *reading) worth(s sentence) float64 {
	worth := s.sum
	if s.asked {
		worth += askedWorth * r.total
	}
	if s.number {
		worth += numberWorth * r.total
	}
	if s.quoted {
		worth += quotedWorth * r.total
	}
	return worth
}

// evidence finds the sentence, or two neighbouring ones, that answer best; of equals the first. The last result says
// whether the number asked for is there.
func (r *reading) evidence(all []sentence) (span corpus.Span, sum float64, number bool) {
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
		more := r.adds(first, all[i]) + besideWorth*all[i].told*r.total
		if all[i].number && !first.number {
			more += numberWorth * r.total
		}
		if more > gain {
			second, gain = all[i], more
		}
	}
	if gain < worthwhile*r.total {
		return first.span, first.sum, first.number
	}
	span = corpus.Span{Start: min(first.span.Start, second.span.Start), End: max(first.span.End, second.span.End)}
	return span, first.sum + r.adds(first, second), first.number || second.number
}

// adds is the weight of what t has of the terms of which s has nothing.
func (r *reading) adds(s, t sentence) (sum float64) {
	for i, share := range t.held {
		if s.held.at(i) == 0 {
			sum += share * r.terms[i].weight
		}
	}
	return sum
}
