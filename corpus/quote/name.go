package quote

import (
	"strings"
	"unicode"
)

// mention is a name as it stands in the text, outside quotations.
type mention struct {
	run      // the name alone: no title, no role
	full run // with the titles and roles before it
	unit int
	who  int // index of the person or body in the cast; -1 if the name cannot be placed
	sex  class
	// titled says that a title or a role stands before the name, courtesy that it is one like Mr. or Sen.
	titled, courtesy bool
}

// appendMentions collects the names of the page in order.
func (p *page) appendMentions(ms []mention) []mention {
	for u := range p.units {
		for i := p.units[u].lo; i < p.units[u].hi; {
			if !p.toks[i].upper {
				i++
				continue
			}
			m, next := p.nameAt(i, p.units[u].hi)
			if !m.empty() {
				m.unit = u
				ms = append(ms, m)
			}
			i = next
		}
	}
	return ms
}

// nameAt reads the run of capitalised words at i and finds the name in it. next is where to go on.
func (p *page) nameAt(i, hi int) (m mention, next int) {
	if !p.nameWord(i) {
		return m, i + 1
	}
	end := i + 1
	for end < hi && p.nameGoesOn(i, end, hi) {
		end++
	}
	if end+1 < hi && p.kind(end) == comma && p.toks[end+1].is(nameSuffix) {
		end += 2
	}
	start := p.afterRoles(i, end)
	if start+1 == end && p.toks[start].is(demonym) {
		return m, end
	}
	m = mention{run: run{start, end}, full: run{i, end}, who: -1}
	if !p.modifies(m.run, hi) {
		m.full.lo = p.roleBefore(i)
	}
	p.readTitles(&m)
	return m, end
}

// readTitles notes what the words before a name tell of its bearer.
func (p *page) readTitles(m *mention) {
	for k := m.full.lo; k < m.lo; k++ {
		t := &p.toks[k]
		if !t.is(title|person) || t.is(givenName) && !t.is(title) {
			continue
		}
		m.titled = true
		m.courtesy = m.courtesy || t.is(title)
		if t.is(male | female) {
			m.sex = t.class & (male | female)
		}
	}
}

// modifies reports whether the name only says of what kind the noun after it is: "a NATO diplomat".
func (p *page) modifies(name run, hi int) bool {
	if p.acronym(name.lo) {
		return true
	}
	i := name.hi
	if i >= hi || p.kind(i) != word || p.toks[i].upper {
		return false
	}
	t := &p.toks[i]
	return t.is(person|organisation|document) || t.verb == 0 && !t.is(notNoun)
}

// acronym reports whether the word at i is in capitals throughout.
func (p *page) acronym(i int) bool {
	w := p.text(i)
	return len(w) > 1 && w[1] != '.' && p.toks[i].upper && strings.IndexFunc(w, unicode.IsLower) < 0
}

// nameWord reports whether the word at i can be part of a name: a capital that does not merely begin the
// sentence, and no day or month.
func (p *page) nameWord(i int) bool {
	t := &p.toks[i]
	if t.kind != word || !t.upper || t.is(timeWord|subjectPronoun|subordinator|conjunction|negation) && !t.is(givenName) {
		return false
	}
	if t.is(givenName | title | person) {
		return true
	}
	if t.first {
		return !t.is(opening|adverb|preposition|determiner|past|participle) && t.verb == 0
	}
	return !t.is(preposition|auxiliary) && t.verb&isPast == 0
}

// nameGoesOn reports whether the token at end continues the name begun at i.
func (p *page) nameGoesOn(i, end, hi int) bool {
	t := &p.toks[end]
	nextUpper := end+1 < hi && p.kind(end+1) == word && p.toks[end+1].upper
	switch t.kind {
	case word:
		if t.is(nameSuffix) && t.upper {
			return true
		}
		return p.nameWord(end) || t.is(particle) && nextUpper && p.toks[end-1].upper
	case quoted:
		return nextUpper && p.toks[end-1].is(givenName) && p.nickname(end)
	case other:
		return nextUpper && p.text(end) == "&"
	}
	return false
}

