package ledger

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
)

// The people, places and outlets of these tests are invented.

// noon is when the tests begin.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// clock is a time that moves when it is told to.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// open opens a Ledger in a folder of its own, to be closed when the test ends.
func openTest(t testing.TB, o Options) *Ledger {
	t.Helper()
	l, err := Open(filepath.Join(t.TempDir(), "data", Name), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// must fails the test at once if something that it needs goes wrong.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", Name)
	l, err := Open(path, Options{})
	must(t, err)
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		must(t, err)
		if got := info.Mode().Perm(); got != want {
			t.Errorf("mode of %s: got %o, want %o", name, got, want)
		}
	}
	if _, err := Open(path, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open: got %v, want ErrLocked", err)
	}
	r := Receipt{Kind: Answer, User: "7"}
	must(t, l.Put(&r))
	must(t, l.Close())
	must(t, os.Chmod(path, 0o644))

	l, err = Open(path, Options{})
	must(t, err)
	defer l.Close()
	if got, err := l.Receipt(r.ID); err != nil || got.User != "7" {
		t.Errorf("after opening again: got %v, %v", got, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a file that others could read: got %v, %v; want 600", info.Mode(), err)
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"newer", func(t *testing.T, path string) {
			db, err := bbolt.Open(path, 0o600, nil)
			must(t, err)
			must(t, db.Update(func(tx *bbolt.Tx) error {
				meta, err := tx.CreateBucket(metaBucket)
				must(t, err)
				return meta.Put(schemaKey, []byte{schema + 1})
			}))
			must(t, db.Close())
		}, ErrSchema},
		{"no ledger", func(t *testing.T, path string) {
			must(t, os.WriteFile(path, slices.Repeat([]byte("The ferry sails at noon. "), 1000), 0o600))
		}, ErrDamaged},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), Name)
			tt.make(t, path)
			before, err := os.ReadFile(path)
			must(t, err)
			if _, err := Open(path, Options{}); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			after, err := os.ReadFile(path)
			must(t, err)
			if diff := cmp.Diff(before, after); diff != "" {
				t.Errorf("the file was changed")
			}
			if _, err := Open(path, Options{}); errors.Is(err, ErrLocked) {
				t.Error("the file is still locked")
			}
		})
	}
}

func TestClosed(t *testing.T) {
	l, err := Open(filepath.Join(t.TempDir(), Name), Options{})
	must(t, err)
	must(t, l.Close())
	for name, err := range map[string]error{
		"Put":         l.Put(&Receipt{Kind: Check}),
		"AddFeedback": l.AddFeedback(Feedback{Receipt: "00000000"}),
		"Done":        l.Done("1"),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := l.Expire(); err == nil {
		t.Error("Expire: no error")
	}
	for _, err := range l.Receipts() {
		if err == nil {
			t.Error("Receipts: no error")
		}
	}
}
