package wiretext

import (
	"iter"
	"regexp"
	"strings"

	"copydesk/corpus"
)

// The bounds within which header lines are looked for.
const (
	maxHeader = 8 // lines under the headline, the blank ones not counted
	maxAsides = 2 // paragraphs between them: a kicker, a standfirst
)

// facts are what header lines say.
type facts struct {
	byline, outlet, bylineOutlet, url, language, version string
	published, updated, embargo                          corpus.Time
	status                                               corpus.Status
}

// header is what stands above the story.
type header struct {
	facts
	headline corpus.Span
	lines    []corpus.Span // the headline and the header lines, in order
	under    int           // lines read under the headline
	asides   int           // paragraphs of the story among them
}

// readHeader reads the headline and the header lines of a body that is not blank.
func readHeader(body string) *header {
	h := new(header)
	open := true // no paragraph is being read
	for line := range lines(body) {
		text := line.Of(body)
		switch {
		case text == "":
			open = true
		case h.headline.Len() == 0:
			h.lines = append(h.lines, line)
			if field := above(text); field != nil {
				field(&h.facts)
			} else {
				h.headline = line
			}
		case !h.read(line, text, open):
			return h
		default:
			open = h.lines[len(h.lines)-1] == line || endsSentence(text)
		}
	}
	return h
}

// read reads a line under the headline; it reports whether header lines can still follow. One that only continues
// a paragraph is never a header line, nor is one that would say again, within the story, what the header has.
func (h *header) read(line corpus.Span, text string, open bool) bool {
	h.under++
	_, length := corpus.Dateline(text)
	if h.under > maxHeader || length > 0 {
		return false
	}
	if !open {
		return true
	}
	if field := fieldOf(text); field != nil && (h.asides == 0 || h.adds(field)) {
		field(&h.facts)
		h.lines = append(h.lines, line)
		return true
	}
	h.asides++
	return h.asides <= maxAsides
}

// adds reports whether the field says something that is not known.
func (f facts) adds(field setter) bool {
	after := f
	field(&after)
	return after != f
}

// paragraphs are the story's: the body without the header lines.
func (h *header) paragraphs(body string) []corpus.Paragraph {
	var ps []corpus.Paragraph
	from := 0
	for _, line := range append(h.lines, corpus.Span{Start: len(body), End: len(body)}) {
		for _, p := range corpus.SplitParagraphs(body, corpus.Span{Start: from, End: line.Start}) {
			if p.Kind == corpus.Lead {
				p.Kind = corpus.Body
			}
			ps = append(ps, p)
		}
		from = line.End
	}
	corpus.MarkLead(ps)
	return ps
}

var lineEnd = regexp.MustCompile(`\r\n|[\n\r\f\v\x{85}\x{2028}\x{2029}]`)

// lines walks the lines of text, trimmed; a blank line is empty.
func lines(text string) iter.Seq[corpus.Span] {
	return func(yield func(corpus.Span) bool) {
		for from := 0; from < len(text); {
			end, next := len(text), len(text)
			if m := lineEnd.FindStringIndex(text[from:]); m != nil {
				end, next = from+m[0], from+m[1]
			}
			if !yield((corpus.Span{Start: from, End: end}).Trim(text)) {
				return
			}
			from = next
		}
	}
}

// lineEnds is the number of line ends in text.
func lineEnds(text string) int { return len(lineEnd.FindAllStringIndex(text, -1)) }

// endsSentence reports whether text closes with a full stop, an exclamation or a question mark.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)]")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}
