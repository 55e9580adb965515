package corpus

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

// The sizes of a passage, in bytes. A paragraph shorter than minPassage is joined to the next;
// one longer than maxPassage is cut at the last sentence end before that.
const (
	minPassage = 110
	maxPassage = 1400
)

// Passages divides the article into passages. Subheads are in none of them; captions, credits and
// footers are passages of their own kind, never joined to the story.
func Passages(a *Article) []Passage {
	var out []Passage
	subhead := ""
	joinable := false
	for i, p := range a.Paragraphs {
		if p.Kind == Subhead {
			subhead, joinable = p.Span.Of(a.Body), false
			continue
		}
		if !p.Kind.Story() {
			out = append(out, Passage{p.Span, p.Kind, i + 1, ""})
			joinable = false
			continue
		}
		last := len(out) - 1
		if joinable && (out[last].Span.Len() < minPassage || p.Span.Len() < minPassage) &&
			p.Span.End-out[last].Span.Start <= maxPassage/2 {
			out[last].Span.End = p.Span.End
			continue
		}
		for _, s := range pieces(a.Body, p.Span) {
			out = append(out, Passage{s, p.Kind, i + 1, subhead})
		}
		joinable = true
	}
	return out
}

// pieces cuts a paragraph that is longer than maxPassage at sentence ends, into parts of similar length.
func pieces(body string, para Span) []Span {
	if para.Len() <= maxPassage {
		return []Span{para}
	}
	parts := (para.Len() + maxPassage - 1) / maxPassage
	target := para.Len() / parts
	var out []Span
	for _, s := range Sentences(body, para) {
		last := len(out) - 1
		if last >= 0 && out[last].Len() < target && s.End-out[last].Start <= maxPassage {
			out[last].End = s.End
			continue
		}
		out = append(out, s)
	}
	return out
}
