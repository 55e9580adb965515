package index

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"time"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"copydesk/corpus"
)

// Shelf is a number of articles of one outlet and day that may be shown once their embargo is over.
type Shelf struct {
	Outlet   string // empty if not known
	Day      string // YYYY-MM-DD; empty if not known
	Embargo  corpus.Time
	Articles int
}

// shelf is the form in which an article's document names its Shelf.
type shelf struct {
	outlet, day string
	embargo     corpus.Time
}

func (s shelf) String() string { return s.outlet + "\t" + s.day + "\t" + s.embargo.String() }

func parseShelf(term string) (shelf, error) {
	parts := strings.Split(term, "\t")
	if len(parts) < 3 {
		return shelf{}, fmt.Errorf("shelf: %q", term)
	}
	n := len(parts)
	embargo, err := corpus.ParseTime(parts[n-1])
	return shelf{strings.Join(parts[:n-2], "\t"), parts[n-2], embargo}, err
}

// Shelves counts the articles that are not withheld or canceled, by outlet, day and embargo, without reading them.
func (x *Index) Shelves(ctx context.Context) ([]Shelf, error) {
	reader, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	var out []Shelf
	for term, err := range terms(reader, fieldShelf, "") {
		if err != nil {
			return nil, err
		}
		s, err := parseShelf(term)
		if err != nil {
			return nil, err
		}
		n, err := documentCount(ctx, reader, fieldShelf, term)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, Shelf{s.outlet, s.day, s.embargo, n})
		}
	}
	return out, nil
}

// terms walks the terms of a field that begin with prefix, in order. A term may be that of deleted documents alone.
func terms(r bleveindex.IndexReader, field, prefix string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		dict, err := r.FieldDictPrefix(field, []byte(prefix))
		if err != nil {
			yield("", fmt.Errorf("terms of %s: %w", field, err))
			return
		}
		defer dict.Close()
		for {
			entry, err := dict.Next()
			if err != nil {
				yield("", fmt.Errorf("terms of %s: %w", field, err))
				return
			}
			if entry == nil || !yield(entry.Term, nil) {
				return
			}
		}
	}
}

// documentCount is the number of live documents with the term.
func documentCount(ctx context.Context, r bleveindex.IndexReader, field, term string) (int, error) {
	postings, err := r.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", field, err)
	}
	defer postings.Close()
	return int(postings.Count()), nil
}

// Until is the time from which the shelf may be shown; zero if it always may.
func (s Shelf) Until() time.Time { return s.Embargo.Latest() }
