package mention

import (
	"testing"
	"time"
)

// The present is Wednesday, 15 July 2026; the archive ends on 8 November 2025.
var testCalendar = Calendar{
	Now:  time.Date(2026, 7, 15, 23, 0, 0, 0, time.FixedZone("", 3600)),
	Last: time.Date(2025, 11, 8, 0, 0, 0, 0, time.UTC),
}

// The people, places and outlets are invented.
func TestMentionedPeriods(t *testing.T) {
	for _, tt := range []struct {
		question, words, first, last string
		sure                         bool
	}{
		{"In December 2024, what did Mayor Ostrow say about the ferry?", "In December 2024", "2024-12-01", "2024-12-31", true},
		{"December 2024: what did Mayor Ostrow say about the ferry?", "December 2024", "2024-12-01", "2024-12-31", true},
		{"In May 2025, on her last day, what did Ostrow say about the ferry?", "In May 2025", "2025-05-01", "2025-05-31", true},
		{"in dec. 2024 who said the ferry was unsafe", "in dec. 2024", "2024-12-01", "2024-12-31", true},
		{"On 19 Feb 2025 what did Ostrow tell reporters?", "On 19 Feb 2025", "2025-02-19", "2025-02-19", true},
		{"what did ostrow say on the 19th of february 2025 about the ferry", "on the 19th of february 2025", "2025-02-19", "2025-02-19", true},
		{"Who said in March 2025 that the ferry would sink?", "in March 2025", "2025-03-01", "2025-03-31", true},
		{"Who in March 2025 said that the ferry would sink?", "in March 2025", "2025-03-01", "2025-03-31", true},
		{"What did Ostrow tell the Courier in March 2025 about the ferry?", "in March 2025", "2025-03-01", "2025-03-31", true},
		{"According to the Courier in March 2025, who owns the ferry?", "in March 2025", "2025-03-01", "2025-03-31", true},
		{"What has Ostrow said about the ferry since March 2025?", "since March 2025", "2025-03-01", "", true},
		{"Since 2024, what has Ostrow said about the ferry?", "Since 2024", "2024-01-01", "", true},
		{"Before June 2025, what did Ostrow say about the ferry?", "Before June 2025", "", "2025-05-31", true},
		{"After March 3, 2025, what did Ostrow say about the ferry?", "After March 3, 2025", "2025-03-04", "", true},
		{"Until 2025-03-03, what did Ostrow say about the ferry?", "Until 2025-03-03", "", "2025-03-03", true},
		{"Between March and May 2025, what did Ostrow say?", "Between March and May 2025", "2025-03-01", "2025-05-31", true},
		{"From December to February 2025, what did Ostrow say?", "From December to February 2025", "2024-12-01", "2025-02-28", true},
		{"From March 2025 on, what did Ostrow say?", "From March 2025 on", "2025-03-01", "", true},
		{"Last week, what did Ostrow say?", "Last week", "2026-07-05", "2026-07-12", true},
		{"What did Ostrow say yesterday?", "yesterday", "2026-07-14", "2026-07-14", true},
		{"last spring what did Ostrow say", "last spring", "2026-03-01", "2026-06-22", true},
		{"articles from 2024 on the ferry", "from 2024", "2024-01-01", "2024-12-31", true},
		{"stories that were published in March 2025 about the ferry", "in March 2025", "2025-03-01", "2025-03-31", true},
		{"the Courier's 2024 coverage of the ferry", "2024", "2024-01-01", "2024-12-31", true},
		{"In March or April 2025, what did Ostrow say?", "In March or April 2025", "2025-03-01", "2025-04-30", true},

		{"What did Ostrow say in her 2024 State of the Harbour speech?", "2024", "2024-01-01", "2024-12-31", false},
		{"What did Ostrow say about the storm in March 2025?", "in March 2025", "2025-03-01", "2025-03-31", false},
		{"In 2024, what did Ostrow say about the ferry?", "In 2024", "2024-01-01", "2024-12-31", false},
		{"In July 2025, how much rent did the ferry company pay?", "In July 2025", "2025-07-01", "2025-07-31", false},
		{"In July 2025, what did divers find in the ferry?", "In July 2025", "2025-07-01", "2025-07-31", false},
		{"In July 2025, what did Ostrow pay for the report?", "In July 2025", "2025-07-01", "2025-07-31", false},
		{"the 1995 purchase of the ferry", "1995", "1995-01-01", "1995-12-31", false},
		{"At the September 2025 debate, what did Ostrow say?", "September 2025", "2025-09-01", "2025-09-30", false},
		{"before the 2024 harbour elections who said that", "2024", "2024-01-01", "2024-12-31", false},
		{"How many have drowned since 1980?", "since 1980", "1980-01-01", "", false},
		{"what did Ostrow say about the ferries sunk since 1980", "since 1980", "1980-01-01", "", false},
		{"after Ostrow's June 2025 speech", "June 2025", "2025-06-01", "2025-06-30", false},
		{"June 2025's storm", "June 2025", "2025-06-01", "2025-06-30", false},
		{"who wrote a 2013 article on the ferry", "2013", "2013-01-01", "2013-12-31", false},
		{"the storm made headlines in March 2025", "in March 2025", "2025-03-01", "2025-03-31", false},
		{"In March, what did Ostrow say?", "In March", "2025-03-01", "2025-03-31", false},
		{"In December, what did Ostrow say?", "In December", "2024-12-01", "2024-12-31", false},
		{"what has Ostrow said since March", "since March", "2025-03-01", "", false},
		{"who sank the ferry on March 3", "on March 3", "2025-03-03", "2025-03-03", false},
		{"the storm on 29 Feb", "on 29 Feb", "2024-02-29", "2024-02-29", false},
		{"the storms from March to May", "from March to May", "2025-03-01", "2025-05-31", false},
		{"the storms of March 3-5, 2025", "of March 3-5, 2025", "2025-03-03", "2025-03-05", false},
		{"the storms between 3 and 5 March 2025", "between 3 and 5 March 2025", "2025-03-03", "2025-03-05", false},
		{"the storms of 2014-2016", "of 2014-2016", "2014-01-01", "2016-12-31", false},
		{"the storms of 2014–16", "of 2014–16", "2014-01-01", "2016-12-31", false},
		{"which ferry sank in the summer of 2024", "in the summer of 2024", "2024-06-01", "2024-09-22", false},
		{"which ferry sank in the winter of 2024", "in the winter of 2024", "2023-12-01", "2025-03-22", false},
		{"which ferry sank in early 2024", "in early 2024", "2024-01-01", "2024-05-26", false},
		{"which ferry sank at the end of March 2024", "the end of March 2024", "2024-03-19", "2024-03-31", false},
		{"which ferry sank in mid-March", "in mid-March", "2025-03-10", "2025-03-22", false},
		{"which ferry sank in the 1990s", "in the 1990s", "1990-01-01", "1999-12-31", false},
		{"ferries of the '90s", "of the '90s", "1990-01-01", "1999-12-31", false},
		{"which ferry sank last February", "last February", "2026-02-01", "2026-02-28", false},
		{"which ferry sank last December", "last December", "2025-12-01", "2025-12-31", false},
		{"which ferry sank this year", "this year", "2026-01-01", "2026-12-31", false},
		{"which ferry sank earlier this month", "earlier this month", "2026-07-01", "2026-07-15", false},
		{"which ferry sank two weeks ago", "two weeks ago", "2026-06-28", "2026-07-05", false},
		{"which ferry sank in the past three months", "in the past three months", "2026-04-15", "2026-07-15", false},
		{"which ferry sank on Monday", "on Monday", "2026-07-13", "2026-07-13", false},
		{"which ferry sank on 2/3/2025", "on 2/3/2025", "2025-02-03", "2025-03-02", false},
		{"which ferry sank on 2/19/25", "on 2/19/25", "2025-02-19", "2025-02-19", false},
		{"welche Fähre sank im Dezember 2024?", "im Dezember 2024", "2024-12-01", "2024-12-31", false},
		{"welche Fähre sank am 3. März 2025?", "am 3. März 2025", "2025-03-03", "2025-03-03", false},
		{"welche Fähren sanken seit März", "seit März", "2025-03-01", "", false},
		{"welche Fähre sank letzte Woche", "letzte Woche", "2026-07-05", "2026-07-12", false},
		{"WHICH FERRY SANK IN MARCH 2025", "IN MARCH 2025", "2025-03-01", "2025-03-31", false},
	} {
		got := testCalendar.Periods(tt.question)
		if len(got) != 1 {
			t.Errorf("%q: got %d periods, want one", tt.question, len(got))
			continue
		}
		w := got[0]
		if words := w.Of(tt.question); words != tt.words {
			t.Errorf("%q: got the words %q, want %q", tt.question, words, tt.words)
		}
		if first, last := dayOf(w.First), dayOf(w.Last); first != tt.first || last != tt.last {
			t.Errorf("%q: got %q to %q, want %q to %q", tt.question, first, last, tt.first, tt.last)
		}
		if w.Sure != tt.sure {
			t.Errorf("%q: got sure %v, want %v", tt.question, w.Sure, tt.sure)
		}
	}
}

