package bot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/index"
)

// beforeWeight is what the words of the question before count in a follow-up, beside its own; names count in full.
const beforeWeight = 0.5

var (
	joining  = set(`and but or so also then`)
	persons  = set(`he him his she her hers they them their theirs`)
	pointing = set(`it its this that these those there then why`)
)

// leansOn reports whether a question can only be read with the one before it: it begins with "and" or "what about", says
// "he" before it names anybody, or names nothing and says "it", or hardly anything.
func leansOn(text string) bool {
	tokens := index.Analyze(text)
	words, pointed := 0, false
	named := false
	for i, t := range tokens {
		first, _ := utf8.DecodeRuneInString(text[t.Span.Start:])
		switch {
		case i == 0 && joining[t.Word], i == 1 && t.Word == "about":
			return true
		case persons[t.Word] && !named:
			return true
		case pointing[t.Word]:
			pointed = true
		case !t.Stop && !asking[t.Word]:
			words++
			named = named || i > 0 && unicode.IsUpper(first)
		}
	}
	return words == 0 || pointed && !named && words <= 2
}

// follow adds to a question what it takes from the one before: its words, and whose words were asked for.
func (r *reading) follow(before string) {
	r.before = before
	for _, t := range termsOf(before) {
		if !asking[t.Word] && !r.has(t.Term) {
			t.before = true
			r.terms = append(r.terms, t)
		}
	}
	if r.speaker == "" {
		r.speaker = askedSpeaker(before)
	}
}

// set is a set of the words between spaces.
func set(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
