package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Record is the article of that ID; nil if the index has none. It is shared: callers do not change it.
func (x *Index) Record(id string) (*Record, error) {
	if r, ok := x.records.Get(id); ok {
		return r, nil
	}
	epoch := x.Epoch()
	fields, err := x.stored(id)
	if err != nil || fields == nil {
		return nil, err
	}
	r := new(Record)
	var copies struct {
		Text string `json:"text"`
	}
	if err := errors.Join(json.Unmarshal(fields[fieldRecord], r), json.Unmarshal(fields[fieldCopies], &copies)); err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	r.Hash = copies.Text
	r.keepWords()
	x.records.Add(id, r)
	if epoch != x.Epoch() { // a commit came in between, and may have dropped what was not yet kept
		x.records.Remove(id)
	}
	return r, nil
}

// entry reads an article with its copies; nil if the index has none of that ID.
func (x *Index) entry(id string) (*entry, error) {
	fields, err := x.stored(id)
	if err != nil || fields == nil {
		return nil, err
	}
	var e entry
	if err := json.Unmarshal(fields[fieldRecord], &e.record); err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	if err := json.Unmarshal(fields[fieldCopies], &e.held); err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	return &e, nil
}

// stored are the stored fields of an article's document; nil if the index has none of that ID.
func (x *Index) stored(id string) (map[string][]byte, error) {
	doc, err := x.bleve.Document(articleKey(id))
	if err != nil {
		return nil, fmt.Errorf("article %q: %w", id, err)
	}
	if doc == nil {
		return nil, nil
	}
	fields := make(map[string][]byte, 2)
	doc.VisitFields(func(f bleveindex.Field) { fields[f.Name()] = f.Value() })
	return fields, nil
}

// exists reports whether there is a file, or something that keeps us from knowing.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !os.IsNotExist(err)
}
