package quote

import "slices"

// clauseLeft is the content between left and the comma before end.
func (p *page) clauseLeft(left, end int) []run {
	r := p.trim(run{left, end})
	if r.empty() {
		return nil
	}
	return []run{r}
}

// trim takes commas, dashes, colons and conjunctions off the ends of a stretch.
func (p *page) trim(r run) run {
	for r.lo < r.hi && p.edge(r.lo) {
		r.lo++
	}
	for r.lo < r.hi && (p.edge(r.hi-1) || p.toks[r.hi-1].is(conjunction) && p.kind(r.hi-1) == word && !p.toks[r.hi-1].upper) {
		r.hi--
	}
	return r
}

func (p *page) edge(i int) bool {
	switch p.kind(i) {
	case comma, dash, colon, semicolon, stop, other:
		return true
	}
	return false
}

// hasVerb reports whether the stretch seems to hold a finite verb.
func (p *page) hasVerb(r run) bool {
	for i := r.lo; i < r.hi; i++ {
		t := &p.toks[i]
		if t.kind == quoted || t.kind == word && !t.upper && (t.is(auxiliary|finite|past) || p.verbal(i)) || t.kind == suffix && t.is(auxiliary) {
			return true
		}
	}
	return false
}

func (p *page) hasVerbAfterComma(r run) bool {
	k := p.nextSegment(r.lo, r.hi)
	return k < r.hi && p.hasVerb(run{k, r.hi})
}

// clauseLike reports whether a stretch before a cue can be what is said: a clause, or the beginning of one, and
// not a circumstance such as "In Hull,".
func (p *page) clauseLike(r run) bool {
	r = p.trim(r)
	if r.hi-r.lo < 2 {
		return false
	}
	start := p.skipOpeners(r.lo, r.hi)
	if start >= r.hi {
		return false
	}
	t := &p.toks[start]
	if t.is(participle) && !t.is(preposition) {
		return p.hasVerb(run{start + 1, r.hi})
	}
	if t.is(preposition|past) && !t.is(determiner) || p.isAny(start, "asked", "speaking") {
		return p.hasVerbAfterComma(r)
	}
	return true
}

// quoteEnd is the end of a stretch of quotations from q on; where the last of them is a fragment, the clause
// goes on to limit.
func (p *page) quoteEnd(q, limit int) int {
	end := q + 1
	for end < limit {
		switch {
		case p.kind(end) == quoted:
			end++
		case (p.kind(end) == comma || p.toks[end].is(conjunction)) && end+1 < limit && p.kind(end+1) == quoted:
			end += 2
		default:
			if p.fragment(end-1) && p.kind(end) == word && !p.toks[end].is(participle) {
				return limit
			}
			return end
		}
	}
	return end
}

// fragment reports whether the quotation at i is part of a larger clause: no stop or comma inside its end.
func (p *page) fragment(i int) bool {
	switch p.inner(i) {
	case '.', ',', '?', '!', '…', '-', '—', '–':
		return false
	}
	return true
}

// ahead says what follows a cue.
type ahead uint8

const (
	nothingAhead ahead = iota
	quoteAhead
	thatAhead
	clauseAhead
	commaAhead
)

// contentStart finds where the content after a cue begins, past the person addressed and the circumstances of
// speaking, and what it is.
func (p *page) contentStart(c *cue, limit int) (int, ahead) {
	i := c.end
	if c.verb&addresses != 0 && i < limit && p.kind(i) == word && !p.isWord(i, "that") {
		if p.toks[i].is(objectPronoun) {
			i++
		} else if e := p.coreEnd(i, limit); e > i {
			i = e
		}
	}
	for i < limit {
		t := &p.toks[i]
		switch {
		case t.kind == quoted:
			return i, quoteAhead
		case t.kind == comma || t.kind == colon || t.kind == dash:
			if i+1 < limit && p.kind(i+1) == quoted {
				return i + 1, quoteAhead
			}
			if t.kind == colon {
				return i + 1, clauseAhead
			}
			if p.isWord(i+1, "that") {
				return i + 1, thatAhead
			}
			return min(i+1, limit), commaAhead
		case t.is(that) && (!p.isAny(i, "when", "what", "where") || c.verb&addresses != 0):
			return i, thatAhead
		case t.is(timeWord) && t.kind == word, t.is(adverb) && t.kind == word && !t.is(determiner|subordinator|numeral):
			i++
		case t.kind == stop:
			return i, nothingAhead
		case t.is(preposition) && !t.is(conjunction) && !p.isAny(i, "because", "than", "like"):
			e := p.coreEnd(i+1, limit)
			if p.toks[min(i+1, limit-1)].is(participle) || e == i+1 {
				e = p.segmentEnd(i+1, limit)
			}
			i = max(e, i+1)
		case p.isAny(i, "last", "this", "early", "late") && p.kind(i+1) == word && p.toks[i+1].is(timeWord):
			i += 2
		case p.isAny(i, "when", "while", "as", "after", "before", "because", "during", "and", "but"):
			return i, nothingAhead
		default:
			return i, clauseAhead
		}
	}
	return i, nothingAhead
}

func (p *page) hasQuote(r run) bool {
	for i := r.lo; i < r.hi; i++ {
		if p.kind(i) == quoted {
			return true
		}
	}
	return false
}

// sourceIs reports whether any word of the phrase is of class c.
func (p *page) sourceIs(r run, c class) bool {
	return slices.ContainsFunc(p.toks[r.lo:r.hi], func(t token) bool { return t.is(c) })
}

// headIs reports whether a noun phrase ends with a word of class c.
func (p *page) headIs(r run, c class) bool { return !r.empty() && p.toks[r.hi-1].is(c) }
