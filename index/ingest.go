package index

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"copydesk/corpus"
)

// Report says what Ingest did.
type Report struct {
	Files                             int            // read, whatever came of them
	Added, Updated, Unchanged, Pruned int            // articles
	Older                             int            // articles of which the index has a newer version
	Skipped                           map[string]int // things that are no articles, by reason
	Failed                            int            // files and items that could not be read
	Interrupted                       bool           // the context ended; what was read before is in the index
}

// Event is one step of Ingest.
type Event struct {
	// File is the name of the file just read, relative to the folder given; its Size is in bytes.
	File string
	Size int64
	// Err is what failed: usually a *corpus.Error. Nil if the step is that a file was read.
	Err error
}

// Plan says what Ingest shall do.
type Plan struct {
	Roots   []string        // files and folders
	Readers []corpus.Reader // in the order in which they are asked to detect a format
	// Outlet is the setting for the folder of a file, given by its absolute path: the outlet of all that the file
	// holds. Nil, or an empty result, leaves it to the file.
	Outlet func(path string) string
	Prune  bool        // remove what was indexed from under Roots and is gone
	Notify func(Event) // nil to hear nothing; called by one goroutine at a time
}

// Ingest brings the index up to date with the articles at or under the roots. What fails is counted and told to
// Notify, and stops nothing else. The error is one of the index itself; then, and when ctx ends, everything
// up to the last commit stays. What a file has that is read before ctx ends is committed.
func (x *Index) Ingest(ctx context.Context, p Plan) (report Report, err error) {
	if p.Notify == nil {
		p.Notify = func(Event) {}
	}
	if p.Outlet == nil {
		p.Outlet = func(string) string { return "" }
	}
	in := &ingest{plan: p, w: x.Write(), failed: make(map[string]bool)}
	defer func() { err = errors.Join(err, in.w.Close()) }()
	in.report.Skipped = make(map[string]int)
	err = errors.Join(in.run(ctx), in.w.Commit())
	in.report.Interrupted = ctx.Err() != nil
	if err == nil {
		err = x.keepRun(Run{time.Now().UTC(), in.report, in.failures})
	}
	return in.report, err
}

type ingest struct {
	plan   Plan
	w      *Writer
	report Report
	failed map[string]bool // files and folders, by path
	// failures are the first of what failed, to be kept.
	failures []Failure
	again    []string // files to be read once more
}

func (in *ingest) run(ctx context.Context) error {
	for _, root := range in.plan.Roots {
		if err := in.walk(ctx, root); err != nil {
			return err
		}
	}
	for _, root := range in.plan.Roots {
		if !in.plan.Prune || ctx.Err() != nil {
			break
		}
		if err := in.prune(root); err != nil {
			return err
		}
	}
	// What was read a second time has nothing more to be read for.
	for _, path := range in.again {
		if err := in.walk(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

func (in *ingest) prune(root string) error {
	abs, err := filepath.Abs(root)
	if err != nil || !exists(abs) {
		return err
	}
	known, err := in.w.filesUnder(abs)
	if err != nil {
		return err
	}
	if len(known) > 0 && !in.w.readUnder(abs) { // more likely a disk that is not mounted than an archive without articles
		in.fail(corpus.File{Path: abs, Name: root}, &corpus.Error{File: root, Err: errors.New("no article here, where there were some; nothing was removed")})
		return nil
	}
	n, again, err := in.w.Prune(abs, in.failed)
	in.report.Pruned += n
	in.again = append(in.again, again...)
	return err
}

// found is one thing that reading gave: an article, a thing skipped, a failure, or the end of a file.
type found struct {
	file     corpus.File
	prepared *Prepared
	skipped  string
	err      error
	end      bool
}

// walk reads in one goroutine and writes in another, so that neither waits for the other's disk or processor.
func (in *ingest) walk(ctx context.Context, root string) error {
	ctx, stop := context.WithCancel(ctx)
	items := make(chan found, 64)
	go func() {
		defer close(items)
		in.plan.read(ctx, root, func(f found) bool {
			select {
			case items <- f:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	var err error
	for f := range items {
		if err == nil {
			if err = in.take(f); err != nil {
				stop()
			}
		}
	}
	stop()
	return err
}

// read gives what the files at or under root hold, until give reports false.
func (p Plan) read(ctx context.Context, root string, give func(found) bool) {
	for file, err := range corpus.Walk(ctx, root) {
		if err != nil {
			if !give(found{file: file, err: err}) {
				return
			}
			continue
		}
		for item, err := range corpus.ReadFile(file, p.Readers) {
			if ctx.Err() != nil || !give(p.prepare(file, item, err)) {
				return
			}
		}
		if !give(found{file: file, end: true}) {
			return
		}
	}
}

func (p Plan) prepare(file corpus.File, item corpus.Item, err error) found {
	f := found{file: file, skipped: item.Skipped, err: err}
	if err != nil || item.Article == nil {
		return f
	}
	if outlet := p.Outlet(file.Path); outlet != "" {
		item.Article.Outlet, item.Article.OutletInferred = outlet, false
	}
	f.prepared, f.err = Prepare(item.Article, strings.TrimSuffix(item.Article.ID, fragment(item.Article.ID)) == file.Name)
	return f
}

// take puts what was found into the index and the report.
func (in *ingest) take(f found) error {
	switch {
	case f.end:
		in.report.Files++
		in.plan.Notify(Event{File: f.file.Name, Size: f.file.Size})
		return in.endFile(f.file.Path)
	case f.err != nil:
		in.fail(f.file, f.err)
	case f.prepared == nil:
		in.report.Skipped[f.skipped]++
	default:
		return in.put(f)
	}
	return nil
}

// endFile ends a file that was read without a failure.
func (in *ingest) endFile(path string) error {
	if in.failed[path] {
		return nil
	}
	again, err := in.w.EndFile(path)
	in.again = append(in.again, again...)
	return err
}

func (in *ingest) put(f found) error {
	outcome, err := in.w.Put(f.file.Path, f.prepared)
	var duplicate *DuplicateError
	switch {
	case errors.As(err, &duplicate):
		in.fail(f.file, &corpus.Error{File: f.file.Name, Err: err})
		return nil
	case err != nil:
		return err
	}
	switch outcome {
	case Added:
		in.report.Added++
	case Updated:
		in.report.Updated++
	case Unchanged:
		in.report.Unchanged++
	case Older:
		in.report.Older++
	}
	return nil
}

func (in *ingest) fail(f corpus.File, err error) {
	in.failed[f.Path] = true
	in.report.Failed++
	if len(in.failures) < MaxFailures {
		in.failures = append(in.failures, newFailure(f.Name, err))
	}
	in.plan.Notify(Event{File: f.Name, Size: f.Size, Err: err})
}
