package bot_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
)

func completed(t testing.TB, d *bot.Desk, typed string) []string {
	t.Helper()
	found, err := d.Names(t.Context(), typed)
	if err != nil {
		t.Fatalf("%q: %v", typed, err)
	}
	return found
}

// Any part of a name will do, and whoever says most comes first.
func TestNames(t *testing.T) {
	d := fileDesk(t, kinsfolk)
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"ada", []string{"Ada Brandt"}},
		{"Bra", []string{"Ada Brandt", "Bernt Brandt"}},
		{"b", []string{"Ada Brandt", "Bernt Brandt"}},
		{"bra ad", []string{"Ada Brandt"}},
		{"brandts", []string{"Ada Brandt", "Bernt Brandt"}},
		{"*", completed(t, d, "")},
		{"brnadt", []string{"Ada Brandt", "Bernt Brandt"}},
		{"halvrd", []string{"Halvard Tessen"}},
		{"tesen liv", []string{"Livia Tessen"}},
		{"tom", []string{"Thomas J. Varga"}},
		{"var", []string{"Thomas J. Varga", "Thomas J. Varga Jr."}},
		{"harbour", []string{}},
	} {
		if diff := cmp.Diff(tt.want, completed(t, d, tt.typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
	if all := completed(t, d, ""); !slices.Contains(all, "Ada Brandt") {
		t.Errorf("got %q with nothing typed", all)
	}
}

// Papers, groups and headings are nobody's names.
func TestNamesArePeoples(t *testing.T) {
	d := smallDesk(t,
		corpus.Article{Outlet: "Quay Lantern", Body: "“It rained,” said Ada Quay.\n\n“It poured,” said Quay Lantern Weather.\n\n“It snowed,” said Quay Rights Watch."},
		corpus.Article{Outlet: "Quay Lantern", Body: "“It hailed,” said QUAY VELL.\n\n“It was dry,” said Olof Rask and Signe Quay.\n\n“We were out,” said the Quay Committee."})
	if got := completed(t, d, "quay"); !slices.Equal(got, []string{"Ada Quay"}) {
		t.Errorf("got %q, want Ada Quay alone", got)
	}
}

// Who is misprinted once is the one who is printed right everywhere else.
func TestNamesForgiveMisprints(t *testing.T) {
	var articles []corpus.Article
	for range 12 {
		articles = append(articles, corpus.Article{Body: "“It rained,” said Hillevi Brandt."})
	}
	articles = append(articles, corpus.Article{Body: "“It poured,” said Hilevi Brandt."}, corpus.Article{Body: "“It snowed,” said Hilmar Brandt."})
	d := smallDesk(t, articles...)
	for _, typed := range []string{"hil", "hilevi", "brandt"} {
		got := completed(t, d, typed)
		if len(got) == 0 || got[0] != "Hillevi Brandt" || slices.Contains(got, "Hilevi Brandt") {
			t.Errorf("%q: got %q, want Hillevi Brandt, and no other form of it", typed, got)
		}
	}
}

// Four letters that are right leave out what would be a misspelling; a fuller form that stands once is a slip.
func TestNamesPreferWhatIsRight(t *testing.T) {
	articles := []corpus.Article{{Body: "“It rained,” said Ada Brun."}, {Body: "“It poured,” said Ada Brud."}, {Body: "“It snowed,” said Olof Q. Rask."}}
	for range 60 {
		articles = append(articles, corpus.Article{Body: "“It hailed,” said Olof Rask."})
	}
	d := smallDesk(t, articles...)
	for typed, want := range map[string][]string{"brun": {"Ada Brun"}, "brux": {"Ada Brud", "Ada Brun"}, "rask": {"Olof Rask"}} {
		if got := completed(t, d, typed); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

// With nothing typed they are those of the newest articles, whoever says something in most of these first.
func TestNamesOfTheNewest(t *testing.T) {
	var articles []corpus.Article
	add := func(n int, day, speaker string) {
		for range n {
			articles = append(articles, corpus.Article{Published: at(t, day), Body: "“It rained,” said " + speaker + "."})
		}
	}
	add(60, "2023-03-01", "Ada Orm")
	add(5, "2023-03-02", "Signe Falk")
	add(25, "2024-03-01", "Ada Orm")
	add(35, "2024-03-02", "Olof Rask")
	if got, want := completed(t, smallDesk(t, articles...), ""), []string{"Olof Rask", "Ada Orm"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A name that stands only in what may not be shown is not suggested.
func TestNamesKeepBack(t *testing.T) {
	const open, secret = "“It rained,” said Ada Orm.", "“It was never lost at all,” said Ottilie Orm, who found it."
	now := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	articles := []corpus.Article{{Body: open}, {Body: secret, Embargo: at(t, "2024-06-01")}, {Body: secret, Status: corpus.Withheld}, {Body: secret, Status: corpus.Canceled}}
	if got := completed(t, smallDeskAt(t, now, articles...), "orm"); !slices.Equal(got, []string{"Ada Orm"}) {
		t.Errorf("got %q before the embargo has ended", got)
	}
	if got := completed(t, smallDeskAt(t, now.AddDate(0, 2, 0), articles...), "orm"); len(got) != 2 {
		t.Errorf("got %q after the embargo has ended", got)
	}
}

// BenchmarkNames completes names in the development archive, of which one letter is the widest.
func BenchmarkNames(b *testing.B) {
	d, _ := newsroomDesk(b)
	for _, typed := range []string{"", "t", "clin", "bern san"} {
		b.Run(typed, func(b *testing.B) {
			for b.Loop() {
				completed(b, d, typed)
			}
		})
	}
}
