package bot

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Period is the days that somebody named, the first and the last, at midnight UTC.
type Period struct{ First, Last time.Time }

// Why ParsePeriod cannot read a period.
var (
	ErrNoDate   = errors.New("not a date")
	ErrTwoDates = errors.New("a date that can be read in two ways")
)

var (
	isoDay    = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$`)
	isoMonth  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	year      = regexp.MustCompile(`^\d{4}$`)
	numbers   = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	dayMonth  = regexp.MustCompile(`^(\d{1,2}) ([a-z]+) (\d{4})$`)
	monthDay  = regexp.MustCompile(`^([a-z]+) (\d{1,2}) (\d{4})$`)
	monthYear = regexp.MustCompile(`^([a-z]+) (\d{4})$`)
	ordinal   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)\b`)
	weekday   = regexp.MustCompile(`^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? `)
)

// ParsePeriod reads a day, a month or a year in the ways that people type it: "2016-02-19", "19 Feb 2016",
// "Feb 19, 2016", "19.2.2016", "Feb 2016", "2016-02", "2016", "yesterday", "last month", whatever the case.
// now is the present where the newsroom is. The error is ErrNoDate or ErrTwoDates.
func ParsePeriod(s string, now time.Time) (Period, error) {
	s = strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer(",", " ", " of ", " ", ". ", " ").Replace(s)), " "))
	if p, ok := relative(s, now); ok {
		return p, nil
	}
	s = ordinal.ReplaceAllString(weekday.ReplaceAllString(s, ""), "$1")
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	if m := numbers.FindStringSubmatch(s); m != nil {
		return dayInNumbers(m[1], m[2], m[3])
	}
	if m := isoMonth.FindStringSubmatch(s); m != nil {
		return month(m[1], m[2])
	}
	if m := dayMonth.FindStringSubmatch(s); m != nil {
		return day(m[3], monthNumber(m[2]), m[1])
	}
	if m := monthDay.FindStringSubmatch(s); m != nil {
		return day(m[3], monthNumber(m[1]), m[2])
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return month(m[2], monthNumber(m[1]))
	}
	if year.MatchString(s) {
		return years(s)
	}
	return Period{}, ErrNoDate
}

// relative reads the words that count from today.
func relative(s string, now time.Time) (p Period, ok bool) {
	y, m, d := now.Date()
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	switch s {
	case "today", "now":
		return Period{day(y, m, d), day(y, m, d)}, true
	case "yesterday":
		return Period{day(y, m, d-1), day(y, m, d-1)}, true
	case "this month":
		return Period{day(y, m, 1), day(y, m+1, 0)}, true
	case "last month":
		return Period{day(y, m-1, 1), day(y, m, 0)}, true
	case "this year":
		return Period{day(y, 1, 1), day(y, 12, 31)}, true
	case "last year":
		return Period{day(y-1, 1, 1), day(y-1, 12, 31)}, true
	}
	return Period{}, false
}

// dayInNumbers reads "19/2/2016" and "2/19/2016"; which of two small numbers is the month nobody can say.
func dayInNumbers(a, b, y string) (Period, error) {
	x, _ := strconv.Atoi(a)
	z, _ := strconv.Atoi(b)
	switch {
	case x > 12 || x == z:
		return day(y, b, a)
	case z > 12:
		return day(y, a, b)
	}
	return Period{}, ErrTwoDates
}

func day(y, m, d string) (Period, error) {
	t, err := time.Parse("2006-1-2", y+"-"+m+"-"+d)
	if err != nil || t.Year() == 0 {
		return Period{}, ErrNoDate
	}
	return Period{t, t}, nil
}

func month(y, m string) (Period, error) {
	p, err := day(y, m, "1")
	return Period{p.First, p.First.AddDate(0, 1, -1)}, err
}

func years(y string) (Period, error) {
	p, err := day(y, "1", "1")
	return Period{p.First, p.First.AddDate(1, 0, -1)}, err
}

// monthNumber is the number of an English month, in full or by at least three letters; empty if there is none.
func monthNumber(name string) string {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), name) || m == time.September && name == "sept" {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}
