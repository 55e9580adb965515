package index

import (
	"fmt"
	"unicode/utf8"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Similar are the terms of the stories' text that begin with the same letter as term and are spelt like it but for at most
// distance letters put in, left out, changed or swapped (Damerau 1964); distance is 1 or 2. They are in order of the
// alphabet, without term itself. What is under embargo is among them.
func (x *Index) Similar(term string, distance int) ([]string, error) {
	reader, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	fuzzy, ok := reader.(bleveindex.IndexReaderFuzzy)
	if !ok {
		return nil, fmt.Errorf("similar: %T has no fuzzy dictionary", reader)
	}
	_, first := utf8.DecodeRuneInString(term)
	dict, err := fuzzy.FieldDictFuzzy(fieldText, term, distance, term[:first])
	if err != nil {
		return nil, fmt.Errorf("similar: %w", err)
	}
	defer dict.Close()
	var out []string
	for {
		entry, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("similar: %w", err)
		}
		if entry == nil {
			return out, nil
		}
		if entry.Term != term {
			out = append(out, entry.Term)
		}
	}
}
