package verify

import (
	"slices"
	"strings"

	"copydesk/corpus"
)

// Occurs reports whether the span of the body has the quotation's own words together and in order, with nothing but
// typography between. It is far cheaper than Compare.
func (q *Quotation) Occurs(body string, span corpus.Span) bool {
	a := aligners.Get().(*aligner)
	defer aligners.Put(a)
	own := make([]int32, 0, len(q.id))
	for i, id := range q.id {
		if !q.marks[i].aside {
			own = append(own, id)
		}
	}
	if len(own) == 0 {
		return false
	}
	text := span.Of(body)
	rare := q.longest()
	if rare == "" || strings.Contains(text, strings.ToUpper(rare)) {
		return a.occurs(q, own, body, span)
	}
	reach := 2*len(q.Text) + 40
	for from := 0; ; {
		i := strings.Index(text[from:], rare)
		if i < 0 {
			return false
		}
		at := span.Start + from + i
		near := corpus.Span{Start: wordStart(body, max(span.Start, at-reach), span.Start), End: min(span.End, at+reach)}
		if a.occurs(q, own, body, near) {
			return true
		}
		from += i + len(rare)
	}
}

// occurs looks for the words word by word.
func (a *aligner) occurs(q *Quotation, own []int32, body string, span corpus.Span) bool {
	a.passage.Source = Source{Body: body, Span: span}
	a.passage.readWords(q)
	for has := a.passage.id; len(has) >= len(own); has = has[1:] {
		if has[0] == own[0] && slices.Equal(has[:len(own)], own) {
			return true
		}
	}
	return false
}

// longest is the longest of the quotation's words, without the first letter, which may be a capital; empty if the
// words' letters are not all ASCII.
func (q *Quotation) longest() string {
	best := ""
	for i, w := range q.Words {
		if len(w.Fold) > len(best) && !q.marks[i].aside && !q.marks[i].partial() {
			best = w.Fold
		}
	}
	if len(best) < 3 || strings.ContainsFunc(best, func(r rune) bool { return r < 'a' || r > 'z' }) || signs[best] {
		return ""
	}
	return best[1:]
}

// signs are the words for which a sign may stand.
var signs = set("percent and")

// wordStart is the beginning of the white space or word that is at i.
func wordStart(body string, i, least int) int {
	for i > least && body[i-1] != ' ' && body[i-1] != '\n' {
		i--
	}
	return i
}
