package quote

import "strings"

// phrase is a noun phrase: its core ("Ada Brandt", "a vet") and the whole with what stands in apposition
// ("Ada Brandt, a vet in Hull").
type phrase struct{ lo, core, hi int }

func (f phrase) whole() run { return run{f.lo, f.hi} }

// mostAppositions is how many appositions a noun phrase has at most. It bounds the work that lists make.
const mostAppositions = 6

// phraseAt reads a noun phrase forward from token i; it is empty if none begins there.
func (p *page) phraseAt(i, hi int) phrase {
	core := p.coreEnd(i, hi)
	f := phrase{i, core, core}
	if core == i || p.toks[i].is(subjectPronoun) {
		return f
	}
	if core > i+1 && p.toks[core-2].upper || core > i+1 && p.toks[core-2].is(preposition) {
		f.hi = p.afterRegion(core, hi)
	}
	for n := 0; n < mostAppositions && f.hi < hi && p.toks[f.hi].kind == comma && p.appositive(f, f.hi+1, hi); n++ {
		end := p.segmentEnd(f.hi+1, hi)
		if end < hi && p.kind(end) == quoted && p.work(end) && !p.toks[f.hi+1].is(relative) {
			end++
		}
		if end < hi && p.kind(end) == quoted && p.toks[f.hi+1].is(relative) {
			break
		}
		f.hi = p.afterRegion(end, hi)
	}
	return f
}

// coreEnd is the end of the noun phrase that begins at i, without appositions.
func (p *page) coreEnd(i, hi int) int {
	if i < hi && p.toks[i].is(subjectPronoun) && p.toks[i].kind == word {
		return i + 1
	}
	j := i
	for j < hi {
		next := p.phraseStep(i, j, hi)
		if next == j {
			break
		}
		j = next
	}
	for j > i && p.dangles(j-1) {
		j--
	}
	return j
}

// dangles reports whether the token at j cannot end a noun phrase.
func (p *page) dangles(j int) bool {
	t := &p.toks[j]
	if t.upper {
		return false
	}
	return t.kind == other || t.is(preposition|conjunction|determiner|adverb) && !t.is(person|pronominal)
}

// phraseStep returns the end of what token j adds to the noun phrase begun at i, or j if the phrase ends there.
func (p *page) phraseStep(i, j, hi int) int {
	t := &p.toks[j]
	switch t.kind {
	case word:
		if p.goesIn(i, j, hi) {
			return j + 1
		}
	case number:
		if j == i || !p.toks[j-1].upper {
			return j + 1
		}
	case suffix:
		owned := j+1 < hi && (p.kind(j+1) == word || p.kind(j+1) == number)
		if t.is(possessiveEnding) && j > i && owned && !p.verbal(j+1) {
			return j + 1
		}
	case quoted:
		if j > i && j+1 < hi && p.nickname(j) {
			return j + 1
		}
	case openParen:
		if end := p.bracketEnd(j, hi); j > i && end > j {
			return end
		}
	case other:
		if j > i && p.toks[j-1].upper && j+1 < hi && p.toks[j+1].upper {
			return j + 1
		}
	}
	return j
}

// nickname reports whether the quotation at j stands inside a name.
func (p *page) nickname(j int) bool {
	return p.toks[j-1].upper && p.toks[j+1].upper && p.toks[j].end-p.toks[j].start <= longestNickname && p.fragment(j)
}

// longestNickname is the most bytes that a nickname has, its marks included.
const longestNickname = 30

// goesIn reports whether the word at j belongs to the noun phrase begun at i.
func (p *page) goesIn(i, j, hi int) bool {
	t := &p.toks[j]
	if t.upper && !t.first {
		return !t.is(timeWord) || j == i || p.toks[j-1].is(determiner)
	}
	if j == i {
		return !t.is(clauseWords|conjunction|preposition|objectPronoun) || t.is(determiner|possessivePronoun|title|person)
	}
	prev := &p.toks[j-1]
	opening := prev.first && prev.is(plural) && prev.is(person|document)
	name := prev.upper && !prev.is(demonym|determiner) && !opening || prev.is(nameSuffix) || prev.kind == shutParen
	switch {
	case t.is(particle) && name && j+1 < hi && p.toks[j+1].upper:
		return true
	case t.is(relative) && !t.is(person):
		return false
	case t.is(clauseWords|timeWord|objectPronoun) && !t.is(determiner|person|possessivePronoun),
		p.verbal(j), j+1 < hi && p.governs(j):
		return false
	case t.is(conjunction):
		return !p.isWord(j, "but") && j+1 < hi && p.listed(j+1, hi)
	case t.is(preposition):
		return p.attaches(j, hi, name)
	case name && !t.is(person|organisation|document):
		return p.roleAhead(j, hi) || p.namedNoun(i, j)
	}
	return true
}

// verbal reports whether the word at j is a verb rather than a part of a noun phrase.
func (p *page) verbal(j int) bool {
	t := &p.toks[j]
	if t.verb&anyCue == 0 || t.upper || t.verb&isGerund != 0 {
		return false
	}
	if t.verb&isPast != 0 {
		return !(j > 0 && p.toks[j-1].is(determiner|possessivePronoun) && p.kind(j+1) == word)
	}
	return t.verb&isNoun == 0 && !t.is(person|document)
}

