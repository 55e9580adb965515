package sample

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

func TestArticles(t *testing.T) {
	all, others := articles(t)
	if len(all) < 24 {
		t.Errorf("got %d articles, want at least 24", len(all))
	}
	if others != 1 {
		t.Errorf("got %d items that are no articles, want the one picture", others)
	}
	ids, texts := map[string]string{}, map[string]string{}
	for _, a := range all {
		if a.id == "" {
			t.Errorf("%s: got an article without ID", a.file)
		}
		key := a.id + " " + a.version
		if other, ok := ids[key]; ok {
			t.Errorf("%s: got the ID and version %q of %s", a.file, key, other)
		}
		if other, ok := texts[a.text]; ok {
			t.Errorf("%s: got the text of %s", a.file, other)
		}
		ids[key], texts[a.text] = a.file, a.file
	}
}

func TestOnlyOneStoryHasVersions(t *testing.T) {
	all, _ := articles(t)
	versions := map[string]int{}
	for _, a := range all {
		versions[a.id]++
	}
	for id, n := range versions {
		want := 1
		if id == "urn:sample:ostrand-leak" {
			want = 2
		}
		if n != want {
			t.Errorf("%s: got %d versions, want %d", id, n, want)
		}
	}
}

// What may not be shown must stand in its own article alone, or no test could tell that it leaked.
func TestHiddenFactsStandAlone(t *testing.T) {
	all, _ := articles(t)
	for _, tt := range []struct {
		file  string
		facts []string
	}{
		{"northwater-wire/ferry-chief.json", []string{"2.6 million", "Cosima Vandrey", "severance"}},
		{"northwater-wire/containers.json", []string{"417", "Evander Prisk"}},
		{"northwater-wire/grey-heron.json", []string{"Grey Heron", "silver", "1382"}},
	} {
		for _, fact := range tt.facts {
			var in []string
			for _, a := range all {
				if !strings.Contains(a.text, fact) {
					continue
				}
				in = append(in, a.file)
				if a.shown {
					t.Errorf("%s: got an article that may be shown, with %q", a.file, fact)
				}
			}
			if len(in) != 1 || in[0] != tt.file {
				t.Errorf("%q: got it in %q, want it in %s alone", fact, in, tt.file)
			}
		}
	}
}

func TestAboutNamesEveryFile(t *testing.T) {
	about, err := fs.ReadFile(FS(), "ABOUT.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(FS(), "*/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !strings.Contains(string(about), "| "+name+" |") {
			t.Errorf("ABOUT.md: got no row for %s", name)
		}
	}
	if got, want := strings.Count(string(about), "\n| ")-1, len(files); got != want {
		t.Errorf("ABOUT.md: got %d rows, want %d", got, want)
	}
}

func TestOutlets(t *testing.T) {
	outlets := Outlets()
	texts, err := fs.Glob(FS(), "*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	folders := map[string]bool{}
	for _, name := range texts {
		folders[path.Dir(name)] = true
	}
	for folder := range folders {
		if _, ok := outlets[folder]; ok == (folder == "unsorted") {
			t.Errorf("%s: got an outlet: %t, want one for all but unsorted", folder, ok)
		}
	}
	for folder := range outlets {
		if !folders[folder] {
			t.Errorf("%s: got an outlet for a folder without plain text", folder)
		}
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	err := fs.WalkDir(FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		want, err := fs.ReadFile(FS(), name)
		if err != nil {
			return err
		}
		got, err := fs.ReadFile(os.DirFS(dir), name)
		if err != nil {
			return err
		}
		if string(got) != string(want) {
			t.Errorf("%s: got other bytes than the archive has", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(dir); err == nil {
		t.Error("writing over an archive: got no error, want one")
	}
}
