package index

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Prune removes what the index has from files at or below root that this Writer has not read there: files and
// articles that are gone. Files and folders that could not be read keep what they had. An article that other files
// hold too stays; those that have its newest version, if that is not the one known, are returned, to be read again.
func (w *Writer) Prune(root string, failed map[string]bool) (removed int, again []string, err error) {
	paths, err := w.filesUnder(root)
	if err != nil {
		return 0, nil, err
	}
	for _, path := range paths {
		if unread(path, failed) {
			continue
		}
		ids, err := w.idsOf(path)
		if err != nil {
			return removed, again, err
		}
		for _, id := range ids {
			if len(w.read[path][id]) > 0 {
				continue
			}
			gone, other, err := w.drop(id, path)
			if err != nil {
				return removed, again, err
			}
			if gone {
				removed++
			}
			if other != "" {
				again = append(again, other)
			}
		}
	}
	return removed, again, nil
}

// readUnder reports whether anything was read at or below root.
func (w *Writer) readUnder(root string) bool {
	for path := range w.read {
		if under(path, root) {
			return true
		}
	}
	return false
}

func under(path, root string) bool {
	const separator = string(filepath.Separator)
	return path == root || strings.HasPrefix(path, strings.TrimSuffix(root, separator)+separator)
}

// unread reports whether the file, or a folder above it, could not be read.
func unread(path string, failed map[string]bool) bool {
	for ; ; path = filepath.Dir(path) {
		if failed[path] {
			return true
		}
		if path == filepath.Dir(path) {
			return false
		}
	}
}

// drop takes the file's copies from the article, and the article from the index if it has no others. other is the file
// that has to be read for what is now its newest version; empty if none has.
func (w *Writer) drop(id, path string) (gone bool, other string, err error) {
	e, err := w.lookup(id)
	if err != nil || e == nil {
		return false, "", err
	}
	copies := slices.DeleteFunc(slices.Clone(e.held.Copies), func(c Copy) bool { return c.File == path })
	if len(copies) == 0 {
		return true, "", w.remove(id)
	}
	next := &entry{e.record, held{e.held.Text, copies}}
	if !next.held.complete() {
		other = next.held.newest().File
	}
	return false, other, w.store(next)
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
		if under(path, root) {
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
		if slices.ContainsFunc(e.held.Copies, func(c Copy) bool { return c.File == path }) {
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
