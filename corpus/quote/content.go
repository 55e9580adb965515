package quote

import "slices"

// trim takes commas, dashes, colons and conjunctions off the ends of a stretch.
func (p *page) trim(r run) run {
	for r.lo < r.hi && p.edge(r.lo) {
		r.lo++
	}
	for r.lo < r.hi {
		last := &p.toks[r.hi-1]
		if !p.edge(r.hi-1) && (last.kind != word || last.upper || !last.is(conjunction)) {
			break
		}
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
		switch t.kind {
		case quoted:
			return true
		case suffix:
			if t.is(auxiliary) {
				return true
			}
		case word:
			if !t.upper && (t.is(auxiliary|finite|past) || p.verbal(i)) {
				return true
			}
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
	if (t.is(participle) || t.verb&isGerund != 0) && !t.is(preposition) {
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
	i := p.afterAddressee(c, limit)
	for i < limit {
		t := &p.toks[i]
		switch {
		case t.kind == quoted:
			return i, quoteAhead
		case t.kind == comma || t.kind == colon || t.kind == dash:
			return p.behindMark(i, limit)
		case t.kind == stop:
			return i, nothingAhead
		case t.kind == number && p.toks[i-1].is(timeWord):
			i++
		case t.kind != word:
			return i, clauseAhead
		case t.is(that) && (!p.isAny(i, "when", "what", "where") || c.verb&addresses != 0):
			return i, thatAhead
		case t.is(timeWord), t.is(adverb) && !t.is(determiner|subordinator|numeral):
			i++
		case p.infinitive(i):
			return i, clauseAhead
		case t.is(preposition) && !t.is(conjunction) && !p.isAny(i, "because", "than", "like"):
			i = p.afterCircumstance(i, limit)
		case p.isAny(i, "last", "this", "early", "late") && p.kind(i+1) == word && p.toks[i+1].is(timeWord):
			i += 2
		case t.is(conjunction) && !p.isAny(i, "or", "nor", "yet", "so", "plus"), p.isAny(i, "when", "while", "because"):
			return i, nothingAhead
		case p.noneOf(i, limit):
			return i, nothingAhead
		default:
			return i, clauseAhead
		}
	}
	return i, nothingAhead
}

// noneOf reports whether a thing of which there is none stands at i, up to a comma, and no clause: "reported no wrecks".
func (p *page) noneOf(i, limit int) bool {
	if !p.isWord(i, "no") {
		return false
	}
	end := p.segmentEnd(i+1, limit)
	return end > i+1 && !p.hasVerb(run{i + 1, end})
}

// afterAddressee is the token after a cue and the person whom its verb addresses.
func (p *page) afterAddressee(c *cue, limit int) int {
	i := c.end
	if c.verb&addresses == 0 || i >= limit || p.kind(i) != word || p.isWord(i, "that") {
		return i
	}
	if p.toks[i].is(objectPronoun) {
		return i + 1
	}
	end := p.coreEnd(i, limit)
	if end < limit && p.infinitive(end) {
		return i
	}
	return end
}

// infinitive reports whether the infinitive of a verb begins at i: "to" without a noun phrase after it.
func (p *page) infinitive(i int) bool {
	if !p.isWord(i, "to") || p.kind(i+1) != word {
		return false
	}
	t := &p.toks[i+1]
	return !t.upper && !t.is(determiner|possessivePronoun|objectPronoun|subjectPronoun|person|organisation|document|participle|preposition|demonym|timeWord|occasion|that)
}

// afterCircumstance is the token after the prepositional phrase at i.
func (p *page) afterCircumstance(i, limit int) int {
	at := i + 1
	for at < limit && p.kind(at) == word && (p.toks[at].is(determiner|adverb|timeWord) || p.isAny(at, "early", "late", "last")) {
		at++
	}
	if p.toks[at-1].is(timeWord) {
		return at
	}
	end := p.coreEnd(i+1, limit)
	if end == i+1 || p.toks[i+1].is(participle) {
		end = p.segmentEnd(i+1, limit)
	}
	return max(end, i+1)
}

// behindMark tells what stands behind the comma, colon or dash at i.
func (p *page) behindMark(i, limit int) (int, ahead) {
	switch {
	case i+1 < limit && p.kind(i+1) == quoted:
		return i + 1, quoteAhead
	case p.kind(i) == colon:
		return i + 1, clauseAhead
	case p.isWord(i+1, "that"):
		return i + 1, thatAhead
	}
	return i + 1, commaAhead
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
