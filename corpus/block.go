package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The lengths, in bytes, of lines that a typesetter or a mail program breaks by itself. A longer line ends where its
// author ended it; a shorter one may well.
const (
	minTypeset = 45
	maxTypeset = 120
)

// line is one line of text that is not blank.
type line struct {
	Span
	indented bool
}

// blocks are the paragraphs of the text of body within the span, before their kinds are told: trimmed, in order,
// none empty.
func blocks(body string, within Span) []Span {
	groups := lineGroups(body, within)
	var out []Span
	for _, group := range groups {
		ends := endsParagraph(body, group, len(groups) == 1)
		for i, l := range group {
			if i > 0 && !ends(group[i-1], l) {
				out[len(out)-1].End = l.End
				continue
			}
			out = append(out, l.Span)
		}
	}
	return out
}

// lineGroups are the lines of a text, grouped by the blank lines between them.
func lineGroups(body string, within Span) [][]line {
	var groups [][]line
	apart := true // a blank line stands before the next
	for from := within.Start; from < within.End; {
		length, size, hard := lineEnd(body[from:within.End])
		s := Span{from, from + length}.Trim(body)
		switch {
		case s.Len() == 0:
			apart = true
		case apart:
			groups = append(groups, []line{{s, s.Start > from}})
			apart = hard
		default:
			last := len(groups) - 1
			groups[last] = append(groups[last], line{s, s.Start > from})
			apart = hard
		}
		from += length + size
	}
	return groups
}

// lineEnd is the length of the first line of text and the size of what ends it, in bytes. A hard end, a form feed or
// a paragraph separator, counts as a blank line.
func lineEnd(text string) (length, size int, hard bool) {
	for i := range len(text) {
		switch b := text[i]; {
		case b == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			return i, 2, false
		case b == '\n' || b == '\r' || b == '\v':
			return i, 1, false
		case b == '\f':
			return i, 1, true
		case b == 0xc2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, 2, false
		case b == 0xe2 && strings.HasPrefix(text[i:], "\u2028"):
			return i, 3, false
		case b == 0xe2 && strings.HasPrefix(text[i:], "\u2029"):
			return i, 3, true
		}
	}
	return len(text), 0, false
}

// endsParagraph tells where the lines of a group, between which no blank line stands, end paragraphs. alone says that
// the text has no other group, and so no blank lines.
//
//   - Lines too long to be a typesetter's are paragraphs, unless one breaks off and the next goes on.
//   - So are lines that all end sentences, and any lines of text without blank lines that is not typeset: fewer than
//     one in four breaks off before a small letter.
//   - Of typeset text an indented line begins a paragraph; without blank lines, a short line that ends a sentence
//     also ends its paragraph.
//   - Other lines, as of lists and verse, belong together.
func endsParagraph(body string, group []line, alone bool) func(prev, next line) bool {
	longest, indents, open, broken := 0, 0, 0, 0
	for i, l := range group {
		longest = max(longest, l.Len())
		if l.indented {
			indents++
		}
		if i+1 < len(group) && !endsSentence(l.Of(body)) {
			open++
			if l.Len() >= minTypeset && beginsSmall(group[i+1].Of(body)) {
				broken++
			}
		}
	}
	switch {
	case longest > maxTypeset:
		return func(prev, next line) bool {
			return endsSentence(prev.Of(body)) || !beginsSmall(next.Of(body)) && !breaksOff(prev.Of(body))
		}
	case open == 0, alone && broken*4 < len(group):
		return func(line, line) bool { return true }
	default:
		indent := indents < len(group)
		return func(prev, next line) bool {
			return indent && next.indented && !beginsSmall(next.Of(body)) ||
				alone && prev.Len() < longest*3/4 && endsSentence(prev.Of(body))
		}
	}
}

// breaksOff reports whether text ends with a mark that something has to follow.
func breaksOff(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(",;—–-", r)
}

// beginsSmall reports whether the first letter of text is a small one.
func beginsSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text, openMark))
	return unicode.IsLower(r)
}
