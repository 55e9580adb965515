package verify

import (
	"slices"
	"strings"

	"copydesk/corpus"
)

// Kind says what a Change is to the sense.
type Kind string

// The Kinds, the gravest first.
const (
	Negation Kind = "negation" // a word that denies was put in or taken out
	Number   Kind = "number"
	Name     Kind = "name"
	Modal    Kind = "modal" // "could" for "would"
	Tense    Kind = "tense"
	Wording  Kind = "wording" // any other
)

// Change is one stretch of words that is not the archive's.
type Change struct {
	Kind Kind `json:"kind"`
	// Was are the archive's words, Typed the quotation's; either may be empty.
	Was   string `json:"was,omitempty"`
	Typed string `json:"typed,omitempty"`
}

// Changes are what was changed, in order. An Exact alignment has none but what an ellipsis hides wrongly.
func (a *Alignment) Changes() []Change {
	var out []Change
	for i := 0; i < len(a.pairs); {
		if !a.fault(a.pairs[i]) {
			i++
			continue
		}
		j := i
		for j < len(a.pairs) && a.fault(a.pairs[j]) {
			j++
		}
		out = append(out, a.change(i, j))
		i = j
	}
	for _, o := range a.Omissions() {
		if n := len(Words(o.Text)); n <= fewElided && o.Negation {
			out = append(out, Change{Negation, o.Text, "…"})
		} else if n > maxElided {
			out = append(out, Change{Wording, o.Text, "…"})
		}
	}
	return out
}

// fault reports whether a pair is a change.
func (a *Alignment) fault(x pair) bool {
	switch x.op {
	case changed, added, dropped:
		return true
	case stood:
		return !pronouns[fold(x.had.Of(a.body))]
	case same:
		return a.mistaken(x)
	}
	return false
}

func (a *Alignment) change(i, j int) Change {
	var was, typed []corpus.Span
	for _, x := range a.pairs[i:j] {
		if x.had.Len() > 0 {
			was = append(was, x.had)
		}
		if x.typed.Len() > 0 {
			typed = append(typed, x.typed)
		}
	}
	c := Change{Was: stretch(a.body, was), Typed: stretch(a.q.Text, typed)}
	c.Kind = kindOf(pick(a.body, was), pick(a.q.Text, typed), a.capital(a.body, was) || a.capital(a.q.Text, typed))
	return c
}

// stretch is the text from the first span to the last.
func stretch(text string, spans []corpus.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return text[spans[0].Start:spans[len(spans)-1].End]
}

func pick(text string, spans []corpus.Span) []string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = fold(s.Of(text))
	}
	return out
}

// capital reports whether one of the words is a name: it has a capital and does not begin a sentence.
func (a *Alignment) capital(text string, spans []corpus.Span) bool {
	return slices.ContainsFunc(spans, func(s corpus.Span) bool {
		w := s.Of(text)
		if !firstUpper(w) || fold(w) == "i" || strings.HasPrefix(fold(w), "i'") {
			return false
		}
		before := strings.TrimRight(text[max(0, s.Start-8):s.Start], " \u00a0\n\"“”‘'’([")
		return before != "" && !strings.ContainsAny(before[len(before)-1:], ".!?:") && !strings.HasSuffix(before, "…")
	})
}

// kindOf tells the gravest that a change of words can be.
func kindOf(was, typed []string, name bool) Kind {
	differs := func(is func(string) bool) bool {
		x, y := slices.DeleteFunc(slices.Clone(was), not(is)), slices.DeleteFunc(slices.Clone(typed), not(is))
		slices.Sort(x)
		slices.Sort(y)
		return !slices.Equal(x, y)
	}
	denials := func(words []string) (n int) {
		for _, w := range words {
			if negation(w) {
				n++
			}
		}
		return n
	}
	switch {
	case denials(was) != denials(typed):
		return Negation
	case differs(number):
		return Number
	case name:
		return Name
	case differs(modal):
		return Modal
	}
	for _, w := range was {
		for _, t := range typed {
			if w != t && sameVerb(w, t) {
				return Tense
			}
		}
	}
	return Wording
}

func not(is func(string) bool) func(string) bool { return func(w string) bool { return !is(w) } }
