package quote

// longestIntroduction is the most stretches between commas before the subject of a sentence.
const longestIntroduction = 8

// mainSubject reads the subject with which the unit begins, after any introduction, as far as it lies before end. That
// of a subordinate clause ("While Brandt slept, …") serves only where there is no other.
func (p *page) mainSubject(u unit, end int) run {
	var subordinate run
	for i, n := u.lo, 0; i < end && n < longestIntroduction; i, n = p.afterIntroduction(i, end), n+1 {
		start := p.skipOpeners(i, end)
		if start >= end {
			break
		}
		t := &p.toks[start]
		if n > 0 && t.kind == word && t.verb&(reports|quotes) != 0 && t.verb&isPast != 0 && p.kind(start-1) == quoted {
			start++ // “…,” said Brandt
			t = &p.toks[min(start, len(p.toks)-1)]
		}
		if start >= end || t.kind == quoted || t.is(preposition|participle|past|subordinator|relative) && !t.is(determiner|givenName) {
			continue
		}
		f := p.phraseAt(start, end)
		if f.hi == start || !p.canSpeak(run{start, f.core}) {
			continue
		}
		if p.describesNext(f, end) {
			continue
		}
		if !p.subordinates(i, start) {
			return f.whole()
		}
		if subordinate.empty() {
			subordinate = f.whole()
		}
	}
	return subordinate
}

// describesNext reports whether a phrase only describes the subject that follows it: "A vet, Brandt said …".
func (p *page) describesNext(f phrase, end int) bool {
	k := f.hi + 1
	if k >= end || !p.isAny(f.lo, "a", "an") || p.kind(f.hi) != comma {
		return false
	}
	return (p.toks[k].is(subjectPronoun) || p.toks[k].upper) && p.clauseAhead(k, end)
}

// subordinates reports whether one of the words from i to start makes what follows a subordinate clause.
func (p *page) subordinates(i, start int) bool {
	for ; i < start; i++ {
		if p.toks[i].is(subordinator) {
			return true
		}
	}
	return false
}

// afterIntroduction is the token after the next comma or dash from i on, or after a quotation that ends with one:
// "Of the “ferry,” Brandt said …".
func (p *page) afterIntroduction(i, end int) int {
	for j := i; j < end; j++ {
		switch p.kind(j) {
		case comma, dash:
			return j + 1
		case quoted:
			if p.inner(j) == ',' && (j+1 >= end || p.kind(j+1) != comma) {
				return j + 1
			}
		}
	}
	return end
}
