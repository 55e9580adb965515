package index

import (
	"slices"
	"strings"
)

// longestName is of how many words a name is at most: longer ones are descriptions.
const longestName = 8

// NameCount is a name by which articles have somebody say something, with the number of these articles.
type NameCount struct {
	Name     string // with single spaces
	Articles uint64
}

// Names are the names that have a word that begins with the prefix, and that fits; it is folded as Analyze folds it. Those of
// bodies are among them, and those of articles under embargo: they are to be looked up with Named, not to be shown.
func (x *Index) Names(prefix string, fits func(word string) bool) ([]NameCount, error) {
	all, err := x.Terms(fieldName, prefix)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]uint64, len(all))
	last, fit := "", false
	for _, t := range all {
		word, name, _ := strings.Cut(t.Term, "\t")
		if word != last {
			last, fit = word, fits(word)
		}
		if fit {
			counts[name] = max(counts[name], t.Count)
		}
	}
	out := make([]NameCount, 0, len(counts))
	for name, n := range counts {
		out = append(out, NameCount{name, n})
	}
	slices.SortFunc(out, func(a, b NameCount) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

// Named looks for the articles that have somebody say something by exactly this name, of Names.
func Named(name string) Clause {
	c := Clause{Field: fieldName, Weight: 1}
	if terms := nameTerms(name); len(terms) > 0 {
		c.Term = terms[0]
	}
	return c
}

// nameTerms are each word of a name, a tab and the name, so that it is found by any of them.
func nameTerms(name string) []string {
	name = strings.Join(strings.Fields(name), " ")
	if strings.Count(name, " ") >= longestName {
		return nil
	}
	var out []string
	for _, t := range Analyze(name) {
		if term := t.Word + "\t" + name; !slices.Contains(out, term) {
			out = append(out, term)
		}
	}
	return out
}

// names are the terms of those whom an article names and has say something.
func names(r *Record) []string {
	seen := make(map[string]bool)
	var out []string
	for i := range r.Attributions {
		if at := &r.Attributions[i]; !at.Anonymous && !seen[at.Speaker] {
			seen[at.Speaker] = true
			out = append(out, nameTerms(at.Speaker)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
