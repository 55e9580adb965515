package synonym

import (
	"strings"

	"copydesk/index"
)

// form is a word without the endings of plural and tense. It tells words apart that have one stem: "protest" from
// "protestant", "critic" from "criticize". Where it parts what belongs together ("judge", "judged"), the stem serves.
func form(t index.Token) string {
	word := t.Word
	if t.Stop || len(word) < 4 {
		return word
	}
	if rest, ok := cutAny(word, "ies", "ied"); ok {
		return rest + "y"
	}
	if !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") {
		word = strings.TrimSuffix(word, "s")
	}
	if rest, ok := cutAny(word, "ed", "ing"); ok && len(rest) > 2 && strings.ContainsAny(rest, "aeiouy") {
		word = rest
	}
	if len(word) > 5 { // of the shorter ones too many are other words without it: "plane", "aide"
		word = strings.TrimSuffix(word, "e")
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		word = word[:n-1]
	}
	return word
}

func cutAny(word string, endings ...string) (rest string, ok bool) {
	for _, e := range endings {
		if rest, ok := strings.CutSuffix(word, e); ok {
			return rest, true
		}
	}
	return word, false
}