func TestMentionsNoPeriod(t *testing.T) {
	for _, question := range []string{
		"",
		"who spoke before the harbour elections?",
		"may the ferry sail?",
		"What did May say after May resigned?",
		"March of the Ferrymen on the harbour",
		"the march on Ostrow",
		"how many of 1500 members voted?",
		"$2016 in fares",
		"the fare rose to 2,016",
		"who sailed to Mar-a-Lago, in Mar-a-Lago?",
		"in 1200 homes",
		"the Sunday Gazette on fall fashion",
		"what did the Ostrow Today report?",
		"who lives at 12 Spring Street",
		"the last week of the strike",
		"is the version 2.3 of 31 Feb 2025x",
		"call 555-0134 now",
		"2016 members",
		"what did Ostrow say this may cost?",
		"a word on sun cream",
		"in her last year, on Ostrow's last day",
	} {
		for _, w := range testCalendar.Periods(question) {
			t.Errorf("%q: got %q, %s to %s, want none", question, w.Of(question), dayOf(w.First), dayOf(w.Last))
		}
	}
}

func TestMentionsSeveralPeriods(t *testing.T) {
	question := "In May 2025 what did Ostrow say about the 1995 sinking, and between his June 2024 speech and mid-2025?"
	var got string
	for _, w := range testCalendar.Periods(question) {
		got += w.Of(question) + "|"
	}
	if want := "In May 2025|1995|June 2024|mid-2025|"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is said on the last evening of a month is printed on the first day of the next.
func TestPrinted(t *testing.T) {
	w := testCalendar.Periods("In February 2024, what did Ostrow say?")[0]
	if p := w.Printed(); dayOf(p.First) != "2024-02-01" || dayOf(p.Last) != "2024-03-01" {
		t.Errorf("got %s to %s, want 2024-02-01 to 2024-03-01", dayOf(p.First), dayOf(p.Last))
	}
	open := Period{First: w.First}
	if p := open.Printed(); p != open {
		t.Errorf("got %v, want %v", p, open)
	}
}

func FuzzMentionedPeriods(f *testing.F) {
	for _, s := range []string{
		"In December 2015, what did X say?", "between 3 and 5 March 2016 and since 9999", "before 0001-01-01", "after 9999-12-31",
		"the end of the early mid-late 1990s", "last 999 years ago", "2016-2014-02-29", "’90s im März\u0308 \xff", "2/3/16 to May",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range []Calendar{testCalendar, {}} {
			end := 0
			for _, w := range c.Periods(s) {
				if w.Start < end || w.End > len(s) || w.Len() <= 0 {
					t.Fatalf("%q: span %v after %d", s, w.Span, end)
				}
				end = w.End
				if w.First.IsZero() && w.Last.IsZero() || !w.Last.IsZero() && w.Last.Before(w.First) {
					t.Fatalf("%q: %q is %v to %v", s, w.Of(s), w.First, w.Last)
				}
				if w.First.Year() > 9999 || w.Last.Year() < 1 {
					t.Fatalf("%q: %q is beyond the calendar: %v to %v", s, w.Of(s), w.First, w.Last)
				}
			}
		}
	})
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
