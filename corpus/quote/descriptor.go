package quote

import "strings"

// circumstances begin what says how an anonymous source spoke, which is no part of the description.
var circumstances = []string{"speaking", "granted", "requesting", "insisting", "asking"}

// spokeAs are the verbs by which a description goes on to how its source spoke: "and spoke anonymously".
var spokeAs = []string{"spoke", "asked", "requested", "insisted", "declined", "agreed", "wished", "wanted"}

// descriptorText is the source in the article's words, without how it came to speak.
func (r *resolver) descriptorText(src run) string {
	hi := src.hi
	for i := src.lo + 1; i < src.hi; i++ {
		if r.isAny(i, circumstances...) || r.isWord(i, "who") && r.unnamedBy(i, src.hi) ||
			r.isWord(i, "and") && r.isAny(i+1, spokeAs...) && r.unnamedBy(i+1, src.hi) {
			hi = i
			break
		}
	}
	for hi > src.lo+1 && r.breaksOff(hi-1) {
		hi--
	}
	return r.withoutPointers(run{src.lo, hi})
}

// breaksOff reports whether the token at i cannot end a description.
func (r *resolver) breaksOff(i int) bool {
	t := &r.toks[i]
	return t.kind == comma || t.kind == dash || t.kind == word && t.is(relative|conjunction|issuing) && !t.upper
}

// withoutPointers is the text of a description without what only points back in the article ("quoted above"), and
// without the capital with which it begins a sentence.
func (r *resolver) withoutPointers(d run) string {
	text := r.span(d).Of(r.body)
	for i := d.lo + 1; i+1 < d.hi; i++ {
		if r.isAny(i, "quoted", "cited", "mentioned") && r.isAny(i+1, "above", "earlier", "before") {
			text = r.span(run{d.lo, i}).Of(r.body) + r.body[r.toks[i+1].end:r.toks[d.hi-1].end]
			break
		}
	}
	if t := &r.toks[d.lo]; t.first && t.upper && t.is(determiner) {
		return strings.ToLower(text[:1]) + text[1:]
	}
	return text
}

// unnamedBy reports whether the clause from i on speaks, before anything else, of being unnamed; where it does so after
// "and", it begins there.
func (r *resolver) unnamedBy(i, hi int) bool {
	for j := i + 1; j < hi; j++ {
		if r.isWord(j, "and") && r.isAny(j+1, spokeAs...) {
			return false
		}
		if r.anonymousWord(j) {
			return true
		}
	}
	return false
}

func (r *resolver) anonymousWord(i int) bool {
	return r.isAny(i, "anonymity", "anonymously", "unnamed", "named", "identified", "name")
}
