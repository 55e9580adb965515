// Package corpus holds what an archive is made of: articles, their paragraphs, and the passages that are
// found and shown; how text is split into them; and the Reader that each format implements.
package corpus

import (
	"iter"
)

// Article is one story as the archive has it.
type Article struct {
	// ID names the article for good: the format's own identifier, or, where it has none, the file's
	// slash-separated name relative to the folder indexed.
	ID       string `json:"id"`
	Headline string `json:"headline"`
	// Byline is the author line as printed, without "By"; empty if there is none.
	Byline string `json:"byline,omitempty"`
	// Dateline is the place from which the story was filed, as printed ("BRUSSELS"); empty if there is none.
	Dateline string `json:"dateline,omitempty"`
	// Outlet is the publication; empty if it is not known.
	Outlet string `json:"outlet,omitempty"`
	// OutletInferred says that Outlet was read off the story's own sentences ("told POLITICO") and is
	// shown as such.
	OutletInferred bool   `json:"outlet_inferred,omitempty"`
	Published      Time   `json:"published,omitzero"`
	Updated        Time   `json:"updated,omitzero"`
	URL            string `json:"url,omitempty"`
	// Language is a BCP 47 tag; empty if the archive does not say.
	Language string `json:"language,omitempty"`
	Status   Status `json:"status"`
	// Embargo is the time before which the article may not be shown; zero if there is none.
	Embargo Time `json:"embargo,omitzero"`
	// Version orders the versions of one ID: a number, or failing that any text that sorts. Empty if none.
	Version string `json:"version,omitempty"`
	// Note is the public editor's note; notes to editors alone are never kept.
	Note string `json:"note,omitempty"`
	// Body is the text as it was read. Every Span of the article is a range of it.
	Body       string      `json:"body"`
	Paragraphs []Paragraph `json:"paragraphs"`
}

// Subheads walks the article's subheads in order.
func (a *Article) Subheads() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range a.Paragraphs {
			if p.Kind == Subhead && !yield(p.Span.Of(a.Body)) {
				return
			}
		}
	}
}

// ParagraphAt is the number, counted from 1, of the paragraph that holds the byte at offset;
// 0 if it lies in none.
func (a *Article) ParagraphAt(offset int) int {
	for i, p := range a.Paragraphs {
		if p.Span.Start <= offset && offset < p.Span.End {
			return i + 1
		}
	}
	return 0
}
