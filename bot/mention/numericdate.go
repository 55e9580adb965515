package mention

import (
	"strconv"
	"strings"
)

// number is word i as one; ok is false if it is none, or longer than a year.
func (t typed) number(i int) (n int, ok bool) {
	s := t.at(i)
	if s == "" || len(s) > 4 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// year is word i as a year of four digits.
func (t typed) year(i int) (y int, ok bool) {
	y, ok = t.number(i)
	return y, ok && len(t.at(i)) == 4 && y > 0
}

// dayNumber is word i as the day of a month: "3", "3rd".
func (t typed) dayNumber(i int) (d int, ok bool) {
	s := t.at(i)
	for _, ordinal := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, ordinal)
	}
	d, err := strconv.Atoi(s)
	return d, err == nil && len(s) <= 2 && d >= 1 && d <= 31
}

// numeric reads "2016-02-19", "19.2.2016", "2/19/16" and "2016-02".
func numeric(t typed, i int) (date, int) {
	a, aok := t.number(i)
	b, bok := t.number(i + 1)
	sep := t.gap(i + 1)
	if !aok || !bok || len(t.at(i+1)) > 2 || !t.ruled(i+1) {
		return date{}, 0
	}
	z, zok := t.number(i + 2)
	_, century := t.year(i)
	if zok && t.ruled(i+2) && t.gap(i+2) == sep {
		if century {
			p, ok := oneDay(a, b, z)
			return counted(date{Period: p}, 3, ok && len(t.at(i+2)) <= 2)
		}
		if len(t.at(i)) > 2 || len(t.at(i+2)) != 4 && (sep != "/" || len(t.at(i+2)) != 2) {
			return date{}, 0
		}
		if len(t.at(i+2)) == 2 {
			z += 2000
		}
		return dayInNumbers(a, b, z)
	}
	p, ok := oneMonth(a, b)
	return counted(date{Period: p}, 2, ok && century)
}

// ruled reports whether the words before i and i are joined as the numbers of a date are.
func (t typed) ruled(i int) bool {
	return i < len(t.words) && (t.gap(i) == "-" || t.gap(i) == "/" || t.gap(i) == ".")
}

func counted(d date, n int, ok bool) (date, int) {
	if !ok {
		return date{}, 0
	}
	return d, n
}

// dayInNumbers reads "19/2/2016" and "2/19/2016"; which of two small numbers is the month nobody can say.
func dayInNumbers(a, b, y int) (date, int) {
	p, european := oneDay(y, b, a)
	q, american := oneDay(y, a, b)
	switch {
	case european && american && p.First.Before(q.First):
		return date{Period: join(p, q), twofold: true}, 3
	case european && american && q.First.Before(p.First):
		return date{Period: join(q, p), twofold: true}, 3
	case european:
		return date{Period: p}, 3
	}
	return counted(date{Period: q}, 3, american)
}
