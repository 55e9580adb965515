package bot

import (
	"regexp"
	"strings"

	"copydesk/bot/mention"
)

var (
	// ownWork finds whose work is spoken of in "a Courier review of …" and "an analysis by the Courier".
	ownWork        = regexp.MustCompile(`^(.+?)(?:['’]s?)? (?:review|analysis|examination|investigation|tally|count|database)\b(?: by (.+))?`)
	leadingArticle = regexp.MustCompile(`^(?i:an?|the) `)
)

// ownVoice reports whether the speaker of an attribution is the outlet that printed it, under any of its names, or a
// piece of its work: what is told there is told in the outlet's own voice.
func ownVoice(speaker, outlet string) bool {
	if outlet == "" {
		return false
	}
	if m := ownWork.FindStringSubmatch(speaker); m != nil {
		speaker = m[1]
		if m[2] != "" {
			speaker = m[2]
		}
	}
	speaker = "the " + strings.TrimSpace(leadingArticle.ReplaceAllString(speaker, ""))
	found := mention.NewRoster([]string{outlet}).Outlets(speaker)
	return len(found) == 1 && found[0].Start == 0 && found[0].End == len(speaker)
}
