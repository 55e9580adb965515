package corpus

import (
	"strings"
	"unicode"
)

// Span is a half-open range of bytes [Start, End) of an article's body.
// The zero Span is empty and stands for "none".
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Of slices s out of body; it panics if s reaches beyond body, as a slice expression does.
func (s Span) Of(body string) string { return body[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Trim returns s without the white space, as Unicode defines it, at either end of its text.
// A span of white space alone becomes empty.
func (s Span) Trim(body string) Span {
	text := s.Of(body)
	left := len(text) - len(strings.TrimLeftFunc(text, blank))
	if left == len(text) {
		return Span{s.Start, s.Start}
	}
	return Span{s.Start + left, s.Start + len(strings.TrimRightFunc(text, blank))}
}

// blank reports white space and the zero-width characters that editing systems leave behind.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
