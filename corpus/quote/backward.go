package quote

// phraseBefore finds the noun phrase that ends with the token at i.
func (p *page) phraseBefore(s *subject, i, lo int) {
	i = p.backOverTime(i, lo)
	start := p.phraseStart(i, lo)
	if p.isWord(start, "with") && start < i {
		start++
	} else {
		start = p.trimFront(start, i+1)
	}
	if start > i {
		s.rel, s.from = shared, s.group
		return
	}
	s.source = run{start, i + 1}
	s.rel, s.from = before, p.clauseStart(start, lo)
	if p.toks[i].is(subjectPronoun) && i == start {
		s.rel = pronoun
	}
}

// backOverTime goes back over "on Tuesday" or "last week" between subject and verb.
func (p *page) backOverTime(i, lo int) int {
	j := i
	if j > lo && p.kind(j) == number && p.isAny(j-1, "in", "since") {
		j--
	}
	for j > lo && p.toks[j].is(timeWord) && p.kind(j) == word || j > lo && j < i && p.kind(j) == number {
		j--
	}
	if j == i {
		return i
	}
	for j > lo && p.isAny(j, "on", "last", "this", "late", "early", "in", "the", "that") {
		j--
	}
	if j < lo || p.kind(j) != word && p.kind(j) != shutParen || p.toks[j].verb == 0 && p.toks[j].is(past|issuing) {
		return i
	}
	return j
}

// phraseStart goes back from the last token of a noun phrase to where it can begin at the earliest.
func (p *page) phraseStart(i, lo int) int {
	j := i
	for ; j >= lo; j-- {
		t := &p.toks[j]
		switch t.kind {
		case word, number, suffix, other:
		case shutParen:
			k := j
			for k > lo && p.kind(k) != openParen {
				k--
			}
			j = k
			continue
		case quoted:
			if j == i || j == lo || !p.nickname(j) {
				return j + 1
			}
			continue
		default:
			return j + 1
		}
		if p.articleStarts(j, lo) {
			return j
		}
		if !p.breaksBack(j, i) {
			continue
		}
		k := p.relativeBefore(j-1, lo)
		if k < 0 || p.toks[j].is(that|relative) {
			return j + 1
		}
		j = k
	}
	return lo
}

// articleStarts reports whether the article at j begins the noun phrase, as it does after another noun:
// "something a Hull official".
func (p *page) articleStarts(j, lo int) bool {
	if j <= lo || !p.isAny(j, "a", "an", "the") || p.kind(j-1) != word {
		return false
	}
	return !p.toks[j-1].is(preposition | conjunction | determiner | adverb | participle | past | subordinator)
}

// breaksBack reports whether the word at j cannot stand inside a noun phrase that ends at i.
func (p *page) breaksBack(j, i int) bool {
	t := &p.toks[j]
	if t.kind != word || t.upper && !t.first {
		return t.kind == suffix && t.is(auxiliary)
	}
	if t.is(subjectPronoun) && !t.is(relative) {
		return j < i
	}
	if t.is(clauseWords) && !t.is(determiner|person|possessivePronoun) || p.isWord(j, "but") {
		return !p.isWord(j, "than")
	}
	return j < i && (p.governs(j) || p.verbal(j) && !p.reduced(j))
}

// reduced reports whether the past form at j is a relative clause cut short: "the diplomat quoted above".
func (p *page) reduced(j int) bool {
	return p.toks[j].verb&isPast != 0 && j > 0 && p.toks[j-1].is(person) && p.toks[j+1].is(preposition|adverb)
}

// relativeBefore finds the "who" or "that" of a relative clause whose verb stands at j; -1 if there is none.
func (p *page) relativeBefore(j, lo int) int {
	for k := j; k > lo && k > j-8; k-- {
		switch {
		case p.kind(k) != word && p.kind(k) != suffix && p.kind(k) != number:
			return -1
		case p.isAny(k, "who", "that", "which"):
			if p.kind(k-1) == word && !p.toks[k-1].is(clauseWords|preposition) && !p.verbal(k-1) {
				return k
			}
			return -1
		}
	}
	return -1
}

// trimFront drops what only introduces the noun phrase [start, end): conjunctions, adverbs, and a prepositional
// phrase, after which the last name or determiner begins it.
func (p *page) trimFront(start, end int) int {
	for start < end {
		t := &p.toks[start]
		switch {
		case t.kind == comma || t.kind == other || t.kind == suffix:
			start++
		case t.is(preposition) && !t.is(subjectPronoun) && (!t.upper || t.first):
			return p.afterPreposition(start, end)
		case p.bounds(start, end):
			return start
		case t.is(conjunction|subordinator|adverb) && !t.is(determiner|person|numeral) && (!t.upper || t.first):
			start++
		default:
			return start
		}
	}
	return start
}

// bounds reports whether the word at i belongs to the number that begins a noun phrase: "only three", "nearly a third".
func (p *page) bounds(i, end int) bool {
	return i+1 < end && p.isAny(i, "only", "nearly", "almost", "about", "roughly", "just", "not") &&
		(p.toks[i+1].is(determiner|numeral) || p.kind(i+1) == number)
}

// afterPreposition finds the noun phrase that ends at end and follows the prepositional phrase at start.
func (p *page) afterPreposition(start, end int) int {
	last := end - 1
	if p.kind(last) == shutParen || p.toks[last].upper {
		j := last
		for j > start+1 && p.namePart(j-1) {
			j--
		}
		if j > start+1 {
			return j
		}
		if p.toks[last].upper && last > start+1 {
			return last
		}
		return end
	}
	for j := last; j > start+1; j-- {
		if p.toks[j].is(determiner|possessivePronoun) && !p.toks[j-1].is(preposition) {
			return j
		}
	}
	return end
}

func (p *page) namePart(j int) bool {
	t := &p.toks[j]
	if t.kind != word || t.is(timeWord) {
		return false
	}
	return t.upper || t.is(particle) && !t.is(determiner) || t.is(person) && !t.is(preposition)
}
