package mention

import (
	"strings"
	"time"
)

// The words of dates, in English and German, folded.
var (
	months = monthNames(`january januar jan jaenner janner`, `february februar feb`, `march marz maerz mar`, `april apr`, `may mai`,
		`june juni jun`, `july juli jul`, `august aug`, `september sept sep`, `october oktober oct okt`, `november nov`,
		`december dezember dec dez`)
	weekdays = weekdayNames(`sunday sun sonntag`, `monday mon montag`, `tuesday tues tue dienstag`, `wednesday wed mittwoch`,
		`thursday thurs thur thu donnerstag`, `friday fri freitag`, `saturday sat samstag`)
	seasons = map[string]time.Month{
		"spring": time.March, "summer": time.June, "fall": time.September, "autumn": time.September, "winter": time.December,
		"fruhling": time.March, "fruhjahr": time.March, "sommer": time.June, "herbst": time.September,
	}
	thirds = map[string]third{
		"early": {0, 4, false}, "mid": {3, 7, false}, "late": {6, 10, false}, "anfang": {0, 4, false}, "mitte": {3, 7, false},
		"ende": {6, 10, false}, "beginning": {0, 4, true}, "start": {0, 4, true}, "middle": {3, 7, true}, "end": {6, 10, true},
	}
	// whichOne says how many units back a word points.
	whichOne = map[string]int{
		"this": 0, "last": 1, "past": 1, "previous": 1, "diese": 0, "diesen": 0, "dieser": 0, "dieses": 0, "diesem": 0,
		"letzte": 1, "letzten": 1, "letzter": 1, "letztes": 1, "letztem": 1,
	}
	units = map[string]unit{
		"day": {1, 0}, "days": {1, 0}, "week": {7, 0}, "weeks": {7, 0}, "month": {0, 1}, "months": {0, 1}, "year": {0, 12}, "years": {0, 12},
		"woche": {7, 0}, "wochen": {7, 0}, "monat": {0, 1}, "monate": {0, 1}, "monaten": {0, 1}, "jahr": {0, 12}, "jahre": {0, 12}, "jahren": {0, 12},
	}
	smallNumbers = map[string]int{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	}
	// joins stand between the ends of a range; both between two dates that need not be one.
	joins = set(`to until till through thru bis`)
	both  = set(`and or und oder`)
	// determiners may stand before a date, and make the noun after it what is dated: "the 1995 purchase".
	articles    = set(`the der die das dem den des`)
	determiners = set(`the a an his her its their my our your this that these those der die das dem den des`)
)

func monthNames(rows ...string) map[string]int {
	out := make(map[string]int)
	for i, row := range rows {
		for name := range strings.FieldsSeq(row) {
			out[name] = i + 1
		}
	}
	return out
}

func weekdayNames(rows ...string) map[string]time.Weekday {
	out := make(map[string]time.Weekday)
	for i, row := range rows {
		for name := range strings.FieldsSeq(row) {
			out[name] = time.Weekday(i)
		}
	}
	return out
}
