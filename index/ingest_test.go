package index_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
	"copydesk/corpus/ninjs"
	"copydesk/corpus/sample"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

// open opens the index in the folder, making it if need be, and closes it with the test.
func open(t testing.TB, data string) *index.Index {
	t.Helper()
	x, err := index.Open(data, index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// ingest reads the roots, and returns what failed beside the report.
func ingest(t testing.TB, x *index.Index, prune bool, roots ...string) (index.Report, []string) {
	t.Helper()
	var failed []string
	report, err := x.Ingest(t.Context(), index.Plan{
		Roots: roots, Prune: prune, Readers: []corpus.Reader{ninjs.Reader{}, wiretext.Reader{}},
		Notify: func(e index.Event) {
			if e.Err != nil {
				failed = append(failed, e.Err.Error())
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return report, failed
}

// counts are added, updated, unchanged, older, pruned, failed.
func counts(r index.Report) [6]int {
	return [6]int{r.Added, r.Updated, r.Unchanged, r.Older, r.Pruned, r.Failed}
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// story is an invented plain-text article.
func story(about string) string {
	return "Headline on " + about + "\n\nMar 3, 2025 - 18:20\n\nPORT ANSEL — The " + about +
		" was opened on Monday in front of a small crowd, the town council said.\n\nNobody objected to the " + about + ".\n"
}

// item is an invented ninjs item.
func item(uri, version, status, embargo, about string) string {
	fields := map[string]any{
		"uri": uri, "type": "text", "version": version, "pubstatus": status, "versioncreated": "2025-03-0" + version + "T08:00:00Z",
		"headlines": []map[string]string{{"value": "News of the " + about}},
		"bodies":    []map[string]string{{"contenttype": "text/plain", "value": "The " + about + " was shut on Monday, the harbour master said.\n\nA crowd watched."}},
	}
	if embargo != "" {
		fields["embargoed"] = embargo
	}
	data, err := json.Marshal(fields)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// finds reports whether a search for the word finds a passage of the article.
func finds(t testing.TB, x *index.Index, word, id string) bool {
	t.Helper()
	hits, err := x.Search(t.Context(), index.Query{
		Clauses: []index.Clause{{Field: index.Text, Term: index.Analyze(word)[0].Term, Weight: 1}}, Size: 100,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hits {
		if h.Article == id {
			return true
		}
	}
	return false
}

func TestIngestIsIncremental(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), story("lighthouse"))
	write(t, filepath.Join(dir, "sub", "b.txt"), story("aquarium"))
	write(t, filepath.Join(dir, "notes.pdf"), "%PDF-1.7")
	x := open(t, data)

	steps := []struct {
		name   string
		change func()
		prune  bool
		want   [6]int
	}{
		{"first", func() {}, false, [6]int{2, 0, 0, 0, 0, 0}},
		{"again", func() {}, false, [6]int{0, 0, 2, 0, 0, 0}},
		{"changed", func() { write(t, filepath.Join(dir, "a.txt"), story("windmill")) }, false, [6]int{0, 1, 1, 0, 0, 0}},
		{"gone, kept", func() { os.Remove(filepath.Join(dir, "sub", "b.txt")) }, false, [6]int{0, 0, 1, 0, 0, 0}},
		{"gone, pruned", func() {}, true, [6]int{0, 0, 1, 0, 1, 0}},
	}
	for _, s := range steps {
		s.change()
		report, failed := ingest(t, x, s.prune, dir)
		if got := counts(report); got != s.want {
			t.Errorf("%s: got %v, want %v; failed %v", s.name, got, s.want, failed)
		}
		if s.name == "first" {
			if got := report.Skipped["no article format (.pdf)"]; got != 1 {
				t.Errorf("skipped %v, want one .pdf", report.Skipped)
			}
		}
	}
	if finds(t, x, "lighthouse", "a.txt") || !finds(t, x, "windmill", "a.txt") || finds(t, x, "aquarium", "sub/b.txt") {
		t.Error("the index does not hold what the folder holds")
	}
}

// A folder indexed by itself after the folder above it is not indexed twice.
func TestIngestKeepsNames(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "sub", "b.txt"), story("aquarium"))
	x := open(t, t.TempDir())
	ingest(t, x, false, dir)
	report, _ := ingest(t, x, false, filepath.Join(dir, "sub"))
	if got, want := counts(report), [6]int{0, 0, 1, 0, 0, 0}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if !finds(t, x, "aquarium", "sub/b.txt") || finds(t, x, "aquarium", "b.txt") {
		t.Error("the article has not kept its name")
	}
}

func TestTwoFilesWithOneID(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "1.json"), item("urn:x:1", "1", "usable", "", "lighthouse"))
	write(t, filepath.Join(dir, "2.json"), item("urn:x:1", "1", "usable", "", "aquarium"))
	write(t, filepath.Join(dir, "3.json"), item("urn:x:1", "1", "usable", "", "lighthouse"))
	x := open(t, t.TempDir())
	report, failed := ingest(t, x, false, dir)
	if got, want := counts(report), [6]int{1, 0, 1, 0, 0, 1}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(failed) != 1 || !strings.HasPrefix(failed[0], "2.json: ") || !strings.Contains(failed[0], filepath.Join(dir, "1.json")) {
		t.Errorf("got %q, want one failure that names both files", failed)
	}
	if !finds(t, x, "lighthouse", "urn:x:1") {
		t.Error("the first article is gone")
	}
}

// Whatever the order in which versions are read, the newest counts, and a cancellation or an embargo of any binds all.
func TestVersions(t *testing.T) {
	const later = "2099-01-01T00:00:00Z"
	tests := []struct {
		name    string
		items   []string
		found   string
		status  corpus.Status
		embargo string
	}{
		{"newest", []string{
			item("urn:x:1", "1", "usable", "", "lighthouse"),
			item("urn:x:1", "2", "usable", "", "windmill"),
			item("urn:x:1", "3", "usable", "", "aquarium"),
		}, "aquarium", corpus.Usable, ""},
		{"canceled", []string{
			item("urn:x:1", "1", "usable", "", "lighthouse"),
			item("urn:x:1", "2", "canceled", "", "windmill"),
			item("urn:x:1", "3", "usable", "", "aquarium"),
		}, "", corpus.Canceled, ""},
		{"withheld, then released", []string{
			item("urn:x:1", "1", "withheld", "", "lighthouse"),
			item("urn:x:1", "2", "usable", "", "windmill"),
		}, "windmill", corpus.Usable, ""},
		{"withheld again", []string{
			item("urn:x:1", "1", "usable", "", "lighthouse"),
			item("urn:x:1", "2", "withheld", "", "windmill"),
		}, "", corpus.Withheld, ""},
		{"embargoed", []string{
			item("urn:x:1", "1", "usable", later, "lighthouse"),
			item("urn:x:1", "2", "usable", "", "windmill"),
		}, "windmill", corpus.Usable, later},
	}
	for _, tt := range tests {
		for _, order := range permutations(len(tt.items)) {
			for _, oneFile := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s %v %v", tt.name, order, oneFile), func(t *testing.T) {
					x := open(t, t.TempDir())
					dir := t.TempDir()
					var lines string
					for i, n := range order {
						if oneFile {
							lines += tt.items[n] + "\n"
							continue
						}
						write(t, filepath.Join(dir, fmt.Sprintf("%d.json", i)), tt.items[n])
					}
					if oneFile {
						write(t, filepath.Join(dir, "all.jsonl"), lines)
					}
					if _, failed := ingest(t, x, false, dir); len(failed) > 0 {
						t.Fatal(failed)
					}
					if again, _ := ingest(t, x, false, dir); again.Unchanged != len(order) {
						t.Errorf("the second time: got %v, want all unchanged", counts(again))
					}
					r, err := x.Record("urn:x:1")
					if err != nil || r == nil {
						t.Fatalf("record: %v, %v", r, err)
					}
					if r.Article.Status != tt.status || r.Article.Embargo.String() != tt.embargo {
						t.Errorf("got %v, embargo %q, want %v, %q", r.Article.Status, r.Article.Embargo, tt.status, tt.embargo)
					}
					for _, word := range []string{"lighthouse", "windmill", "aquarium"} {
						if got, want := finds(t, x, word, "urn:x:1"), word == tt.found; got != want {
							t.Errorf("finds %s: got %v, want %v", word, got, want)
						}
					}
				})
			}
		}
	}
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{{}}
	}
	var out [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			next := append(append(append([]int{}, p[:i]...), n-1), p[i:]...)
			out = append(out, next)
		}
	}
	return out
}

