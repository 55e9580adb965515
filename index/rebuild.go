package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"copydesk/corpus"
)

// Rebuild makes the index anew from the articles that it holds, for another version's index or after a change to how
// articles are divided and attributed; no source is read. Until it is done the former index stays, so that it may be
// stopped at any time. It returns the number of articles. The errors are those of Open, and that of ctx.
func Rebuild(ctx context.Context, data, command string, progress func(done, total int)) (int, error) {
	l, err := acquire(data, command)
	if err != nil {
		return 0, err
	}
	n, err := rebuild(ctx, data, progress)
	return n, errors.Join(err, l.release())
}

func rebuild(ctx context.Context, data string, progress func(done, total int)) (int, error) {
	old, err := openForRebuild(data)
	if err != nil {
		return 0, err
	}
	fresh, err := newBleve(filepath.Join(data, freshName))
	if err != nil {
		return 0, errors.Join(err, old.Close())
	}
	n, err := copyArticles(ctx, old, fresh, progress)
	if err := errors.Join(err, fresh.Close(), old.Close()); err != nil {
		return n, errors.Join(err, os.RemoveAll(filepath.Join(data, freshName)))
	}
	return n, swap(data)
}

// openForRebuild opens the live index whatever its version.
func openForRebuild(data string) (bleve.Index, error) {
	b, err := openBleve(data, false)
	if errors.Is(err, ErrSchema) {
		b, err = bleve.OpenUsing(filepath.Join(data, liveName), bleveConfig())
	}
	return b, err
}

// swap puts the fresh index in the live one's place; openBleve finishes it after a crash in between.
func swap(data string) error {
	live, spare := filepath.Join(data, liveName), filepath.Join(data, spareName)
	if err := os.Rename(live, spare); err != nil {
		return fmt.Errorf("rebuild: %w", err)
	}
	if err := os.Rename(filepath.Join(data, freshName), live); err != nil {
		return fmt.Errorf("rebuild: %w", err)
	}
	return os.RemoveAll(spare)
}

func copyArticles(ctx context.Context, from, to bleve.Index, progress func(done, total int)) (int, error) {
	x, err := newIndex(from, nil)
	if err != nil {
		return 0, err
	}
	y, err := newIndex(to, nil)
	if err != nil {
		return 0, err
	}
	ids, err := x.articles()
	if err != nil {
		return 0, err
	}
	w := y.Write()
	for i, id := range ids {
		if err := ctx.Err(); err != nil {
			return i, errors.Join(err, w.Close())
		}
		if err := copyArticle(x, w, id); err != nil {
			return i, errors.Join(err, w.Close())
		}
		progress(i+1, len(ids))
	}
	return len(ids), errors.Join(w.Close(), copyRun(x, y))
}

// copyRun keeps what the last run of Ingest came to: the rebuilt index has the same articles. What another version of
// copydesk noted in a form of its own is left behind.
func copyRun(x, y *Index) error {
	last, err := x.Run()
	if err != nil || last.Ended.IsZero() {
		return nil
	}
	return y.keepRun(last)
}

// copyArticle divides and attributes the article anew. Of the old record only the article itself is read, whose
// form every version keeps.
func copyArticle(x *Index, w *Writer, id string) error {
	fields, err := x.stored(id)
	if err != nil {
		return err
	}
	var old struct {
		Article *corpus.Article `json:"article"`
	}
	var h held
	if err := errors.Join(json.Unmarshal(fields[fieldRecord], &old), json.Unmarshal(fields[fieldCopies], &h)); err != nil {
		return fmt.Errorf("article %q: %w", id, err)
	}
	return w.store(&entry{newRecord(old.Article), h})
}

// articles are the IDs of all articles.
func (x *Index) articles() ([]string, error) {
	r, err := x.reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	all, err := r.DocIDReaderAll()
	if err != nil {
		return nil, fmt.Errorf("articles: %w", err)
	}
	defer all.Close()
	var ids []string
	for {
		doc, err := all.Next()
		if err != nil {
			return nil, fmt.Errorf("articles: %w", err)
		}
		if doc == nil {
			return ids, nil
		}
		key, err := r.ExternalID(bleveindex.IndexInternalID(doc))
		if err != nil {
			return nil, fmt.Errorf("articles: %w", err)
		}
		if id, passage := splitKey(key); passage < 0 {
			ids = append(ids, id)
		}
	}
}
