package quote

import "strings"

// rolePhrase is the noun phrase in the stretch r that says what one person is, without the adverb before it and without
// a verb joined to it ("a historian and runs a site"); empty if r is none.
func (p *page) rolePhrase(r run) run {
	for r.lo < r.hi && p.isAny(r.lo, "even", "also", "like", "including", "with", "only", "just") {
		r.lo++
	}
	if r.lo >= r.hi || p.noRole(r.lo) {
		return run{}
	}
	head := false
	for i := r.lo; i < r.hi; i++ {
		t := &p.toks[i]
		switch {
		case head && t.is(relative|that) && t.kind == word:
			return r
		case t.kind == word && t.is(preposition) && !head && !p.isWord(i, "of") && !t.upper:
			return run{}
		case p.finiteAt(i, r):
			if head && i > r.lo && p.isWord(i-1, "and") {
				return run{r.lo, i - 1}
			}
			return run{}
		case t.kind == word && !head && (i+1 >= r.hi || !p.toks[i+1].is(possessiveEnding)):
			head = p.oneOf(i, r)
		}
	}
	if !head && !p.plainRole(r) {
		return run{}
	}
	return r
}

// longestPlain is the most tokens of a role whose head is unknown.
const longestPlain = 3

// plainRole reports whether a stretch is an article and a word or two in lower case, or is so up to where somebody is
// from: "a shepherd", "a retired shepherd from Hull".
func (p *page) plainRole(r run) bool {
	end := r.lo + 1
	for end < r.hi && p.kind(end) == word && !p.toks[end].upper && !p.isAny(end, "from", "in", "at") {
		if p.toks[end].is(notNoun &^ (past | participle)) {
			return false
		}
		end++
	}
	return p.isAny(r.lo, "a", "an") && end > r.lo+1 && end-r.lo <= longestPlain && (end == r.hi || p.isAny(end, "from", "in", "at"))
}

// oneOf reports whether the word at i can head the role r: it says what one person is.
func (p *page) oneOf(i int, r run) bool {
	t := &p.toks[i]
	if p.isWord(i, "head") && p.isWord(i+1, "of") {
		return true
	}
	ends := i+1 >= r.hi || p.kind(i+1) != word || p.toks[i+1].is(preposition|relative)
	switch {
	case t.is(person) && t.is(demonym):
		return ends && i > r.lo && p.singular(i)
	case t.is(person):
		return !t.is(plural) || p.singular(i) || p.isWord(r.lo, "one")
	case !ends || t.upper || !p.isAny(r.lo, "a", "an", "the"):
		return false
	}
	return agentive(p.text(i))
}

// agentive reports whether a word ends as those do that say what somebody does or is.
func agentive(w string) bool {
	for _, ending := range [...]string{"er", "or", "ist", "ian", "eer", "aut", "ee", "ant"} {
		if len(w) > len(ending)+3 && strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// noRole reports whether a stretch that begins with the word at i is no role: a clause, a pronoun or one of several.
func (p *page) noRole(i int) bool {
	t := &p.toks[i]
	if t.kind != word || t.is(conjunction|subjectPronoun|subordinator|relative|negation) && !t.is(person|possessivePronoun) {
		return true
	}
	if t.is(participle) && !t.upper && !t.is(person) {
		return true
	}
	if p.isWord(i, "one") {
		return !p.isWord(i+1, "of")
	}
	return p.isAny(i, "another", "some", "others", "those", "these", "this", "that", "both", "each", "every", "many", "several",
		"other", "few", "most", "such", "all", "no", "two", "three", "four")
}

// singular reports whether the word at i, in a list that has plurals, may be one person here: "chief of staff".
func (p *page) singular(i int) bool {
	return p.body[p.toks[i].end-1] != 's' && !p.isAny(i, "people", "men", "women", "children", "others")
}

// finiteAt reports whether the verb of a clause stands at i. A participle with a preposition after it is none: "a man
// accused of".
func (p *page) finiteAt(i int, r run) bool {
	t := &p.toks[i]
	if t.kind == suffix {
		return t.is(auxiliary)
	}
	if t.kind != word || t.upper && !t.first {
		return false
	}
	switch {
	case t.is(auxiliary|subjectPronoun) && !t.is(person|relative):
		return true
	case t.is(finite):
		return i > r.lo && !p.participial(i, r)
	case p.verbal(i):
		if t.verb&isPast == 0 {
			return i > r.lo && p.agrees(i, r.lo)
		}
		return !p.participial(i, r)
	case t.is(past):
		return p.governs(i)
	}
	return false
}

// participial reports whether the form at i can be a participle: a preposition follows, or it stands before a noun and
// after an adverb or article.
func (p *page) participial(i int, r run) bool {
	if i+1 >= r.hi || p.kind(i+1) != word {
		return false
	}
	next := &p.toks[i+1]
	if next.is(preposition) && !next.is(subordinator) {
		return true
	}
	return i > r.lo && p.toks[i-1].is(adverb|determiner) && !next.is(notNoun&^(past|participle))
}

// relational reports whether a role of one or two words only says how somebody stands to somebody else: "rival".
func (p *page) relational(r run) bool {
	if r.hi-r.lo > 2 || r.hi-r.lo == 2 && p.toks[r.lo].upper && !p.toks[r.lo].is(demonym) {
		return false
	}
	return p.isAny(r.hi-1, "rival", "opponent", "challenger", "insurgent", "ally", "critic", "friend", "colleague",
		"supporter", "suspect", "victim", "fellow", "husband", "wife", "brother", "sister", "son", "daughter", "partner", "foe")
}
