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

// What a word takes, in frames. Beyond these it takes the preposition of the number.
const (
	takesObject uint16 = iota + 1
	takesClause
	takesInfinitive
	takesPreposition
)

func newFrames() *numbering {
	n := &numbering{ids: map[string]uint16{}, list: []string{""}}
	for _, name := range []string{"object", "that", "to", "preposition"} {
		n.add(name)
	}
	return n
}

// stances finds the stances in a unit outside the statements that are found in it already. Whether a word tells one
// is weighed by its traits.
func (p *page) stances(u unit, done []statement) []statement {
	var out []statement
	lastQuote := p.lastQuote(u)
	for i := u.lo; i < u.hi; i++ {
		if t := &p.toks[i]; t.kind != word || t.upper && !t.first || t.is(notStance) {
			continue
		}
		end, free := p.freeUntil(i, u, done)
		if !free {
			i = end - 1
			continue
		}
		c, ok := p.candidateAt(i, u, end, i < lastQuote)
		if !ok {
			continue
		}
		if !c.quotes && c.stem == unnumbered {
			continue
		}
		p.inherit(&c, u, done, out)
		if w := c.weigh(p); w < quotedThreshold || w < stanceThreshold && !(c.quotes && c.verbal()) {
			continue
		}
		if s, ok := p.stance(&c, end); ok && !p.clashes(done, s) && !overlaps(out, s) {
			out = append(out, s)
			i = s.content[len(s.content)-1].hi - 1
		}
	}
	return out
}

// clashes reports whether a stance shares content with one of the statements that do not stand within others.
func (p *page) clashes(done []statement, s statement) bool {
	for k := range done {
		if !p.embedded(&done[k]) && overlaps(done[k:k+1], s) {
			return true
		}
	}
	return false
}

// lastQuote is the last quotation of a unit; -1 if it has none.
func (p *page) lastQuote(u unit) int {
	for i := u.hi - 1; i >= u.lo; i-- {
		if p.kind(i) == quoted {
			return i
		}
	}
	return -1
}

// freeUntil is where the first statement after token i begins, or the unit ends. If token i belongs to a statement,
// it is not free, and the end is that of the stretch it belongs to.
func (p *page) freeUntil(i int, u unit, done []statement) (end int, free bool) {
	end = u.hi
	for k := range done {
		s := &done[k]
		if p.embedded(s) {
			continue
		}
		for n := -2; n < len(s.content); n++ {
			r := s.cue
			switch n {
			case -2:
			case -1:
				r = s.source
			default:
				r = s.content[n]
			}
			if r.lo <= i && i < r.hi {
				return r.hi, false
			}
			if r.lo > i {
				end = min(end, r.lo)
			}
		}
	}
	return end, true
}

// embedded reports whether a statement stands within what another word takes: "condemned what he called “…”".
func (p *page) embedded(s *statement) bool {
	return s.rule == Naming && p.isWord(s.source.lo-1, "what")
}

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
	c.source = run{}
	for _, found := range [2][]statement{done, out} {
		for i := range found {
			if s := &found[i]; s.cue.lo < c.v && !s.source.empty() && s.source.lo < c.v {
				c.source = s.source
			}
		}
	}
	if c.source.empty() {
		c.source = p.mainSubject(u, c.group)
	}
}

// openingEnd is where the participle phrase with which a sentence opens ends: at a comma, or after one in quotation
// marks.
func (p *page) openingEnd(i, end int) int {
	for ; i < end; i++ {
		switch p.kind(i) {
		case comma, stop, dash, colon, semicolon:
			return i
		case quoted:
			if p.inner(i) == ',' {
				return i + 1
			}
		}
	}
	return end
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

// stance makes a statement of a candidate.
func (p *page) stance(c *candidate, end int) (statement, bool) {
	s := statement{cue: run{c.v, c.v + 1}, source: c.source, rule: Stance, conf: .6}
	if c.opening {
		end = p.openingEnd(c.from, end)
	}
	content := p.trim(run{c.from, p.stanceEnd(c.from, end)})
	if c.frame > takesInfinitive {
		s.cue.hi = c.from
	}
	if p.unsaid(c) {
		s.rule, s.source = Unsaid, run{}
		if !c.source.empty() && c.source.hi <= c.v && c.rel != antecede && !c.owned {
			s.add(c.source)
		}
	}
	s.add(content)
	return s, !content.empty() && p.finish(&s)
}

// unsaid reports whether nobody is named as whose the stance is: "is expected to", "seems".
func (p *page) unsaid(c *candidate) bool {
	switch c.stem {
	case seem, appear:
		return true
	}
	return c.be && c.form == formPast && !c.owned && !feelings[c.stem] && c.frame != takesBy
}

// resumes reports whether the conjunction at j joins a past form to the verb before: "praised him and left".
func (p *page) resumes(j, end int) bool {
	if !p.isWord(j, "and") {
		return false
	}
	k := j + 1
	for k < end && p.toks[k].is(adverb) && p.toks[k].verb == 0 {
		k++
	}
	if k+1 >= end || p.kind(k) != word || p.toks[k].upper {
		return false
	}
	t := &p.toks[k]
	return t.verb&isPast != 0 || t.is(past|finite|auxiliary)
}

// afterClause are the classes of words that, after a comma, go on with something else.
const afterClause = relative | conjunction | participle | auxiliary | finite | subjectPronoun | negation | parting | addition

// stanceEnd ends what a word takes at its clause's end.
func (p *page) stanceEnd(i, end int) int {
	for j := i + 1; j < end; j++ {
		switch p.kind(j) {
		case stop, semicolon, dash, colon:
			return j
		case comma:
			if j+1 < end && p.kind(j+1) == word && (p.toks[j+1].is(afterClause) || p.toks[j+1].verb&isGerund != 0) {
				return j
			}
		case quoted:
			if !p.fragment(j) && j+1 < end && p.kind(j+1) == word && !p.toks[j+1].is(conjunction) {
				return j + 1
			}
		case word:
			if p.resumes(j, end) || p.toks[j].is(parting) {
				return j
			}
		}
	}
	return end
}

var (
	seem, appear = stems.add("seem"), stems.add("appear")
	takesBy      = frames.add("by")
)

// feelings are the stems of past forms that say with "be" what their subject feels: "is worried about".
var feelings = func() map[uint16]bool {
	m := make(map[uint16]bool)
	for w := range strings.FieldsSeq(`worried concerned committed opposed focused interested determined prepared disappointed convinced
		dedicated excited inclined satisfied pleased frustrated tired embarrassed ashamed surprised shocked appalled outraged
		alarmed troubled disgusted annoyed relieved delighted thrilled honored honoured proud scared frightened confused
		encouraged offended upset amused horrified stunned persuaded resigned devoted disposed`) {
		stem, _, _ := stemOf(nil, w)
		m[stems.add(string(stem))] = true
	}
	return m
}()
