package quote

// accordingTo takes the clause beside "according to X".
func (p *page) accordingTo(u unit, c *cue, left, limit int) (statement, bool) {
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
	if c.verb&(reports|quotes|documents) == 0 || c.verb&(isPast|isPresent) == 0 || c.group != c.v || c.v <= left || c.end > c.v+1 && c.verb&needsMate == 0 {
		return statement{}, false
	}
	prev := p.kind(c.v - 1)
	if prev != quoted && prev != comma && prev != dash {
		return statement{}, false
	}
	at := p.skipAdverbs(c.end, u.hi)
	np := p.phraseAt(at, u.hi)
	if np.hi == at || p.toks[at].is(objectPronoun) && !p.toks[at].is(subjectPronoun) || p.clauseAhead(at, u.hi) || p.isWord(at, "that") {
		return statement{}, false
	}
	isQuote := prev == quoted || p.kind(c.v-2) == quoted
	if (!isQuote || c.verb&weak != 0) && !(p.canSpeak(run{np.lo, np.core}) && p.settles(np.hi, u.hi)) {
		return statement{}, false
	}
	if !isQuote && (c.rel == before || c.rel == pronoun) && !p.endsHere(np.hi, u.hi) {
		return statement{}, false
	}
	if !isQuote && (c.verb&addresses != 0 || c.verb&reports == 0 || c.end > c.v+1) {
		return statement{}, false
	}
	s := statement{cue: run{c.v, c.end}, source: np.whole(), rule: QuoteCueSpeaker, conf: .97}
	if !isQuote {
		s.rule, s.conf = ClauseCueSpeaker, .9
	}
	s.content = p.clauseLeft(left, c.v)
	s.add(p.resumed(np.hi, limit, u.hi))
	c.source, c.rel = s.source, after
	return s, p.finish(&s)
}

// opening handles a cue and its speaker before the quotation: Said Brandt, “…”.
func (p *page) opening(u unit, c *cue, limit int) (statement, bool) {
	if c.v != u.lo || c.verb&reports == 0 || c.verb&isPast == 0 {
		return statement{}, false
	}
	np := p.phraseAt(c.end, limit)
	if np.hi == c.end || np.hi+1 >= limit || p.kind(np.hi) != comma && p.kind(np.hi) != colon || p.kind(np.hi+1) != quoted || !p.canSpeak(run{np.lo, np.core}) {
		return statement{}, false
	}
	c.source, c.rel = np.whole(), after
	s := statement{cue: run{c.v, c.end}, source: c.source, rule: CueSpeakerQuote, conf: .95}
	s.add(run{np.hi + 1, p.quoteEnd(np.hi+1, limit)})
	return s, p.finish(&s)
}

// endsHere reports whether nothing but a circumstance can follow at i.
func (p *page) endsHere(i, hi int) bool {
	return i >= hi || p.kind(i) == stop || p.kind(i) == comma || p.kind(i) == quoted || p.toks[i].is(preposition|timeWord|conjunction|subordinator)
}

// settles reports whether the sentence ends at i or goes on after a comma.
func (p *page) settles(i, hi int) bool { return i >= hi || p.kind(i) == stop || p.kind(i) == comma }

