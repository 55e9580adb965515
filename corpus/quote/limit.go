package quote

// limit is where the content on the right of cue k must end: at the next cue that begins a clause of its own, or
// at the end of the sentence.
func (p *page) limit(cs []cue, k, hi int) int {
	for hi > cs[k].end && p.toks[hi-1].kind == stop {
		hi--
	}
	me := &cs[k]
	if me.with {
		hi = p.segmentEnd(me.end, hi)
	}
	for j := k + 1; j < len(cs); j++ {
		c := &cs[j]
		switch {
		case c.source.lo < me.v && me.v < c.source.hi && c.group > me.end:
			return min(hi, c.group)
		case c.rel == antecede && c.v > me.end && c.verb&(reports|quotes|names|judges) != 0 && me.inverted(p) && p.kind(c.source.lo-1) == comma:
			return min(hi, c.source.lo)
		case c.v > me.end && p.ownsQuote(c, me, hi):
			return min(hi, c.ownQuote(p))
		case c.from > me.end && c.from < hi && p.separate(*c):
			return c.from
		}
	}
	return hi
}

// inverted reports whether the cue follows a quotation directly: “…,” said Brandt, who …
func (c *cue) inverted(p *page) bool {
	return c.group == c.v && (p.kind(c.v-1) == quoted || p.kind(c.v-1) == comma && p.kind(c.v-2) == quoted)
}

// separate reports whether the cue's clause stands beside the one before it rather than inside it.
func (p *page) separate(c cue) bool {
	if c.according {
		return p.kind(c.from-1) == comma
	}
	if c.verb&(reports|quotes|names) == 0 && c.rel == pronoun {
		return false
	}
	if c.verb&(reports|quotes|names|judges) == 0 || c.rel == antecede || c.to {
		return false
	}
	switch p.kind(c.from - 1) {
	case comma, dash, semicolon:
		return true
	case quoted:
		if !p.fragment(c.from - 1) {
			return true
		}
	}
	return p.kind(c.from) == word && (p.toks[c.from].is(conjunction) || p.isAny(c.from, "while", "though", "although"))
}

// ownsQuote reports whether the quotation before c is its own rather than what the earlier cue introduces.
func (p *page) ownsQuote(c, earlier *cue, hi int) bool {
	q := c.ownQuote(p)
	if q < earlier.end || c.verb&(reports|quotes) == 0 || c.rel == antecede || p.fragment(q) {
		return false
	}
	if c.rel != before && c.rel != pronoun {
		if c.group != c.v || c.verb&(isPast|isPresent) == 0 || !p.startsPhrase(c.end) {
			return false
		}
	} else {
		if _, next := p.contentStart(c, hi); next == clauseAhead || next == thatAhead {
			return false
		}
	}
	return q > earlier.end+1 || q == earlier.end+1 && p.kind(earlier.end) != comma && p.kind(earlier.end) != colon
}

// ownQuote is the quotation directly before the cue's clause, or the comma after it; -1 if there is none.
func (c *cue) ownQuote(p *page) int {
	at := c.group
	if c.rel == before || c.rel == pronoun {
		at = c.from
	}
	if p.kind(at) == word && p.toks[at].is(conjunction) {
		return -1
	}
	if p.kind(at-1) == comma {
		at--
	}
	if p.kind(at-1) == quoted {
		return at - 1
	}
	return -1
}

// startsPhrase reports whether a noun phrase that can speak begins at i.
func (p *page) startsPhrase(i int) bool {
	if p.kind(i) != word {
		return false
	}
	return p.toks[i].upper || p.toks[i].is(determiner|person|possessivePronoun|subjectPronoun)
}
