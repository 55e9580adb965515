package discord

import (
	"regexp"
	"strings"
)

// quotedPart is what stands between quotation marks; a quotation that goes on in the next passage has no mark at its end.
var quotedPart = regexp.MustCompile(`“([^“”]+)|"([^"]+)|«([^«»]+)|„([^„“”]+)`)

// leastQuoted is how many words in quotation marks are a quotation to check, and no title or irony.
const leastQuoted = 3

// longestQuotation is the longest stretch of text in quotation marks, without them: what a check of the text is about. It
// is empty if there is none.
func longestQuotation(text string) string {
	longest := ""
	for _, groups := range quotedPart.FindAllStringSubmatch(text, -1) {
		if words := strings.TrimSpace(strings.Join(groups[1:], "")); len(words) > len(longest) {
			longest = words
		}
	}
	if len(strings.Fields(longest)) < leastQuoted {
		return ""
	}
	return longest
}
