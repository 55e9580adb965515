package quote

import (
	"slices"
	"strings"
)

// descriptor is an anonymous source as first described.
type descriptor struct {
	text  string
	words []string // lower case, without determiners
	head  string
	group bool
}

// described handles a source without a name: an office that one person of the cast holds, an anonymous person
// or group, an organisation or document. A short phrase whose head the lexicon does not know keeps its own words, and
// so does an office whose holder cannot be told.
func (r *resolver) described(src run, core, u int) speaker {
	head := r.headOf(src.lo, core)
	if head < 0 || r.denies(src) || core == src.lo+1 && r.isAny(src.lo, "this", "that", "these", "nothing") || r.clausal(run{src.lo, core}) {
		return nobody
	}
	h := &r.toks[head]
	if !h.is(person) {
		if h.is(organisation | document) {
			return r.speakingBody(src.lo, core, head, u)
		}
		if k := r.owner(src.lo, core); k >= 0 {
			s := r.bearer(&r.mentions[k], r.mentions[k].run, r.mentions[k].hi)
			s.conf = min(s.conf, .7)
			return s
		}
	}
	if !h.is(person) && (core-src.lo > longestUnknown || !r.toks[src.lo].is(determiner) || h.is(vague)) {
		return nobody
	}
	definite := r.isAny(src.lo, "the", "those", "these")
	if definite && !h.is(plural) && core == head+1 {
		if s, ok := r.holder(src.lo, head, u); ok {
			return s
		}
	}
	text := r.descriptorText(src)
	d := r.describe(src, text, head)
	if definite {
		if e, ok := r.earlier(d); ok {
			return speaker{name: e.text, who: -1, anonymous: true, group: e.group, conf: .8}
		}
		if s, ok := r.sameUnnamed(core-src.lo, head, u); ok {
			return s
		}
	}
	if definite && !d.group && core == head+1 {
		if s, ok := r.protagonist(src.lo, head, u); ok {
			return s
		}
	}
	if definite && h.is(office) && !d.group {
		return speaker{name: text, who: -1, conf: .5}
	}
	if core-src.lo > 1 || d.group {
		r.unnamed = append(r.unnamed, d)
	}
	if !h.is(person) {
		s := speaker{name: text, who: -1, anonymous: !definite, conf: .5}
		if w := strings.ToLower(r.text(head)); agentive(w) || lookup(singular(w)).class&(person|organisation) != 0 {
			s.conf = .6
		}
		return s
	}
	return speaker{name: text, who: -1, anonymous: true, group: d.group, conf: .85}
}

// longestUnknown is the most tokens of a source whose head is unknown: a longer one is likely to be misread.
const longestUnknown = 5

// clausal reports whether a stretch taken for a noun phrase is more, or none: it begins with a verb's form or holds
// a verb, or its head is a time.
func (r *resolver) clausal(s run) bool {
	t := &r.toks[s.lo]
	if t.is(participle|past|preposition|auxiliary) && !t.is(determiner|person) || r.verbal(s.lo) {
		return true
	}
	if r.toks[s.hi-1].is(timeWord) {
		return true
	}
	for i := s.lo; i < s.hi; i++ {
		if t := &r.toks[i]; !t.upper && t.is(auxiliary|finite) {
			return true
		}
	}
	return false
}

// owner is the first mention with a possessive ending in the phrase, as in "Brandt's answer"; -1 if there is none.
func (r *resolver) owner(lo, core int) int {
	for i := lo + 1; i < core; i++ {
		if k, ok := r.at(i); ok && r.toks[i].is(possessiveEnding) && r.mentions[k].who >= 0 {
			return k
		}
	}
	return -1
}

