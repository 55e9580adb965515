package ninjs

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"copydesk/corpus"
)

// content is a body as an article has it.
type content struct {
	text       string
	paragraphs []corpus.Paragraph
	main       bool // by its role
	markup     bool // before it was read
}

// choose reads the best of the bodies, or says why there is none.
func choose(bodies []part, headline string) (best content, skipped string) {
	var found []content
	skipped = "no body"
	for _, b := range bodies {
		format := formatOf(b)
		if format == unreadable {
			skipped = "unreadable body"
			continue
		}
		if c := read(b, format, headline); hasWords(c.text) {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return content{}, skipped
	}
	return slices.MaxFunc(found, compare), ""
}

// compare puts the better body last: the main one, the one with more story paragraphs, the one with markup.
func compare(a, b content) int {
	return cmp.Or(
		compareBool(a.main, b.main),
		cmp.Compare(a.story(), b.story()),
		compareBool(a.markup, b.markup),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	default:
		return 1
	}
}

// story is the number of paragraphs of the story's own text.
func (c content) story() int {
	n := 0
	for _, p := range c.paragraphs {
		if p.Kind.Story() {
			n++
		}
	}
	return n
}

func hasWords(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// read divides a body into paragraphs, without the headline on top.
func read(b part, format format, headline string) content {
	c := content{text: b.Value, main: code(b.Role) == "main", markup: format == markup}
	if c.markup {
		var blocks []block
		c.text, blocks = extract(b.Value)
		c.paragraphs = paragraphs(c.text, blocks)
	} else {
		c.paragraphs = corpus.SplitParagraphs(c.text, corpus.Span{End: len(c.text)})
	}
	if len(c.paragraphs) > 1 && repeats(c.paragraphs[0].Span.Of(c.text), headline) {
		wasLead := c.paragraphs[0].Kind == corpus.Lead
		if c.paragraphs = c.paragraphs[1:]; wasLead {
			corpus.MarkLead(c.paragraphs)
		}
	}
	return c
}

// paragraphs divides extracted text by the rules for plain text, and then takes the markup's word for the kinds
// that it knows.
func paragraphs(text string, blocks []block) []corpus.Paragraph {
	ps := corpus.SplitParagraphs(text, corpus.Span{End: len(text)})
	for i := range ps {
		p := &ps[i]
		for blocks[0].span.End <= p.Span.Start {
			blocks = blocks[1:]
		}
		setKind(p, blocks[0].role)
	}
	corpus.MarkLead(ps)
	return ps
}

// maxHeading is the longest heading, in bytes. What is set as one and is longer is story, and would be lost as a heading.
const maxHeading = 200

func setKind(p *corpus.Paragraph, r role) {
	if r == heading && p.Span.Len() > maxHeading {
		r = story
	}
	switch r {
	case caption:
		p.Kind = corpus.Caption
		return // with the credit that ends it
	case credit:
		p.Kind, p.Credit = corpus.Credit, p.Span
		return
	case heading:
		p.Kind = corpus.Subhead
	case footer:
		p.Kind = corpus.Footer
	default:
		if p.Kind == corpus.Lead || p.Kind == corpus.Subhead && r != story {
			p.Kind = corpus.Body
		}
		return
	}
	p.Credit = corpus.Span{}
}

// repeats reports whether a paragraph is the headline once more, perhaps with a second line under it.
func repeats(paragraph, headline string) bool {
	want, got := letters(headline), letters(paragraph)
	if want == "" || got == want {
		return want != ""
	}
	first, _, _ := strings.Cut(paragraph, "\n")
	return letters(first) == want && len(got) < 2*len(want)
}

// letters is a text's letters and digits in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
