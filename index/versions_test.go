package index_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/corpus"
	"copydesk/index"
)

// state is the status of an article and the thing that its text is about; empty if it is not in the index.
func state(t *testing.T, x *index.Index, id string) string {
	t.Helper()
	r, err := x.Record(id)
	if err != nil {
		t.Fatal(err)
	}
	if r == nil {
		return ""
	}
	about := ""
	for _, word := range []string{"lighthouse", "windmill", "aquarium", "secret"} {
		if strings.Contains(r.Article.Body, word) {
			about = word
		}
	}
	if found := finds(t, x, about, id); found != (r.Article.Status == corpus.Usable) {
		t.Errorf("%s is %v, and found is %v", id, r.Article.Status, found)
	}
	return r.Article.Status.String() + " " + about
}

// What an archive does to the versions of one item, run after run, and what is left of it in the index. A file's text
// is nil to remove it. What may not be shown never comes to light by an edit, and what may does not get lost.
func TestEdits(t *testing.T) {
	const later = "2099-01-01T00:00:00Z"
	line := func(items ...string) string { return strings.Join(items, "\n") + "\n" }
	one := func(version, status, about string) string { return item("urn:x:1", version, status, "", about) }
	type files map[string]string
	tests := []struct {
		name  string
		runs  []files
		prune bool
		want  string
	}{
		{"a withheld version taken back to an older one",
			[]files{{"1.json": one("2", "usable", "lighthouse"), "2.json": one("3", "withheld", "secret")}, {"2.json": one("1", "usable", "aquarium")}},
			false, "usable lighthouse"},
		{"withheld where it was usable, in the only file that is left",
			[]files{{"1.json": one("1", "usable", "lighthouse")}, {"1.json": "", "2.json": one("1", "usable", "lighthouse")}, {"2.json": "", "1.json": one("1", "withheld", "secret")}},
			true, "withheld secret"},
		{"killed without a new version",
			[]files{{"1.json": one("1", "usable", "lighthouse"), "2.json": one("1", "canceled", "lighthouse")}}, false, "canceled lighthouse"},
		{"both copies corrected without a new version",
			[]files{{"1.json": one("1", "usable", "lighthouse"), "2.json": one("1", "usable", "lighthouse")}, {"1.json": one("1", "usable", "windmill"), "2.json": one("1", "usable", "windmill")}},
			false, "usable windmill"},
		{"both copies withheld without a new version",
			[]files{{"1.json": one("1", "usable", "secret"), "2.json": one("1", "usable", "secret")}, {"1.json": one("1", "withheld", "secret"), "2.json": one("1", "withheld", "secret")}},
			false, "withheld secret"},
		{"a cancellation in a file that breaks off",
			[]files{{"1.jsonl": line(one("2", "usable", "lighthouse"), one("1", "canceled", "secret"))}, {"1.jsonl": one("2", "usable", "windmill") + "\n{\"uri\": \"urn"}},
			false, "canceled windmill"},
		{"a cancellation overwritten by a later version",
			[]files{{"1.json": one("1", "canceled", "secret")}, {"1.json": one("2", "usable", "lighthouse")}}, true, "canceled lighthouse"},
		{"a cancellation taken back in its own version",
			[]files{{"1.json": one("1", "canceled", "lighthouse")}, {"1.json": one("1", "usable", "lighthouse")}}, false, "usable lighthouse"},
		{"the newest line of a file taken out",
			[]files{{"1.jsonl": line(one("1", "usable", "lighthouse"), one("2", "usable", "windmill"))}, {"1.jsonl": line(one("1", "usable", "lighthouse"))}},
			false, "usable lighthouse"},
		{"an embargo lifted in its line",
			[]files{{"1.jsonl": line(one("1", "usable", "lighthouse"), item("urn:x:1", "2", "usable", later, "windmill"))}, {"1.jsonl": line(one("1", "usable", "lighthouse"), one("2", "usable", "windmill"))}},
			false, "usable windmill"},
		{"one copy gone and the other broken",
			[]files{{"1.json": one("1", "usable", "lighthouse"), "2.json": one("1", "usable", "lighthouse")}, {"1.json": "", "2.json": "{"}}, true, "usable lighthouse"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir, x := t.TempDir(), open(t, t.TempDir())
			for _, run := range tt.runs {
				for name, text := range run {
					path := filepath.Join(dir, name)
					if text == "" {
						if err := os.Remove(path); err != nil {
							t.Fatal(err)
						}
						continue
					}
					write(t, path, text)
				}
				ingest(t, x, tt.prune, dir)
			}
			if got := state(t, x, "urn:x:1"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			r, err := x.Record("urn:x:1")
			if err != nil || !r.Article.Embargo.IsZero() {
				t.Errorf("embargo %v, %v, want none", r.Article.Embargo, err)
			}
		})
	}
}

// Versions are ordered as people number them.
func TestVersionOrder(t *testing.T) {
	dir, x := t.TempDir(), open(t, t.TempDir())
	for i, version := range []string{"1.10", "1.9", "1.2b"} {
		text := strings.Replace(item("urn:x:1", "1", "usable", "", []string{"lighthouse", "windmill", "aquarium"}[i]), `"version":"1"`, `"version":"`+version+`"`, 1)
		write(t, filepath.Join(dir, version+".json"), text)
	}
	ingest(t, x, false, dir)
	if got, want := state(t, x, "urn:x:1"), "usable lighthouse"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Two folders that have a file of one name, indexed one after the other, are two stories.
func TestOneNameInTwoFolders(t *testing.T) {
	one, two, x := t.TempDir(), t.TempDir(), open(t, t.TempDir())
	write(t, filepath.Join(one, "001.txt"), story("lighthouse"))
	write(t, filepath.Join(two, "001.txt"), story("aquarium"))
	other := filepath.ToSlash(filepath.Join(two, "001.txt"))
	for range 2 {
		if _, failed := ingest(t, x, true, one, two); len(failed) > 0 {
			t.Fatal(failed)
		}
		if state(t, x, "001.txt") != "usable lighthouse" || state(t, x, other) != "usable aquarium" {
			t.Errorf("got %q and %q, want both stories", state(t, x, "001.txt"), state(t, x, other))
		}
	}
}

// Pruning spares what is under a folder that cannot be read, and a root that has become empty.
func TestPruneSpares(t *testing.T) {
	dir, x := t.TempDir(), open(t, t.TempDir())
	write(t, filepath.Join(dir, "sub", "1.json"), item("urn:x:1", "1", "usable", "", "lighthouse"))
	write(t, filepath.Join(dir, "2.json"), item("urn:x:2", "1", "usable", "", "windmill"))
	ingest(t, x, true, dir)
	if err := os.RemoveAll(filepath.Join(dir, "sub")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("sub", filepath.Join(dir, "sub")); err != nil {
		t.Skip(err)
	}
	ingest(t, x, true, dir)
	if got := state(t, x, "urn:x:1"); got != "usable lighthouse" {
		t.Errorf("under a folder that cannot be read: got %q", got)
	}
	for _, name := range []string{"sub", "2.json"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	report, failed := ingest(t, x, true, dir)
	if report.Pruned != 0 || len(failed) != 1 || state(t, x, "urn:x:2") != "usable windmill" {
		t.Errorf("an empty folder: pruned %d, failed %q, want nothing removed and one failure", report.Pruned, failed)
	}
}
