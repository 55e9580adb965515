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
	editor            // a bracketed word of the quotation, or one of its cue, that the archive does not have
	stood             // a word of the archive for which the brackets stand
	elided            // a word of the archive that an ellipsis stands for
	aside             // a bracketed word of the archive that the quotation does not have
	bridged           // from the end of one part of a broken quotation to the beginning of the next
	jumped            // to another place altogether
)

// The costs of the steps, a changed word being the measure. A dropped word is cheaper than an added one: shortening is the
// commoner fault. Those below cheap are what a quotation may do.
const (
	costChanged = 100
	costAdded   = 100
	costDropped = 55
	costStood   = 40 // of a word that is no pronoun
	costPronoun = 8
	costBridge  = 1
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
	k := q.marks[i-1]
	c := rowCosts{id: q.id[i-1], addOp: added, add: costAdded, sub: costChanged}
	if k.aside {
		c.addOp, c.add, c.sub = editor, costEditor, costNever
	}
	ops[0], a.cur[0] = c.addOp, a.prev[0]+c.add
	if k.partial() || q.special(i) || p.aside != nil {
		a.carefulRow(q, p, i, j0, m, c, ops)
		return
	}
	from := 0
	for _, stop := range p.stops {
		j := int(stop) - j0
		if j <= from {
			continue
		}
		if j > m {
			break
		}
		c.plain(a.prev[from:j+1], a.cur[from:j+1], p.id[j0+from:j0+j], ops[from:j+1])
		a.cross(p, j0, j, a.cur, ops)
		from = j
	}
	c.plain(a.prev[from:m+1], a.cur[from:m+1], p.id[j0+from:j0+m], ops[from:m+1])
}

// rowCosts are what the steps that take a word of the quotation cost.
type rowCosts struct {
	id       int32 // of the word
	add, sub int32
	addOp    op
}

// plain fills in a stretch of a row in which nothing but words counts; cur[0] is filled in already.
func (c rowCosts) plain(prev, cur []int32, ids []int32, ops []op) {
	diagonal, left := prev[0], cur[0]
	prev, cur, ops = prev[1:], cur[1:], ops[1:]
	for j, w := range ids {
		best, o := diagonal+c.sub, changed
		if w == c.id {
			best, o = diagonal, same
		}
		diagonal = prev[j]
		if up := diagonal + c.add; up < best {
			best, o = up, c.addOp
		}
		if left += costDropped; left < best {
			best, o = left, dropped
		}
		cur[j], ops[j], left = best, o, best
	}
}

// carefulRow fills in a row in which brackets or an ellipsis count.
func (a *aligner) carefulRow(q *Quotation, p *passage, i, j0, m int, c rowCosts, ops []op) {
	prev, cur, k := a.prev[:m+1], a.cur[:m+1], q.marks[i-1]
	for j := 1; j <= m; j++ {
		best, o := prev[j-1]+c.sub, changed
		if p.id[j0+j-1] == c.id || k.partial() && k.matches(p, j0+j-1) {
			best, o = prev[j-1], same
		}
		if up := prev[j] + c.add; up < best {
			best, o = up, c.addOp
		}
		if drop, cost := q.dropping(p, i, j0+j-1); cur[j-1]+cost < best {
			best, o = cur[j-1]+cost, drop
		}
		cur[j], ops[j] = best, o
		a.cross(p, j0, j, cur, ops)
	}
}

// cross takes the bridge to column j, if there is one and it is better, and closes the column behind a wall.
func (a *aligner) cross(p *passage, j0, j int, row []int32, ops []op) {
	switch {
	case p.id[j0+j-1] == wall:
		row[j], ops[j] = costNever, dropped
	case p.bridge != nil && p.bridge[j0+j] >= 0:
		if from := int(p.bridge[j0+j]) - j0; from >= 0 && row[from]+costBridge < row[j] {
			row[j], ops[j] = row[from]+costBridge, bridged
		}
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
