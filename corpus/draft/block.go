package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// role is what a document's markup makes of a stretch of its text.
type role uint8

const (
	story role = iota
	entry      // of a list, a table or the notes: never a heading, however short
	heading
	caption
)

// block is a stretch of text that the markup sets apart. Line breaks in it are its author's.
type block struct {
	text string
	role role
}

// article joins the blocks, a blank line between each two, and divides them by the rules for plain text; then the markup's
// word counts for the kinds that it knows.
func (c *content) article() (*corpus.Article, error) {
	a := &corpus.Article{Body: c.plain}
	var roles []role
	var ends []int // of the blocks in the body
	if len(c.blocks) > 0 {
		a.Body, ends, roles = join(c.blocks)
	}
	if len(a.Body) > MaxText {
		return nil, refuse(TooLong)
	}
	if !strings.ContainsFunc(a.Body, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return nil, refuse(Empty)
	}
	a.Paragraphs = corpus.SplitParagraphs(a.Body, corpus.Span{End: len(a.Body)})
	for i, n := 0, 0; len(ends) > 0 && i < len(a.Paragraphs); i++ {
		p := &a.Paragraphs[i]
		for ends[n] <= p.Span.Start {
			n++
		}
		setKind(p, roles[n])
	}
	markHeadline(a)
	return a, nil
}

func join(blocks []block) (body string, ends []int, roles []role) {
	var b strings.Builder
	for _, one := range blocks {
		text := (corpus.Span{End: len(one.text)}).Trim(one.text).Of(one.text)
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(text)
		ends, roles = append(ends, b.Len()), append(roles, one.role)
	}
	return b.String(), ends, roles
}

// maxHeading is the longest heading, in bytes. What is set as one and is longer is story, and would be lost as a heading.
const maxHeading = 200

func setKind(p *corpus.Paragraph, r role) {
	switch {
	case r == heading && p.Span.Len() <= maxHeading:
		p.Kind, p.Credit = corpus.Subhead, corpus.Span{}
	case r == caption:
		p.Kind = corpus.Caption
	case p.Kind == corpus.Lead, p.Kind == corpus.Subhead && r != story:
		p.Kind = corpus.Body
	}
}

// markHeadline takes the first paragraph for the headline if the markup says so or if it looks like one, and marks the
// lead. One with a quotation is left to be story, so that its speaker is looked for.
func markHeadline(a *corpus.Article) {
	if len(a.Paragraphs) > 1 {
		first := &a.Paragraphs[0]
		text := first.Span.Of(a.Body)
		if first.Kind.Story() && a.Paragraphs[1].Kind.Story() && headlineShape(text) {
			first.Kind = corpus.Subhead
		}
		if first.Kind == corpus.Subhead {
			a.Headline = text
		}
	}
	for i := range a.Paragraphs {
		if a.Paragraphs[i].Kind == corpus.Lead {
			a.Paragraphs[i].Kind = corpus.Body
		}
	}
	corpus.MarkLead(a.Paragraphs)
}

// The bounds of a headline that no markup tells: below them it may be a name over a quotation, above them a paragraph.
const (
	minHeadlineWords = 4
	maxHeadlineWords = 20
)

func headlineShape(text string) bool {
	n := len(strings.Fields(text))
	last, _ := utf8.DecodeLastRuneInString(text)
	return minHeadlineWords <= n && n <= maxHeadlineWords && len(text) <= maxHeading && !strings.ContainsAny(text, "\n\"“”‘„«»:") &&
		(unicode.IsLetter(last) || unicode.IsNumber(last) || last == '?')
}
