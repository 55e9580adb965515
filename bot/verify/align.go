package verify

import (
	"math"
	"slices"
	"sync"
)

// op is a step of an alignment.
type op uint8

const (
	begin   op = iota // the alignment begins here
	same              // a word of the quotation is the archive's
	changed           // a word of the quotation stands for another of the archive
	added             // a word of the quotation that the archive does not have
	dropped           // a word of the archive that the quotation does not have
	editor            // a bracketed word of the quotation that the archive does not have
	stood             // a word of the archive for which the brackets stand
	elided            // a word of the archive that an ellipsis stands for
	aside             // a bracketed word of the archive that the quotation does not have
	bridged           // from the end of one part of a broken quotation to the beginning of the next
	jumped            // to another place altogether
)

// The costs of the steps, a changed word being the measure. A dropped word is cheaper than an added one: shortening is the
// commoner fault. Those below cheap are what a quotation may do.
const (
	costChanged = 120
	costAdded   = 100
	costDropped = 70
	costStood   = 40 // of a word that is no pronoun
	costPronoun = 8
	costBridge  = 5
	costEditor  = 2
	costAside   = 2
	costElided  = 1
	costNever   = 1 << 20
)

// step is one step: i and j are words of the quotation and the archive, -1 where it takes none.
type step struct {
	op   op
	i, j int
}

// maxCells bounds the table of one alignment. What is larger is first divided at runs of words that both texts have.
const maxCells = 1 << 21

// aligner holds the tables of alignments, to be used again.
type aligner struct {
	ops       []op
	prev, cur []int32
	passage   passage
}

var aligners = sync.Pool{New: func() any { return new(aligner) }}

// table fills in the costs of aligning the quotation's words from i0 to i1 with the columns from j0 to j1, and leaves the
// last row in prev. With free, the alignment may begin at any column.
func (a *aligner) table(q *Quotation, p *passage, i0, i1, j0, j1 int, free bool) {
	n, m := i1-i0, j1-j0
	a.ops = slices.Grow(a.ops[:0], (n+1)*(m+1))[:(n+1)*(m+1)]
	a.prev = slices.Grow(a.prev[:0], m+1)[:m+1]
	a.cur = slices.Grow(a.cur[:0], m+1)[:m+1]
	a.firstRow(q, p, i0, j0, m, free)
	for i := 1; i <= n; i++ {
		a.row(q, p, i0+i, j0, m, a.ops[i*(m+1):])
		a.prev, a.cur = a.cur, a.prev
	}
}

func (a *aligner) firstRow(q *Quotation, p *passage, i0, j0, m int, free bool) {
	a.ops[0], a.prev[0] = begin, 0
	for j := 1; j <= m; j++ {
		a.ops[j], a.prev[j] = begin, 0
		if !free {
			o, c := q.dropping(p, i0, j0+j-1)
			a.ops[j], a.prev[j] = o, a.prev[j-1]+c
			a.cross(p, j0, j, a.prev, a.ops)
		}
	}
}

// row fills in the row of the quotation's first i words.
func (a *aligner) row(q *Quotation, p *passage, i, j0, m int, ops []op) {
	prev, cur := a.prev[:m+1], a.cur[:m+1]
	id, k := q.id[i-1], q.marks[i-1]
	addOp, add, sub := added, int32(costAdded), int32(costChanged)
	if k.aside {
		addOp, add, sub = editor, costEditor, costNever
	}
	plain := !k.partial() && !q.special(i) && p.aside == nil && p.bridge == nil && p.owner == nil
	ops[0], cur[0] = addOp, prev[0]+add
	for j := 1; j <= m; j++ {
		best, o := prev[j-1]+sub, changed
		if p.id[j0+j-1] == id || k.partial() && k.matches(p, j0+j-1) {
			best, o = prev[j-1], same
		}
		if c := prev[j] + add; c < best {
			best, o = c, addOp
		}
		if plain {
			if c := cur[j-1] + costDropped; c < best {
				best, o = c, dropped
			}
			cur[j], ops[j] = best, o
			continue
		}
		if drop, c := q.dropping(p, i, j0+j-1); cur[j-1]+c < best {
			best, o = cur[j-1]+c, drop
		}
		if p.id[j0+j-1] == wall {
			best, o = costNever, dropped
		}
		cur[j], ops[j] = best, o
		a.cross(p, j0, j, cur, ops)
	}
}

