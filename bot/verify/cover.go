package verify

import (
	"slices"
	"strings"

	"copydesk/corpus"
)

// Piece is a part of a quotation that stands in a place of its own.
type Piece struct {
	Alignment
	// Source is the index of the source that has it.
	Source int
}

// wall is the ID of the column between two sources, which no alignment crosses but by a jump.
const wall = -1

// The costs of going on somewhere else, by what stands in the quotation where it does.
const (
	costAfterSentence = 130
	costAfterComma    = 220
	costAnywhere      = 320
)

// MaxCover is the longest quotation, in words, whose parts Cover looks for.
const MaxCover = 400

// maxColumns is the most words of the sources that it looks at.
const maxColumns = 5000

// Cover divides the quotation into the parts that the sources have, each as cheaply as can be, and returns them in order.
// It returns nil if the quotation is best taken as one, or is too long.
func (q *Quotation) Cover(sources []Source) []Piece {
	if len(q.Words) > MaxCover {
		return nil
	}
	a := aligners.Get().(*aligner)
	defer aligners.Put(a)
	all := concatenate(q, sources)
	n, m := len(q.Words), all.len()
	if n == 0 || m == 0 {
		return nil
	}
	a.table(q, all, 0, 0, 0, m, true)
	a.ops = slices.Grow(a.ops[:0], (n+1)*(m+1))[:(n+1)*(m+1)]
	clear(a.ops[:m+1])
	from := make([]int, n+1) // the column from which a jump before word i starts
	for i := 1; i <= n; i++ {
		a.row(q, all, i, 0, m, a.ops[i*(m+1):])
		if i < n {
			from[i] = jump(a.cur[:m+1], a.ops[i*(m+1):], q.jumpCost(i))
		}
		a.prev, a.cur = a.cur, a.prev
	}
	end := 0
	for j, c := range a.prev[:m+1] {
		if c < a.prev[end] {
			end = j
		}
	}
	return q.pieces(all, a.parts(all, from, n, end))
}

// jump lets every column of a row be reached from the cheapest.
func jump(row []int32, ops []op, cost int32) int {
	best := 0
	for j, c := range row {
		if c < row[best] {
			best = j
		}
	}
	reach := row[best] + cost
	for j := range row {
		if row[j] > reach {
			row[j], ops[j] = reach, jumped
		}
	}
	return best
}

// jumpCost is what it costs to go on elsewhere before word i.
func (q *Quotation) jumpCost(i int) int32 {
	between := q.Text[q.Words[i-1].Span.End:q.Words[i].Span.Start]
	switch {
	case q.ellipsis[i] || strings.ContainsAny(between, ".!?"):
		return costAfterSentence
	case strings.ContainsAny(between, ",;:—–-"):
		return costAfterComma
	}
	return costAnywhere
}

// parts walks back and cuts the way at its jumps.
func (a *aligner) parts(p *passage, from []int, i, j int) [][]step {
	width := p.len() + 1
	parts := [][]step{nil}
	for {
		last := len(parts) - 1
		switch o := a.ops[i*width+j]; o {
		case begin:
			for _, part := range parts {
				slices.Reverse(part)
			}
			slices.Reverse(parts)
			return parts
		case jumped:
			parts = append(parts, nil)
			j = from[i]
		case same, changed:
			parts[last] = append(parts[last], step{o, i - 1, j - 1})
			i, j = i-1, j-1
		case added, editor:
			parts[last] = append(parts[last], step{o, i - 1, -1})
			i--
		case bridged:
			parts[last] = append(parts[last], step{o, -1, j})
			j = int(p.bridge[j])
		default:
			parts[last] = append(parts[last], step{o, -1, j - 1})
			j--
		}
	}
}

// concatenate puts the sources one after the other, with walls between.
func concatenate(q *Quotation, sources []Source) *passage {
	all := &passage{owner: []int{}}
	var one passage
	for k, s := range sources {
		one.read(q, s)
		at := all.len()
		if at+one.len()+1 > maxColumns {
			break
		}
		all.bodies = append(all.bodies, s.Body)
		all.id = append(append(all.id, one.id...), wall)
		all.start, all.end = append(append(all.start, one.start...), 0), append(append(all.end, one.end...), 0)
		all.owner = append(all.owner, slices.Repeat([]int{k}, one.len()+1)...)
		if one.aside != nil {
			all.aside = append(pad(all.aside, at, false), one.aside...)
		}
		for _, stop := range one.stops {
			all.stops = append(all.stops, stop+int32(at))
		}
		all.stops = append(all.stops, int32(all.len()))
		if one.bridge != nil {
			all.bridge = pad(all.bridge, at, -1)
			for _, b := range one.bridge {
				if b >= 0 {
					b += int32(at)
				}
				all.bridge = append(all.bridge, b)
			}
		}
	}
	if all.aside != nil {
		all.aside = pad(all.aside, all.len(), false)
	}
	if all.bridge != nil {
		all.bridge = pad(all.bridge, all.len()+1, -1)
	}
	return all
}

// pad makes s n long.
func pad[T any](s []T, n int, with T) []T { return append(s, slices.Repeat([]T{with}, n-len(s))...) }

// pieces puts the parts in terms of the texts; nil if there is only one.
func (q *Quotation) pieces(all *passage, parts [][]step) []Piece {
	if len(parts) < 2 {
		return nil
	}
	var out []Piece
	for k, steps := range parts {
		first, owner := -1, -1
		for _, s := range steps {
			if s.i >= 0 && first < 0 {
				first = s.i
			}
			if s.j >= 0 && s.op != bridged && owner < 0 {
				owner = all.owner[s.j]
			}
		}
		if first < 0 || owner < 0 {
			return nil
		}
		part := corpus.Span{Start: q.Words[first].Span.Start, End: len(q.Text)}
		if k == 0 {
			part.Start = 0
		} else {
			out[k-1].part.End = part.Start
		}
		out = append(out, Piece{Alignment: q.alignment(all, all.bodies[owner], place{steps: steps}, part), Source: owner})
	}
	for k := range out {
		out[k].part = out[k].part.Trim(q.Text)
		if out[k].Len() == 0 {
			return nil
		}
	}
	return out
}