// When the file of the newest version goes, the version that another file still holds comes back.
func TestPruneRestoresTheVersionThatIsLeft(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "1.json"), item("urn:x:1", "1", "usable", "", "lighthouse"))
	write(t, filepath.Join(dir, "2.json"), item("urn:x:1", "2", "usable", "", "windmill"))
	x := open(t, t.TempDir())
	ingest(t, x, false, dir)
	os.Remove(filepath.Join(dir, "2.json"))
	ingest(t, x, true, dir)
	if !finds(t, x, "lighthouse", "urn:x:1") || finds(t, x, "windmill", "urn:x:1") {
		t.Error("the version that is left is not what is found")
	}
}

// A file that has become unreadable keeps its articles, pruning or not.
func TestPruneKeepsWhatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "1.json")
	write(t, path, item("urn:x:1", "1", "usable", "", "lighthouse"))
	x := open(t, t.TempDir())
	ingest(t, x, false, dir)
	write(t, path, `{"uri": "urn:x:1", "type": "te`)
	report, _ := ingest(t, x, true, dir)
	if report.Pruned != 0 || report.Failed == 0 || !finds(t, x, "lighthouse", "urn:x:1") {
		t.Errorf("got %v, want the failure counted and the article kept", counts(report))
	}
}

func TestIngestStopsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	for i := range 200 {
		write(t, filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), story(fmt.Sprintf("lighthouse %d", i)))
	}
	x := open(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	files := 0
	report, err := x.Ingest(ctx, index.Plan{
		Roots: []string{dir}, Readers: []corpus.Reader{wiretext.Reader{}},
		Notify: func(index.Event) {
			if files++; files == 20 {
				cancel()
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !report.Interrupted || report.Added < 20 || report.Added == 200 {
		t.Errorf("got %+v, want an interrupted report of 20 to 199 articles", report)
	}
	again, _ := ingest(t, x, false, dir)
	if again.Unchanged != report.Added || again.Added != 200-report.Added {
		t.Errorf("got %v after %d, want the next run to go on", counts(again), report.Added)
	}
}

func TestSymbolicLinks(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "sub", "a.txt"), story("lighthouse"))
	if err := os.Symlink(dir, filepath.Join(dir, "sub", "loop")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "broken.txt")); err != nil {
		t.Fatal(err)
	}
	report, failed := ingest(t, open(t, t.TempDir()), false, dir)
	if got, want := counts(report), [6]int{1, 0, 0, 0, 0, 1}; got != want {
		t.Errorf("got %v, want %v: %v", got, want, failed)
	}
}

func TestLock(t *testing.T) {
	data := t.TempDir()
	x := open(t, data)
	_, err := index.Open(data, index.Options{Command: "second"})
	var locked *index.LockedError
	if !errors.As(err, &locked) || locked.Owner.PID != os.Getpid() || locked.Owner.Command != "test" {
		t.Errorf("got %v, want a LockedError that names this process", err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	y, err := index.Open(data, index.Options{Command: "second"})
	if err != nil {
		t.Fatalf("after closing: %v", err)
	}
	y.Close()
}

func TestOpenMissing(t *testing.T) {
	for _, data := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none")} {
		if _, err := index.Open(data, index.Options{}); !errors.Is(err, index.ErrMissing) {
			t.Errorf("got %v, want ErrMissing", err)
		}
	}
}

func TestOpenDamaged(t *testing.T) {
	data := t.TempDir()
	x := open(t, data)
	x.Close()
	write(t, filepath.Join(data, "index", "index_meta.json"), "{")
	if _, err := index.Open(data, index.Options{}); !errors.Is(err, index.ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

func sampleIndex(t testing.TB) (x *index.Index, data string) {
	t.Helper()
	archive, data := filepath.Join(t.TempDir(), "archive"), t.TempDir()
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	x = open(t, data)
	if _, failed := ingest(t, x, false, archive); len(failed) > 0 {
		t.Fatal(failed)
	}
	return x, data
}

func TestRebuild(t *testing.T) {
	x, data := sampleIndex(t)
	before, err := x.Shelves(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	x.Close()
	// A crash between the two renames of an earlier rebuild.
	if err := os.Rename(filepath.Join(data, "index"), filepath.Join(data, "index.old")); err != nil {
		t.Fatal(err)
	}
	n, err := index.Rebuild(t.Context(), data, "test", func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	after, err := open(t, data).Shelves(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after, cmp.Comparer(func(a, b corpus.Time) bool { return a.String() == b.String() })); diff != "" || n < 24 {
		t.Errorf("%d articles rebuilt; shelves (-before +after):\n%s", n, diff)
	}
}

// An index of another schema is not opened, and Rebuild brings it to this one.
func TestOtherSchema(t *testing.T) {
	x, data := sampleIndex(t)
	x.Close()
	b, err := bleve.Open(filepath.Join(data, "index"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.SetInternal([]byte("copydesk.schema"), []byte("0")), b.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(data, index.Options{}); !errors.Is(err, index.ErrSchema) {
		t.Errorf("got %v, want ErrSchema", err)
	}
	if _, err := index.Rebuild(t.Context(), data, "test", func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if !finds(t, open(t, data), "ferry", "harbour-post/ferry-strike.txt") {
		t.Error("the rebuilt index does not find an article")
	}
}

// A rebuild that is stopped leaves the index as it was.
func TestRebuildStopped(t *testing.T) {
	x, data := sampleIndex(t)
	x.Close()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := index.Rebuild(ctx, data, "test", func(done, _ int) {
		if done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	if _, err := os.Stat(filepath.Join(data, "index.new")); !os.IsNotExist(err) {
		t.Errorf("the half-made index is still there: %v", err)
	}
	if !finds(t, open(t, data), "ferry", "harbour-post/ferry-strike.txt") {
		t.Error("the index has changed")
	}
}

// What may not be shown is recorded but has no text in the index.
func TestWithheldTextIsNotIndexed(t *testing.T) {
	x, _ := sampleIndex(t)
	for _, id := range []string{"urn:sample:containers", "urn:sample:ferry-chief"} {
		r, err := x.Record(id)
		if err != nil || r == nil {
			t.Fatalf("%s: record %v, %v", id, r, err)
		}
		if r.Article.Status == corpus.Usable {
			t.Errorf("%s is usable", id)
		}
		if finds(t, x, "containers", id) || finds(t, x, "severance", id) {
			t.Errorf("%s is found", id)
		}
	}
}
