package quote

import "sync"

// speaker is the one behind a source.
type speaker struct {
	name, role string
	anonymous  bool
	who        int // index in the cast; -1 for everybody else
	// group says that several speak; body that an organisation or document does.
	group, body bool
	conf        float64 // 0 if the speaker cannot be told
}

var nobody = speaker{who: -1}

// resolver traces sources to speakers, in the order of the text.
type resolver struct {
	cast
	found   []statement // of the article
	spoke   []said      // the statements resolved so far
	focus   []focus     // by unit
	first   []int       // unit → index of its first mention; one more entry ends the last unit
	byRole  map[string][]int
	unnamed []descriptor
	count   []int // member → how often they are named
}

// said is who spoke in a unit.
type said struct {
	unit int
	speaker
}

// resolvers are those of earlier articles, kept for their memory.
var resolvers = sync.Pool{New: func() any { return new(resolver) }}

// mostKept is the most tokens that memory is kept for: those of a long article, not of a book.
const mostKept = 1 << 16

// release leaves the memory to a later article.
func (r *resolver) release() {
	if cap(r.toks) <= mostKept {
		resolvers.Put(r)
	}
}

// meet gets to know whom the page names, among them who makes the statements.
func (r *resolver) meet(found []statement) {
	r.readNames()
	r.found = found
	r.spoke, r.focus, r.first, r.unnamed = r.spoke[:0], r.focus[:0], r.first[:0], r.unnamed[:0]
	for _, s := range found {
		if s.quotes && !s.source.empty() {
			r.vouch(s.source)
		}
	}
	r.count = append(r.count[:0], make([]int, len(r.members))...)
	for i := range r.mentions {
		if id := r.mentions[i].who; id >= 0 {
			r.count[id]++
		}
	}
	m := 0
	for u := range r.units {
		r.first = append(r.first, m)
		for m < len(r.mentions) && r.mentions[m].unit == u {
			m++
		}
	}
	r.first = append(r.first, m)
	r.indexRoles()
	for u := range r.units {
		r.focus = append(r.focus, r.focusOf(u))
	}
}

// vouch notes that somebody is quoted under the name that a source gives: a name of two words that is no body's is
// then a person's.
func (r *resolver) vouch(src run) {
	k := r.headName(src, r.coreEnd(src.lo, src.hi))
	if k < 0 {
		return
	}
	x := &r.members[r.mentions[k].who]
	x.vouched = true
	x.person = x.person || x.given != "" && !x.body
}

// resolve finds the speaker of a source that stands in unit u. Sources are resolved in the order of the text.
func (r *resolver) resolve(src run, u int) speaker {
	if src.empty() {
		return nobody
	}
	s := r.trace(src, u)
	r.spoke = append(r.spoke, said{u, s})
	return s
}

func (r *resolver) trace(src run, u int) speaker {
	t := &r.toks[src.lo]
	if src.hi == src.lo+1 && t.kind == word {
		switch {
		case r.isWord(src.lo, "he"):
			return r.pronoun(src.lo, u, male)
		case r.isWord(src.lo, "she"):
			return r.pronoun(src.lo, u, female)
		case r.isWord(src.lo, "they"):
			return r.they(u)
		case r.isWord(src.lo, "it"):
			return r.it(u)
		case t.is(relative) || r.isWord(src.lo, "that"):
			return r.antecedent(src.lo, u)
		case t.is(subjectPronoun|possessivePronoun|objectPronoun) && !t.upper || r.isWord(src.lo, "i"):
			return nobody
		}
	}
	core := r.coreEnd(src.lo, src.hi)
	if s, ok := r.named(src, core); ok {
		return s
	}
	return r.described(src, core, u)
}

// named handles a source that holds the speaker's name: in its core, or in apposition after it. Several names
// joined by "and" make a group.
func (r *resolver) named(src run, core int) (speaker, bool) {
	k := r.headName(src, core)
	if k < 0 {
		k = r.nameInApposition(src, core)
	}
	if k < 0 {
		return nobody, false
	}
	m := &r.mentions[k]
	if r.joined(k, core) {
		return speaker{name: r.span(run{src.lo, core}).Of(r.body), who: -1, group: true, conf: .85}, true
	}
	return r.bearer(m, src, core), true
}

// joined reports whether another name follows mention k after "and", before core.
func (r *resolver) joined(k, core int) bool {
	m := &r.mentions[k]
	return m.hi < core && r.toks[m.hi].is(conjunction) && k+1 < len(r.mentions) && r.mentions[k+1].hi <= core
}

// headName is the first mention in the core that is what the source is about; -1 if there is none.
func (r *resolver) headName(src run, core int) int {
	for i := src.lo + 1; i <= core; i++ {
		if k, ok := r.at(i); ok && r.heads(&r.mentions[k], src) {
			return k
		}
	}
	return -1
}

// nameInApposition is the mention with which the apposition after the core begins, or that is one of the appositions:
// "a vet, Ada Brandt".
func (r *resolver) nameInApposition(src run, core int) int {
	if core+1 >= src.hi || r.kind(core) != comma {
		return -1
	}
	for i := core + 2; i <= src.hi; i++ {
		k, ok := r.at(i)
		if !ok || r.mentions[k].who < 0 {
			continue
		}
		m := &r.mentions[k]
		if r.follows(m, core) || r.standsAlone(m, src) && !r.sourceIs(run{src.lo, core}, plural) {
			return k
		}
	}
	return -1
}

// follows reports whether a mention, with its titles and offices, is what begins after the comma at core.
func (r *resolver) follows(m *mention, core int) bool {
	return m.full.lo == core+1 || m.lo > core+1 && r.rolePhrase(run{core + 1, m.lo}).hi == m.lo
}

// standsAlone reports whether a mention is a person's name between commas in a source.
func (r *resolver) standsAlone(m *mention, src run) bool {
	return r.kind(m.full.lo-1) == comma && (m.hi == src.hi || r.kind(m.hi) == comma) && r.human(m.who) && r.given(m) != ""
}

// heads reports whether the mention is what the source is about, not a part of its description, as in "the
// official speaking for NATO", "a NATO official", "Brandt's lawyer".
func (r *resolver) heads(m *mention, src run) bool {
	if m.lo < src.lo || m.who < 0 || m.hi < src.hi && (r.toks[m.hi].is(possessiveEnding) || r.modifies(m.run, src.hi)) {
		return false
	}
	before := max(m.full.lo, src.lo) - 1
	if before >= src.lo && r.toks[before].is(determiner) {
		before--
	}
	return before < src.lo || r.kind(before) != word || !r.toks[before].is(preposition|participle)
}

// bearer is the speaker whom a mention names.
func (r *resolver) bearer(m *mention, src run, core int) speaker {
	x := &r.members[m.who]
	s := speaker{name: x.name, who: m.who, conf: 1}
	if x.person || !x.body && x.given != "" {
		s.role = x.role
		if x.given == "" {
			s.conf = .9
		}
		return s
	}
	s.body, s.conf = x.body, .9
	if x.name == r.span(m.run).Of(r.body) {
		s.name = r.span(run{src.lo, max(core, m.hi)}).Of(r.body)
	}
	return s
}
