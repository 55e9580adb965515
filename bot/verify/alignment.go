package verify

import "copydesk/corpus"

// Alignment is a place of the archive that has a quotation's words, or nearly.
type Alignment struct {
	// Span is the place in the article's body: the words that stand for the quotation's, and the stop after them.
	corpus.Span
	// Exact says that the words are the same, whatever the typography, and that what the quotation leaves out or puts in
	// it does openly and without harm to the words around.
	Exact bool
	// Similarity is the share of words that are the same, in the longer of the two texts: 1 if Exact.
	Similarity float64
	// Same is the number of words that are the same.
	Same int

	q     *Quotation
	part  corpus.Span // of the quotation's text that this is of
	body  string
	pairs []pair
}

// Typed is the part of the quotation that stands here: all of it, but of a Piece.
func (a *Alignment) Typed() string { return a.part.Of(a.q.Text) }

// pair is a step of an alignment in terms of the texts. A span is empty where the step takes nothing of its text.
type pair struct {
	op    op
	typed corpus.Span // of the quotation's text
	had   corpus.Span // of the article's body
}

// Compare finds the places in the source where the quotation's words stand, or nearly: those with a Similarity of at least
// least, the best first, without overlap.
func (q *Quotation) Compare(s Source, least float64) []Alignment {
	if len(q.Words) == 0 {
		return nil
	}
	a := aligners.Get().(*aligner)
	defer aligners.Put(a)
	a.passage.read(q, s)
	limit := int32((1 - least) * float64(len(q.Words)) * costChanged)
	var out []Alignment
	for _, p := range a.places(q, &a.passage, limit) {
		if found := q.alignment(&a.passage, s.Body, p, corpus.Span{End: len(q.Text)}); found.Similarity >= least {
			out = append(out, found)
		}
	}
	return out
}

// alignment puts a place in terms of the texts.
func (q *Quotation) alignment(p *passage, body string, at place, part corpus.Span) Alignment {
	out := Alignment{q: q, part: part, body: body}
	p.reach(at.steps)
	for _, s := range at.steps {
		x := pair{op: s.op}
		if s.i >= 0 {
			x.typed = q.Words[s.i].Span
		}
		switch {
		case s.op == bridged:
			x.had = corpus.Span{Start: int(p.start[p.bridge[s.j]]), End: int(p.end[s.j-1])}
		case s.j >= 0:
			x.had = p.span(s.j)
		}
		out.pairs = append(out.pairs, x)
	}
	out.finish()
	return out
}

// finish works out what follows from the pairs.
func (a *Alignment) finish() {
	a.trim()
	if len(a.pairs) == 0 {
		return
	}
	edits, typed, had := 0, 0, 0
	for _, x := range a.pairs {
		switch x.op {
		case same, changed:
			if a.End == 0 {
				a.Start = x.had.Start
			}
			a.End = x.had.End
		}
		switch x.op {
		case same:
			if a.mistaken(x) {
				edits++
			}
			typed, had, a.Same = typed+1, had+1, a.Same+1
		case changed:
			edits, typed, had = edits+1, typed+1, had+1
		case added:
			edits, typed = edits+1, typed+1
		case dropped:
			edits, had = edits+1, had+1
		case stood:
			if !pronouns[fold(x.had.Of(a.body))] {
				edits, had = edits+1, had+1
			}
		}
	}
	a.End += closing(a.body[a.End:])
	a.Exact = edits == 0 && !a.wrongly()
	a.Similarity = 1
	if !a.Exact {
		a.Similarity = max(0, 1-float64(max(edits, 1))/float64(max(typed, had, 1)))
	}
}

// trim leaves out what the archive has before the first word of the quotation and after the last.
func (a *Alignment) trim() {
	touches := func(x pair) bool { return x.typed.Len() > 0 }
	for len(a.pairs) > 0 && !touches(a.pairs[len(a.pairs)-1]) {
		a.pairs = a.pairs[:len(a.pairs)-1]
	}
	for len(a.pairs) > 0 && !touches(a.pairs[0]) {
		a.pairs = a.pairs[1:]
	}
}

// closing is the length of the stops that close a sentence or clause at the beginning of text.
func closing(text string) int {
	n := 0
	for n < len(text) && n < 3 {
		switch text[n] {
		case '.', ',', '!', '?', ';', ':':
			n++
			continue
		}
		break
	}
	return n
}

// mistaken reports whether two words that fold alike are not the same: us and U.S., it and IT.
func (a *Alignment) mistaken(x pair) bool {
	t, h := x.typed.Of(a.q.Text), x.had.Of(a.body)
	return dotted(t) != dotted(h) && (lower(t) || lower(h)) && t != h && acronyms[fold(t)]
}

// wrongly reports whether an ellipsis hides what it must not: a negation alone, or more than one quotation can hold.
func (a *Alignment) wrongly() bool {
	for _, o := range a.Omissions() {
		n := len(Words(o.Text))
		if n > maxElided || n <= fewElided && o.Negation {
			return true
		}
	}
	return false
}

// maxElided is the most words that an ellipsis stands for, fewElided the most that count as the negation among them alone.
const (
	maxElided = 80
	fewElided = 2
)

func fold(word string) string { return string(appendFold(nil, word)) }

// Kept are the words of the quotation, as spans of its text, that the archive has too.
func (a *Alignment) Kept() []corpus.Span {
	var out []corpus.Span
	for _, x := range a.pairs {
		if x.op == same {
			out = append(out, x.typed)
		}
	}
	return out
}
