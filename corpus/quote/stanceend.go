package quote

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

// resumes reports whether the conjunction at j joins a past form to the verb before: "praised him and left".
func (p *page) resumes(j, end int) bool {
	t := p.linked(j, end)
	return t != nil && (t.verb&isPast != 0 || t.is(past|finite|auxiliary))
}

// repeats reports whether the conjunction at j joins a verb's plain form to the one before: "call him “…” and describe".
func (p *page) repeats(j, end int) bool {
	t := p.linked(j, end)
	return t != nil && t.verb&isBase != 0 && t.verb&anyCue != 0
}

// linked is the word that "and" at j joins to what stands before, past its adverbs; nil if there is none.
func (p *page) linked(j, end int) *token {
	if !p.isWord(j, "and") {
		return nil
	}
	k := j + 1
	for k < end && p.toks[k].is(adverb) && p.toks[k].verb == 0 {
		k++
	}
	if k+1 >= end || p.kind(k) != word || p.toks[k].upper {
		return nil
	}
	return &p.toks[k]
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
