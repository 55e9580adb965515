package verify

import "slices"

// long aligns a quotation that is too long for one table: at runs of words that stand once in each text it is divided,
// as patience diff does, and what lies between is aligned by itself. Where even that is too long, all of it counts as
// changed. Time and memory are bounded by maxCells and the texts' lengths.
func (a *aligner) long(q *Quotation, p *passage) place {
	var steps []step
	chain := anchors(q, p)
	i, j := 0, 0
	for k, c := range chain {
		if k == 0 {
			j = max(0, c.j-2*c.i)
		}
		steps = append(steps, a.between(q, p, i, c.i, j, c.j, k == 0)...)
		for range anchorWords {
			steps = append(steps, step{same, c.i, c.j})
			c.i, c.j = c.i+1, c.j+1
		}
		i, j = c.i, c.j
	}
	end := min(p.len(), j+2*(len(q.Words)-i))
	if len(chain) == 0 {
		end = 0
	}
	steps = append(steps, a.between(q, p, i, len(q.Words), j, end, false)...)
	return newPlace(trimDropped(steps), q.cost(p, steps))
}

// between aligns what lies between two anchors.
func (a *aligner) between(q *Quotation, p *passage, i0, i1, j0, j1 int, free bool) []step {
	if (i1-i0+1)*(j1-j0+1) <= maxCells {
		a.table(q, p, i0, i1, j0, j1, free)
		return a.trace(p, i0, i1, j0, j1, j1-j0)
	}
	var steps []step
	if !free {
		for j := j0; j < j1; j++ {
			steps = append(steps, step{dropped, -1, j})
		}
	}
	for i := i0; i < i1; i++ {
		steps = append(steps, step{added, i, -1})
	}
	return steps
}

// trimDropped leaves out what the archive has after the last word of the quotation.
func trimDropped(steps []step) []step {
	for len(steps) > 0 && steps[len(steps)-1].i < 0 {
		steps = steps[:len(steps)-1]
	}
	return steps
}

// cost adds up the steps.
func (q *Quotation) cost(p *passage, steps []step) int32 {
	var sum int32
	at := 0
	for _, s := range steps {
		switch s.op {
		case changed:
			sum += costChanged
		case added:
			sum += costAdded
		case editor:
			sum += costEditor
		case bridged:
			sum += costBridge
		case dropped, stood, elided, aside:
			_, c := q.dropping(p, at, s.j)
			sum += c
		}
		if s.i >= 0 {
			at = s.i + 1
		}
	}
	return sum
}

// anchorWords is the length of the runs at which long texts are divided.
const anchorWords = 4

type anchor struct{ i, j int }

// anchors are the longest chain of runs, in order in both texts and apart, that stand once in each.
func anchors(q *Quotation, p *passage) []anchor {
	at := runs(q.id)
	var found []anchor
	for key, j := range runs(p.id) {
		if i, ok := at[key]; ok && i >= 0 && j >= 0 {
			found = append(found, anchor{i, j})
		}
	}
	return chain(found)
}

// runs finds where each run of words that both texts may have stands; -1 where it stands more than once.
func runs(id []int32) map[[anchorWords]int32]int {
	out := make(map[[anchorWords]int32]int)
	for i := 0; i+anchorWords <= len(id); i++ {
		key := [anchorWords]int32(id[i:])
		if _, twice := out[key]; twice {
			out[key] = -1
		} else {
			out[key] = i
		}
	}
	return out
}

// chain is the longest chain of anchors that go up in both texts, without those that overlap the one before.
func chain(found []anchor) []anchor {
	slices.SortFunc(found, func(x, y anchor) int { return x.i - y.i })
	var tails []int // index in found of the last anchor of the best chain of each length
	before := make([]int, len(found))
	for k, f := range found {
		at, _ := slices.BinarySearchFunc(tails, f.j, func(t, j int) int { return found[t].j - j })
		before[k] = -1
		if at > 0 {
			before[k] = tails[at-1]
		}
		if at == len(tails) {
			tails = append(tails, k)
		} else {
			tails[at] = k
		}
	}
	var out []anchor
	if len(tails) > 0 {
		for k := tails[len(tails)-1]; k >= 0; k = before[k] {
			out = append(out, found[k])
		}
	}
	slices.Reverse(out)
	kept := out[:0]
	for _, c := range out {
		if n := len(kept); n == 0 || c.i >= kept[n-1].i+anchorWords && c.j >= kept[n-1].j+anchorWords {
			kept = append(kept, c)
		}
	}
	return kept
}