// resumed finds the quotation that goes on after its cue: said Brandt, “…”.
func (p *page) resumed(i, limit, hi int) run {
	limit = min(limit, hi)
	q := i
	for q < limit && p.kind(q) != quoted && p.kind(q) != colon {
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

// trailing handles content before subject and verb: “…,” Brandt said; …, he said.
func (p *page) trailing(u unit, c *cue, left, limit int) (statement, bool) {
	if c.verb&(reports|quotes|documents) == 0 || c.rel == antecede || c.rel == shared || c.to {
		return statement{}, false
	}
	if c.source.lo <= left || c.from <= left {
		return statement{}, false
	}
	prev := c.from - 1
	if p.kind(prev) == quoted && p.kind(c.from) == word && p.toks[c.from].is(conjunction|subordinator) && !p.isWord(c.from, "as") && c.from < c.source.lo {
		return statement{}, false
	}
	asPhrase := p.isWord(c.from, "as")
	isQuote := p.kind(prev) == quoted || p.kind(prev) == comma && p.kind(prev-1) == quoted
	if p.kind(prev) != quoted && p.kind(prev) != comma && p.kind(prev) != dash {
		return statement{}, false
	}
	at, kind := p.contentStart(c, limit)
	if isQuote {
		q := prev
		if p.kind(q) == comma {
			q--
		}
		if q == prev && p.fragment(q) && (q > left || kind == clauseAhead || kind == thatAhead) || (kind == clauseAhead || kind == thatAhead) && q > left {
			return statement{}, false
		}
	} else if c.verb&weak != 0 {
		return statement{}, false
	} else if kind != nothingAhead && kind != commaAhead && !(kind == quoteAhead && p.kind(at-1) == comma && p.hasVerb(run{left, prev})) && !asPhrase {
		return statement{}, false
	}
	if !isQuote && c.verb&reports == 0 {
		return statement{}, false
	}
	s := statement{cue: run{c.v, c.end}, source: c.source, rule: QuoteSpeakerCue, conf: .97}
	if !isQuote {
		s.rule, s.conf = ClauseSpeakerCue, .9
		if !p.clauseLike(run{left, prev}) {
			return statement{}, false
		}
	}
	s.content = p.clauseLeft(left, prev+1)
	switch {
	case kind == quoteAhead:
		s.add(p.trim(run{at, p.quoteEnd(at, limit)}))
	case kind == commaAhead && !isQuote && !p.toks[at].is(participle|relative) && p.toks[at].verb&isGerund == 0:
		s.add(p.trim(run{at, limit}))
	default:
		s.add(p.resumed(at, limit, u.hi))
	}
	return s, p.finish(&s)
}

// title reports whether the quotation at q names a work rather than quotes speech: a preposition stands before it.
func (p *page) title(q, left int) bool { return q > left && p.toks[q-1].is(preposition) }

// leading handles content after the verb: Brandt said that …; Brandt called it “…”.
func (p *page) leading(u unit, c *cue, limit int) (statement, bool) {
	s := statement{cue: run{c.v, c.end}, source: c.source, conf: .9}
	at, kind := p.contentStart(c, limit)
	hasQuote := p.hasQuote(run{at, limit})
	documented := c.verb&documents != 0 && p.writes(c, u)
	plain := documented || c.verb&(reports|believes) != 0
	if c.verb&(judges|names) != 0 && !(c.verb&(reports|quotes) != 0 && kind != clauseAhead) {
		hasQuote = p.hasQuote(run{c.end, limit})
	}
	switch {
	case c.negated && !hasQuote, c.modal && !hasQuote && c.verb&believes == 0, c.to && !hasQuote && !p.wentOn(c):
		return s, false
	case kind == quoteAhead && (c.verb&(reports|quotes) != 0 || documented):
		s.rule, s.conf = SpeakerCueQuote, .95
		end := p.quoteEnd(at, limit)
		if k := p.kind(at - 1); k != comma && k != colon && k != dash {
			end = max(end, limit)
		}
		s.content = []run{p.trim(run{at, end})}
	case (kind == thatAhead || kind == clauseAhead) && plain:
		s.rule = SpeakerCueClause
		s.content = []run{p.trim(run{at, limit})}
	case c.verb&(names|judges) != 0 && hasQuote:
		s.rule = Naming
		s.content = []run{p.trim(run{c.end, p.namingEnd(c.end, limit)})}
	case c.verb&(reports|quotes) != 0 && hasQuote:
		s.rule, s.conf = SpeakerCueQuote, .8
		s.content = []run{p.trim(run{at, limit})}
	default:
		return s, false
	}
	if c.rel == shared {
		s.rule = CueOfSameSpeaker
		s.conf -= .1
	}
	return s, p.finish(&s)
}

// writes reports whether the subject of a cue is a document, or "it" or "which", which may be one.
func (p *page) writes(c *cue, u unit) bool {
	if c.rel == antecede {
		return c.source.lo > u.lo && (p.toks[c.source.lo-1].is(document) || p.kind(c.source.lo-1) == comma)
	}
	return p.sourceIs(c.source, document) || p.isWord(c.source.lo, "it")
}

// namingEnd ends a name or judgement with its quotation, or with the clause of which that is a part.
func (p *page) namingEnd(i, limit int) int {
	for p.kind(i) != quoted {
		i++
	}
	end := p.quoteEnd(i, limit)
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
