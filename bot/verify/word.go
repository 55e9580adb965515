package verify

import (
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// Word is a word of a text: letters and digits with the apostrophes within, a number with its stops and commas, or a sign
// that is read as a word, such as % and $. A hyphen parts words; a square bracket within a word does not.
type Word struct {
	// Fold is the word without what is typography: lower case, no accents, no commas in numbers, no stops in initials.
	Fold string
	// Span is where it stands in the text.
	Span corpus.Span
}

// Words divides a text into its words, in order.
func Words(text string) []Word {
	out := make([]Word, 0, len(text)/6+1)
	var buf []byte
	for at := 0; ; {
		span, ok := nextWord(text, at, len(text))
		if !ok {
			return out
		}
		buf = appendFold(buf[:0], span.Of(text))
		out = append(out, Word{string(buf), span})
		at = span.End
	}
}

// nextWord finds the first word at or after the byte at, before end.
func nextWord(text string, at, end int) (corpus.Span, bool) {
	for at < end {
		c := text[at]
		switch {
		case asciiWord[c]:
			return corpus.Span{Start: at, End: wordEnd(text, at, end)}, true
		case c == '-' && negative(text, at, end):
			return corpus.Span{Start: at, End: wordEnd(text, at+1, end)}, true
		case c == '%' || c == '$' || c == '&':
			return corpus.Span{Start: at, End: at + 1}, true
		case c < utf8.RuneSelf:
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:end])
		switch {
		case sign(r):
			return corpus.Span{Start: at, End: at + size}, true
		case wordRune(r):
			return corpus.Span{Start: at, End: wordEnd(text, at, end)}, true
		}
		at += size
	}
	return corpus.Span{}, false
}

// asciiWord are the ASCII letters and digits.
var asciiWord = func() (set [256]bool) {
	for c := range set {
		set[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return set
}()

func digit(c byte) bool { return '0' <= c && c <= '9' }

// negative reports whether the hyphen at i is the minus of a number: nothing but a space or a bracket before it, a digit
// behind.
func negative(text string, i, end int) bool {
	if i+1 >= end || !digit(text[i+1]) {
		return false
	}
	return i == 0 || text[i-1] == ' ' || text[i-1] == '\n' || text[i-1] == '('
}

// sign reports a character that is a word by itself: a currency, a fraction such as ½, the per mille sign.
func sign(r rune) bool {
	return unicode.Is(unicode.Sc, r) || unicode.Is(unicode.No, r) || r == '‰' || r == '％'
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Nd, r) || unicode.Is(unicode.Nl, r)
}

// wordEnd is where the word ends that begins at i.
func wordEnd(text string, i, end int) int {
	letter, dots := !digit(text[i]), 0
	for i < end {
		if asciiWord[text[i]] {
			letter = !digit(text[i])
			i++
			continue
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		switch {
		case size > 1 && wordRune(r):
			letter = true
		case size > 1 && (unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r)) && r != '\ufeff':
		case apostrophe(r) && wordAt(text, i+size, end) && (letter || text[i+size] == 's'): // don't, 1990's
		case (r == '.' || r == ',') && !letter && i+1 < end && digit(text[i+1]):
		case r == '.' && letter && initialAt(text, i, end):
			dots++
		case (r == '[' || r == ']') && wordAt(text, i+1, end): // want[ed]
		case r == '.' && letter && dots > 0:
			return i + 1 // the stop of the last initial: U.S.
		default:
			return trimCf(text, i)
		}
		i += size
	}
	return i
}

// trimCf takes a format character off the end of a word: it is no part of it.
func trimCf(text string, end int) int {
	for {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if r < utf8.RuneSelf || !unicode.Is(unicode.Cf, r) {
			return end
		}
		end -= size
	}
}

func wordAt(text string, i, end int) bool {
	if i >= end {
		return false
	}
	if text[i] < utf8.RuneSelf {
		return asciiWord[text[i]]
	}
	r, _ := utf8.DecodeRuneInString(text[i:end])
	return wordRune(r)
}

// initialAt reports whether the stop at i stands between initials, as in "U.S.": one letter before and one after it.
func initialAt(text string, i, end int) bool {
	if i+1 >= end || !asciiLetter(text[i+1]) || i+2 < end && wordAt(text, i+2, end) {
		return false
	}
	return i == 1 || i > 1 && !asciiWord[text[i-2]] && text[i-2] < utf8.RuneSelf && !apostrophe(rune(text[i-2]))
}

func asciiLetter(c byte) bool { return asciiWord[c] && !digit(c) }

// apostrophe reports the characters that stand for one.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '＇', '`', '´', '′':
		return true
	}
	return false
}
