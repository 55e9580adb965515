package bot

import (
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"copydesk/index"
)

// sought is the number that a question asks for.
type sought struct {
	asked bool
	of    []string // the terms of what is counted; empty if any number will do
}

var (
	// howMany finds what is counted.
	howMany = regexp.MustCompile(`(?i)\bhow many\s+(.+)`)
	// anyNumber finds questions that some number or date answers.
	anyNumber = regexp.MustCompile(`(?i)\bhow (?:much|old|long|far|big|large|high|often)\b|\b(?:what|which) (?:percent|share|number|size|margin|price|cost|amount|year|date|age)\b|^when\b|\bwhen (?:did|does|do|will|was|were|is)\b`)
)

// seek finds the number that the question asks for.
func seek(question string) sought {
	m := howMany.FindStringSubmatch(question)
	if m == nil {
		return sought{asked: anyNumber.MatchString(question)}
	}
	s := sought{asked: true}
	for _, t := range index.Analyze(m[1]) {
		if t.Stop || len(s.of) == 2 {
			break
		}
		s.of = append(s.of, t.Term)
	}
	return s
}

// reach is how many words may stand between a number and what it counts: "41,000 metric tonnes", "nine a year".
const reach = 3

// in reports whether the text has the number.
func (s sought) in(tokens []index.Token) bool {
	if !s.asked {
		return false
	}
	for i, t := range tokens {
		if !isNumber(t.Word) {
			continue
		}
		if len(s.of) == 0 {
			return true
		}
		near := tokens[i:min(i+reach+2, len(tokens))]
		if slices.ContainsFunc(near, func(t index.Token) bool { return slices.Contains(s.of, t.Term) }) {
			return true
		}
	}
	return false
}

var numberWords = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
		eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens half`)

func isNumber(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first) || numberWords[word]
}
