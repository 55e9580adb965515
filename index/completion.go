package index

import (
	"cmp"
	"fmt"
	"slices"
)

// SpeakerTerms are the terms of names and roles that begin with the prefix, the most frequent first, most at most. What is
// withheld or under embargo is among them: they are to search with, not to be shown.
func (x *Index) SpeakerTerms(prefix string, most int) ([]string, error) {
	reader, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	dict, err := reader.FieldDictPrefix(fieldSpeaker, []byte(prefix))
	if err != nil {
		return nil, fmt.Errorf("terms of %s: %w", fieldSpeaker, err)
	}
	defer dict.Close()
	type counted struct {
		term  string
		count uint64
	}
	var all []counted
	for {
		entry, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("terms of %s: %w", fieldSpeaker, err)
		}
		if entry == nil {
			break
		}
		all = append(all, counted{entry.Term, entry.Count})
	}
	slices.SortStableFunc(all, func(a, b counted) int { return cmp.Compare(b.count, a.count) })
	var out []string
	for _, c := range all[:min(len(all), most)] {
		out = append(out, c.term)
	}
	return out, nil
}
