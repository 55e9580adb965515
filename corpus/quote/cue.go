package quote

import "strings"

// cue is a reporting verb of a unit with its subject.
type cue struct {
	subject
	v    int // the verb, or "according"
	end  int // the token after the verb and its particle, or after the phrase of "according to"
	verb verb
	// according says that the cue is no verb but "according to".
	according bool
	// taken says that the cue makes a statement.
	taken bool
}

// cues appends the reporting verbs of a unit.
func (p *page) cues(cs []cue, u unit) []cue {
	for i := u.lo; i < u.hi; i++ {
		t := &p.toks[i]
		if t.kind != word || t.upper && !t.first {
			continue
		}
		if t.is(preposition) && p.isWord(i, "according") && p.isWord(i+1, "to") {
			if np := p.toEnd(p.withClause(p.phraseAt(i+2, u.hi), u.hi), i > u.lo, u.hi); np.hi > np.lo {
				s := subject{source: np.whole(), rel: after, from: i, group: i}
				cs = append(cs, cue{subject: s, v: i, end: np.hi, according: true})
			}
			continue
		}
		if t.verb&anyCue == 0 && !t.is(past) {
			continue
		}
		if c, ok := p.cueAt(i, u); ok {
			cs = append(cs, c)
		}
	}
	return cs
}

// cueAt reads the reporting verb at i, if there is one, and finds its subject.
func (p *page) cueAt(i int, u unit) (cue, bool) {
	c := cue{v: i, end: i + 1, verb: p.toks[i].verb}
	if c.verb&(anyCue&^judges) == 0 {
		switch {
		case p.unlisted(i, u):
			c.verb |= quotes | isPast | weak
		case c.verb&anyCue == 0:
			return c, false
		}
	}
	if c.verb&hasMate != 0 && p.isWord(i+1, phrasal[strings.ToLower(p.text(i))]) && !p.isWord(i+2, "to") {
		c.end++
		c.verb |= reports
	} else if c.verb&needsMate != 0 {
		return c, false
	}
	if p.attributive(i, u.lo) || c.verb&names != 0 && c.verb&reports == 0 && p.isAny(c.end, "for", "on", "upon", "off") {
		return c, false
	}
	verb := i
	if p.isWord(i, "saying") && p.isWord(i-1, "as") && p.isWord(i-2, "quoted") && i-2 > u.lo {
		verb = i - 2
	}
	c.subject = p.subjectOf(verb, u.lo, p.toks[verb].verb.form())
	c.passive = c.passive && verb == i
	return c, true
}

// unlisted reports whether the word at i is a past tense beside a full quotation, which makes a reporting verb of
// any: “…,” Brandt winked; “…,” exhorted Brandt.
func (p *page) unlisted(i int, u unit) bool {
	if !p.toks[i].is(past) && p.toks[i].verb&(judges|isPast) != judges|isPast {
		return false
	}
	for j := i - 1; j >= max(u.lo, i-longestCue); j-- {
		if p.kind(j) == quoted {
			return !p.fragment(j) && !p.title(j, u.lo)
		}
		if p.kind(j) != word && p.kind(j) != suffix && p.kind(j) != comma {
			return false
		}
	}
	return false
}

// longestCue is the most tokens between a quotation and an unlisted verb.
const longestCue = 6

// attributive reports whether the verb form at i is a noun or an adjective where it stands: after a determiner,
// a possessive or a preposition.
func (p *page) attributive(i, lo int) bool {
	t := &p.toks[i]
	if i == lo {
		return t.verb&isGerund == 0 && t.verb&isPast == 0
	}
	prev := &p.toks[i-1]
	if prev.kind == suffix && prev.is(possessiveEnding) {
		return t.verb&isGerund == 0 && t.verb&isPast == 0 || t.verb&isNoun != 0
	}
	if prev.kind != word {
		return t.verb&(isNoun) != 0 && t.verb&(isPast|isGerund) == 0 && prev.kind != quoted && prev.kind != comma
	}
	if prev.is(determiner|possessivePronoun) && !prev.is(subjectPronoun|relative) && !prev.is(pronominal) {
		return true
	}
	if t.verb&(isPast|isGerund) == 0 && !p.isWord(i-1, "to") {
		return !p.agrees(i, lo)
	}
	return false
}

// pair reports whether the name that ends at i is the second of two: "Brandt and Tomas Quill".
func (p *page) pair(i, lo int) bool {
	for k := i - 1; k > max(lo, i-4); k-- {
		if p.isWord(k, "and") {
			return p.toks[k-1].upper
		}
		if !p.toks[k].upper {
			break
		}
	}
	return false
}

// agrees reports whether what stands before the present-tense form at i can be its subject.
func (p *page) agrees(i, lo int) bool {
	t := &p.toks[i]
	for i--; i >= lo && p.toks[i].is(adverb|auxiliary|negation) && p.toks[i].verb == 0; i-- {
		if p.toks[i].is(auxiliary) && !p.toks[i].is(be) {
			return true
		}
	}
	if i < lo {
		return false
	}
	prev := &p.toks[i]
	if prev.is(subjectPronoun|relative) || p.isWord(i, "that") {
		return true
	}
	if t.verb&isBase != 0 {
		return prev.is(plural) || prev.upper && p.pair(i, lo) || !prev.upper && p.body[prev.end-1] == 's' && !prev.is(clauseWords|adverb|preposition)
	}
	if t.verb&isNoun == 0 {
		return !prev.is(preposition) || prev.is(adverb)
	}
	return prev.upper && !prev.is(demonym|timeWord) || prev.is(person|organisation|document) && !prev.is(plural)
}
