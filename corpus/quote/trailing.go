package quote

// trailing handles content before subject and verb: “…,” Brandt said; …, he said.
func (p *page) trailing(c *cue, left, limit int) (statement, bool) {
	if c.verb&(reports|quotes|documents) == 0 || c.rel == antecede || c.rel == shared || c.to {
		return statement{}, false
	}
	if c.source.lo <= left || c.from <= left {
		return statement{}, false
	}
	prev := c.from - 1
	q := prev
	if p.kind(q) == comma {
		q--
	}
	switch {
	case p.kind(q) == quoted:
		return p.afterQuote(c, left, limit, q)
	case p.kind(prev) == comma, p.kind(prev) == dash:
		return p.afterClause(c, left, limit)
	}
	return statement{}, false
}

// afterQuote handles a cue whose clause follows the quotation at q. A clause after the cue has the better claim to be
// its content, unless the quotation begins the sentence.
func (p *page) afterQuote(c *cue, left, limit, q int) (statement, bool) {
	joins := c.from < c.source.lo && p.toks[c.from].is(conjunction|subordinator) && !p.isWord(c.from, "as")
	if joins && p.kind(c.from-1) == quoted {
		return statement{}, false
	}
	at, next := p.contentStart(c, limit)
	saysMore := next == clauseAhead || next == thatAhead
	partial := q == c.from-1 && p.fragment(q)
	if partial && (q > left || saysMore) || saysMore && q > left {
		return statement{}, false
	}
	s := statement{cue: run{c.v, c.end}, source: c.source, rule: QuoteSpeakerCue, conf: .97}
	s.add(p.trim(run{p.afterColon(left, q), c.from}))
	if next == quoteAhead {
		s.add(p.trim(run{at, p.quoteEnd(at, limit)}))
	} else {
		s.add(p.resumed(at, limit))
	}
	return s, p.finish(&s)
}

// afterColon is the quotation at q if a colon introduces it, and left otherwise: "Brandt scolded him: “…,” she said".
func (p *page) afterColon(left, q int) int {
	if q > left && p.kind(q-1) == colon {
		return q
	}
	return left
}

// afterClause handles a cue whose clause follows what is said without marks. What stands after it, behind a comma,
// is content too: "The channel, he said, is a bath."
func (p *page) afterClause(c *cue, left, limit int) (statement, bool) {
	before := run{left, c.from - 1}
	if c.verb&reports == 0 || c.verb&weak != 0 || !p.clauseLike(before) {
		return statement{}, false
	}
	at, next := p.contentStart(c, limit)
	behindComma := next == quoteAhead && p.kind(at-1) == comma && p.hasVerb(before)
	if next != nothingAhead && next != commaAhead && !behindComma && !p.isWord(c.from, "as") {
		return statement{}, false
	}
	s := statement{cue: run{c.v, c.end}, source: c.source, rule: ClauseSpeakerCue, conf: .9}
	s.add(p.trim(run{left, c.from}))
	switch {
	case next == quoteAhead:
		s.add(p.trim(run{at, p.quoteEnd(at, limit)}))
	case next == commaAhead && at < limit && !p.toks[at].is(participle|relative) && p.toks[at].verb&isGerund == 0:
		s.add(p.trim(run{at, limit}))
	default:
		s.add(p.resumed(at, limit))
	}
	return s, p.finish(&s)
}

// resumed finds the quotation that goes on after its cue: said Brandt, “…”.
func (p *page) resumed(i, limit int) run {
	q := i
	for q < limit && p.kind(q) != quoted && p.kind(q) != colon {
		if p.isWord(q, "that") && p.toks[q-1].verb&(reports|believes) != 0 {
			return run{}
		}
		q++
	}
	if p.kind(q) == colon && q < i+2 {
		q++
	}
	if q >= limit || p.kind(q) != quoted {
		return run{}
	}
	from := q
	if q > i+1 && p.kind(i) == comma && p.toks[i+1].is(conjunction|subordinator) {
		from = i + 1
	}
	return p.trim(run{from, p.quoteEnd(q, limit)})
}

// title reports whether the quotation at q names a work rather than quotes speech: a preposition stands before it.
func (p *page) title(q, left int) bool { return q > left && p.toks[q-1].is(preposition) }
