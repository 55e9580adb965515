package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences divides the text of body within the span into sentences: the boundaries of Unicode UAX 29, less those
// where the sentence goes on, as after abbreviations and initials, within a dateline, in front of a cue
// ("“Why?” Veldt asked.") and at the line ends of a typesetter. The spans are trimmed and ordered, and hold all
// text but white space.
//
// UAX 29 sets no boundary in front of a word in lower case, even if it has figures before it: "It rained. 40 people
// left." is one sentence.
func Sentences(body string, within Span) []Span {
	text := within.Of(body)
	_, head := Dateline(text)
	var spans []Span
	from := 0
	add := func(end int) {
		if s := (Span{within.Start + from, within.Start + end}).Trim(body); s.Len() > 0 {
			spans = append(spans, s)
		}
		from = end
	}
	for start, end := 0, 0; start < len(text); start = end {
		end = boundary(text, start)
		if strings.TrimLeftFunc(text[start:end], blank) == "" {
			if from == start {
				from = end
			}
			continue
		}
		if end == len(text) || end >= head && !goesOn(text, from, end) {
			add(end)
		}
	}
	add(len(text))
	return spans
}

// maxLook is the number of bytes on either side that a boundary is judged by: more than any of the rules needs, and
// few enough that text without sentences takes no longer than other text.
const maxLook = 1000

const (
	lineEnds   = "\n\r\u0085\u2028\u2029"
	closeMarks = "\"'”’»)]"
)

// goesOn reports whether the boundary that UAX 29 sets at end, for the sentence that begins at from, lies within a
// sentence.
func goesOn(text string, from, end int) bool {
	done := strings.TrimRightFunc(text[from:end], blank)
	white := text[from+len(done) : end]
	done = done[max(0, len(done)-maxLook):]
	rest := strings.TrimLeftFunc(text[end:], blank)
	rest = rest[:min(len(rest), maxLook)]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, openMark))
	if strings.ContainsAny(white, lineEnds) {
		switch line := lastLine(text[:end-len(white)]); {
		case listItem.MatchString(rest) || strings.HasSuffix(line, ":"):
			return false
		case unicode.IsLower(next) && !endsSentence(line):
			return true
		case len(line) < minTypeset || len(line) > maxTypeset:
			return false
		case !endsSentence(line):
			return true
		}
	}
	switch {
	case unicode.IsLower(next), opensWithDash(rest), strings.HasPrefix(rest, "&"):
		return true
	case !strings.ContainsFunc(rest, wordRune): // nothing but a closing mark follows
		return true
	case len(done) <= len("(999.)") && listNumber.MatchString(done):
		return true
	case strings.ContainsAny(done[max(0, len(done)-8):], "?!") && quotedQuestion.MatchString(done[max(0, len(done)-8):]):
		return opensWithCue(rest) && !introduced(done)
	case strings.HasSuffix(done, ")") || strings.HasSuffix(done, "]"):
		return aside(done)
	}
	word, ok := strings.CutSuffix(done, ".")
	return ok && abbreviates(word, rest, next)
}

// lastLine is the line that ends text, or so much of it as tells that no typesetter broke it.
func lastLine(text string) string {
	text = text[max(0, len(text)-2*maxTypeset):]
	i := strings.LastIndexFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' })
	if i < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[i+size:]
}

var (
	listNumber     = regexp.MustCompile(`^\(?\d{1,3}[.)]{1,2}$`)
	listItem       = regexp.MustCompile(`^(?:[•*·▪–—-][\s\p{Zs}]|\(?\d{1,3}[.)])`)
	quotedQuestion = regexp.MustCompile(`[?!](?:[”"»]|’’|''|’”|'")$`)
)

// opensWithDash reports whether rest begins with a dash, or with hyphens for one.
func opensWithDash(rest string) bool {
	first, size := utf8.DecodeRuneInString(rest)
	switch first {
	case '—', '–', '―':
		return true
	case '-':
		after, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest[size:], "-"))
		return unicode.IsSpace(after)
	}
	return false
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// aside reports whether the bracket that closes done opened within the sentence, which then is not over:
// "The Naples (Fla.) Courier has it."
func aside(done string) bool {
	depth := 0
	for i := len(done) - 1; i > 0; i-- {
		switch done[i] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth--; depth == 0 {
				return strings.TrimFunc(done[:i], openMark) != "" && !endsSentence(done[:i])
			}
		}
	}
	return false
}

// A cue after a question or an exclamation in quotation marks: a name, a verb of saying, and at most a few words
// in which nothing else is said.
var (
	cue = regexp.MustCompile(`^(?:\p{Lu}[\p{L}\p{M}.'’-]*[ \x{a0}]){1,5}(?:said|says|asked|asks|replied|replies|told|tells|wrote|writes|` +
		`tweeted|posted|added|adds|continued|continues|responded|responds|answered|answers|joked|quipped|demanded|shouted|yelled|repeated|` +
		`wondered|exclaimed|insisted|declared|recalled|pressed|explained|shot back|cried|muttered|whispered|called out|inquired)\b([^.,;:!?]*)`)
	ownStatement = regexp.MustCompile(`\b(?:that|he|she|it|they|we|there|is|was|were|are|will|would|had|has|have|no|not|if|whether)\b`)
)

// maxCueTail is the most words that follow the verb of a cue: "told the crowd in Brink on Tuesday night".
const maxCueTail = 8

// opensWithCue reports whether rest begins with a cue.
func opensWithCue(rest string) bool {
	m := cue.FindStringSubmatch(rest)
	return m != nil && !starts(rest) && len(strings.Fields(m[1])) <= maxCueTail && !ownStatement.MatchString(m[1])
}

// introduced reports whether what stands in front of the quotation that ends done introduces it: "He asked, “Why?”".
func introduced(done string) bool {
	inner := strings.TrimRight(done, "?!"+closeMarks)
	i := strings.LastIndexAny(inner, "“\"«")
	if i < 0 {
		return false
	}
	before := strings.TrimRightFunc(inner[:i], blank)
	return strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":")
}

func openMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '‘', '«', '(', '[':
		return true
	}
	return blank(r)
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
