package quote

import "strings"

// leading handles content after the verb: Brandt said that …; Brandt called it “…”.
func (p *page) leading(u unit, c *cue, limit int) (statement, bool) {
	s := statement{cue: run{c.v, c.end}, source: c.source, conf: .9}
	at, next := p.contentStart(c, limit)
	says := c.verb&(reports|quotes) != 0
	documented := c.verb&documents != 0 && p.writes(c, u)
	from := at
	if c.verb&(judges|names) != 0 && !(says && next != clauseAhead) {
		from = c.end
	}
	hasQuote := p.hasQuote(run{from, limit})
	if !hasQuote && (c.negated || c.modal && c.verb&believes == 0 || c.to && !p.wentOn(c)) {
		return s, false
	}
	switch {
	case next == quoteAhead && p.kind(c.from-1) != comma && p.predicate(at):
		return s, false
	case next == quoteAhead && (says || documented):
		s.rule, s.conf = SpeakerCueQuote, .95
		s.add(p.trim(run{at, p.introducedEnd(at, limit)}))
	case (next == thatAhead || next == clauseAhead) && (documented || c.verb&(reports|believes) != 0):
		s.rule = SpeakerCueClause
		s.add(p.trim(run{at, p.quotedClauseEnd(at, limit)}))
	case c.verb&(names|judges) != 0 && hasQuote && !p.entitled(c):
		s.rule = Naming
		s.add(p.trim(run{c.end, p.namingEnd(c, limit)}))
	case says && hasQuote:
		s.rule, s.conf = SpeakerCueQuote, .8
		s.add(p.trim(run{at, limit}))
	default:
		return s, false
	}
	if c.negated || p.denies(c.source) {
		s.conf = unsure
	}
	if c.rel == shared {
		s.rule = CueOfSameSpeaker
		s.conf -= .1
		if !hasQuote {
			s.conf -= .05
		}
	}
	return s, p.finish(&s)
}

// predicate reports whether the quotation at q, with nothing before it, goes on with the verb of a clause whose subject is
// what was said: "Nothing Brandt said “will calm the sea.”"
func (p *page) predicate(q int) bool {
	switch p.kind(q - 1) {
	case comma, colon, dash:
		return false
	}
	first, _, _ := strings.Cut(strings.TrimLeft(p.text(q), "\"“‘'"), " ")
	return lookup(first).class&auxiliary != 0 && first == strings.ToLower(first)
}

// quotedClauseEnd ends a clause with a quotation in it whose last mark closes the clause: a verb follows that is not
// its own.
func (p *page) quotedClauseEnd(at, limit int) int {
	for i := at; i+1 < limit; i++ {
		next := &p.toks[i+1]
		if p.kind(i) == quoted && p.inner(i) == ',' && next.kind == word && !next.upper && (next.is(auxiliary|finite|past) || next.verb&isPast != 0) {
			return i + 1
		}
	}
	return limit
}

// introducedEnd ends the content that begins with the quotation at q: with the quotation after a comma or colon, with
// the clause otherwise.
func (p *page) introducedEnd(q, limit int) int {
	switch p.kind(q - 1) {
	case comma, colon, dash:
		return p.quoteEnd(q, limit)
	}
	return limit
}

// entitled reports whether the past form is that of a thing's name, not of somebody's naming it: "an ad called “…”".
func (p *page) entitled(c *cue) bool {
	if c.verb&names == 0 || c.verb&isPast == 0 || p.kind(c.end) != quoted && p.kind(c.end) != comma || c.rel != before {
		return false
	}
	return !p.toks[c.source.hi-1].upper && (c.source.lo == 0 || !p.toks[c.source.lo-1].is(that|relative))
}

// writes reports whether the subject of a cue is a document, or "it" or "which", which may be one.
func (p *page) writes(c *cue, u unit) bool {
	if c.rel == antecede {
		return c.source.lo > u.lo && (p.toks[c.source.lo-1].is(document) || p.kind(c.source.lo-1) == comma)
	}
	return p.sourceIs(c.source, document) || p.isWord(c.source.lo, "it")
}

// namingEnd ends a name or judgement with its quotation, or with the clause of which that is a part, before the next
// verb of the same subject.
func (p *page) namingEnd(c *cue, limit int) int {
	i := c.end
	for p.kind(i) != quoted {
		i++
	}
	end := p.quoteEnd(i, limit)
	if i == c.end+1 && p.isWord(c.end, "as") && p.isAny(i+1, "a", "an", "the") {
		return i + 1 // called as “slow” a ferry that …
	}
	for j := i + 1; j < end; j++ {
		if p.resumes(j, end) || c.verb&isBase != 0 && p.repeats(j, end) {
			end = j
		}
	}
	if end < limit {
		return end
	}
	for i++; i < end; i++ {
		if p.kind(i) == comma && !p.hasQuote(run{i, end}) {
			return i
		}
	}
	return end
}

// wentOn reports "went on to say" and the like before an infinitive.
func (p *page) wentOn(c *cue) bool {
	return p.isAny(c.group-1, "on", "continued", "continues")
}
