package verify

import "strings"

// reach takes the words that a quotation puts in at its ends for changed ones, where the archive's sentence has others there:
// the end of "history of politics" stands for that of "history of statements".
func (p *passage) reach(steps []step) {
	for k := trailing(steps); k < len(steps) && k > 0; k++ {
		j := steps[k-1].j + 1
		if j <= 0 || j >= p.len() || !p.together(j-1, j) {
			break
		}
		steps[k] = step{changed, steps[k].i, j}
	}
	for k := leading(steps); k >= 0 && k+1 < len(steps); k-- {
		j := steps[k+1].j - 1
		if j < 0 || !p.together(j, j+1) {
			break
		}
		steps[k] = step{changed, steps[k].i, j}
	}
}

// trailing is where the added words at the end begin.
func trailing(steps []step) int {
	k := len(steps)
	for k > 0 && steps[k-1].op == added {
		k--
	}
	return k
}

// leading is where the added words at the beginning end, the last of them; -1 if there are none.
func leading(steps []step) int {
	k := 0
	for k < len(steps) && steps[k].op == added {
		k++
	}
	return k - 1
}

// together reports whether nothing but spaces and commas stands between two words of one text that follow each other.
func (p *passage) together(i, j int) bool {
	if p.owner != nil && p.owner[i] != p.owner[j] {
		return false
	}
	between := p.body(i)[p.end[i]:p.start[j]]
	return strings.Trim(between, " ,\u00a0") == ""
}
