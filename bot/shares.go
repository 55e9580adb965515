package bot

import "copydesk/index"

// shares are, for each of the question's terms in order, how much of it a text has: 1 for the word itself, less for another
// that may stand for it, 0 for none. Nil is a text without any.
type shares []float64

// at is the share of the i-th term.
func (s shares) at(i int) float64 {
	if s == nil {
		return 0
	}
	return s[i]
}

// with are the larger of both, term by term; more counts by the factor.
func (s shares) with(more shares, factor float64) shares {
	if more == nil {
		return s
	}
	out := make(shares, len(more))
	copy(out, s)
	for i, share := range more {
		out[i] = max(out[i], factor*share)
	}
	return out
}

// vocabulary is what may be found of a question, by the stem with which it begins.
type vocabulary map[string]entry

// entry is what a stem may be of a question.
type entry struct {
	term        int // the place of the term that it is; -1 if it is none
	substitutes []substitute
}

func newVocabulary(terms []term, others []substitute) vocabulary {
	v := make(vocabulary, len(terms)+len(others))
	for i, t := range terms {
		v[t.Term] = entry{term: i}
	}
	for _, o := range others {
		e, ok := v[o.stems[0]]
		if !ok {
			e.term = -1
		}
		e.substitutes = append(e.substitutes, o)
		v[o.stems[0]] = e
	}
	return v
}

// find are the shares that the text has.
func (r *reading) find(tokens []index.Token) shares {
	var out shares
	for i, t := range tokens {
		e, ok := r.vocabulary[t.Term]
		if !ok {
			continue
		}
		if out == nil {
			out = make(shares, len(r.terms))
		}
		if e.term >= 0 {
			out[e.term] = 1
		}
		for _, o := range e.substitutes {
			if o.begins(tokens[i:]) {
				for _, term := range o.terms {
					out[term] = max(out[term], o.share)
				}
			}
		}
	}
	return out
}

// weight is the sum of the terms' weights, by their shares.
func (r *reading) weight(s shares) (sum float64) {
	for i, share := range s {
		sum += share * r.terms[i].weight
	}
	return sum
}
