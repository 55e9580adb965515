package mention

import (
	"errors"
	"time"
)

// Period is the days that somebody named, the first and the last, at midnight UTC.
type Period struct{ First, Last time.Time }

// Why ParsePeriod cannot read a period.
var (
	ErrNoDate   = errors.New("not a date")
	ErrTwoDates = errors.New("a date that can be read in two ways")
)

// ParsePeriod reads a day, month, season, year or decade in the ways that people type it, in English or German:
// "2016-02-19", "19 Feb 2016", "Feb 19, 2016", "19.2.2016", "Feb 2016", "2016-02", "summer 2016", "early 2016", "2016",
// "the 1990s", "yesterday", "last week", "last spring", "two years ago", "Monday", whatever the case. Of a day or a month the
// year must be there. now is the present where the newsroom is. The error is ErrNoDate or ErrTwoDates.
func ParsePeriod(s string, now time.Time) (Period, error) {
	t, c := typedWords(s), Calendar{Now: now}
	if len(t.words) == 1 && t.at(0) == "now" {
		return c.today(), nil
	}
	i := 0
	if t.at(0) == "the" {
		i = 1
	}
	switch d, n := c.date(t, i); {
	case n == 0 || i+n < len(t.words) || d.in != nil:
		return Period{}, ErrNoDate
	case d.twofold:
		return Period{}, ErrTwoDates
	default:
		return d.Period, nil
	}
}

// Printed are the days on which an archive reports what was said or done in p: what is said in the evening is in the next
// day's paper.
func (p Period) Printed() Period {
	if !p.Last.IsZero() {
		p.Last = p.Last.AddDate(0, 0, 1)
	}
	return p
}

// days is the length of p, both ends included.
func (p Period) days() int { return int(p.Last.Sub(p.First).Hours()/24) + 1 }

// oneDay is false of a day that its month does not have.
func oneDay(y, m, d int) (Period, bool) {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return Period{t, t}, y >= 1 && y <= 9999 && int(t.Month()) == m && t.Day() == d
}

func oneMonth(y, m int) (Period, bool) {
	p, ok := oneDay(y, m, 1)
	return Period{p.First, p.First.AddDate(0, 1, -1)}, ok
}

// wholeYears is n years from the first day of y.
func wholeYears(y, n int) (Period, bool) {
	p, ok := oneDay(y, 1, 1)
	return Period{p.First, p.First.AddDate(n, 0, -1)}, ok && y+n-1 <= 9999
}

// join is the period from the beginning of p to the end of q.
func join(p, q Period) Period { return Period{p.First, q.Last} }
