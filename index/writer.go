package index

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

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

// Writer adds articles to an index in batches, file by file. What was put is found after the commit that Put does now
// and then, or Close. A Writer is for one goroutine, and an index has one at a time.
type Writer struct {
	x       *Index
	batch   *bleve.Batch
	bytes   int
	pending map[string]*entry // by article ID, of the batch
	read    map[string]files  // what was read in this Writer's life, by file
}

// files is, by article ID, the hashes that a file was found to have.
type files map[string]map[string]bool

// Write begins to write; it waits until another Writer of the index is closed.
func (x *Index) Write() *Writer {
	x.writing.Lock()
	return &Writer{x: x, batch: x.bleve.NewBatch(), pending: make(map[string]*entry), read: make(map[string]files)}
}

// Put adds the article that the file at path holds, or brings the index up to date with it. What the file held of the
// article before goes on to bind it until EndFile. Where the article is named after its file and the index has that file
// under another name, the article keeps it.
func (w *Writer) Put(path string, p *Prepared) (Outcome, error) {
	old, err := w.find(path, p)
	if err != nil {
		return 0, err
	}
	id := p.record.Article.ID
	c := newCopy(path, p)
	if old == nil {
		w.markRead(path, id, p.hash)
		return Added, w.store(&entry{p.record, held{p.hash, []Copy{c}}})
	}
	if other, ok := conflict(old.held.Copies, c); ok {
		return 0, &DuplicateError{id, other}
	}
	w.markRead(path, id, p.hash)
	e := &entry{old.record, held{old.held.Text, old.held.Copies}}
	known := slices.ContainsFunc(e.held.Copies, func(d Copy) bool { return d.Hash == c.Hash })
	fresh := !slices.Contains(e.held.Copies, c)
	if fresh {
		e.held.Copies = append(slices.Clone(e.held.Copies), c)
	}
	outcome := Unchanged
	if e.held.newest().Hash == p.hash && e.held.Text != p.hash {
		e.record, e.held.Text, outcome = p.record, p.hash, Updated
	} else if !known {
		outcome = Older
	}
	if !fresh && outcome == Unchanged {
		return Unchanged, nil
	}
	return outcome, w.store(e)
}

// current leaves out what the file held before and has not been found to hold now. A cancellation stays all the same,
// unless its own version is what was changed: no later version takes it back.
func (w *Writer) current(path, id string, copies []Copy) []Copy {
	read := w.read[path][id]
	overtaken := func(c Copy) bool {
		return slices.ContainsFunc(copies, func(d Copy) bool {
			return d.File == path && read[d.Hash] && compareVersions(d.Version, c.Version) > 0
		})
	}
	return slices.DeleteFunc(slices.Clone(copies), func(c Copy) bool {
		return c.File == path && !read[c.Hash] && !(c.Status == corpus.Canceled && overtaken(c))
	})
}

// EndFile says that all of the file was put. What it held before of the same articles no longer binds them. The files
// that it returns hold what has become the newest version of one, and are to be read again. A file that could not be
// read to its end is not ended: its former versions go on to bind.
func (w *Writer) EndFile(path string) (again []string, err error) {
	for id := range w.read[path] {
		e, err := w.lookup(id)
		if err != nil || e == nil {
			return again, err
		}
		copies := w.current(path, id, e.held.Copies)
		if len(copies) == len(e.held.Copies) {
			continue
		}
		next := &entry{e.record, held{e.held.Text, copies}}
		if !next.held.complete() {
			again = append(again, next.held.newest().File)
		}
		if err := w.store(next); err != nil {
			return again, err
		}
	}
	return again, nil
}

// find gives an article that is named after its file the name by which the index has it, and looks it up. A name that
// another file has for another text becomes the whole path.
func (w *Writer) find(path string, p *Prepared) (*entry, error) {
	a := p.record.Article
	if p.named {
		if err := w.keepName(path, a); err != nil {
			return nil, err
		}
	}
	e, err := w.lookup(a.ID)
	if err != nil || e == nil || !p.named {
		return e, err
	}
	copies := slices.DeleteFunc(slices.Clone(e.held.Copies), func(c Copy) bool { return c.File != path && !exists(c.File) })
	mine := slices.ContainsFunc(copies, func(c Copy) bool { return c.File == path || c.Hash == p.hash })
	if mine || len(copies) == 0 {
		return &entry{e.record, held{e.held.Text, copies}}, nil
	}
	a.ID = filepath.ToSlash(path) + fragment(a.ID)
	return w.lookup(a.ID)
}

// keepName gives an article that is named after its file the name under which the index already has that file, so
// that indexing a folder and then a folder within it does not hold each article twice.
func (w *Writer) keepName(path string, a *corpus.Article) error {
	ids, err := w.idsOf(path)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if fragment(id) != fragment(a.ID) {
			continue
		}
		e, err := w.lookup(id)
		if err != nil {
			return err
		}
		if e != nil && slices.ContainsFunc(e.held.Copies, func(c Copy) bool { return c.File == path && c.Named }) {
			a.ID = id
			return nil
		}
	}
	return nil
}

// fragment is the "#2" of the second nameless item of a file; empty for the first.
func fragment(id string) string {
	i := strings.LastIndexByte(id, '#')
	if i < 0 || strings.Trim(id[i+1:], "0123456789") != "" {
		return ""
	}
	return id[i:]
}

func (w *Writer) markRead(path, id, hash string) {
	if w.read[path] == nil {
		w.read[path] = make(files)
	}
	if w.read[path][id] == nil {
		w.read[path][id] = make(map[string]bool)
	}
	w.read[path][id][hash] = true
}

// store puts the entry's documents into the batch, in place of those that the index has.
func (w *Writer) store(e *entry) error {
	record := *e.record
	article := *record.Article
	record.Article = &article
	restrict(&article, e.held)
	id := article.ID
	if err := w.removePassages(id); err != nil {
		return err
	}
	d, err := articleDocument(&record, e.held)
	if err != nil {
		return err
	}
	if err := w.batch.IndexAdvanced(d); err != nil {
		return fmt.Errorf("index %q: %w", id, err)
	}
	if searchable(&article) {
		for n := range record.Passages {
			if err := w.batch.IndexAdvanced(passageDocument(&record, n)); err != nil {
				return fmt.Errorf("index %q: %w", id, err)
			}
		}
	}
	w.pending[id] = &entry{&record, e.held}
	if w.bytes += len(article.Body); w.bytes >= batchBytes {
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
	batch := w.batch
	w.batch, w.bytes = w.x.bleve.NewBatch(), 0 // a batch that failed, as on a full disk, is not tried again
	defer clear(w.pending)
	next, err := w.x.next(batch)
	if err == nil {
		err = w.x.bleve.Batch(batch)
	}
	if err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	w.x.commit.Store(&next)
	w.x.epoch.Add(1) // before the records go, so that none read before is kept after
	for id := range w.pending {
		w.x.records.Remove(id)
	}
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