// cross takes the bridge to column j, if that is better.
func (a *aligner) cross(p *passage, j0, j int, row []int32, ops []op) {
	if p.bridge == nil {
		return
	}
	if from := int(p.bridge[j0+j]) - j0; p.bridge[j0+j] >= 0 && from >= 0 && row[from]+costBridge < row[j] {
		row[j], ops[j] = row[from]+costBridge, bridged
	}
}

// special reports whether the archive may have words before the quotation's word i that the quotation openly leaves out.
func (q *Quotation) special(i int) bool {
	return q.ellipsis[i] || i > 0 && q.marks[i-1].aside || i < len(q.marks) && q.marks[i].aside
}

// dropping is what it costs to leave out the archive's word j before the quotation's word i.
func (q *Quotation) dropping(p *passage, i, j int) (op, int32) {
	switch {
	case q.ellipsis[i]:
		return elided, costElided
	case p.aside != nil && p.aside[j]:
		return aside, costAside
	case !q.special(i):
		return dropped, costDropped
	case pronouns[string(appendFold(nil, p.text(j)))]:
		return stood, costPronoun
	}
	return stood, costStood
}

// matches reports whether a word that is partly in brackets can be the archive's: without the brackets' part it is that
// word, or the word's beginning or end.
func (m mark) matches(p *passage, j int) bool {
	fold := string(appendFold(nil, p.text(j)))
	return fold == m.head+m.tail || len(fold) >= len(m.head)+len(m.tail) && fold[:len(m.head)] == m.head && fold[len(fold)-len(m.tail):] == m.tail
}

// trace walks back from column j of the last row to where the alignment begins, and returns its steps in order.
func (a *aligner) trace(p *passage, i0, i1, j0, j1, j int) []step {
	width := j1 - j0 + 1
	var out []step
	for i := i1 - i0; ; {
		o := a.ops[i*width+j]
		switch o {
		case begin:
			slices.Reverse(out)
			return out
		case same, changed:
			out = append(out, step{o, i0 + i - 1, j0 + j - 1})
			i, j = i-1, j-1
		case added, editor:
			out = append(out, step{o, i0 + i - 1, -1})
			i--
		case bridged:
			out = append(out, step{o, -1, j0 + j})
			j = int(p.bridge[j0+j]) - j0
		default:
			out = append(out, step{o, -1, j0 + j - 1})
			j--
		}
	}
}

// places aligns the whole quotation wherever the passage has it at a cost of at most limit, the cheapest first, without
// overlap.
func (a *aligner) places(q *Quotation, p *passage, limit int32) []place {
	n, m := len(q.Words), p.len()
	if (n+1)*(m+1) > maxCells {
		return []place{a.long(q, p)}
	}
	a.table(q, p, 0, n, 0, m, true)
	type end struct {
		j    int
		cost int32
	}
	var ends []end
	for j, c := range a.prev[:m+1] {
		if c <= limit && (j == 0 || a.prev[j-1] > c) && (j == m || a.prev[j+1] >= c) {
			ends = append(ends, end{j, c})
		}
	}
	slices.SortStableFunc(ends, func(x, y end) int { return int(x.cost - y.cost) })
	var out []place
	for _, e := range ends[:min(len(ends), maxPlaces)] {
		next := newPlace(a.trace(p, 0, n, 0, m, e.j), e.cost)
		if next.from < next.to && !slices.ContainsFunc(out, next.overlaps) {
			out = append(out, next)
		}
	}
	return out
}

// maxPlaces is how many ends of alignments in one passage are looked at.
const maxPlaces = 32

// place is an alignment with the archive's words from from to to.
type place struct {
	steps    []step
	cost     int32
	from, to int
}

func newPlace(steps []step, cost int32) place {
	p := place{steps: steps, cost: cost, from: math.MaxInt}
	for _, s := range steps {
		if s.op == same || s.op == changed {
			p.from, p.to = min(p.from, s.j), max(p.to, s.j+1)
		}
	}
	return p
}

func (p place) overlaps(o place) bool { return p.from < o.to && o.from < p.to }
