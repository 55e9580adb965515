package quote

// bearerNamed reports whether the segment from k on is the name of the person whom the phrase describes: "his best
// friend in Hull, Ada Brandt,".
func (p *page) bearerNamed(f phrase, k, hi int) bool {
	if k+1 >= hi || !p.toks[k].is(givenName) || !p.toks[k+1].upper || p.toks[f.lo].is(givenName) {
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
	switch {
	case end+2 >= hi, p.kind(end+2) != word && p.kind(end+2) != suffix:
		return end + 2
	}
	return end
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
