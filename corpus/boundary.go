package corpus

import (
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
		switch c := text[i]; {
		case 'a' <= c && c <= 'z' || c == ' ':
			i++
		case c == '.' || c == '!' || c == '?' || c == '\n' || c == '\r':
			return i
		case c < utf8.RuneSelf:
			i++
		case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && '\u2013'&0x3f|0x80 <= text[i+2] && text[i+2] <= '\u201f'&0x3f|0x80:
			i += 3 // a dash or a quotation mark
		default:
			return i
		}
	}
	return i
}
