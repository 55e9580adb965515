package bot_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

// folder is an archive whose files are written and read again.
type folder struct {
	*testing.T
	dir string
	x   *index.Index
}

func newFolder(t *testing.T) folder {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return folder{t, t.TempDir(), x}
}

func (f folder) write(name, text string) {
	f.Helper()
	if err := os.WriteFile(filepath.Join(f.dir, name), []byte(text), 0o644); err != nil {
		f.Fatal(err)
	}
}

func (f folder) ingest() {
	f.Helper()
	if _, err := f.x.Ingest(f.Context(), index.Plan{Roots: []string{f.dir}, Readers: []corpus.Reader{wiretext.Reader{}}, Prune: true}); err != nil {
		f.Fatal(err)
	}
}

// What was shown is the same until its text changes, and gone with its file.
func TestStanding(t *testing.T) {
	f := newFolder(t)
	d := bot.New(f.x, bot.Options{})
	f.write("a.txt", "Ferry sails\n\nMarch 1, 2024\n\nVELL — “We sail,” said Ada Orm.\n")
	f.write("b.txt", "Quay closes\n\nMarch 1, 2024\n\nVELL — “We close,” said Ada Orm.\n")
	f.ingest()
	shown := card(t, d, "a.txt").Article
	want := func(want bot.Standing) {
		t.Helper()
		if got, err := d.Standing(t.Context(), shown.ID, shown.Version); err != nil || got != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	want(bot.Same)
	f.write("b.txt", "Quay opens\n\nMarch 1, 2024\n\nVELL — “We open,” said Ada Orm.\n")
	f.ingest()
	want(bot.Same)
	f.write("a.txt", "Ferry sails\n\nMarch 1, 2024\n\nVELL — “We stay,” said Ada Orm.\n")
	f.ingest()
	want(bot.Changed)
	shown = card(t, d, "a.txt").Article
	want(bot.Same)
	if err := os.Remove(filepath.Join(f.dir, "a.txt")); err != nil {
		t.Fatal(err)
	}
	f.ingest()
	want(bot.Gone)
}

func status(t *testing.T, d *bot.Desk) bot.Status {
	t.Helper()
	s, err := d.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The status tells what there is, when it was last read, what could not be, and which state of which index that is.
func TestStatus(t *testing.T) {
	f := newFolder(t)
	d := bot.New(f.x, bot.Options{})
	fresh := status(t, d)
	if !fresh.Updated.IsZero() || fresh.Scope.Articles != 0 || !strings.HasSuffix(fresh.Index, ".0") {
		t.Errorf("got %+v of an empty index", fresh)
	}
	before := time.Now().Add(-time.Minute)
	f.write("a.txt", "Ferry sails\n\nMarch 1, 2024\n\nVELL — “We sail,” said Ada Orm.\n")
	f.write("b.txt", "")
	f.ingest()
	first := status(t, d)
	if first.Scope.Articles != 1 || first.Updated.Before(before) || first.Updated.After(time.Now()) {
		t.Errorf("got %+v, want one article, updated now", first)
	}
	want := []bot.FailedFile{{File: "b.txt", Reason: "the file is empty"}}
	if diff := cmp.Diff(want, first.Failed); diff != "" || first.FailedCount != 1 {
		t.Errorf("%d failed (-want +got):\n%s", first.FailedCount, diff)
	}
	if again := status(t, d); again.Index != first.Index {
		t.Errorf("got %s and %s of one state", first.Index, again.Index)
	}
	f.write("b.txt", "Quay opens\n\nMarch 1, 2024\n\nVELL — “We open,” said Ada Orm.\n")
	f.ingest()
	second := status(t, d)
	name, _, _ := strings.Cut(first.Index, ".")
	if second.Index == first.Index || !strings.HasPrefix(second.Index, name+".") || second.FailedCount != 0 || len(second.Failed) != 0 {
		t.Errorf("got %+v after %+v, want a later state of the same index, and no failure", second, first)
	}
}

// Somebody who has gone is told so.
func TestNothingOfAnEndedContext(t *testing.T) {
	f := newFolder(t)
	d := bot.New(f.x, bot.Options{})
	f.write("a.txt", "Ferry sails\n\nMarch 1, 2024\n\nVELL — “We sail,” said Ada Orm.\n")
	f.ingest()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, standing := d.Standing(ctx, "a.txt", "")
	_, around := d.Around(ctx, "a.txt", corpus.Span{Start: 0, End: 1})
	_, names := d.Names(ctx, "orm")
	_, articles := d.Articles(ctx, "ferry")
	for _, err := range []error{standing, around, names, articles} {
		if !errors.Is(err, ctx.Err()) {
			t.Errorf("got %v, want %v", err, ctx.Err())
		}
	}
}
