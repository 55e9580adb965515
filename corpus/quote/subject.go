package quote

// relation says how a reporting verb comes by its subject.
type relation uint8

const (
	unknown  relation = iota
	before            // Brandt said
	after             // said Brandt
	shared            // … and added; …, saying: the subject of the verb before
	pronoun           // he said
	antecede          // who said
)

// subject is what a reporting verb is said of.
type subject struct {
	source run
	rel    relation
	// from is the token with which the cue's clause begins, its conjunction included.
	from int
	// group is the first token of the verb with its auxiliaries and adverbs.
	group   int
	negated bool
	passive bool
	to      bool // an infinitive
	modal   bool
	with    bool // "with Brandt saying"
}

// subjectOf finds the subject that stands before the verb at v, in the unit whose tokens begin at lo.
func (p *page) subjectOf(v, lo int, f form) subject {
	s := p.verbGroup(v, lo, f)
	i := s.group - 1
	if i < lo {
		s.from = s.group
		return s
	}
	if j := p.backOverTime(i, lo); j >= lo && p.kind(j) == word && p.toks[j].is(relative) {
		i = j
	}
	t := &p.toks[i]
	ing := f == formGerund && !s.progressive(p, v)
	switch {
	case s.to, t.is(conjunction), ing && (t.kind == comma || t.kind == dash || t.is(preposition|subordinator)):
		s.rel, s.from = shared, i
		if t.kind == comma || s.to {
			s.from = s.group
		}
	case t.kind == comma:
		p.interrupted(&s, i, lo)
	case t.is(relative) || p.isWord(i, "that"):
		s.source, s.rel, s.from = run{i, i + 1}, antecede, i
	case t.is(subjectPronoun) && t.kind == word:
		s.source, s.rel, s.from = run{i, i + 1}, pronoun, p.clauseStart(i, lo)
	default:
		p.phraseBefore(&s, i, lo)
	}
	if s.with = s.source.lo > lo && p.isWord(s.source.lo-1, "with"); s.with {
		s.from = s.source.lo - 1
	}
	return s
}

// progressive reports whether a form of "be" belongs to the verb at v.
func (s *subject) progressive(p *page, v int) bool {
	for i := s.group; i < v; i++ {
		if p.toks[i].is(be) || p.toks[i].kind == suffix {
			return true
		}
	}
	return false
}

// verbGroup goes back over the auxiliaries and adverbs of the verb at v, as far as the "to" of an infinitive.
func (p *page) verbGroup(v, lo int, f form) subject {
	s := subject{group: v}
	for i := v - 1; i >= lo && !s.to && p.joinsVerb(&s, i, v, f); i-- {
		s.group = i
	}
	return s
}

// joinsVerb reports whether the token at i belongs to the verb at v, and notes what it makes of that.
func (p *page) joinsVerb(s *subject, i, v int, f form) bool {
	t := &p.toks[i]
	if t.kind == suffix {
		return t.is(auxiliary) || i+1 < v || f == formGerund
	}
	if t.kind != word || t.upper && !t.first {
		return false
	}
	switch {
	case t.is(auxiliary):
		s.modal = s.modal || !t.is(be) && !p.isAny(i, "has", "have", "had", "having", "did", "does", "do")
		s.passive = s.passive || t.is(be) && f == formPast
	case p.isWord(i, "to"):
		s.to = true
	case !t.is(adverb|negation) || t.upper || t.verb != 0 || t.is(conjunction):
		return false
	}
	s.negated = s.negated || t.is(negation)
	return true
}

// clauseStart goes back from a subject at i over the words that introduce its clause.
func (p *page) clauseStart(i, lo int) int {
	for i > lo && p.kind(i-1) == word && p.toks[i-1].is(conjunction|subordinator|adverb) && p.toks[i-1].verb == 0 {
		i--
	}
	return i
}

// longestInterruption is the most tokens between a verb and the beginning of its subject.
const longestInterruption = 100

