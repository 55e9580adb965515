package index_test

import (
	"path/filepath"
	"slices"
	"testing"
)

// The words are of an invented archive.
func TestSimilar(t *testing.T) {
	x, folder := open(t, t.TempDir()), t.TempDir()
	write(t, filepath.Join(folder, "a.txt"), story("the harbor, of which Mulvaney spoke and Malvaney did not"))
	ingest(t, x, false, folder)
	got, err := x.Similar("mulvaney", 1)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(got, "malvaney") || slices.Contains(got, "mulvaney") {
		t.Errorf("got %q, want the other spelling and not the word itself", got)
	}
	got, err = x.Similar("harbour", 1)
	if err != nil || !slices.Contains(got, "harbor") {
		t.Errorf("got %q, %v; want harbor", got, err)
	}
}
