package verify

import (
	"strings"

	"copydesk/corpus"
)

// Omission is what an ellipsis of the quotation stands for in the archive.
type Omission struct {
	// Span is its place in the article's body, and Text its words there.
	corpus.Span
	Text string `json:"text"`
	// Negation and Condition say that it has a word such as "never", or such as "unless".
	Negation  bool `json:"negation,omitempty"`
	Condition bool `json:"condition,omitempty"`
}

// Omissions are what the quotation's ellipses stand for, in order.
func (a *Alignment) Omissions() []Omission {
	var out []Omission
	open := false
	for _, x := range a.pairs {
		if x.op != elided {
			open = open && x.op == bridged
			continue
		}
		if !open {
			out, open = append(out, Omission{Span: x.had}), true
		}
		o := &out[len(out)-1]
		o.End = x.had.End
		w := fold(x.had.Of(a.body))
		o.Negation = o.Negation || negation(w)
		o.Condition = o.Condition || conditions[w]
	}
	for i := range out {
		out[i].Text = out[i].Of(a.body)
	}
	return out
}

// Insertion is what the quotation has in brackets.
type Insertion struct {
	// Text is what the brackets hold, as typed.
	Text string `json:"text"`
	// For is the archive's word or words that it stands for, or that it is printed with there; empty if there are none.
	For string `json:"for,omitempty"`
}

// Insertions are the bracketed words of the quotation, in order.
func (a *Alignment) Insertions() []Insertion {
	var out []Insertion
	last := -1 // end of the brackets reported last
	for k, x := range a.pairs {
		b, ok := a.q.bracketAt(x.typed)
		if !ok {
			continue
		}
		if b.Start < last {
			continue
		}
		last = b.End
		out = append(out, Insertion{b.Of(a.q.Text), a.behind(k, b)})
	}
	return out
}

// behind are the archive's words for a pair of brackets of which the first word is that of pair k.
func (a *Alignment) behind(k int, b corpus.Span) string {
	var words []string
	for i := k - 1; i >= 0 && a.pairs[i].op == stood; i-- {
		words = append([]string{a.pairs[i].had.Of(a.body)}, words...)
	}
	for _, x := range a.pairs[k:] {
		if x.op != stood && !(x.typed.Len() > 0 && x.typed.Overlaps(b)) {
			break
		}
		if x.had.Len() > 0 {
			words = append(words, x.had.Of(a.body))
		}
	}
	return strings.Join(words, " ")
}

// bracketAt finds the brackets that hold a word of the quotation, or part of it.
func (q *Quotation) bracketAt(word corpus.Span) (corpus.Span, bool) {
	if word.Len() == 0 {
		return corpus.Span{}, false
	}
	for _, b := range q.brackets {
		if b.Overlaps(word) {
			return b, true
		}
	}
	return corpus.Span{}, false
}
