package corpus

import (
	"strings"
	"unicode/utf8"
)

// Passage is a stretch of an article that search finds and an answer shows: a paragraph, short neighbours joined,
// or a part of a very long one. Passages are ordered and do not overlap.
type Passage struct {
	Span Span `json:"span"`
	Kind Kind `json:"kind"`
	// Paragraph is the number, counted from 1, of the first paragraph that the passage touches.
	Paragraph int `json:"paragraph"`
	// Subhead is the heading under which the passage stands; empty before the first.
	Subhead string `json:"subhead,omitempty"`
}

// The sizes of a passage, in bytes. A paragraph shorter than minPassage is joined to its neighbour, up to maxJoined;
// one longer than maxPassage is cut at the last sentence end before that.
const (
	minPassage = 110
	maxJoined  = 700
	maxPassage = 1400
)

// Passages divides the article into passages. Subheads are in none of them; captions, credits and
// footers are passages of their own kind, never joined to the story. Nor are paragraphs joined that have other text
// between them, such as a byline.
func Passages(a *Article) []Passage {
	var out []Passage
	subhead := ""
	joinable := false
	for i, p := range a.Paragraphs {
		switch {
		case p.Kind == Subhead:
			subhead, joinable = p.Span.Of(a.Body), false
		case !p.Kind.Story():
			out = append(out, Passage{p.Span, p.Kind, i + 1, ""})
			joinable = false
		case joinable && joins(a.Body, out[len(out)-1].Span, p.Span):
			out[len(out)-1].Span.End = p.Span.End
		default:
			for _, s := range pieces(a.Body, p.Span) {
				out = append(out, Passage{s, p.Kind, i + 1, subhead})
			}
			joinable = true
		}
	}
	return out
}

// joins reports whether a passage takes in the paragraph that follows it.
func joins(body string, passage, next Span) bool {
	return (passage.Len() < minPassage || next.Len() < minPassage) && next.End-passage.Start <= maxJoined &&
		Span{passage.End, next.Start}.Trim(body).Len() == 0
}

// pieces cuts a paragraph that is longer than maxPassage at sentence ends, into parts of similar length.
func pieces(body string, para Span) []Span {
	if para.Len() <= maxPassage {
		return []Span{para}
	}
	parts := (para.Len() + maxPassage - 1) / maxPassage
	target := para.Len() / parts
	var out []Span
	for _, sentence := range Sentences(body, para) {
		for _, s := range bites(body, sentence) {
			last := len(out) - 1
			if last >= 0 && out[last].Len() < target && s.End-out[last].Start <= maxPassage {
				out[last].End = s.End
				continue
			}
			out = append(out, s)
		}
	}
	return out
}

// bites cuts a sentence that is longer than a passage between words, or where it has none between characters: text
// that lost its full stops, or that is none.
func bites(body string, sentence Span) []Span {
	var out []Span
	for sentence.Len() > maxPassage {
		end := sentence.Start + maxPassage
		for range utf8.UTFMax - 1 {
			if !utf8.RuneStart(body[end]) {
				end--
			}
		}
		if i := strings.LastIndexFunc(body[sentence.Start:end], blank); i > 0 {
			end = sentence.Start + i
		}
		out = append(out, Span{sentence.Start, end}.Trim(body))
		sentence = Span{end, sentence.End}.Trim(body)
	}
	return append(out, sentence)
}
