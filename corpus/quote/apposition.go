package quote

// bearerNamed reports whether the segment from k on is the name of the person whom the phrase describes: "his best
// friend in Hull, Ada Brandt,".
func (p *page) bearerNamed(f phrase, k, hi int) bool {
	if k+1 >= hi || !p.fullName(k) || p.toks[f.lo].is(givenName) {
		return false
	}
	if end := p.coreEnd(k, hi); end < hi && p.kind(end) == word && !p.toks[end].is(relative|preposition) {
		return false
	}
	for i := f.lo; i < f.core; i++ {
		if t := &p.toks[i]; t.is(person) && !t.is(plural|demonym) && (!t.upper || p.acronym(i)) {
			return true
		}
	}
	return false
}

// fullName reports whether two capitalised words at k can be a person's name.
func (p *page) fullName(k int) bool {
	for i := k; i < k+2; i++ {
		if t := &p.toks[i]; t.kind != word || !t.upper || t.is(organisation|document|region|demonym|timeWord|person|title) && !t.is(givenName) {
			return false
		}
	}
	return true
}

// presents reports whether the segment from k on, after a name, says what person that is, although a verb stands later
// in it: "Brandt, the minister at the time the tax was new".
func (p *page) presents(f phrase, k, hi int) bool {
	if !p.toks[f.core-1].upper {
		return false
	}
	for i := k + 1; i+1 < hi && p.kind(i) == word && !p.toks[i].is(preposition|relative); i++ {
		if t := &p.toks[i]; t.is(person) && !t.is(plural|demonym) {
			return p.kind(i+1) == word && p.toks[i+1].is(preposition|relative)
		}
	}
	return false
}

// namedNoun reports whether the lower-case word at j is the noun of a phrase from i on in which a name only says of
// what kind it is: "a Hull tally", "his Facebook profile".
func (p *page) namedNoun(i, j int) bool {
	first, t := &p.toks[i], &p.toks[j]
	if first.upper && !first.first || !first.is(determiner|possessivePronoun|numeral) {
		return false
	}
	return t.class&^plural == 0 && t.verb == 0
}

// owned reports whether the segment from k on says whose the person is: "Hull’s former mayor".
func (p *page) owned(k, hi int) bool {
	i := k
	for i < hi && p.kind(i) == word && p.toks[i].upper {
		i++
	}
	if i+1 >= hi || !p.toks[i].is(possessiveEnding) || p.clauseAhead(k, hi) {
		return false
	}
	return p.sourceIs(run{i + 1, max(i+1, p.coreEnd(k, hi))}, person)
}

// afterRegion is the end of a phrase that ends at a comma, with the state or province after a town's name:
// "a vet in Hull, Mass.".
func (p *page) afterRegion(end, hi int) int {
	if end+1 >= hi || p.kind(end) != comma || !p.toks[end-1].upper || !p.toks[end+1].upper || !p.toks[end+1].is(region) {
		return end
	}
	if end+2 < hi && (p.kind(end+2) == word || p.kind(end+2) == suffix) {
		return end
	}
	return end + 2
}

// withClause extends a phrase that no name heads by the clause that follows it without a comma: "a vet who saw it",
// "an account she gave".
func (p *page) withClause(f phrase, hi int) phrase {
	if f.hi != f.core || f.hi >= hi || f.core == f.lo || p.toks[f.core-1].upper && p.toks[f.lo].upper {
		return f
	}
	t := &p.toks[f.hi]
	if t.kind != word || !t.is(relative|subjectPronoun) || p.isAny(f.hi, "you", "it") || p.toks[f.lo].is(subjectPronoun) {
		return f
	}
	f.hi = p.afterRegion(p.segmentEnd(f.hi+1, hi), hi)
	return f
}

// longestDocument is the most tokens that describe a document after "according to".
const longestDocument = 30

// toEnd extends the phrase of a document after "according to" to the end of the sentence, if nothing parts it from that:
// "according to a poll taken last week in Hull".
func (p *page) toEnd(f phrase, trails bool, hi int) phrase {
	if !trails || f.hi != f.core || f.hi >= hi || !p.sourceIs(run{f.lo, f.core}, document) {
		return f
	}
	t := &p.toks[f.hi]
	if t.kind != word || t.is(conjunction|subordinator|auxiliary|finite) || t.verb&isPresent != 0 {
		return f
	}
	if end := p.segmentEnd(f.hi, hi); end-f.hi <= longestDocument && (end >= hi || p.kind(end) == stop) {
		f.hi = end
	}
	return f
}
