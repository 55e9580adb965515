package corpus

import (
	"fmt"
	"strings"
	"time"
)

// Time is a moment as an archive states it: to the day or to the second, with a zone or without one.
// What the archive does not say is not made up: a Time without a zone is written without one.
// The zero Time means that the archive gives none.
type Time struct {
	wall     time.Time
	zoned    bool
	dateOnly bool
}

// timeLayouts are the ways in which RFC 3339, ISO 8601 and IPTC NewsML-G2 write a moment.
var timeLayouts = []struct {
	layout          string
	zoned, dateOnly bool
}{
	{time.RFC3339Nano, true, false},
	{"2006-01-02T15:04:05.999999999Z0700", true, false},
	{"2006-01-02T15:04Z07:00", true, false},
	{"20060102T150405Z0700", true, false},
	{"2006-01-02T15:04:05.999999999", false, false},
	{"2006-01-02T15:04", false, false},
	{"20060102T150405", false, false},
	{time.DateTime, false, false},
	{time.DateOnly, false, true},
	{"20060102", false, true},
}

// ParseTime reads an RFC 3339 or ISO 8601 date, or date and time, extended or basic.
// An empty string is the zero Time.
func ParseTime(s string) (Time, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Time{}, nil
	}
	for _, l := range timeLayouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return Time{wall: t, zoned: l.zoned, dateOnly: l.dateOnly}, nil
		}
	}
	return Time{}, fmt.Errorf("%q is not a date", s)
}

// Date is the day y-m-d, without a time of day or a zone.
func Date(y int, m time.Month, d int) Time {
	return Time{wall: time.Date(y, m, d, 0, 0, 0, 0, time.UTC), dateOnly: true}
}

// Local is the wall-clock time of t without its zone, for text that gives a time but not where.
func Local(t time.Time) Time {
	return Time{wall: time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)}
}

// At is the moment t with its zone.
func At(t time.Time) Time { return Time{wall: t, zoned: true} }

// IsZero reports whether the archive gives no time.
func (t Time) IsZero() bool { return t.wall.IsZero() }

// Wall is the stated wall-clock time; its location is UTC where no zone was stated.
func (t Time) Wall() time.Time { return t.wall }

// DateOnly reports whether only the day is known.
func (t Time) DateOnly() bool { return t.dateOnly }

// anywhere is the last zone in which a calendar day ends (UTC-12).
var anywhere = time.FixedZone("", -12*60*60)

// Latest is the last instant that t can mean: without a zone, the moment at which that wall-clock time
// has passed everywhere on Earth; a day alone ends when it does. An embargo holds until then.
func (t Time) Latest() time.Time {
	if t.IsZero() || t.zoned {
		return t.wall
	}
	w := t.wall
	if t.dateOnly {
		w = w.AddDate(0, 0, 1)
	}
	return time.Date(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute(), w.Second(), w.Nanosecond(), anywhere)
}

// String writes t in RFC 3339, without what is not known: "2026-02-19", "2026-02-19T07:05:00" or
// "2026-02-19T07:05:00+01:00". The zero Time is the empty string.
func (t Time) String() string {
	switch {
	case t.IsZero():
		return ""
	case t.dateOnly:
		return t.wall.Format(time.DateOnly)
	case t.zoned:
		return t.wall.Format(time.RFC3339)
	default:
		return t.wall.Format("2006-01-02T15:04:05")
	}
}

// MarshalText writes t as [Time.String] does.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Time) UnmarshalText(b []byte) (err error) {
	*t, err = ParseTime(string(b))
	return err
}
