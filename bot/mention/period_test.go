package mention

import (
	"testing"
	"time"
)

func TestParsePeriod(t *testing.T) {
	now := time.Date(2016, 3, 1, 23, 0, 0, 0, time.FixedZone("", 3600))
	for _, tt := range []struct {
		typed, first, last string
		err                error
	}{
		{"2016-02-19", "2016-02-19", "2016-02-19", nil},
		{" 2016/2/9 ", "2016-02-09", "2016-02-09", nil},
		{"2016.02.19", "2016-02-19", "2016-02-19", nil},
		{"19 Feb 2016", "2016-02-19", "2016-02-19", nil},
		{"Sept. 2016", "2016-09-01", "2016-09-30", nil},
		{"Feb. 19, 2016", "2016-02-19", "2016-02-19", nil},
		{"19th of february, 2016", "2016-02-19", "2016-02-19", nil},
		{"Feb 19, 2016", "2016-02-19", "2016-02-19", nil},
		{"FEBRUARY 1st 2016", "2016-02-01", "2016-02-01", nil},
		{"Friday, 19 Feb 2016", "2016-02-19", "2016-02-19", nil},
		{"Sept 3 2016", "2016-09-03", "2016-09-03", nil},
		{"19.2.2016", "2016-02-19", "2016-02-19", nil},
		{"2/19/2016", "2016-02-19", "2016-02-19", nil},
		{"3/3/2016", "2016-03-03", "2016-03-03", nil},
		{"2/3/2016", "", "", ErrTwoDates},
		{"Feb 2016", "2016-02-01", "2016-02-29", nil},
		{"february of 2015", "2015-02-01", "2015-02-28", nil},
		{"2016-02", "2016-02-01", "2016-02-29", nil},
		{"2016", "2016-01-01", "2016-12-31", nil},
		{"today", "2016-03-01", "2016-03-01", nil},
		{"Yesterday", "2016-02-29", "2016-02-29", nil},
		{"this month", "2016-03-01", "2016-03-31", nil},
		{"last month", "2016-02-01", "2016-02-29", nil},
		{"this year", "2016-01-01", "2016-12-31", nil},
		{"last year", "2015-01-01", "2015-12-31", nil},
		{"", "", "", ErrNoDate},
		{"soon", "", "", ErrNoDate},
		{"31 Feb 2016", "", "", ErrNoDate},
		{"2015-02-29", "", "", ErrNoDate},
		{"13/13/2016", "", "", ErrNoDate},
		{"2016-13", "", "", ErrNoDate},
		{"0000", "", "", ErrNoDate},
		{"ma 2016", "", "", ErrNoDate},
		{"19 Feb", "", "", ErrNoDate},
		{"last week", "2016-02-21", "2016-02-28", nil},
		{"last spring", "2015-03-01", "2015-06-22", nil},
		{"this winter", "2015-12-01", "2016-03-22", nil},
		{"Last February", "2016-02-01", "2016-02-29", nil},
		{"Monday", "2016-02-29", "2016-02-29", nil},
		{"Tuesday", "2016-03-01", "2016-03-01", nil},
		{"last Tuesday", "2016-02-23", "2016-02-23", nil},
		{"three days ago", "2016-02-27", "2016-02-27", nil},
		{"the summer of 2015", "2015-06-01", "2015-09-22", nil},
		{"early 2016", "2016-01-01", "2016-05-26", nil},
		{"the 1990s", "1990-01-01", "1999-12-31", nil},
		{"2014-15", "2014-01-01", "2015-12-31", nil},
		{"1. März 2016", "2016-03-01", "2016-03-01", nil},
		{"letztes Jahr", "2015-01-01", "2015-12-31", nil},
		{"winter 2015", "", "", ErrTwoDates},
		{"this autumn", "", "", ErrNoDate},
		{"March", "", "", ErrNoDate},
		{"since 2015", "", "", ErrNoDate},
	} {
		p, err := ParsePeriod(tt.typed, now)
		if err != tt.err {
			t.Errorf("%q: got error %v, want %v", tt.typed, err, tt.err)
			continue
		}
		if first, last := p.First.Format(time.DateOnly), p.Last.Format(time.DateOnly); err == nil && (first != tt.first || last != tt.last) {
			t.Errorf("%q: got %s to %s, want %s to %s", tt.typed, first, last, tt.first, tt.last)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2016-02-19", "19th Feb 2016", "2/3/2016", "last year", "sun 1 jan 2016", "٢٠١٦", "the end of the 1990s", "999 weeks ago"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		p, err := ParsePeriod(typed, time.Date(2016, 3, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			return
		}
		if p.Last.Before(p.First) || p.First.Year() < 1 || p.First.Year() > 9999 {
			t.Errorf("%q: got %v to %v", typed, p.First, p.Last)
		}
	})
}
