package wiretext

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // "7:05 a.m. ET" means the same on a machine without zone files

	"copydesk/corpus"
)

// The shapes of a date and of a time of day, in lower case. Spaces are plain and single.
const (
	monthName = `(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayNumber = `(?P<day>\d{1,2})(?:st|nd|rd|th)?`
	year      = `(?P<year>\d{4})`
	weekday   = `(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? )?`
	clock     = `(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?)?(?: ?(?P<half>[ap])\.?m\b\.?)?`
	zoneName  = `(?: ?\(?(?P<zone>[a-z]{1,5}|(?:utc|gmt)? ?[+-]\d{2}:?(?:\d{2})?)\)?\.?| local time)?`
	joint     = `(?:,|,? [–—|@-]|,? at)? |t`
)

// dateShapes are tried in order against the whole text. The two-number shapes are apart: which is the month
// depends on the numbers.
var dateShapes = func() []*regexp.Regexp {
	days := []string{
		monthName + ` ` + dayNumber + `,? ` + year,
		dayNumber + `\.?(?: of)?[ -]` + monthName + `,?[ -]` + year,
		year + `[./-](?P<number>\d{1,2})[./-](?P<day>\d{1,2})`,
		`(?P<day>\d{1,2})\. ?(?P<number>\d{1,2})\. ?` + year,
		`(?P<first>\d{1,2})[/-](?P<then>\d{1,2})[/-]` + year,
	}
	var shapes []*regexp.Regexp
	for _, day := range days {
		shapes = append(shapes,
			regexp.MustCompile(`^`+weekday+day+`(?:(?:`+joint+`)`+clock+zoneName+`)?$`),
			regexp.MustCompile(`^`+clock+zoneName+`(?:,? (?:on )?)`+weekday+day+`$`))
	}
	return shapes
}()

// parseDate reads a date, or a date and time, as newsrooms print them. shaped says that s has the shape of one;
// the Time is zero if it then names no moment of the calendar.
func parseDate(s string) (t corpus.Time, shaped bool) {
	s = strings.Join(strings.Fields(s), " ")
	if t, err := corpus.ParseTime(s); err == nil && len(s) > len("20060102") {
		return t, true
	}
	s = strings.ToLower(s)
	for _, shape := range dateShapes {
		if m := shape.FindStringSubmatch(s); m != nil {
			parts := make(map[string]string)
			for i, name := range shape.SubexpNames() {
				parts[name] = m[i]
			}
			if parts["hour"] != "" && parts["minute"] == "" && parts["half"] == "" {
				continue // a number, not a time
			}
			return moment(parts), true
		}
	}
	return corpus.Time{}, false
}

// moment puts the parts of a date together; it is zero if there is no such day or time.
func moment(parts map[string]string) corpus.Time {
	number := func(name string) int {
		n, _ := strconv.Atoi(parts[name])
		return n
	}
	month, day := number("number"), number("day")
	switch {
	case parts["month"] != "":
		month = 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", parts["month"][:3])/3
	case parts["first"] != "":
		month, day = number("first"), number("then")
		if month > 12 {
			month, day = day, month
		}
	}
	hour, ok := hourOf(number("hour"), parts["half"])
	t := time.Date(number("year"), time.Month(month), day, hour, number("minute"), number("second"), 0, time.UTC)
	if !ok || t.Month() != time.Month(month) || t.Day() != day || number("minute") > 59 || number("second") > 59 {
		return corpus.Time{}
	}
	if parts["hour"] == "" {
		return corpus.Date(t.Date())
	}
	if zone := zoneOf(parts["zone"]); zone != nil {
		return corpus.At(time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone))
	}
	return corpus.Local(t)
}

// hourOf reads a 24-hour hour, or a 12-hour one with "a" or "p".
func hourOf(hour int, half string) (int, bool) {
	switch half {
	case "":
		return hour, hour < 24
	case "p":
		return hour%12 + 12, hour >= 1 && hour <= 12
	default:
		return hour % 12, hour >= 1 && hour <= 12
	}
}

// zones are the abbreviations that mean one thing in a newsroom. "ET" is whatever New York has that day; "EST" in
// July is taken at its word. IST is India's, Israel's and Ireland's: such a time is kept without a zone.
var zones = map[string]string{
	"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
	"est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
	"pst": "-08:00", "pdt": "-07:00", "gmt": "Z", "utc": "Z", "z": "Z", "wet": "Z", "bst": "+01:00", "cet": "+01:00",
	"cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00",
}

// zoneOf is the zone of that abbreviation or offset; nil if it is none or says nothing sure.
func zoneOf(s string) *time.Location {
	name, known := zones[s]
	if !known {
		name = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "utc"), "gmt"))
	}
	if strings.Contains(name, "/") {
		zone, err := time.LoadLocation(name)
		if err != nil {
			return nil
		}
		return zone
	}
	for _, layout := range []string{"Z07:00", "Z0700", "Z07"} {
		if t, err := time.Parse(layout, name); err == nil {
			_, seconds := t.Zone()
			return time.FixedZone("", seconds)
		}
	}
	return nil
}
