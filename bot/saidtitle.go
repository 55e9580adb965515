package bot

import (
	"slices"
	"strings"
)

// The bounds for taking a title for a person: most of those who have it beside that surname, and not once only.
const (
	mostTitled = 0.9
	minTitled  = 2
)

// byTitle gives what a story says of "President Tessen", and nothing more of the name, to the one whom other stories call
// by that title and the full name. Where two had the title it stays with the surname alone.
func byTitle(all []*figure) []*figure {
	titled := make(map[string]map[*figure]int) // by the title and the surname
	for _, f := range all {
		for _, u := range f.said {
			if key := titleKey(u); full(f) && key != "" {
				if titled[key] == nil {
					titled[key] = make(map[*figure]int)
				}
				titled[key][f]++
			}
		}
	}
	for _, f := range all {
		if full(f) || several(f.name) {
			continue
		}
		f.said = slices.DeleteFunc(f.said, func(u utterance) bool {
			holder := holderOf(titled[titleKey(u)])
			if holder == nil {
				return false
			}
			holder.said = append(holder.said, u)
			return true
		})
	}
	return slices.DeleteFunc(all, func(f *figure) bool { return len(f.said) == 0 })
}

func holderOf(count map[*figure]int) *figure {
	sum := 0
	for _, n := range count {
		sum += n
	}
	for f, n := range count {
		if n >= minTitled && float64(n) >= mostTitled*float64(sum) {
			return f
		}
	}
	return nil
}

// titleKey is the role in its words and the surname; empty if the story gives no role.
func titleKey(u utterance) string {
	if u.Role == "" {
		return ""
	}
	return strings.Join(folded(u.Role), " ") + "\n" + nameOf(u.Speaker).Family
}
