package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits, with what an apostrophe adds: "didn't" is one.
var word = regexp.MustCompile(`[0-9a-zà-ÿ]+('[a-z]+)?`)

// straight makes apostrophes alike. Lower-casing İ leaves its dot as a mark of its own, as Unicode has it in SpecialCasing
// and strings.ToLower has not.
var straight = strings.NewReplacer("’", "'", "‘", "'", "İ", "i\u0307")

// words are the text's, in lower case and compatibility forms (NFKC), so that “ﬁve” is "five".
func words(text string) []string {
	return word.FindAllString(strings.ToLower(straight.Replace(norm.NFKC.String(text))), -1)
}

// contains reports whether part is a run of all; an empty part is none.
func contains(all, part []string) bool {
	for i := 0; len(part) > 0 && i+len(part) <= len(all); i++ {
		if slices.Equal(all[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// A shorter sentence is too common to tell one passage from another, unless it is all the evidence there is; and a
// shorter text that lies within the evidence is too little of it.
const (
	minSentence = 5 // words
	minExcerpt  = 8 // words
)

// holds reports whether a text has the evidence: a whole sentence of it, or all of it; or whether the text is itself a
// good part of the evidence.
func holds(text, evidence string) bool {
	have, all := words(text), words(evidence)
	for _, s := range sentences(evidence) {
		if w := words(s); len(w) >= minSentence && contains(have, w) {
			return true
		}
	}
	return contains(have, all) || len(have) >= minExcerpt && contains(all, have)
}

// sentences cuts a text at each white space that follows a full stop or its like, or a closing quotation mark.
// "Sen. Holm" is cut too: its first part is too short to count.
func sentences(text string) (out []string) {
	start, last := 0, rune(0)
	for i, r := range text {
		if space(r) && strings.ContainsRune(`.!?”"`, last) {
			out = append(out, text[start:i])
			start = i
		}
		last = r
	}
	return append(out, text[start:])
}

// space has, besides Unicode's white space, the four separators of ASCII, which old wire formats leave in a text.
func space(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// lastPart is an ID from after its last colon: an archive may be known by another prefix than its questions'.
func lastPart(id string) string { return id[strings.LastIndexByte(id, ':')+1:] }