// interrupted finds a subject cut off from its verb by commas: "Brandt, a vet in Hull, said".
func (p *page) interrupted(s *subject, commaAt, lo int) {
	i := p.hardBreak(commaAt-1, max(lo, commaAt-longestInterruption))
	if !p.canSpeak(run{i, commaAt}) { // nor then can any part of it
		i = commaAt
	}
	for ; i < commaAt; i = p.nextSegment(i, commaAt) {
		start := p.skipOpeners(i, commaAt)
		if start >= commaAt || p.toks[start].is(preposition|participle|past|relative) && !p.toks[start].is(determiner) {
			continue
		}
		core := p.coreEnd(start, commaAt)
		if core == start || core >= commaAt || p.kind(core) != comma || !p.canSpeak(run{start, core}) {
			continue
		}
		if p.nameLater(start, core, commaAt) {
			continue
		}
		s.rel, s.from = before, p.clauseStart(start, lo)
		if p.toks[start].is(subjectPronoun) {
			s.source, s.rel = run{start, core}, pronoun
			return
		}
		s.source = run{start, commaAt}
		if p.kind(core) == comma && !p.appositive(phrase{start, core, core}, core+1, commaAt) && !p.namedLater(phrase{start, core, core}, commaAt) {
			s.source.hi = core
		}
		return
	}
	s.rel, s.from = shared, s.group
}

// namedLater reports whether the name of the person whom the phrase describes stands between the commas after it: "One
// delegate, in the rain, Ada Brandt, said".
func (p *page) namedLater(f phrase, commaAt int) bool {
	for i := p.nextSegment(f.core, commaAt); i < commaAt; i = p.nextSegment(i, commaAt) {
		if p.bearerNamed(f, i, commaAt) {
			return true
		}
	}
	return false
}

// nameLater reports whether a full name that is no apposition to the phrase [start, core) stands between commas after it,
// and so is the likelier subject: "On a site, the Courier, Ada Brandt, a vet, said".
func (p *page) nameLater(start, core, commaAt int) bool {
	if p.toks[start].is(givenName) {
		return false
	}
	for i := p.nextSegment(core, commaAt); i+1 < commaAt; i = p.nextSegment(i, commaAt) {
		if !p.toks[i].is(givenName) || !p.toks[i+1].upper {
			continue
		}
		end := p.coreEnd(i, commaAt)
		return end < commaAt && p.kind(end) == comma && !p.bearerNamed(phrase{start, core, core}, i, commaAt) && !p.sourceIs(run{start, core}, person)
	}
	return false
}

// canSpeak reports whether the noun phrase can say something: a pronoun, a name, a person, an organisation or a
// document.
func (p *page) canSpeak(r run) bool {
	for i := r.lo; i < r.hi; i++ {
		t := &p.toks[i]
		name := t.upper && !t.is(timeWord) && !(t.first && t.is(opening|adverb|preposition))
		if name || t.is(person|organisation|document|subjectPronoun) {
			return true
		}
	}
	return false
}

// hardBreak is the first token after the last full quotation, colon, semicolon or stop before i.
func (p *page) hardBreak(i, lo int) int {
	for ; i >= lo; i-- {
		switch p.toks[i].kind {
		case colon, semicolon, stop:
			return i + 1
		case quoted:
			if !p.fragment(i) {
				return i + 1
			}
		}
	}
	return lo
}

// nextSegment is the token after the next comma or dash from i on.
func (p *page) nextSegment(i, hi int) int {
	for ; i < hi; i++ {
		if k := p.toks[i].kind; k == comma || k == dash {
			return i + 1
		}
	}
	return hi
}

// skipOpeners goes over the conjunctions and adverbs that open a clause, and over commas.
func (p *page) skipOpeners(i, hi int) int {
	for i < hi {
		t := &p.toks[i]
		opens := t.is(conjunction|adverb|subordinator) && t.verb == 0 && !t.is(determiner|subjectPronoun|person)
		if t.kind != comma && t.kind != dash && !opens {
			break
		}
		i++
	}
	return i
}
