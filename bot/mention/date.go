package mention

import (
	"strconv"
	"strings"
	"time"
)

// Calendar knows when a text is read, which is what dates without a year and "last week" count from.
type Calendar struct {
	Now  time.Time // the present where the newsroom is
	Last time.Time // the day of the archive's newest article; zero if that is not known
}

// date is a day, month, season, year or decade as somebody typed it.
type date struct {
	Period
	// in is the period in a given year of a date typed without one; nil if the year is known.
	in func(year int) (Period, bool)
	// twofold says that the words can be read in two ways; Period covers both.
	twofold bool
	// weak says that the words are a date only in its company: a bare month, year or weekday.
	weak bool
	// vague says that the words mean a day only to whoever says them: "today", "on Monday".
	vague bool
}

// date reads the date that begins with word i; n is how many words it has, 0 if there is none.
func (c Calendar) date(t typed, i int) (d date, n int) {
	if d, n = c.part(t, i); n == 0 {
		d, n = c.whole(t, i)
	}
	if n == 0 || !apart(t, i, i+n) {
		return date{}, 0
	}
	return d, n
}

// whole reads a date that is not a part of another.
func (c Calendar) whole(t typed, i int) (d date, n int) {
	for _, read := range []func(typed, int) (date, int){numeric, runOfDays, dayAndMonth, c.relative, c.ago, season, decade, bareYear} {
		if d, n = read(t, i); n > 0 {
			return d, n
		}
	}
	return date{}, 0
}

// apart reports whether the words from i to before j are not part of a larger word or number, as in "$2016" or "Mar-a-Lago".
func apart(t typed, i, j int) bool {
	if before := t.gap(i); before != "" && strings.ContainsAny(before[len(before)-1:], "$#@/.,_&+~%") {
		return false
	}
	if strings.HasSuffix(t.gap(i), "€") || strings.HasSuffix(t.gap(i), "£") || i > 0 && (t.gap(i) == "'" || t.gap(i) == "’") {
		return false
	}
	if j >= len(t.words) {
		return !strings.HasPrefix(t.gap(j), "%")
	}
	switch t.gap(j) {
	case "'", "’":
		return t.possessive(j)
	case "-", "\u2010", "\u2011":
		_, month := months[t.at(j)]
		_, number := t.number(j)
		return month || number
	}
	return strings.ContainsAny(t.gap(j), " \t\n—–:;)") || strings.HasPrefix(t.gap(j), "?")
}

// dayAndMonth reads "19 Feb 2016", "Friday, the 19th of February", "Feb. 19, 2016", "Feb 2016" and "Feb".
func dayAndMonth(t typed, i int) (date, int) {
	j := i
	if _, ok := weekdays[t.at(j)]; ok && t.spaced(j+1, ".,") {
		j++
		if t.at(j) == "the" {
			j++
		}
	}
	d, first := t.dayNumber(j)
	if first {
		j = t.past(j+1, ".", "of")
	}
	m, ok := months[t.at(j)]
	if !ok || first && !t.spaced(j, ".") {
		return date{}, 0
	}
	j++
	if k, ok := t.dayNumber(j); ok && !first && t.spaced(j, ".") {
		d, first = k, true
		j++
	}
	if !first {
		if j-i > 1 {
			return date{}, 0 // a weekday and a month
		}
		y, n := t.yearAfter(j)
		return placed(y, n-i, true, func(year int) (Period, bool) { return oneMonth(year, m) })
	}
	y, n := t.yearAfter(j)
	return placed(y, n-i, false, func(year int) (Period, bool) { return oneDay(year, m, d) })
}

// past is j, or what follows it if word j is the given one and only marks stand before it.
func (t typed) past(j int, marks, word string) int {
	if t.at(j) == word && t.spaced(j, marks) {
		return j + 1
	}
	return j
}

// yearAfter reads the year that word j may be, after a comma or "of"; 0 if there is none. next is the word after it.
func (t typed) yearAfter(j int) (y, next int) {
	k := t.past(j, ",", "of")
	if y, ok := t.year(k); ok && t.spaced(k, ".,") && apart(t, k, k+1) {
		return y, k + 1
	}
	return 0, j
}

// placed is the date in the year, or in any if that is 0.
func placed(y, n int, weak bool, in func(int) (Period, bool)) (date, int) {
	if y == 0 {
		return date{in: in, weak: weak}, n
	}
	p, ok := in(y)
	return counted(date{Period: p}, n, ok)
}

// runOfDays reads "March 3-5, 2016" and "3 to 5 March 2016".
func runOfDays(t typed, i int) (date, int) {
	j := i
	m, first := months[t.at(j)]
	if first {
		j++
	}
	a, ok := t.dayNumber(j)
	if !ok || first && !t.spaced(j, ".") {
		return date{}, 0
	}
	j++
	if !t.dashed(j) {
		if !joins[t.at(j)] && !both[t.at(j)] {
			return date{}, 0
		}
		j++
	}
	b, ok := t.dayNumber(j)
	if j++; ok && !first {
		m, ok = months[t.at(j)]
		ok = ok && t.spaced(j, ".")
		j++
	}
	if !ok || a >= b {
		return date{}, 0
	}
	y, n := t.yearAfter(j)
	return placed(y, n-i, false, func(year int) (Period, bool) {
		p, pok := oneDay(year, m, a)
		q, qok := oneDay(year, m, b)
		return join(p, q), pok && qok
	})
}

// season reads "summer 2016", "the winter of 2016", by the month and by the sun: a newsroom knows both. The winter of 2016
// is that which begins or that which ends in it.
func season(t typed, i int) (date, int) {
	m, ok := seasons[t.at(i)]
	y, n := t.yearAfter(i + 1)
	if !ok || y == 0 {
		return date{}, 0
	}
	p, ok := seasonOf(y, m)
	if m == time.December {
		p, ok = join(Period{First: p.First.AddDate(-1, 0, 0)}, p), ok && y > 1
		return counted(date{Period: p, twofold: true}, n-i, ok)
	}
	return counted(date{Period: p}, n-i, ok)
}

// seasonOf is the season that begins with month m of the year y.
func seasonOf(y int, m time.Month) (Period, bool) {
	first, ok := oneDay(y, int(m), 1)
	return Period{first.First, first.First.AddDate(0, 3, 21)}, ok && y < 9999
}

// decade reads "1990s", and "'90s" for the last century; "1800s" are a hundred years.
func decade(t typed, i int) (date, int) {
	s := t.at(i)
	if strings.HasSuffix(t.gap(i), "'") || strings.HasSuffix(t.gap(i), "’") {
		if len(s) == 3 && s >= "30s" {
			s = "19" + s
		}
	}
	y, err := strconv.Atoi(strings.TrimSuffix(s, "s"))
	if len(s) != 5 || !strings.HasSuffix(s, "0s") || err != nil || y < 1000 {
		return date{}, 0
	}
	length := 10
	if y%100 == 0 {
		length = 100
	}
	p, ok := wholeYears(y, length)
	return counted(date{Period: p}, 1, ok)
}

// bareYear reads "2016", and "2015-16".
func bareYear(t typed, i int) (date, int) {
	y, ok := t.year(i)
	if !ok {
		return date{}, 0
	}
	if z, ok := t.number(i + 1); ok && len(t.at(i+1)) == 2 && t.dashed(i+1) && z > y%100 {
		p, ok := wholeYears(y, z-y%100+1)
		return counted(date{Period: p}, 2, ok)
	}
	p, ok := wholeYears(y, 1)
	return counted(date{Period: p, weak: true}, 1, ok)
}
