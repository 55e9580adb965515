// Package index keeps an archive's articles and their passages on disk and searches them. It is the only
// package that knows bleve.
package index

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	lru "github.com/hashicorp/golang-lru/v2"
	bolterrors "go.etcd.io/bbolt/errors"
)

// What Open returns where the index cannot be used as it is.
var (
	// ErrMissing: nothing has been indexed yet.
	ErrMissing = errors.New("no index")
	// ErrSchema: another version of copydesk made the index. Rebuild makes it anew from itself.
	ErrSchema = errors.New("index made by another version of copydesk")
	// ErrDamaged: the files cannot be read. The articles have to be indexed again.
	ErrDamaged = errors.New("damaged index")
)

// Index is an open index. One process has it open at a time; its methods may be called by many goroutines at once.
type Index struct {
	bleve   bleve.Index
	lock    *lock
	records *lru.Cache[string, *Record]
	epoch   atomic.Uint64
	commit  atomic.Pointer[Commit]
	writing sync.Mutex
	closing sync.Once
}

// The folders within the data folder.
const (
	liveName  = "index"     // the index
	freshName = "index.new" // one being made; never opened as the index
	spareName = "index.old" // the former one, while a rebuilt one takes its place
)

// cachedRecords bounds the records kept decoded; an answer looks at about sixty.
const cachedRecords = 1024

// bleveConfig is made anew for each use: bleve writes into it. The lock file says at once whether another process has
// the index, so that bleve's own lock need not be waited for.
func bleveConfig() map[string]any { return map[string]any{"bolt_timeout": "2s"} }

// Options say how to open an index.
type Options struct {
	// Command is the name of what opens it ("serve"), told to another process that finds it locked.
	Command string
	// Create makes an empty index where there is none.
	Create bool
}

// Open opens the index in the data folder. The errors are ErrMissing, ErrSchema, ErrDamaged, a *LockedError if
// another process has it open, or one of the file system.
func Open(data string, o Options) (*Index, error) {
	if !o.Create && !exists(filepath.Join(data, liveName)) && !exists(filepath.Join(data, spareName)) {
		return nil, ErrMissing
	}
	l, err := acquire(data, o.Command)
	if err != nil {
		return nil, err
	}
	b, err := openBleve(data, o.Create)
	if err != nil {
		l.release()
		return nil, err
	}
	x, err := newIndex(b, l)
	if err != nil {
		return nil, errors.Join(err, b.Close(), l.release())
	}
	return x, nil
}

func newIndex(b bleve.Index, l *lock) (*Index, error) {
	records, err := lru.New[string, *Record](cachedRecords)
	if err != nil {
		return nil, err
	}
	last, err := readCommit(b)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	x := &Index{bleve: b, lock: l, records: records}
	x.commit.Store(&last)
	return x, nil
}

// openBleve opens the live index after finishing or undoing what a crash left half done.
func openBleve(data string, create bool) (bleve.Index, error) {
	live, spare := filepath.Join(data, liveName), filepath.Join(data, spareName)
	if _, err := os.Stat(live); errors.Is(err, os.ErrNotExist) {
		if err := os.Rename(spare, live); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("open index: %w", err)
		}
	}
	if err := errors.Join(os.RemoveAll(spare), os.RemoveAll(filepath.Join(data, freshName))); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	if _, err := os.Stat(live); errors.Is(err, os.ErrNotExist) {
		if !create {
			return nil, ErrMissing
		}
		if err := createBleve(data); err != nil {
			return nil, err
		}
	}
	return openLive(live)
}

func openLive(live string) (bleve.Index, error) {
	b, err := bleve.OpenUsing(live, bleveConfig())
	if err != nil {
		return nil, openError(err)
	}
	version, err := b.GetInternal(schemaKey)
	if err != nil || string(version) != strconv.Itoa(schema) {
		b.Close()
		return nil, errors.Join(ErrSchema, err)
	}
	return b, nil
}

// openError tells damage from what the system has against opening: too many open files, a permission, a lock.
func openError(err error) error {
	var number syscall.Errno
	var path *fs.PathError
	if errors.As(err, &number) || errors.As(err, &path) || errors.Is(err, bolterrors.ErrTimeout) {
		return fmt.Errorf("open index: %w", err)
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}

// createBleve makes an empty index and then moves it into place, so that a crash leaves all of it or none.
func createBleve(data string) error {
	b, err := newBleve(filepath.Join(data, freshName))
	if err != nil {
		return err
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("create index: %w", err)
	}
	if err := os.Rename(filepath.Join(data, freshName), filepath.Join(data, liveName)); err != nil {
		return fmt.Errorf("create index: %w", err)
	}
	return nil
}

func newBleve(path string) (bleve.Index, error) {
	if err := os.RemoveAll(path); err != nil {
		return nil, fmt.Errorf("create index: %w", err)
	}
	b, err := bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, bleveConfig())
	if err != nil {
		return nil, fmt.Errorf("create index: %w", err)
	}
	if err := errors.Join(b.SetInternal(schemaKey, []byte(strconv.Itoa(schema))), identify(b)); err != nil {
		b.Close()
		return nil, fmt.Errorf("create index: %w", err)
	}
	return b, nil
}

// Close closes the index and lets other processes have it. Closing it again does nothing.
func (x *Index) Close() (err error) {
	x.closing.Do(func() { err = errors.Join(x.bleve.Close(), x.lock.release()) })
	return err
}

// Epoch counts the commits since the index was opened: what was worked out at one epoch holds until the next.
func (x *Index) Epoch() uint64 { return x.epoch.Load() }

// reader is a view of the last commit; the caller closes it.
func (x *Index) reader() (bleveindex.IndexReader, error) {
	inner, err := x.bleve.Advanced()
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	r, err := inner.Reader()
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	return r, nil
}
