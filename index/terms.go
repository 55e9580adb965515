package index

import (
	"fmt"
)

// TermCount is a term of a field with the number of documents that have it.
type TermCount struct {
	Term  string
	Count uint64
}

// Terms are the terms of a field that begin with the prefix, in order of their bytes. Those of what is under embargo are among
// them: they are to search with, not to be shown.
func (x *Index) Terms(field Field, prefix string) ([]TermCount, error) {
	reader, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	dict, err := reader.FieldDictPrefix(string(field), []byte(prefix))
	if err != nil {
		return nil, fmt.Errorf("terms of %s: %w", field, err)
	}
	defer dict.Close()
	var all []TermCount
	for {
		entry, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("terms of %s: %w", field, err)
		}
		if entry == nil {
			return all, nil
		}
		all = append(all, TermCount{entry.Term, entry.Count})
	}
}
