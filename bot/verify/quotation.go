package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// Quotation is a quotation as it was pasted, read once for all comparisons.
type Quotation struct {
	// Text is the quotation as pasted.
	Text string
	// Words are those of Text, in order, the bracketed ones included.
	Words []Word

	marks    []mark        // of each word
	brackets []corpus.Span // the square brackets with what is in them
	ids      map[string]int32
	id       []int32
	// ellipsis holds, for each place between two words, whether an ellipsis stands there: ellipsis[i] before word i.
	ellipsis []bool
}

// mark is what brackets do to a word.
type mark struct {
	aside bool // the word is the editor's
	cue   bool // it is aside because it stands outside the quotation marks
	// head and tail are what stands outside the brackets of a word that is partly in them: want[ed], [I]t.
	head, tail string
}

func (m mark) partial() bool { return m.head != "" || m.tail != "" }

// Read reads a quotation. Quotation marks around it are typography like any others.
func Read(text string) *Quotation {
	q := &Quotation{Text: text, Words: Words(text), brackets: brackets(text)}
	q.readBrackets()
	q.readCues()
	q.ids = make(map[string]int32, len(q.Words))
	q.id = make([]int32, len(q.Words))
	for i, w := range q.Words {
		id, ok := q.ids[w.Fold]
		if !ok {
			id = int32(len(q.ids)) + 1
			q.ids[w.Fold] = id
		}
		q.id[i] = id
	}
	q.findEllipses()
	return q
}

// readBrackets notes what brackets do to each word.
func (q *Quotation) readBrackets() {
	q.marks = make([]mark, len(q.Words))
	next := 0
	for _, b := range q.brackets {
		for next < len(q.Words) && q.Words[next].Span.End <= b.Start {
			next++
		}
		for ; next < len(q.Words) && q.Words[next].Span.Start < b.End; next++ {
			w := q.Words[next].Span
			if b.Contains(w) {
				q.marks[next].aside = true
				continue
			}
			m := &q.marks[next]
			if w.Start < b.Start {
				m.head = string(appendFold(nil, q.Text[w.Start:b.Start]))
			}
			if w.End > b.End {
				m.tail = string(appendFold(nil, q.Text[b.End:w.End]))
				break // another bracket may open within the word
			}
		}
	}
}

// readCues sets aside what stands outside quotation marks in a text that was pasted with its cue: “…,” he said. “…”
func (q *Quotation) readCues() {
	text := strings.TrimSpace(q.Text)
	base := strings.Index(q.Text, text)
	var at []int // of the double marks
	for i, r := range text {
		if strings.ContainsRune("\"“”„«»", r) {
			at = append(at, base+i)
		}
	}
	if len(at) < 4 || len(at)%2 != 0 || at[0] != base || strings.ContainsFunc(q.Text[at[len(at)-1]:], wordRune) {
		return
	}
	for k := 1; k < len(at)-1; k += 2 {
		if strings.IndexByte(",.!?", q.Text[at[k]-1]) < 0 {
			return // “boom” and “bust” are words in marks
		}
	}
	for i, w := range q.Words {
		k, _ := slices.BinarySearch(at, w.Span.Start)
		if k%2 == 0 { // as many marks opened as closed
			q.marks[i].aside, q.marks[i].cue = true, true
		}
	}
}

// brackets are the stretches between square brackets, the brackets included. One that is not closed is none.
func brackets(text string) []corpus.Span {
	var out []corpus.Span
	from := -1
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '[':
			from = i
		case ']':
			if from >= 0 {
				out = append(out, corpus.Span{Start: from, End: i + 1})
			}
			from = -1
		}
	}
	return out
}

// findEllipses notes where an ellipsis stands between words.
func (q *Quotation) findEllipses() {
	q.ellipsis = make([]bool, len(q.Words)+1)
	for i := 1; i < len(q.Words); i++ {
		q.ellipsis[i] = ellipsis(q.Text[q.Words[i-1].Span.End:q.Words[i].Span.Start])
	}
}

// ellipsis reports whether the text between two words has one: "…", or three stops, with spaces between or not.
func ellipsis(between string) bool {
	stops := 0
	for i, r := range between {
		switch {
		case r == '…' || r == '⋯':
			return true
		case r == '.':
			if stops++; stops == 3 {
				return true
			}
		case unicode.IsSpace(r):
		case r == '*' && strings.HasPrefix(between[i:], "***"):
			return true
		default:
			stops = 0
		}
	}
	return false
}

// Plain are the quotation's own words, without the editor's, folded.
func (q *Quotation) Plain() []string {
	var out []string
	for i, w := range q.Words {
		if !q.marks[i].aside {
			out = append(out, w.Fold)
		}
	}
	return out
}

// firstUpper reports whether a word begins with a capital.
func firstUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// Parts divides the quotation's own words, without the editor's, at ends of sentences and at ellipses into parts of at
// most longest words; a part has four words at least where the quotation has them.
func (q *Quotation) Parts(longest int) []string {
	const least = 4
	var out []string
	var part []string
	for i, w := range q.Words {
		if i > 0 && len(part) >= least && (len(part) >= longest || q.ellipsis[i] || sentenceBreak(q.Text[q.Words[i-1].Span.End:w.Span.Start])) {
			out, part = append(out, strings.Join(part, " ")), nil
		}
		if !q.marks[i].aside {
			part = append(part, w.Span.Of(q.Text))
		}
	}
	switch n := len(out); {
	case len(part) >= least || n == 0:
		out = append(out, strings.Join(part, " "))
	default:
		out[n-1] += " " + strings.Join(part, " ")
	}
	return out
}

func sentenceBreak(between string) bool { return strings.ContainsAny(between, ".!?\n") }

// Inside counts the archive's words of the alignment that stand within the spans, which are in order, and those that do
// not. What a bridge or an ellipsis leaves out counts for neither.
func (a *Alignment) Inside(spans []corpus.Span) (in, out int) {
	k := 0
	for _, x := range a.pairs {
		if x.op != same && x.op != changed {
			continue
		}
		for k < len(spans) && spans[k].End <= x.had.Start {
			k++
		}
		if k < len(spans) && spans[k].Overlaps(x.had) {
			in++
		} else {
			out++
		}
	}
	return in, out
}
