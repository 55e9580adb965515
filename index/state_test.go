package index_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"copydesk/index"
)

func run(t *testing.T, x *index.Index) index.Run {
	t.Helper()
	r, err := x.Run()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// An index keeps its name and counts its commits through updates and restarts.
func TestCommit(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	x := open(t, data)
	made := x.Commit()
	if made.Index == "" || made.Number != 0 || !made.At.IsZero() {
		t.Errorf("got %+v of a new index", made)
	}
	before := time.Now()
	write(t, filepath.Join(dir, "a.txt"), story("lighthouse"))
	ingest(t, x, false, dir)
	first := x.Commit()
	if first.Index != made.Index || first.Number == 0 || first.At.Before(before.Add(-time.Second)) || first.At.After(time.Now()) {
		t.Errorf("got %+v after %+v", first, made)
	}
	ingest(t, x, false, dir)
	if got := x.Commit(); got != first {
		t.Errorf("got %+v, want %+v, since nothing has changed", got, first)
	}
	x.Close()
	x = open(t, data)
	if got := x.Commit(); got != first {
		t.Errorf("opened again: got %+v, want %+v", got, first)
	}
	write(t, filepath.Join(dir, "a.txt"), story("windmill"))
	ingest(t, x, false, dir)
	if got := x.Commit(); got.Index != first.Index || got.Number <= first.Number {
		t.Errorf("got %+v after %+v", got, first)
	}
}

// What the last run came to outlasts a restart and a rebuild; a rebuilt index has another name.
func TestRun(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	x := open(t, data)
	if got := run(t, x); !got.Ended.IsZero() {
		t.Errorf("got %+v of a new index", got)
	}
	write(t, filepath.Join(dir, "a.txt"), story("lighthouse"))
	write(t, filepath.Join(dir, "sub", "b.txt"), "")
	write(t, filepath.Join(dir, "c.jsonl"), item("urn:x:1", "1", "usable", "", "pier")+"\n{\n")
	ingest(t, x, false, dir)
	kept := run(t, x)
	if kept.Ended.IsZero() || kept.Report.Added != 2 || kept.Report.Failed != 2 || kept.Report.Files == 0 {
		t.Errorf("got %+v", kept)
	}
	var places []string
	for _, f := range kept.Failures {
		places = append(places, f.File)
		if f.Reason == "" || strings.Contains(f.Reason, f.File) {
			t.Errorf("%s: reason %q", f.File, f.Reason)
		}
	}
	if diff := cmp.Diff([]string{"c.jsonl", "sub/b.txt"}, places); diff != "" || kept.Failures[0].Line != 2 {
		t.Errorf("line %d (-want +got):\n%s", kept.Failures[0].Line, diff)
	}
	name := x.Commit().Index
	x.Close()
	if _, err := index.Rebuild(t.Context(), data, "test", func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	x = open(t, data)
	if diff := cmp.Diff(kept, run(t, x)); diff != "" {
		t.Errorf("after a rebuild (-before +after):\n%s", diff)
	}
	if got := x.Commit(); got.Index == name || got.Index == "" || got.Number == 0 {
		t.Errorf("got %+v of the index rebuilt of %s", got, name)
	}
	os.Remove(filepath.Join(dir, "sub", "b.txt"))
	os.Remove(filepath.Join(dir, "c.jsonl"))
	ingest(t, x, false, dir)
	if got := run(t, x); got.Report.Failed != 0 || len(got.Failures) != 0 || got.Ended.Before(kept.Ended) {
		t.Errorf("got %+v, want a later run without failures", got)
	}
}

// Of many failures the first are kept, of a long reason the beginning.
func TestRunIsBounded(t *testing.T) {
	dir := t.TempDir()
	x := open(t, t.TempDir())
	for i := range index.MaxFailures + 5 {
		write(t, filepath.Join(dir, strings.Repeat("a", i+1)+".txt"), "")
	}
	write(t, filepath.Join(dir, "0.json"), strings.Replace(item("urn:x:1", "1", "usable", "", "pier"), `"2025-03-01T08:00:00Z"`, `"`+strings.Repeat("é", 5000)+`"`, 1))
	ingest(t, x, false, dir)
	got := run(t, x)
	if len(got.Failures) != index.MaxFailures || got.Report.Failed != index.MaxFailures+6 {
		t.Errorf("%d failures kept of %d", len(got.Failures), got.Report.Failed)
	}
	if n := utf8.RuneCountInString(got.Failures[0].Reason); n != 300 || !strings.HasSuffix(got.Failures[0].Reason, "…") {
		t.Errorf("a reason of %d characters is kept: %q", n, got.Failures[0].Reason)
	}
}

// A record's hash is that of its text, and stays with it.
func TestRecordHash(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	x := open(t, data)
	hash := func() string {
		t.Helper()
		r, err := x.Record("a.txt")
		if err != nil || r == nil {
			t.Fatalf("record %v, %v", r, err)
		}
		return r.Hash
	}
	write(t, filepath.Join(dir, "a.txt"), story("lighthouse"))
	ingest(t, x, false, dir)
	first := hash()
	write(t, filepath.Join(dir, "a.txt"), story("windmill"))
	ingest(t, x, false, dir)
	second := hash()
	write(t, filepath.Join(dir, "a.txt"), story("lighthouse"))
	ingest(t, x, false, dir)
	if third := hash(); first == "" || first == second || first != third {
		t.Errorf("got %q, %q, and %q of the first text again", first, second, third)
	}
	x.Close()
	x = open(t, data)
	if got := hash(); got != first {
		t.Errorf("opened again: got %q, want %q", got, first)
	}
}
