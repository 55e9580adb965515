package discord

import (
	"regexp"
	"strings"

	"copydesk/corpus"
)

// quotedPart is what stands between quotation marks within a paragraph; a quotation that goes on in the next has no mark at
// its end.
var quotedPart = regexp.MustCompile(`“([^“”\n]+)|"([^"\n]+)"?|«([^«»\n]+)|„([^„“”\n]+)`)

// leastQuoted is how many words in quotation marks are a quotation to check, and no title or irony.
const leastQuoted = 3

// quotationIn is the longest stretch of a part of the text that stands in quotation marks, without them: what a check of the
// part is about. It is empty if there is none. The text tells which of two straight marks opens.
func quotationIn(text string, part corpus.Span) string {
	longest := ""
	for _, groups := range quotedPart.FindAllStringSubmatchIndex(text, -1) {
		for i := 2; i < len(groups); i += 2 {
			from, to := max(groups[i], part.Start), min(groups[i+1], part.End)
			if groups[i] < 0 || from >= to {
				continue
			}
			if words := strings.TrimSpace(text[from:to]); len(words) > len(longest) {
				longest = words
			}
		}
	}
	if len(strings.Fields(longest)) < leastQuoted {
		return ""
	}
	return longest
}
