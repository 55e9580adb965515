package verify

import (
	"strings"

	"copydesk/corpus"
)

// Cut is what stands beside the quotation in its sentence and takes back or limits what it says.
type Cut struct {
	// Text is the archive's, up to the quotation or from it on.
	Text string `json:"text"`
	// Before says that it stands before the quotation, rather than behind.
	Before bool `json:"before,omitempty"`
	// Negation says that it denies; otherwise it is a condition.
	Negation bool `json:"negation,omitempty"`
}

// nearCut is how many words before a quotation or behind it can take it back.
const nearCut = 8

// Cuts are the negations and conditions that the quotation leaves off at its ends. Within quotation marks only the words of
// the same quotation count.
func (a *Alignment) Cuts(s Source) []Cut {
	lo, hi := s.Span.Start, s.Span.End
	for _, q := range s.Quoted {
		if q.Overlaps(a.Span) {
			lo, hi = max(lo, min(q.Start, a.Start)), min(hi, max(q.End, a.End))
			break
		}
	}
	var out []Cut
	before := sentenceTail(a.body[lo:a.Start])
	words := Words(before)
	for i := len(words) - 1; i >= 0 && i >= len(words)-nearCut; i-- {
		w := words[i].Fold
		if negation(w) || w == "if" || w == "unless" || w == "whether" {
			out = append(out, Cut{before[words[i].Span.Start:], true, negation(w)})
			break
		}
	}
	if behind := sentenceHead(a.body[a.End:hi]); !ended(a.body[a.Start:a.End]) {
		words := Words(behind)
		for i := 0; i < len(words) && i < 2; i++ {
			if w := words[i].Fold; followers[w] {
				out = append(out, Cut{strings.TrimSpace(behind), false, negation(w)})
				break
			}
		}
	}
	return out
}

// ended reports whether the text ends a sentence.
func ended(text string) bool {
	return text != "" && strings.IndexByte(".!?", text[len(text)-1]) >= 0
}

// sentenceTail is what follows the last sentence of the text that is whole.
func sentenceTail(text string) string {
	span := corpus.Span{End: len(text)}
	for i := len(text) - 1; i > 0; i-- {
		if strings.IndexByte(".!?\n", text[i-1]) >= 0 && (text[i] == ' ' || text[i] == '\n' || text[i-1] == '\n') {
			span.Start = i
			break
		}
	}
	return span.Trim(text).Of(text)
}

// sentenceHead is the text up to the end of its first sentence.
func sentenceHead(text string) string {
	for i := range len(text) {
		if strings.IndexByte(".!?\n", text[i]) >= 0 && (i+1 == len(text) || strings.IndexByte(" \n\"'", text[i+1]) >= 0 || text[i+1] >= 0x80) {
			return text[:i]
		}
	}
	return text
}
