package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// boundary is where the sentence that begins at text[from:] ends by Unicode UAX 29; from is a boundary itself or 0.
func boundary(text string, from int) int {
	end := from + inert(text[from:])
	if end == len(text) {
		return end
	}
	if end > from { // the rules look at the character before
		_, size := utf8.DecodeLastRuneInString(text[from:end])
		end -= size
	}
	it := sentences.FromString(text[end:])
	it.Next()
	return end + it.End()
}

// inert is the number of bytes at the head of a sentence that need not be looked up: before a full stop or the like, a
// line end, or a character that may be one, no rule of UAX 29 sets a boundary.
func inert(text string) int {
	i := 0
	for i < len(text) {
		switch {
		case inertByte[text[i]]:
			i++
		case len(text)-i >= 3 && text[i:i+2] == "\xe2\x80" && text[i+2] >= 0x93 && text[i+2] <= 0x9f:
			i += 3 // U+2013 to U+201F, dashes and quotation marks
		default:
			return i
		}
	}
	return i
}

// inertByte has the characters of ASCII that neither end sentences nor lines.
var inertByte = func() (set [256]bool) {
	for c := range utf8.RuneSelf {
		set[c] = !strings.ContainsRune(".!?\n\r", rune(c))
	}
	return set
}()
