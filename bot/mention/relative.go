package mention

import (
	"strconv"
	"time"
)

func (c Calendar) today() Period {
	y, m, d := c.Now.Date()
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return Period{t, t}
}

// daysAgo is the day n days before today.
func (c Calendar) daysAgo(n int) time.Time { return c.today().First.AddDate(0, 0, -n) }

// relative reads the words that count from today: "yesterday", "last week", "this spring", "earlier this month",
// "the past three years", "Monday".
func (c Calendar) relative(t typed, i int) (date, int) {
	switch t.at(i) {
	case "today", "heute":
		if i > 0 && t.capital(i) {
			return date{}, 0 // a newspaper
		}
		return date{Period: c.today(), vague: true}, 1
	case "yesterday", "gestern":
		return date{Period: Period{c.daysAgo(1), c.daysAgo(1)}}, 1
	case "earlier":
		d, n := c.which(t, i+1)
		if n == 0 || t.at(i+1) != "this" || d.First.After(c.today().First) {
			return date{}, 0
		}
		d.Last = c.today().Last
		return d, n + 1
	}
	if w, ok := weekdays[t.at(i)]; ok {
		back := (int(c.Now.Weekday()) - int(w) + 7) % 7
		return date{Period: Period{c.daysAgo(back), c.daysAgo(back)}, weak: true, vague: true}, 1
	}
	return c.which(t, i)
}

// which reads "last", "past" or "this" and what it tells apart.
func (c Calendar) which(t typed, i int) (date, int) {
	back, ok := whichOne[t.at(i)]
	if !ok || !t.spaced(i+1, "") || t.possessive(i-1) || determiners[t.at(i-1)] && !articles[t.at(i-1)] {
		return date{}, 0 // "in her last year"
	}
	if n, ok := t.count(i + 1); ok && back == 1 && t.spaced(i+2, "") {
		if u, ok := units[t.at(i+2)]; ok {
			return date{Period: Period{u.before(c.today(), n), c.today().Last}}, 3
		}
	}
	what := t.at(i + 1)
	if t.at(i+2) == "of" && t.spaced(i+2, "") {
		return date{}, 0 // "the last week of March"
	}
	if _, month := months[what]; month && back == 0 && !t.capital(i+1) {
		return date{}, 0 // "this may cost"
	}
	p, ok := c.named(what, back)
	if u, isUnit := units[what]; isUnit && u.days != 1 {
		rolling := t.at(i) == "past" || back == 1 && t.at(i-1) == "the"
		p, ok = u.around(c.today(), back), true
		if rolling {
			p = Period{u.before(c.today(), 1), c.today().Last}
		}
	}
	return counted(date{Period: p}, 2, ok && p.First.Year() >= 1)
}

// named is this (back is 0) or the last (1) month, season or weekday of that name. The last one is the latest that is over.
func (c Calendar) named(name string, back int) (Period, bool) {
	if w, ok := weekdays[name]; ok && back == 1 {
		days := (int(c.Now.Weekday())-int(w)+6)%7 + 1
		return Period{c.daysAgo(days), c.daysAgo(days)}, true
	}
	in := func(y int) (Period, bool) { return Period{}, false }
	if m, ok := months[name]; ok {
		in = func(y int) (Period, bool) { return oneMonth(y, m) }
	} else if m, ok := seasons[name]; ok {
		in = func(y int) (Period, bool) { return seasonOf(y, m) }
	}
	today := c.today().First
	for y := today.Year(); y >= today.Year()-2; y-- {
		p, ok := in(y)
		if ok && back == 1 && p.Last.Before(today) || ok && back == 0 && !p.First.After(today) && (y == today.Year() || !p.Last.Before(today)) {
			return p, true
		}
	}
	return Period{}, false
}

// ago reads "three weeks ago".
func (c Calendar) ago(t typed, i int) (date, int) {
	n, ok := t.count(i)
	if t.at(i) == "a" || t.at(i) == "an" {
		n, ok = 1, true
	}
	u, isUnit := units[t.at(i+1)]
	if !ok || !isUnit || t.at(i+2) != "ago" || !t.spaced(i+1, "") || !t.spaced(i+2, "") {
		return date{}, 0
	}
	p := u.around(c.today(), n)
	return counted(date{Period: p}, 3, p.First.Year() >= 1)
}

// part reads the beginning, the middle or the end of a month, season, year or decade: "early 2016", "mid-March",
// "the end of 2015". The parts overlap, since nobody counts the days.
func (c Calendar) part(t typed, i int) (date, int) {
	third, ok := thirds[t.at(i)]
	j := t.past(i+1, "", "of")
	if j == i+1 && third.of || j > i+1 && !third.of {
		return date{}, 0
	}
	if !ok || !t.dashed(j) && !t.spaced(j, "") {
		return date{}, 0
	}
	if t.at(j) == "the" {
		j++
	}
	d, n := c.whole(t, j)
	if n == 0 || d.vague {
		return date{}, 0
	}
	d.weak = d.weak && d.in != nil
	if d.in == nil {
		d.Period = third.cut(d.Period)
		return d, j + n - i
	}
	in := d.in
	d.in = func(y int) (Period, bool) {
		p, ok := in(y)
		return third.cut(p), ok
	}
	return d, j + n - i
}

// third is a part of a period, in tenths of its length.
type third struct {
	from, to int
	of       bool // its word needs an "of": "the end of"
}

func (t third) cut(p Period) Period {
	n := p.days()
	return Period{p.First.AddDate(0, 0, n*t.from/10), p.First.AddDate(0, 0, max((n*t.to+9)/10, 1)-1)}
}

// unit is a length of time, in days or months.
type unit struct{ days, months int }

// before is the day n units before today.
func (u unit) before(today Period, n int) time.Time {
	return today.First.AddDate(0, -n*u.months, -n*u.days)
}

// around is the calendar's day, week, month or year n units ago. A week begins on Sunday or on Monday: it has eight days.
func (u unit) around(today Period, n int) Period {
	y, m, _ := today.First.Date()
	switch {
	case u.months == 12:
		p, _ := wholeYears(y-n, 1)
		return p
	case u.months == 1:
		first := time.Date(y, m-time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		return Period{first, first.AddDate(0, 1, -1)}
	case u.days == 7:
		monday := today.First.AddDate(0, 0, -(int(today.First.Weekday())+6)%7-7*n)
		return Period{monday.AddDate(0, 0, -1), monday.AddDate(0, 0, 6)}
	}
	return Period{u.before(today, n), u.before(today, n)}
}

// count is word i as a small number, in digits or as a word.
func (t typed) count(i int) (int, bool) {
	if n, ok := smallNumbers[t.at(i)]; ok {
		return n, true
	}
	n, err := strconv.Atoi(t.at(i))
	return n, err == nil && n > 0 && n < 1000
}