// speakingBody handles an organisation or document; a later short form of it keeps the words of the first.
func (r *resolver) speakingBody(lo, core, head, u int) speaker {
	end := core
	if core < len(r.toks) && r.toks[core].is(timeWord) {
		end = min(core, head+1) // "a survey taken last week"
	}
	for end > head+1 && (r.toks[end-1].is(past|issuing|determiner) || r.isWord(end-1, "last")) && !r.toks[end-1].upper {
		end--
	}
	text := r.span(run{lo, end}).Of(r.body)
	d := r.describe(run{lo, end}, text, head)
	if r.isWord(lo, "the") {
		if e, ok := r.earlier(d); ok {
			return speaker{name: e.text, who: -1, body: true, conf: .75}
		}
		if s, ok := r.bodyNamed(lo, head, core, u); ok {
			return s
		}
	}
	r.unnamed = append(r.unnamed, d)
	return speaker{name: text, who: -1, body: true, conf: .8}
}

// headOf is the token that says what the source is: the first person, organisation or document that no
// possessive follows; the last word of the core if there is none; -1 if that is a pronoun.
func (r *resolver) headOf(lo, core int) int {
	body := -1
	for i := lo; i < core; i++ {
		t := &r.toks[i]
		if t.kind != word || i+1 < core && r.toks[i+1].is(possessiveEnding) {
			continue
		}
		if t.is(preposition) && body >= 0 {
			break
		}
		if t.is(person) && !(t.is(determiner) && i+1 < core) {
			return i
		}
		if t.is(organisation | document) {
			body = i
		}
	}
	if body >= 0 {
		return body
	}
	if last := core - 1; r.kind(last) == word && !r.toks[last].is(subjectPronoun|objectPronoun|possessivePronoun) {
		return last
	}
	return -1
}

// describe reads an anonymous source for comparison with others: by its head, the words before that, and the
// names after it. Two descriptions joined by "and" are a group.
func (r *resolver) describe(src run, text string, head int) descriptor {
	d := descriptor{text: text, head: singular(strings.ToLower(r.text(head)))}
	d.group = r.toks[head].is(plural) && !r.isWord(src.lo, "one")
	for i := src.lo; i < src.hi && r.kind(i) != comma; i++ {
		t := &r.toks[i]
		switch {
		case t.kind != word || i == head || r.isAny(i, "the", "a", "an", "this", "that", "these", "those"):
		case i > head && t.is(conjunction):
			d.group = true
		case i < head || t.upper:
			d.words = append(d.words, strings.ToLower(r.text(i)))
		}
	}
	return d
}

func singular(w string) string {
	if strings.HasSuffix(w, "men") {
		return w[:len(w)-2] + "an"
	}
	return strings.TrimSuffix(w, "s")
}

// mostUnnamed is how many anonymous sources back a definite description looks.
const mostUnnamed = 40

// earlier finds the one anonymous source that a definite description takes up: the head is the same, and the
// earlier description has all its other words. Two that fit are left apart.
func (r *resolver) earlier(d descriptor) (descriptor, bool) {
	found := -1
	for i := max(0, len(r.unnamed)-mostUnnamed); i < len(r.unnamed); i++ {
		e := &r.unnamed[i]
		if e.head != d.head || e.group != d.group || !hasAll(e.words, d.words) {
			continue
		}
		if found >= 0 && r.unnamed[found].text != e.text {
			return descriptor{}, false
		}
		found = i
	}
	if found < 0 {
		return descriptor{}, false
	}
	return r.unnamed[found], true
}

// hasAll reports whether each of the wanted words is among those there are, or stands for several of them by their
// initials.
func hasAll(have, want []string) bool {
	for _, w := range want {
		if !slices.Contains(have, w) && !initials(have, w) {
			return false
		}
	}
	return true
}

// initials reports whether w is made of the first letters of words that follow one another.
func initials(words []string, w string) bool {
	for i := 0; len(w) > 1 && i+len(w) <= len(words); i++ {
		same := true
		for k := range len(w) {
			same = same && words[i+k][0] == w[k]
		}
		if same {
			return true
		}
	}
	return false
}
