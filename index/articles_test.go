package index_test

import (
	"slices"
	"testing"

	"copydesk/corpus"
	"copydesk/index"
)

// The articles are invented.
func TestArticles(t *testing.T) {
	x := open(t, t.TempDir())
	w := x.Write()
	for i, a := range []corpus.Article{
		{ID: "b", Outlet: "The Vell Post"}, {ID: "a", Outlet: "The Vell Post"}, {ID: "c"},
		{ID: "d", Status: corpus.Withheld}, {ID: "e", Status: corpus.Canceled},
	} {
		a.Body = "The pier was painted."
		a.Paragraphs = corpus.SplitParagraphs(a.Body, corpus.Span{End: len(a.Body)})
		p, err := index.Prepare(&a, true)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Put("/invented/"+string(rune('0'+i)), p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for id, err := range x.Articles(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, id)
	}
	slices.Sort(got)
	if want := []string{"a", "b", "c"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for range x.Articles(t.Context()) {
		break // an early end is no error
	}
}
