package index

import (
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"

	"copydesk/corpus"
)

// batchBytes is how much text a batch holds before it is committed: enough to keep the cost of a commit small beside
// that of the analysis, and little enough to lose in a crash.
const batchBytes = 2 << 20

// Outcome is what Put did with an article.
type Outcome int

const (
	Added     Outcome = iota // its ID was not in the index
	Updated                  // its text, details or restrictions have changed
	Unchanged                // the index has it as it is
	Older                    // the index has a newer version of it
)

// DuplicateError says that two files hold different articles with one ID and nothing tells which is newer.
type DuplicateError struct {
	ID    string
	Other string // the file that has it already
}

// Error says what to do.
func (e *DuplicateError) Error() string {
	return fmt.Sprintf("its ID %q is already that of another article, in %s: keep one of them, or index the folder that holds both files", e.ID, e.Other)
}

// Writer adds articles to an index in batches. What was put is found after the commit that Put does now and then, or
// Close. A Writer is for one goroutine, and an index has one at a time.
type Writer struct {
	x       *Index
	batch   *bleve.Batch
	bytes   int
	pending map[string]*entry          // by article ID, of the batch
	read    map[string]map[string]bool // article IDs by file, of this Writer's life
}

// Write begins to write; it waits until another Writer of the index is closed.
func (x *Index) Write() *Writer {
	x.writing.Lock()
	return &Writer{
		x: x, batch: x.bleve.NewBatch(),
		pending: make(map[string]*entry), read: make(map[string]map[string]bool),
	}
}

// Put adds the article that the file at path holds, or brings the index up to date with it. Where the article
// is named after its file and the index has that file under another name, the article keeps it.
func (w *Writer) Put(path string, p *Prepared) (Outcome, error) {
	a := p.record.Article
	if p.named {
		if err := w.keepName(path, a); err != nil {
			return 0, err
		}
	}
	old, err := w.lookup(a.ID)
	if err != nil {
		return 0, err
	}
	c := newCopy(path, a, p.hash, p.named)
	first := !w.markRead(path, a.ID)
	if old == nil {
		return Added, w.store(&entry{p.record, []Copy{c}})
	}
	if other, ok := conflict(old.copies, c); ok {
		return 0, &DuplicateError{a.ID, other}
	}
	copies, changed := merge(old.copies, c, first)
	if !changed {
		return Unchanged, nil
	}
	e := &entry{old.record, copies}
	outcome := Older
	if newest(copies, c) {
		e.record, outcome = p.record, Updated
	}
	if len(copies) > len(old.copies) && sameContent(old.copies, c) {
		outcome = Unchanged
	}
	return outcome, w.store(e)
}

// keepName gives an article that is named after its file the name under which the index already has that file, so
// that indexing a folder and then a folder within it does not hold each article twice.
func (w *Writer) keepName(path string, a *corpus.Article) error {
	ids, err := w.idsOf(path)
	if err != nil {
		return err
	}
	for _, id := range ids {
		e, err := w.lookup(id)
		if err != nil {
			return err
		}
		if e != nil && slices.ContainsFunc(e.copies, func(c Copy) bool { return c.File == path && c.Named }) {
			a.ID = id
			return nil
		}
	}
	return nil
}

// markRead reports whether the file's article of that ID was seen before.
func (w *Writer) markRead(path, id string) bool {
	ids := w.read[path]
	if ids == nil {
		ids = make(map[string]bool)
		w.read[path] = ids
	}
	seen := ids[id]
	ids[id] = true
	return seen
}

// store puts the entry's documents into the batch, in place of those that the index has.
func (w *Writer) store(e *entry) error {
	restrict(e.record.Article, e.copies)
	id := e.record.Article.ID
	if err := w.removePassages(id); err != nil {
		return err
	}
	d, err := articleDocument(e.record, e.copies)
	if err != nil {
		return err
	}
	if err := w.batch.IndexAdvanced(d); err != nil {
		return fmt.Errorf("index %q: %w", id, err)
	}
	if searchable(e.record.Article) {
		for n := range e.record.Passages {
			if err := w.batch.IndexAdvanced(passageDocument(e.record, n)); err != nil {
				return fmt.Errorf("index %q: %w", id, err)
			}
		}
	}
	w.pending[id] = e
	if w.bytes += len(e.record.Article.Body); w.bytes >= batchBytes {
		return w.Commit()
	}
	return nil
}

// remove deletes the article's documents.
func (w *Writer) remove(id string) error {
	if err := w.removePassages(id); err != nil {
		return err
	}
	w.batch.Delete(articleKey(id))
	w.pending[id] = &entry{}
	return nil
}

func (w *Writer) removePassages(id string) error {
	old, err := w.lookup(id)
	if err != nil || old == nil {
		return err
	}
	for n := range old.record.Passages {
		w.batch.Delete(passageKey(id, n))
	}
	return nil
}

// Commit makes what was put durable and findable.
func (w *Writer) Commit() error {
	if w.batch.Size() == 0 {
		return nil
	}
	if err := w.x.bleve.Batch(w.batch); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	for id := range w.pending {
		w.x.records.Remove(id)
	}
	w.x.epoch.Add(1)
	w.batch = w.x.bleve.NewBatch()
	w.bytes = 0
	clear(w.pending)
	return nil
}

// Close commits and ends the writing.
func (w *Writer) Close() error {
	defer w.x.writing.Unlock()
	return w.Commit()
}

// lookup finds an article in the batch or the index; nil if neither has it.
func (w *Writer) lookup(id string) (*entry, error) {
	if e, ok := w.pending[id]; ok {
		if e.record == nil {
			return nil, nil
		}
		return e, nil
	}
	return w.x.entry(id)
}
