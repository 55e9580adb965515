package index

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Prune removes what the index has from files at or below root that this Writer has not read there: files and
// articles that are gone. Files that could not be read keep what they had. An article that other files hold too
// has to be read from them again; those are returned.
func (w *Writer) Prune(root string, failed map[string]bool) (removed int, again []string, err error) {
	paths, err := w.filesUnder(root)
	if err != nil {
		return 0, nil, err
	}
	rest := make(map[string]bool)
	for _, path := range paths {
		if failed[path] {
			continue
		}
		ids, err := w.idsOf(path)
		if err != nil {
			return removed, nil, err
		}
		for _, id := range ids {
			if w.read[path][id] {
				continue
			}
			gone, others, err := w.drop(id, path)
			if err != nil {
				return removed, nil, err
			}
			removed += gone
			for _, other := range others {
				rest[other] = true
			}
		}
	}
	return removed, slices.Sorted(maps.Keys(rest)), nil
}

// drop takes the file's copy from the article and the article from the index; others are the files that still hold it.
func (w *Writer) drop(id, path string) (gone int, others []string, err error) {
	e, err := w.lookup(id)
	if err != nil || e == nil {
		return 0, nil, err
	}
	for _, c := range e.copies {
		if c.File != path && exists(c.File) {
			others = append(others, c.File)
			delete(w.read[c.File], id)
		}
	}
	if len(others) == 0 {
		gone = 1
	}
	return gone, others, w.remove(id)
}

// filesUnder are the files at or under root that the index knows.
func (w *Writer) filesUnder(root string) ([]string, error) {
	if err := w.Commit(); err != nil {
		return nil, err
	}
	r, err := w.x.reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var paths []string
	for path, err := range terms(r, fieldFile, root) {
		if err != nil {
			return nil, fmt.Errorf("prune: %w", err)
		}
		if path == root || strings.HasPrefix(path, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator)) {
			paths = append(paths, path)
		}
	}
	return slices.Clip(paths), nil
}

// idsOf are the IDs of the articles that the file held when it was last read.
func (w *Writer) idsOf(path string) ([]string, error) {
	r, err := w.x.reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	ids, err := articlesOf(r, path)
	if err != nil {
		return nil, err
	}
	for id, e := range w.pending {
		if slices.ContainsFunc(e.copies, func(c Copy) bool { return c.File == path }) {
			ids = append(ids, id)
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(ids))), nil
}

func articlesOf(r bleveindex.IndexReader, path string) ([]string, error) {
	postings, err := r.TermFieldReader(context.Background(), []byte(path), fieldFile, false, false, false)
	if err != nil {
		return nil, fmt.Errorf("articles of %s: %w", path, err)
	}
	defer postings.Close()
	var ids []string
	for {
		p, err := postings.Next(nil)
		if err != nil {
			return nil, fmt.Errorf("articles of %s: %w", path, err)
		}
		if p == nil {
			return ids, nil
		}
		key, err := r.ExternalID(p.ID)
		if err != nil {
			return nil, fmt.Errorf("articles of %s: %w", path, err)
		}
		id, _ := splitKey(key)
		ids = append(ids, id)
	}
}
