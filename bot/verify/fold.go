package verify

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// appendFold appends a word without its typography.
func appendFold(b []byte, word string) []byte {
	from := len(b)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return foldLetters(b[:from], word)
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c == '\'' || c == '`':
			b = append(b, '\'')
		case c == ',' || c == '[' || c == ']' || c == '.' && !digit(word[0]):
		case c == '%':
			b = append(b, "percent"...)
		case c == '&':
			b = append(b, "and"...)
		default:
			b = append(b, c)
		}
	}
	return foldDecade(b, from)
}

// foldDecade makes "1990's" of "1990s".
func foldDecade(b []byte, from int) []byte {
	if n := len(b); n-from > 3 && digit(b[from]) && string(b[n-2:]) == "'s" {
		b = append(b[:n-2], 's')
	}
	return b
}

// foldLetters is appendFold for words with characters beyond ASCII. Accents go only from Latin, Greek and Cyrillic letters:
// in other scripts combining marks are vowels.
func foldLetters(b []byte, word string) []byte {
	from := len(b)
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.Is(unicode.No, r) {
		return append(b, word...) // ½ is not 1 and 2
	}
	for _, r := range norm.NFKD.String(word) {
		switch {
		case apostrophe(r):
			b = append(b, '\'')
		case 0x300 <= r && r <= 0x36f || unicode.Is(unicode.Cf, r):
		case r == ',' || r == '[' || r == ']' || r == '.' && !digit(word[0]):
		case r == '%':
			b = append(b, "percent"...)
		default:
			if s := stroked[unicode.ToLower(r)]; s != "" {
				b = append(b, s...)
				continue
			}
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return foldDecade(b, from)
}

// stroked are letters that Unicode does not decompose and that English copy often prints without their stroke.
var stroked = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ħ': "h"}
