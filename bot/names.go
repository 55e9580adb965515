package bot

import (
	"cmp"
	"context"
	"slices"

	"copydesk/index"
)

// How much is looked at for names: terms that are like each typed word, passages for each, and articles in all.
const (
	nameTerms    = 12
	namePassages = 24
	nameRecords  = 80
)

// Names are the full names of people whom the archive quotes that fit what is typed, by any of their words, whole, unfinished
// or misspelt, MaxSuggestions at most. The rightly spelt come first, of these whoever says most in what was looked at. Who has
// several forms of a name is there once, by the fullest. They are read off articles that may be shown now; outlets and other
// bodies are left out. With nothing typed they are people who are quoted much. The error is that of ctx, or one of the index.
func (d *Desk) Names(ctx context.Context, typed string) ([]string, error) {
	words := newTyping(typed).telling()
	searches, err := d.nameSearches(words)
	if err != nil {
		return nil, err
	}
	s, err := d.shelves(ctx)
	if err != nil {
		return nil, err
	}
	who := d.reader(ctx)
	found := newNameCount(words, s.roster)
	seen := make(map[string]bool)
	for _, clauses := range searches {
		hits, err := d.index.Search(ctx, index.Query{Clauses: clauses, Filter: who.filter(), Size: namePassages})
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if seen[h.Article] || len(seen) == nameRecords {
				continue
			}
			seen[h.Article] = true
			record, err := d.record(h.Article, who)
			if err != nil {
				return nil, err
			}
			if record != nil {
				found.add(record)
			}
		}
	}
	return found.order(), nil
}

// nameSearches are one for each term that the last word may stand for, with those that the words before may.
func (d *Desk) nameSearches(words typing) ([][]index.Clause, error) {
	if len(words) == 0 {
		all, err := d.index.Terms(index.Speaker, "")
		slices.SortStableFunc(all, func(a, b index.TermCount) int { return cmp.Compare(b.Count, a.Count) })
		var out [][]index.Clause
		for _, t := range all[:min(len(all), nameTerms)] {
			out = append(out, []index.Clause{{Field: index.Speaker, Term: t.Term, Weight: 1}})
		}
		return out, err
	}
	var before []index.Clause
	for i, w := range words {
		terms, err := d.termsLike(index.Speaker, w, nameTerms)
		if err != nil {
			return nil, err
		}
		var clauses []index.Clause
		for _, t := range terms {
			clauses = append(clauses, index.Clause{Field: index.Speaker, Term: t.Term, Weight: t.fit})
		}
		if i+1 < len(words) {
			before = append(before, clauses...)
			continue
		}
		var out [][]index.Clause
		for _, c := range clauses {
			out = append(out, append([]index.Clause{c}, before...))
		}
		return out, nil
	}
	return nil, nil
}
