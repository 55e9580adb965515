package corpus

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a paragraph is to the story.
type Kind uint8

const (
	Body    Kind = iota // the story's text
	Lead                // its first paragraph
	Subhead             // a heading between paragraphs
	Caption             // the text under a picture
	Credit              // who made a picture or contributed to the story
	Footer              // what stands under the story: republisher, moderator, boilerplate
)

var kindNames = [...]string{"body", "lead", "subhead", "caption", "credit", "footer"}

// String is the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Story reports whether the kind is part of the story's own text, which alone is quoted as such.
func (k Kind) Story() bool { return k == Body || k == Lead }

// MarshalText writes the kind's name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (k *Kind) UnmarshalText(b []byte) error {
	for i, name := range kindNames {
		if name == string(b) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not a kind of paragraph", b)
}

// Paragraph is one paragraph of an article. Paragraphs are ordered and do not overlap;
// none is empty or begins or ends with white space.
type Paragraph struct {
	Kind Kind `json:"kind"`
	Span Span `json:"span"`
	// Credit is the part of a caption that names the photographer or agency; empty where none is named.
	Credit Span `json:"credit,omitzero"`
}

// SplitParagraphs divides the text of body within the span into paragraphs and tells their kinds by their shape.
// A blank line ends a paragraph; in text without blank lines a line does, unless a typesetter broke it.
func SplitParagraphs(body string, within Span) []Paragraph {
	var ps []Paragraph
	for _, s := range blocks(body, within) {
		ps = append(ps, Paragraph{Span: s})
	}
	markApparatus(body, ps)
	markSubheads(body, ps)
	MarkLead(ps)
	return ps
}

// MarkLead makes the first paragraph of Kind Body the Lead.
func MarkLead(ps []Paragraph) {
	for i := range ps {
		if ps[i].Kind == Body {
			ps[i].Kind = Lead
			return
		}
	}
}

// maxSubhead is the most words that a subhead has.
const maxSubhead = 10

// markSubheads tells headings: a short line without closing punctuation, standing alone, with story under it.
// Two such lines in a row are a list, not headings. A question is one only in the capitals of a heading, "Who Pays
// the Ferryman?": in others the story itself may ask.
func markSubheads(body string, ps []Paragraph) {
	heading := func(i int) bool {
		return i >= 0 && i < len(ps) && ps[i].Kind == Body && subheadShape(ps[i].Span.Of(body))
	}
	var found []int
	for i := 1; i+1 < len(ps); i++ {
		if heading(i) && !heading(i-1) && !heading(i+1) && ps[i+1].Kind != Footer {
			found = append(found, i)
		}
	}
	for _, i := range found {
		ps[i].Kind = Subhead
	}
}

func subheadShape(text string) bool {
	if len(text) > 80 || strings.ContainsAny(text, "\n<>@|") || strings.Contains(text, ". (") {
		return false
	}
	words := strings.Fields(text)
	if len(words) > maxSubhead {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "‘“'\"«("))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	text = strings.TrimRight(text, closeMarks)
	last, _ := utf8.DecodeLastRuneInString(text)
	return wordRune(last) || last == '?' && headingCapitals(words)
}

// headingCapitals reports whether the words are capitalised as in a heading: all but those of three letters, three at least.
func headingCapitals(words []string) bool {
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > 3 || strings.HasSuffix(w, ":") {
			return false
		}
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return len(words) >= 3 && unicode.IsUpper(last)
}

// endsSentence reports whether text closes with sentence-final punctuation, with or without closing marks.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, closeMarks+" \u00a0")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…", last)
}