// afterRoles is where the name begins in the capitalised run [i, end): after its titles, offices and parties.
func (p *page) afterRoles(i, end int) int {
	start := i
	for k := i; k < end-1; k++ {
		t := &p.toks[k]
		if t.is(givenName) && !t.is(title) && !(t.is(person) && k == i) {
			break
		}
		if t.is(title|person|demonym) || p.isWord(k, "vice") {
			start = k + 1
		} else if t.is(organisation) && k == start && p.isWord(i-1, "of") {
			start = k + 1
		}
	}
	if !p.toks[start].is(givenName) {
		start = p.givenAfter(start, end)
	}
	for k := start; k < end; k++ {
		if !p.toks[k].is(organisation) {
			return start
		}
	}
	return i
}

// givenAfter is where a given name begins inside the run [start, end) after an office of several words that the
// lexicon does not know ("Senate Majority Fixer Ada Brandt"); start if there is none.
func (p *page) givenAfter(start, end int) int {
	for k := start + 1; k < end-1; k++ {
		if p.toks[k].is(givenName) && (k > start+1 || p.toks[start].is(organisation)) {
			return k
		}
	}
	return start
}

// roleBefore goes back from a name at i over the role that stands before it: "Hull city council spokeswoman".
func (p *page) roleBefore(i int) int {
	j := i - 1
	if p.kind(j) != word || !p.toks[j].is(person) || p.toks[j].is(plural) || digitAfter(p.body, p.toks[j].start) {
		return i
	}
	for j > 0 && !p.toks[j].first && p.kind(j-1) == word {
		t := &p.toks[j-1]
		if t.is(notNoun&^(adverb|past|participle)) || t.is(adverb) && !t.upper || p.verbal(j-1) {
			break
		}
		j--
	}
	return j
}

// personal reports whether the name is a person's by its form: a given name, an initial, a suffix.
func (p *page) personal(m *mention) bool {
	if m.hi-m.lo < 2 {
		return false
	}
	last := &p.toks[m.hi-1]
	if last.is(organisation|document) && !p.toks[m.lo].is(givenName) {
		return false
	}
	for k := m.lo; k < m.hi; k++ {
		t := &p.toks[k]
		if t.is(givenName) && k == m.lo || t.is(nameSuffix) || t.upper && t.end-t.start == 2 && p.body[t.end-1] == '.' {
			return true
		}
	}
	return false
}

// corporate reports whether the name is a body's or a place's by its form.
func (p *page) corporate(m *mention) bool {
	for k := m.lo; k < m.hi; k++ {
		t := &p.toks[k]
		if t.is(organisation|document) || k == m.hi-1 && t.is(demonym) || p.kind(k) == other {
			return true
		}
	}
	return p.acronym(m.lo) && m.hi-m.lo == 1 || p.isWord(m.lo-1, "the")
}

// located reports whether a preposition of place stands before the name.
func (p *page) located(m *mention) bool {
	owns := m.hi < len(p.toks) && p.toks[m.hi].is(possessiveEnding)
	return !owns && p.isAny(m.lo-1, "in", "near", "at", "across", "into")
}

// surname is the last word of the name without its suffix, in lower case.
func (p *page) surname(m *mention) string {
	k := m.hi - 1
	for k > m.lo && (p.toks[k].is(nameSuffix) || p.kind(k) != word) {
		k--
	}
	return strings.ToLower(p.text(k))
}

// given is the first word of a name of several words, in lower case; empty if there is only one.
func (p *page) given(m *mention) string {
	if m.hi-m.lo < 2 || p.toks[m.lo+1].is(nameSuffix) || p.kind(m.lo+1) == comma {
		return ""
	}
	return strings.ToLower(p.text(m.lo))
}

// nameSuffixOf is the "Jr." of a name, in lower case without its stop; empty if there is none.
func (p *page) nameSuffixOf(m *mention) string {
	if last := m.hi - 1; last > m.lo && p.toks[last].is(nameSuffix) {
		return strings.ToLower(strings.TrimRight(p.text(last), "."))
	}
	return ""
}
