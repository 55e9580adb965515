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
	} {
		if diff := cmp.Diff(tt.want, completed(t, d, tt.typed)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
	if all := completed(t, d, ""); !slices.Contains(all, "Ada Brandt") {
		t.Errorf("got %q with nothing typed", all)
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
