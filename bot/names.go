package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copydesk/index"
)

// MaxNames is the most names that Names gives.
const MaxNames = 25

// How much is looked at for names: terms that begin as typed, passages for each, and articles in all.
const (
	nameTerms    = 12
	namePassages = 24
	nameRecords  = 80
)

// Names are the full names of people whom the archive quotes, of which each word typed begins a word, the best first:
// whoever says most in what was looked at, of equals those whose name begins as typed. They are read off articles that may
// be shown now. With nothing typed they are those of people who are quoted much. The error is that of ctx, or one of the
// index.
func (d *Desk) Names(ctx context.Context, typed string) ([]string, error) {
	wanted := folded(typed)
	terms, err := d.nameTerms(typed)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int)
	seen := make(map[string]bool)
	for _, term := range terms {
		hits, err := d.index.Search(ctx, index.Query{Clauses: []index.Clause{{Field: index.Speaker, Term: term, Weight: 1}},
			Filter: index.Filter{At: d.now()}, Size: namePassages})
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if seen[h.Article] || len(seen) == nameRecords {
				continue
			}
			seen[h.Article] = true
			if err := d.countNames(h.Article, wanted, counts); err != nil {
				return nil, err
			}
		}
	}
	return orderNames(counts, wanted), nil
}

// nameTerms are terms that begin as the last word that was typed, which may not be whole, or as its stem.
func (d *Desk) nameTerms(typed string) ([]string, error) {
	tokens := index.Analyze(typed)
	if len(tokens) == 0 {
		return d.index.SpeakerTerms("", nameTerms)
	}
	last := tokens[len(tokens)-1]
	terms, err := d.index.SpeakerTerms(last.Word, nameTerms)
	if err != nil || strings.HasPrefix(last.Term, last.Word) {
		return terms, err
	}
	stems, err := d.index.SpeakerTerms(last.Term, nameTerms)
	for _, s := range stems {
		if !slices.Contains(terms, s) {
			terms = append(terms, s)
		}
	}
	return terms, err
}

// countNames counts how often people whose names fit say something in the article, if it may be shown.
func (d *Desk) countNames(article string, wanted []string, counts map[string]int) error {
	record, err := d.index.Record(article)
	if err != nil || record == nil || !visible(record.Article, d.now()) {
		return err
	}
	for i := range record.Attributions {
		at := &record.Attributions[i]
		if !stated(at) || at.Anonymous || several(at.Speaker) || !hasName(at.Speaker) || !begins(at.Speaker, wanted) {
			continue
		}
		if form := nameOf(at.Speaker); form.Full() && !form.Described && !form.Body && !strings.HasPrefix(at.Speaker, "The ") {
			counts[at.Speaker]++
		}
	}
	return nil
}

// begins reports whether each of the words begins one of the name's.
func begins(name string, words []string) bool {
	has := folded(name)
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(has, func(h string) bool { return strings.HasPrefix(h, w) })
	})
}

func orderNames(counts map[string]int, wanted []string) []string {
	typed := strings.Join(wanted, " ")
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	first := func(name string) int {
		if strings.HasPrefix(strings.Join(folded(name), " "), typed) {
			return 0
		}
		return 1
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(first(a), first(b)), cmp.Compare(a, b))
	})
	return names[:min(len(names), MaxNames)]
}
