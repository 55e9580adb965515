package mention

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The archive of these tests ends a year and a half before they are asked of it.
var (
	suggestNow  = time.Date(2018, 5, 16, 10, 0, 0, 0, time.UTC)
	suggestLast = time.Date(2016, 11, 9, 0, 0, 0, 0, time.UTC)
)

// The first suggestions for what is typed, and the days that ParsePeriod reads in them.
func TestSuggestPeriods(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  [][3]string
	}{
		{"", [][3]string{
			{"today", "2018-05-16", "2018-05-16"}, {"yesterday", "2018-05-15", "2018-05-15"}, {"last week", "2018-05-06", "2018-05-13"},
			{"this month", "2018-05-01", "2018-05-31"}, {"last month", "2018-04-01", "2018-04-30"}, {"this year", "2018-01-01", "2018-12-31"},
			{"2016", "2016-01-01", "2016-12-31"}, {"2015", "2015-01-01", "2015-12-31"},
		}},
		{"feb", [][3]string{{"February 2016", "2016-02-01", "2016-02-29"}, {"February 2015", "2015-02-01", "2015-02-28"}}},
		{"DEC", [][3]string{{"December 2015", "2015-12-01", "2015-12-31"}, {"December 2014", "2014-12-01", "2014-12-31"}}},
		{"feb 201", [][3]string{{"Feb 2016", "2016-02-01", "2016-02-29"}, {"Feb 2015", "2015-02-01", "2015-02-28"}}},
		{"feb 2016", [][3]string{{"Feb 2016", "2016-02-01", "2016-02-29"}}},
		{"19 feb", [][3]string{{"19 February 2016", "2016-02-19", "2016-02-19"}, {"19 February 2015", "2015-02-19", "2015-02-19"}}},
		{"29 feb", [][3]string{{"29 February 2016", "2016-02-29", "2016-02-29"}, {"29 February 2012", "2012-02-29", "2012-02-29"}}},
		{"feb 19", [][3]string{{"Feb 19 2016", "2016-02-19", "2016-02-19"}, {"Feb 19 2015", "2015-02-19", "2015-02-19"}}},
		{"19.2.", [][3]string{{"19.2.2016", "2016-02-19", "2016-02-19"}, {"19.2.2015", "2015-02-19", "2015-02-19"}}},
		{"31", [][3]string{{"31 October 2016", "2016-10-31", "2016-10-31"}, {"31 August 2016", "2016-08-31", "2016-08-31"}}},
		{"201", [][3]string{{"2016", "2016-01-01", "2016-12-31"}, {"2015", "2015-01-01", "2015-12-31"}}},
		{"2015", [][3]string{{"2015", "2015-01-01", "2015-12-31"}, {"2015-01", "2015-01-01", "2015-01-31"}}},
		{"2016-", [][3]string{{"2016-01", "2016-01-01", "2016-01-31"}, {"2016-02", "2016-02-01", "2016-02-29"}}},
		{"2016-1", [][3]string{{"2016-10", "2016-10-01", "2016-10-31"}, {"2016-11", "2016-11-01", "2016-11-30"}}},
		{"2016-02", [][3]string{{"2016-02", "2016-02-01", "2016-02-29"}, {"2016-02-01", "2016-02-01", "2016-02-01"}}},
		{"2016-11-0", [][3]string{{"2016-11-01", "2016-11-01", "2016-11-01"}, {"2016-11-02", "2016-11-02", "2016-11-02"}}},
		{" last  w", [][3]string{{"last week", "2018-05-06", "2018-05-13"}, {"last winter", "2017-12-01", "2018-03-22"}}},
		{"last mo", [][3]string{{"last month", "2018-04-01", "2018-04-30"}, {"last Monday", "2018-05-14", "2018-05-14"}}},
		{"tod", [][3]string{{"today", "2018-05-16", "2018-05-16"}}},
		{"early", [][3]string{{"early 2016", "2016-01-01", "2016-05-26"}, {"early 2015", "2015-01-01", "2015-05-26"}}},
		{"mär", [][3]string{{"März 2016", "2016-03-01", "2016-03-31"}}},
		{"letzter", [][3]string{{"letzter Monat", "2018-04-01", "2018-04-30"}}},
		{"ferry", nil},
		{"9999", nil},
		{"2017", nil},
	} {
		got := SuggestPeriods(tt.typed, suggestNow, suggestLast)
		var read [][3]string
		for _, text := range got[:min(len(got), len(tt.want))] {
			p, err := ParsePeriod(text, suggestNow)
			if err != nil {
				t.Errorf("%q: %q: %v", tt.typed, text, err)
			}
			read = append(read, [3]string{text, p.First.Format(time.DateOnly), p.Last.Format(time.DateOnly)})
		}
		if len(tt.want) == 0 && len(got) > 0 {
			t.Errorf("%q: got %q, want nothing", tt.typed, got)
		}
		if diff := cmp.Diff(tt.want, read); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// All of a short list, where nothing else may be offered.
func TestSuggestPeriodsWhole(t *testing.T) {
	for typed, want := range map[string][]string{
		"2016-1":   {"2016-10", "2016-11"},
		"2016-11-": {"2016-11-01", "2016-11-02", "2016-11-03", "2016-11-04", "2016-11-05", "2016-11-06", "2016-11-07", "2016-11-08", "2016-11-09"},
		"gest":     {"gestern"},
	} {
		if got := SuggestPeriods(typed, suggestNow, suggestLast); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}

// Without an archive the years count from now.
func TestSuggestPeriodsOfNothing(t *testing.T) {
	if got := SuggestPeriods("201", suggestNow, time.Time{}); len(got) == 0 || got[0] != "2018" {
		t.Errorf("got %q, want 2018 first", got)
	}
}

// Whatever is typed, what is offered is read, is of days that have begun, and is not offered twice.
func FuzzSuggestPeriods(f *testing.F) {
	for _, s := range []string{"", "f", "19", "2016-02-", "the 19", "mid", "1/2", "a w", "last ", "３", "Feb.", "12. d", "\xff", "between"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		got := SuggestPeriods(typed, suggestNow, suggestLast)
		if len(got) > MaxSuggestions {
			t.Fatalf("%q: %d suggestions", typed, len(got))
		}
		seen := make(map[Period]string)
		for _, text := range got {
			p, err := ParsePeriod(text, suggestNow)
			if err != nil || p.First.After(suggestNow) {
				t.Errorf("%q: %q: %v, %v", typed, text, p.First, err)
			}
			if other, ok := seen[p]; ok {
				t.Errorf("%q: %q is %q", typed, text, other)
			}
			seen[p] = text
		}
	})
}

func BenchmarkSuggestPeriods(b *testing.B) {
	for b.Loop() {
		SuggestPeriods("zz", suggestNow, suggestLast)
	}
}
