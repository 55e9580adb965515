package index_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/index"
)

// A name is found by the beginning of any of its words, with the number of articles that have it.
func TestNames(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.txt"), "Ferry sails\n\nMarch 1, 2024\n\nVELL — “We sail,” said Ada Ellery-Voss. “We do,” said José Brandt. “They do,” said a cook.\n")
	write(t, filepath.Join(dir, "b.txt"), "Ferry stays\n\nMarch 2, 2024\n\nVELL — “We stay,” said Ada Ellery-Voss.\n")
	x := open(t, t.TempDir())
	ingest(t, x, false, dir)
	voss, brandt := index.NameCount{Name: "Ada Ellery-Voss", Articles: 2}, index.NameCount{Name: "José Brandt", Articles: 1}
	for prefix, want := range map[string][]index.NameCount{
		"a": {voss}, "voss": {voss}, "elleryv": {voss}, "jose": {brandt}, "bran": {brandt}, "": {voss, brandt}, "brandts": {}, "cook": {},
	} {
		got, err := x.Names(prefix, func(string) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", prefix, diff)
		}
	}
	if got, err := x.Names("", func(word string) bool { return strings.HasSuffix(word, "dt") }); err != nil || len(got) != 1 {
		t.Errorf("got %v, %v, want the one with a word that fits", got, err)
	}
	for name, want := range map[string]int{voss.Name: 2, brandt.Name: 1, "Ada Voss": 0, "": 0} {
		hits, err := x.Search(t.Context(), index.Query{Clauses: []index.Clause{index.Named(name)}, Size: 10})
		if err != nil || len(hits) != want {
			t.Errorf("%q: got %v, %v, want %d articles", name, hits, err, want)
		}
	}
}
