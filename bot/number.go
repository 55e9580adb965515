package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/index"
)

// sought is the number that a question asks for.
type sought struct {
	asked bool
	money bool
	when  bool            // a date or a time is asked for
	of    []string        // the terms of what is counted; empty if any number will do
	known map[string]bool // the numbers that the question itself has, which answer nothing
}

var (
	// howMany finds what is counted.
	howMany = regexp.MustCompile(`(?i)\bhow many\s+(.+)`)
	// sum finds questions that an amount of money answers.
	sum = regexp.MustCompile(`(?i)\bhow much\b.*\b(?:pay|paid|cost|costs|worth|earn|earns|earned|spend|spent|raise|raised|donate|donated|owe|owed|charge|charged|lend|lent|borrow|borrowed|money|bid|sell|sold)\b|\b(?:what|how big|how large) (?:was|is|were|are) .*\b(?:bid|price|cost|salary|fee|fine|pay|payment|budget|debt)\b`)
	// anyNumber finds questions that some number or date answers.
	anyNumber = regexp.MustCompile(`(?i)\bhow (?:much|old|long|far|big|large|high|often)\b|\b(?:what|which) (?:percent|percentage|share|number|size|margin|price|cost|amount|age|vote count|tally)\b`)
	// anyDate finds those that a day, a month or a year answers.
	anyDate = regexp.MustCompile(`(?i)^when\b|\bwhen (?:did|does|do|will|was|were|is)\b|\b(?:what|which) (?:year|date|day|month)\b`)
)

// seek finds the number that the question asks for.
func seek(question string) sought {
	s := sought{known: make(map[string]bool)}
	for _, t := range index.Analyze(question) {
		if isNumber(t.Word) {
			s.known[t.Word] = true
		}
	}
	m := howMany.FindStringSubmatch(question)
	if m == nil {
		s.money = sum.MatchString(question)
		s.when = anyDate.MatchString(question)
		s.asked = s.money || s.when || anyNumber.MatchString(question)
		return s
	}
	s.asked = true
	for _, t := range index.Analyze(m[1]) {
		if t.Stop || len(s.of) == 4 {
			break
		}
		s.of = append(s.of, t.Term)
	}
	return s
}

// reach is how many words may stand between a number and what it counts: "41,000 metric tonnes", "nine a year".
const reach = 3

// in reports whether the text, of which tokens are some, has the number.
func (s sought) in(text string, tokens []index.Token) bool {
	if !s.asked {
		return false
	}
	for i, t := range tokens {
		if !s.fits(t.Word) || s.known[t.Word] || s.money && !isMoney(text, tokens[i:]) {
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

// fits reports whether the word may be such a number: where a date is asked for, a year or the name of a day or a month.
func (s sought) fits(word string) bool {
	if !s.when {
		return isNumber(word)
	}
	return calendarWords[word] || len(word) == 4 && (word[:2] == "19" || word[:2] == "20") && isNumber(word)
}

var calendarWords = set(`january february march april may june july august september october november december jan feb mar apr jun jul aug
	sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`)

var numberWords = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
	eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens half`)

func isNumber(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(first) || numberWords[word]
}

// large are the words that make a number one of money or of many.
var large = set(`thousand million billion trillion dollars dollar cents euros euro pounds crowns francs yen rubles yuan pesos`)

// isMoney reports whether the number that the tokens begin with is an amount of money: a currency's sign stands before it,
// or such a word follows.
func isMoney(text string, tokens []index.Token) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:tokens[0].Span.Start], " "))
	if unicode.Is(unicode.Sc, before) || large[tokens[0].Word] {
		return true
	}
	return slices.ContainsFunc(tokens[1:min(3, len(tokens))], func(t index.Token) bool { return large[t.Word] })
}
