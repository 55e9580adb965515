package markdown

import "unicode/utf16"

// Length is the number of UTF-16 code units in s, in which some of Discord counts; the rest counts code
// points, which are never more.
func Length(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}
