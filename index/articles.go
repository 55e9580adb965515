package index

import (
	"context"
	"fmt"
	"iter"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Articles walks the IDs of the articles that are not withheld or canceled, by outlet and day, without reading them. An
// error ends the walk.
func (x *Index) Articles(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		reader, err := x.reader()
		if err != nil {
			yield("", err)
			return
		}
		defer reader.Close()
		for term, err := range terms(reader, fieldShelf, "") {
			if err != nil {
				yield("", err)
				return
			}
			if goOn, err := eachArticle(ctx, reader, term, yield); err != nil {
				yield("", err)
				return
			} else if !goOn {
				return
			}
		}
	}
}

// ArticlesOn walks the IDs of the articles of a shelf, without reading them. An error ends the walk.
func (x *Index) ArticlesOn(ctx context.Context, s Shelf) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		reader, err := x.reader()
		if err != nil {
			yield("", err)
			return
		}
		defer reader.Close()
		term := shelf{s.Outlet, s.Day, s.Embargo}.String()
		if _, err := eachArticle(ctx, reader, term, yield); err != nil {
			yield("", err)
		}
	}
}

// eachArticle yields the articles of a shelf.
func eachArticle(ctx context.Context, r bleveindex.IndexReader, shelf string, yield func(string, error) bool) (goOn bool, err error) {
	postings, err := r.TermFieldReader(ctx, []byte(shelf), fieldShelf, false, false, false)
	if err != nil {
		return false, fmt.Errorf("articles: %w", err)
	}
	defer postings.Close()
	for {
		next, err := postings.Next(nil)
		if err != nil {
			return false, fmt.Errorf("articles: %w", err)
		}
		if next == nil {
			return true, nil
		}
		key, err := r.ExternalID(next.ID)
		if err != nil {
			return false, fmt.Errorf("articles: %w", err)
		}
		id, _ := splitKey(key)
		if !yield(id, nil) {
			return false, nil
		}
	}
}
