package bot_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
)

// The papers and their headlines are invented.
func headlineDesk(t *testing.T) *bot.Desk {
	t.Helper()
	var articles []corpus.Article
	for _, a := range [][3]string{
		{"Ferry strike ends in Vell", "Quay Gazette", "2024-03-01"},
		{"Ferry strike begins", "Quay Gazette", "2024-02-19"},
		{"University opens a ferry school", "The Lantern Courier", "2024-02-20"},
		{"The harbour in 1916", "The Lantern Courier", "2023-05-04"},
		{"Gazette of the herring", "Harbour Post", "2022-05-04"},
		{"Regatta", "Harbour Post", "2024-04-05"},
		{"Regatta moved to May", "", "2021-04-05"},
		{"Stay at home", "Harbour Post", ""},
	} {
		article := corpus.Article{Headline: a[0], Outlet: a[1], Body: "Nothing was said."}
		if a[2] != "" {
			article.Published = at(t, a[2])
		}
		articles = append(articles, article)
	}
	return smallDesk(t, articles...)
}

func headlines(t testing.TB, d *bot.Desk, typed string) []string {
	t.Helper()
	found, err := d.Articles(t.Context(), typed)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	out := []string{}
	for _, c := range found {
		out = append(out, c.Headline)
	}
	return out
}

// Any words of the headline will do, unfinished, misspelt, and with words of the outlet and the date.
func TestArticles(t *testing.T) {
	const ends, begins, university, harbour, herring, regatta, moved, stay = "Ferry strike ends in Vell", "Ferry strike begins", "University opens a ferry school",
		"The harbour in 1916", "Gazette of the herring", "Regatta", "Regatta moved to May", "Stay at home"
	d := headlineDesk(t)
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"", []string{regatta, ends, university, begins, harbour, herring, moved, stay}},
		{" — ", []string{regatta, ends, university, begins, harbour, herring, moved, stay}},
		{"f", []string{ends, begins, university}},
		{"ferry", []string{ends, begins, university}},
		{"FERRY STR", []string{ends, begins}},
		{"strike vell", []string{ends}},
		{"universit", []string{university}},
		{"ferries", []string{ends, university, begins}},
		{"fery strkie", []string{ends, begins}},
		{"regata", []string{regatta, moved}},
		{"regatta", []string{regatta, moved}},
		{"gazette", []string{herring, ends, begins}},
		{"gazette ferry", []string{ends, begins}},
		{"ferry gazet", []string{ends, begins}},
		{"lantern", []string{university, harbour}},
		{"courier 2023", []string{harbour}},
		{"ferry 2024-02", []string{university, begins}},
		{"ferry feb 2024", []string{university, begins}},
		{"19 feb 2024", []string{begins}},
		{"1916", []string{harbour}},
		{"2022", []string{herring}},
		{"gazette 2022", []string{herring}},
		{"gazette 2024", []string{ends, begins}},
		{"the", []string{harbour, university, herring}},
		{"may", []string{moved}},
		{"submarine", []string{}},
		{"ferry submarine", []string{ends, university, begins}},
		{"*", []string{regatta, ends, university, begins, harbour, herring, moved, stay}},
	} {
		if diff := cmp.Diff(tt.want, headlines(t, d, tt.typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// There are never more than fit, and of many those that may be shown are found.
func TestArticlesOfMany(t *testing.T) {
	var articles []corpus.Article
	for i := range 300 {
		a := corpus.Article{Headline: fmt.Sprintf("Ferry number %d", i), Published: at(t, "2024-03-01"), Body: "Nothing was said."}
		if i != 7 {
			a.Embargo = at(t, "2099-01-01")
		} else {
			a.Published = at(t, "2024-02-01")
		}
		articles = append(articles, a)
	}
	d := smallDesk(t, articles...)
	for _, typed := range []string{"", "ferry", "number 7", "2024"} {
		if got := headlines(t, d, typed); !slices.Equal(got, []string{"Ferry number 7"}) {
			t.Errorf("%q: got %q, want the one that may be shown", typed, got)
		}
	}
	found, err := d.Articles(bot.WithEmbargoed(t.Context()), "ferry")
	if err != nil || len(found) != bot.MaxSuggestions {
		t.Errorf("got %d, %v, want %d", len(found), err, bot.MaxSuggestions)
	}
}

// Of many that a word fits as well, the newest come.
func TestArticlesAreTheNewest(t *testing.T) {
	var articles []corpus.Article
	for i := range 400 {
		articles = append(articles, corpus.Article{Headline: "The ferry", Published: corpus.Date(2000, 1, 1+i), Body: "Nothing was said."})
	}
	found, err := smallDesk(t, articles...).Articles(t.Context(), "ferry")
	if err != nil || len(found) != bot.MaxSuggestions {
		t.Fatalf("got %d, %v, want %d", len(found), err, bot.MaxSuggestions)
	}
	for _, c := range found {
		if c.Published.Wall().Before(corpus.Date(2000, 1, 200).Wall()) {
			t.Errorf("got one of %s, want the newest", c.Published)
		}
	}
}

func TestOutlets(t *testing.T) {
	d := headlineDesk(t)
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"Harbour Post", "Quay Gazette", "The Lantern Courier"}},
		{"post", []string{"Harbour Post"}},
		{"lan", []string{"The Lantern Courier"}},
		{"the", []string{"The Lantern Courier"}},
		{"gazete", []string{"Quay Gazette"}},
		{"posr", []string{"Harbour Post"}},
		{"post harb", []string{"Harbour Post"}},
		{"post quay", []string{}},
		{"tlc", []string{}},
		{"zeitung", []string{}},
	} {
		got, err := d.Outlets(t.Context(), tt.typed)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// An outlet is found by its initials too, and is there once however it is written.
func TestOutletsByInitials(t *testing.T) {
	d := smallDesk(t, corpus.Article{Outlet: "Old Quay Gazette", Body: "It rained."}, corpus.Article{Outlet: "OLD QUAY GAZETTE", Body: "It snowed."},
		corpus.Article{Outlet: "Old Quay Gazette", Body: "It poured."})
	for _, typed := range []string{"oqg", "old", ""} {
		if got, err := d.Outlets(t.Context(), typed); err != nil || !slices.Equal(got, []string{"Old Quay Gazette"}) {
			t.Errorf("%q: got %q, %v", typed, got, err)
		}
	}
}

// BenchmarkArticles completes headlines in the development archive.
func BenchmarkArticles(b *testing.B) {
	d, _ := newsroomDesk(b)
	for _, typed := range []string{"", "t", "clinton em", "new york tmes trump", "politico feb 2016"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				headlines(b, d, typed)
			}
		})
	}
}

// BenchmarkOutlets completes outlets there.
func BenchmarkOutlets(b *testing.B) {
	d, _ := newsroomDesk(b)
	for b.Loop() {
		if _, err := d.Outlets(b.Context(), "tims"); err != nil {
			b.Fatal(err)
		}
	}
}
