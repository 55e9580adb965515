package quote

// accordingTo takes the clause beside "according to X".
func (p *page) accordingTo(c *cue, left, limit int) (statement, bool) {
	s := statement{cue: run{c.v, c.v + 2}, source: c.source, rule: AccordingTo, conf: .95}
	if c.v > left {
		s.add(p.trim(run{left, c.v}))
		if len(s.content) > 0 && p.kind(c.end) == comma && !p.hasVerb(s.content[0]) {
			s.add(p.trim(run{c.end + 1, limit}))
		}
		return s, p.finish(&s)
	}
	if !p.parts(c.end, limit) {
		c.end = p.coreEnd(c.source.lo, limit)
	}
	if !p.parts(c.end, limit) {
		c.end = p.segmentEnd(c.end, limit)
	}
	s.source.hi = c.end
	if p.parts(c.end, limit) {
		s.add(p.trim(run{c.end, limit}))
	}
	return s, p.finish(&s)
}

// parts reports whether a comma or colon stands at i, or a quotation begins there.
func (p *page) parts(i, limit int) bool {
	return i < limit && (p.kind(i) == comma || p.kind(i) == colon || p.kind(i) == quoted)
}

// inverted handles the subject after the verb: “…,” said Brandt.
func (p *page) inverted(u unit, c *cue, left, limit int) (statement, bool) {
	particle := c.end > c.v+1
	if c.verb&(reports|quotes|documents) == 0 || c.verb&(isPast|isPresent) == 0 || particle && c.verb&needsMate == 0 {
		return statement{}, false
	}
	if c.group != c.v || c.v <= left {
		return statement{}, false
	}
	prev := p.kind(c.v - 1)
	if prev != quoted && prev != comma && prev != dash {
		return statement{}, false
	}
	at := p.skipAdverbs(c.end, u.hi)
	np := p.withClause(p.phraseAt(at, u.hi), u.hi)
	if np.hi == at || p.clauseAhead(at, u.hi) || p.isWord(at, "that") {
		return statement{}, false
	}
	if p.toks[at].is(objectPronoun) && !p.toks[at].is(subjectPronoun) {
		return statement{}, false
	}
	quotesBefore := prev == quoted || p.kind(c.v-2) == quoted
	if (!quotesBefore || c.verb&weak != 0) && !(p.canSpeak(run{np.lo, np.core}) && p.settles(np.hi, u.hi)) {
		return statement{}, false
	}
	if !quotesBefore && (c.verb&addresses != 0 || c.verb&reports == 0 || particle) {
		return statement{}, false
	}
	s := statement{cue: run{c.v, c.end}, source: np.whole(), rule: QuoteCueSpeaker, conf: .97}
	if !quotesBefore {
		s.rule, s.conf = ClauseCueSpeaker, .9
	}
	s.add(p.trim(run{left, c.v}))
	s.add(p.resumed(np.hi, limit))
	c.source, c.rel = s.source, after
	return s, p.finish(&s)
}

// opening handles a cue and its speaker before the quotation: Said Brandt, “…”.
func (p *page) opening(u unit, c *cue, limit int) (statement, bool) {
	if c.v != u.lo || c.verb&reports == 0 || c.verb&isPast == 0 {
		return statement{}, false
	}
	np := p.phraseAt(c.end, limit)
	next := p.kind(np.hi)
	if np.hi+1 >= limit || next != comma && next != colon || p.kind(np.hi+1) != quoted || !p.canSpeak(run{np.lo, np.core}) {
		return statement{}, false
	}
	c.source, c.rel = np.whole(), after
	s := statement{cue: run{c.v, c.end}, source: c.source, rule: CueSpeakerQuote, conf: .95}
	s.add(run{np.hi + 1, p.quoteEnd(np.hi+1, limit)})
	return s, p.finish(&s)
}

// settles reports whether the sentence ends at i or goes on after a comma.
func (p *page) settles(i, hi int) bool { return i >= hi || p.kind(i) == stop || p.kind(i) == comma }
