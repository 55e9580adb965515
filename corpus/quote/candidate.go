package quote

import "strings"

// candidate is a word that may tell what somebody wants, thinks, supports, refuses or is expected to do, and what
// stands around it.
type candidate struct {
	subject
	v       int // the word
	from    int // where what it takes begins
	stem    uint16
	form    form
	frame   uint16
	be      bool // a form of "be" stands before it
	owned   bool // a possessive stands before it: "Brandt's promise to …"
	quotes  bool // what it takes is partly in quotation marks
	opening bool // the sentence opens with it
	noun    bool // it is a noun: "a lively debate about …"
	fixed   bool // a determiner does: "the promise to …"
}

// What a word takes: the first numbers of frames. Beyond these it takes the preposition of the number.
const (
	takesObject uint16 = iota + 1
	takesClause
	takesInfinitive
	takesPreposition
)

// candidateAt reads the word at i, if it is any or the model knows it, its subject and what it takes before end.
func (p *page) candidateAt(i int, u unit, end int, any bool) (c candidate, ok bool) {
	t := &p.toks[i]
	if t.kind != word || t.upper && !t.first || t.is(notStance) {
		return c, false
	}
	var low [longestEntry]byte
	stem, form, ok := stemOf(low[:0], p.text(i))
	c = candidate{v: i, form: form, stem: stems.of(stem)}
	if !ok || !any && c.stem == unnumbered {
		return c, false
	}
	if c.frame, c.from, ok = p.frameAfter(i, end); !ok {
		return c, false
	}
	if p.work(c.from) {
		return c, false
	}
	c.quotes = p.hasQuote(run{c.from, p.stanceEnd(c.from, end)})
	c.subject = p.subjectOf(i, u.lo, form)
	p.possessed(&c, u)
	for k := c.group; k < i; k++ {
		c.be = c.be || p.toks[k].is(be) && form != formGerund
	}
	c.be = c.be || form == formGerund && c.progressive(p, i)
	if p.entitled(&cue{subject: c.subject, v: i, end: i + 1, verb: t.verb}) {
		return c, false
	}
	c.noun = !c.owned && p.nominal(&c)
	c.fixed = i > u.lo && p.toks[i-1].is(determiner|possessivePronoun) && p.kind(i-1) == word
	return c, true
}

// work reports whether a quotation at i is the title of a work: its words have capitals, all but the short ones.
func (p *page) work(i int) bool {
	if p.kind(i) != quoted {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(strings.Trim(p.text(i), "\"“”‘’'.,")) {
		if first := w[0]; first < 'A' || first > 'Z' {
			if len(w) >= longerWord {
				return false
			}
			continue
		}
		words++
	}
	return words > 0
}

// notStance are the classes of words that tell no stance.
const notStance = clauseWords&^finite | preposition | conjunction | determiner | possessivePronoun | objectPronoun | timeWord | adverb

// frameAfter tells what the word at i takes, and where that begins.
func (p *page) frameAfter(i, end int) (uint16, int, bool) {
	j := i + 1
	for j < end && p.toks[j].is(adverb) && !p.toks[j].is(preposition) && p.toks[j].verb == 0 {
		j++
	}
	if j >= end {
		return 0, 0, false
	}
	t := &p.toks[j]
	switch {
	case t.kind == quoted, t.kind == number:
		return takesObject, j, true
	case t.kind != word:
		return 0, 0, false
	case p.isWord(j, "to"):
		return takesInfinitive, j, true
	case t.is(preposition) && !t.is(subordinator) && !t.upper:
		return frames.of([]byte(p.text(j))), j + 1, j+1 < end
	case t.is(that), t.is(subjectPronoun) && !t.is(objectPronoun), p.isWord(j, "it"), p.isWord(j, "you"):
		return takesClause, j, true
	case t.is(auxiliary | negation | conjunction | subordinator):
		return 0, 0, false
	case p.clauseAhead(j, end):
		return takesClause, j, true
	}
	return takesObject, j, true
}

// possessed finds the one whose stance a noun tells: "Brandt's promise".
func (p *page) possessed(c *candidate, u unit) {
	g := c.group
	for g > max(u.lo, c.v-2) && p.kind(g-1) == word && !p.toks[g-1].upper && !p.toks[g-1].is(notStance|subjectPronoun) {
		g--
	}
	switch {
	case g > u.lo+1 && p.toks[g-1].is(possessiveEnding):
		start := p.trimFront(p.phraseStart(g-2, u.lo), g-1)
		c.source, c.owned = run{min(start, g-2), g}, true
	case g > u.lo && p.toks[g-1].is(possessivePronoun) && p.kind(g-1) == word:
		c.source, c.owned = run{g - 1, g}, true
	}
	if c.source.hi > c.v {
		c.source = run{}
	}
}

// nominal reports whether the candidate seems to be a noun: nothing that it could be the verb of stands before it.
func (p *page) nominal(c *candidate) bool {
	if c.form != formBase && c.form != formThird || c.be || c.to || c.group < c.v || c.rel != before || c.source.empty() {
		return false
	}
	last := &p.toks[c.source.hi-1]
	return !last.upper && (last.is(determiner) || !last.is(person|organisation|document|plural|pronominal) && !strings.HasSuffix(p.text(c.source.hi-1), "s"))
}

// inherit gives a candidate without a subject of its own that of the statement before it in the sentence, or of the
// sentence itself.
func (p *page) inherit(c *candidate, u unit, done, out []statement) {
	if c.owned || !c.noun && !c.source.empty() {
		return
	}
	if c.opens(p, u) {
		c.opening = true
		u.lo = p.openingEnd(c.from, u.hi)
		if c.source = p.mainSubject(u, u.hi); c.source.empty() || c.source.lo > u.lo+2 {
			c.source = run{}
		}
		return
	}
	own := c.source
	c.source = run{}
	for _, found := range [2][]statement{done, out} {
		for i := range found {
			if s := &found[i]; s.cue.lo < c.v && !s.source.empty() && s.source.lo < c.v && !p.possessor(s.source) {
				c.source = s.source
			}
		}
	}
	if c.source.empty() {
		c.source = p.mainSubject(u, c.group)
		p.withoutApposition(c)
	}
	if c.source.empty() && c.rel == before && !own.empty() && (c.frame == takesClause || c.frame == takesObject) {
		c.source = own
	}
}

// withoutApposition cuts off the source what stands in apposition to it and goes on with the candidate, a noun: "Brandt,
// a strong supporter of …".
func (p *page) withoutApposition(c *candidate) {
	for k := c.source.hi - 1; k > c.source.lo; k-- {
		if p.kind(k) != comma {
			continue
		}
		if c.source.hi == c.v && !c.owned && p.isAny(k+1, "a", "an", "the") {
			c.source.hi = k
		}
		return
	}
}

// possessor reports whether a source only says whose something is: "his", "Brandt's".
func (p *page) possessor(r run) bool {
	last := &p.toks[r.hi-1]
	return last.is(possessivePronoun) && !last.is(objectPronoun) || last.is(possessiveEnding)
}

// verbal reports whether the candidate is more likely a verb than a noun or an adjective.
func (c *candidate) verbal() bool { return !c.noun && !c.fixed && !c.owned }

// opens reports whether the candidate's is a participle with which the sentence opens: "Citing the ice, Blom …".
func (c *candidate) opens(p *page, u unit) bool {
	if c.form != formGerund && c.form != formPast {
		return false
	}
	return c.group == u.lo || c.group == u.lo+1 && p.toks[u.lo].is(preposition|subordinator)
}
