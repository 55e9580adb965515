// Package markdown writes text for Discord's Markdown (https://discord.com/developers/docs/reference#message-formatting): letter for
// letter, whatever it holds, as block quotes with stretches of it in a format, and cut to size without a word changed.
package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Escape writes text so that Discord shows it letter for letter: no formatting, no mention, no time stamp, no
// link, none of its own. It relies on the rule of Discord's Markdown that a backslash before a mark shows the
// mark. Line breaks of any kind become "\n"; control characters, which Discord refuses, are left out.
func Escape(text string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for i, line := range Lines(text) {
		if i > 0 {
			b.WriteByte('\n')
		}
		escapeLine(&b, line)
	}
	return b.String()
}

// Unescape is the text that escape wrote, as Discord shows it: a backslash before a character that is no letter, digit or
// space shows that character.
func Unescape(text string) string { return escaped.ReplaceAllString(text, "$1") }

var escaped = regexp.MustCompile(`\\([^0-9A-Za-z\s])`)

// marks begin or end formatting wherever they stand.
const marks = "\\*_~`|[]<>@"

func escapeLine(b *strings.Builder, line string) {
	line = strings.Map(printable, line) // first, as what stood around a control may be a mark without it
	begin := blockMark(line)
	for i, r := range line {
		switch {
		case i == begin, r < utf8.RuneSelf && strings.IndexByte(marks, byte(r)) >= 0:
			b.WriteByte('\\')
		case r == ':' && strings.HasPrefix(line[i:], ":/"): // or Discord makes a link of a bare address
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
}

// blockMark is the offset of the mark that would make the line a heading, a list item or small print, and
// -1 if it has none. Quotes and "*" items are begun by one of marks.
func blockMark(line string) int {
	rest := strings.TrimLeftFunc(line, unseen)
	start := len(line) - len(rest)
	if rest == "" {
		return -1
	}
	if strings.ContainsRune("#-+", rune(rest[0])) {
		return start
	}
	afterDigits := strings.TrimLeft(rest, "0123456789")
	if len(afterDigits) < len(rest) && strings.HasPrefix(afterDigits, ".") {
		return len(line) - len(afterDigits)
	}
	return -1
}

// unseen reports white space, controls and the zero-width characters.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)
}

// Lines divides text at its line breaks, as Unicode UAX 14 names them.
func Lines(text string) []string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, string(utf8.RuneError)), "\r\n", "\n")
	var out []string
	start := 0
	for i, r := range text {
		if lineBreak(r) {
			out = append(out, text[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	return append(out, text[start:])
}

func lineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// OneLine is text with every run of white space made one space and control characters left out: for a
// headline, a name, whatever stands within a line of ours. It is empty if nothing of the text can be seen.
func OneLine(text string) string {
	text = strings.Map(printable, strings.Join(strings.Fields(strings.ToValidUTF8(text, string(utf8.RuneError))), " "))
	if !strings.ContainsFunc(text, seen) {
		return ""
	}
	return text
}

// seen reports what leaves a mark: no white space, no joiner, no control of direction.
func seen(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }

// printable is r, or -1 for a control character other than the tab.
func printable(r rune) rune {
	if unicode.IsControl(r) && r != '\t' {
		return -1
	}
	return r
}

// Isolate closes text that could turn the direction of what stands beside it off from that, as Unicode UAX 9
// provides: names in Arabic, or the controls that somebody left in a headline.
func Isolate(text string) string {
	if strings.ContainsFunc(text, turns) {
		return "\u2068" + text + "\u2069"
	}
	return text
}

// firstTurning is the beginning of Hebrew: no letter before it turns text.
const firstTurning = 0x590

// turns reports the letters of scripts that run from right to left, and the controls that turn text.
func turns(r rune) bool {
	if r < firstTurning {
		return false
	}
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200f || r == 0x061c
}
