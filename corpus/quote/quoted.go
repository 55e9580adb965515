package quote

import "copydesk/corpus"

// Quoted are the stretches of an article's paragraphs that stand in quotation marks, the marks included, in order and
// without overlap, whether somebody is said to say them or not. Quotations within a quotation are part of it. One that
// goes on over several paragraphs has a stretch in each.
func Quoted(a *corpus.Article) []corpus.Span {
	singles := singleMarks(a)
	var found []quotation
	var marks []mark
	for i, para := range a.Paragraphs {
		found, marks = quotations(found, marks, a.Body, para.Span, singles, para.Kind.Story() && opensQuoted(a, i+1, singles))
	}
	out := make([]corpus.Span, len(found))
	for i, q := range found {
		out[i] = q.span
	}
	return out
}
