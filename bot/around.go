package bot

import (
	"context"
	"errors"
	"slices"

	"copydesk/corpus"
)

// ErrNoPassage is what Around returns where the article has no text at the place asked for: it may have been changed since.
var ErrNoPassage = errors.New("the article has no such passage")

// aroundParagraphs is how many paragraphs are shown on either side of a passage.
const aroundParagraphs = 2

// Surroundings are the paragraphs around a passage, word for word.
type Surroundings struct {
	Article Citation `json:"article"`
	// Passage are the paragraphs that hold the passage.
	Passage Evidence `json:"passage"`
	// Before and After are the paragraphs on either side, two each at most, in order, subheads and captions included.
	Before []Evidence `json:"before,omitempty"`
	After  []Evidence `json:"after,omitempty"`
	// Paragraph is the number, counted from 1, of the first of all these.
	Paragraph int `json:"paragraph"`
	// MoreBefore and MoreAfter say that the article has further paragraphs on that side.
	MoreBefore bool `json:"more_before,omitempty"`
	MoreAfter  bool `json:"more_after,omitempty"`
}

// Around shows what stands around a span of the body of the article of that ID. The error is ErrNoArticle, ErrNoPassage,
// that of ctx, or one of the index.
func (d *Desk) Around(ctx context.Context, article string, span corpus.Span) (Surroundings, error) {
	if err := ctx.Err(); err != nil {
		return Surroundings{}, err
	}
	who := d.reader(ctx)
	record, err := d.record(article, who)
	if err != nil {
		return Surroundings{}, err
	}
	if record == nil {
		return Surroundings{}, ErrNoArticle
	}
	a := record.Article
	touched := func(p corpus.Paragraph) bool { return p.Span.Overlaps(span) }
	first := slices.IndexFunc(a.Paragraphs, touched)
	if first < 0 || span.Len() <= 0 || span.Start < 0 || span.End > len(a.Body) {
		return Surroundings{}, ErrNoPassage
	}
	end := first + 1
	for end < len(a.Paragraphs) && touched(a.Paragraphs[end]) {
		end++
	}
	from, to := max(first-aroundParagraphs, 0), min(end+aroundParagraphs, len(a.Paragraphs))
	return Surroundings{
		Article: who.cite(record), Passage: contextOf(a, span), Before: paragraphs(a, from, first), After: paragraphs(a, end, to),
		Paragraph: from + 1, MoreBefore: from > 0, MoreAfter: to < len(a.Paragraphs),
	}, nil
}

// paragraphs are those from the place from to before to.
func paragraphs(a *corpus.Article, from, to int) (out []Evidence) {
	for _, p := range a.Paragraphs[from:to] {
		out = append(out, evidenceAt(a, p.Span))
	}
	return out
}