// governs reports whether the past form at j has an object, so that it is a verb.
func (p *page) governs(j int) bool {
	return p.toks[j].is(past) && p.toks[j+1].is(determiner|possessivePronoun|objectPronoun)
}

// listed reports whether a conjunction before token j joins another noun phrase: a name, or a noun that a
// determiner or a person's word begins.
func (p *page) listed(j, hi int) bool {
	t := &p.toks[j]
	if t.kind != word || p.verbal(j) {
		return false
	}
	if t.upper || t.is(determiner|person|possessivePronoun|organisation|document) {
		return true
	}
	return !t.is(clauseWords | preposition | adverb)
}

// attaches reports whether the preposition at j begins a part of the noun phrase: after a name only "of", and
// after a common noun anything but the circumstances in which something was said.
func (p *page) attaches(j, hi int, name bool) bool {
	if j+1 >= hi {
		return false
	}
	if p.isWord(j, "of") {
		return true
	}
	return !name && p.toks[j].is(attaching) && !p.circumstance(j+1, hi)
}

// circumstance reports whether the noun phrase at j names a time or an occasion of speaking.
func (p *page) circumstance(j, hi int) bool {
	for n := 0; j < hi && n < 4; j, n = j+1, n+1 {
		t := &p.toks[j]
		if t.is(timeWord|document|occasion) && !(t.upper && n > 0 && p.toks[j-1].upper) {
			return true
		}
		if !t.is(determiner|demonym|adverb) && t.kind != number && n > 1 {
			return false
		}
	}
	return false
}

// roleAhead reports whether lower-case words from j on lead to what a person is or to a name, as in "Brandt
// national security adviser" and "Brandt constituent Cyril Moss".
func (p *page) roleAhead(j, hi int) bool {
	for n := 0; j < hi && n < 4; j, n = j+1, n+1 {
		t := &p.toks[j]
		if t.kind != word || t.upper || t.is(clauseWords|preposition|determiner|adverb|past|participle) || p.verbal(j) {
			return false
		}
		if t.is(person) || j+1 < hi && p.toks[j+1].upper && !p.toks[j+1].is(timeWord) {
			return true
		}
	}
	return false
}

// appositive reports whether the segment from k on, after a comma, says more about the phrase.
func (p *page) appositive(f phrase, k, hi int) bool {
	if k >= hi {
		return false
	}
	t := &p.toks[k]
	switch {
	case t.kind == number:
		return k+1 >= hi || p.kind(k+1) == comma || p.kind(k+1) == stop
	case t.kind != word:
		return false
	case p.isAny(k, "which", "that"):
		return !p.sourceIs(run{f.lo, f.core}, person) || p.sourceIs(run{f.lo, f.core}, document)
	case t.is(relative | nameSuffix), p.isWord(k, "including"):
		return true
	case p.isAny(k, "a", "an", "the", "of", "one", "another"):
		return !p.clauseAhead(k, hi) || p.presents(f, k, hi)
	case t.upper:
		return p.isAffiliation(k) || p.bearerNamed(f, k, hi) || p.owned(k, hi) ||
			(t.is(person|title|demonym) || !p.toks[f.core-1].upper) && !p.clauseAhead(k, hi)
	case t.is(adverb) && p.isAny(k, "now", "then", "also", "formerly", "once", "currently"):
		return p.appositive(f, k+1, hi)
	}
	return t.is(person) && !t.is(demonym) || t.is(demonym) && !p.clauseAhead(k, hi) || p.roleAhead(k, hi) || p.isWord(k, "head") && p.isWord(k+1, "of")
}

// clauseAhead reports whether a verb follows the noun phrase at k before the next comma: then a clause begins
// there, not an apposition.
func (p *page) clauseAhead(k, hi int) bool {
	end := p.coreEnd(k, hi)
	if end >= hi {
		return false
	}
	t := &p.toks[end]
	return t.kind == word && (t.is(auxiliary|finite) || p.verbal(end)) || t.kind == suffix && t.is(auxiliary)
}

// isAffiliation reports a party and state such as "D-Mass.".
func (p *page) isAffiliation(k int) bool {
	w := p.text(k)
	return len(w) > 2 && w[1] == '-' && w[0] >= 'A' && w[0] <= 'Z'
}

// segmentEnd is the next comma, stop, dash, colon, semicolon or quotation from k on, outside brackets.
func (p *page) segmentEnd(k, hi int) int {
	for k < hi {
		switch p.toks[k].kind {
		case comma, stop, dash, colon, semicolon, quoted:
			return k
		case openParen:
			k = max(p.bracketEnd(k, hi), k+1)
		default:
			k++
		}
	}
	return hi
}

// longestBracket is the most tokens that a bracketed part of a noun phrase has.
const longestBracket = 12

// bracketEnd is the token after the bracket that closes the one at j, or j if none is near.
func (p *page) bracketEnd(j, hi int) int {
	for k := j + 1; k < min(hi, j+longestBracket); k++ {
		if p.toks[k].kind == shutParen {
			return k + 1
		}
	}
	return j
}

func (p *page) isAny(i int, words ...string) bool {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != word {
		return false
	}
	w := p.text(i)
	for _, x := range words {
		if len(w) == len(x) && strings.EqualFold(w, x) {
			return true
		}
	}
	return false
}
