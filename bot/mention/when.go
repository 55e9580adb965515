package mention

import "copydesk/corpus"

// when is a date or a range of dates that a question mentions.
type When struct {
	// Span is that of its words in the question, with the preposition that belongs to them.
	corpus.Span
	// Period is the days meant; a zero end is open.
	Period
	// Sure says that the question asks for what was published or said then. Otherwise the date may be that of an event,
	// of which papers write for years.
	Sure bool
}

// Periods finds the dates and ranges that a question's text mentions, in order, none within another. A month
// without a year is the latest that is not after the archive's last day; "last week" counts from the present, wherever
// the archive ends.
func (c Calendar) Periods(text string) []When {
	t := typedWords(text)
	var out []When
	for i := 0; i < len(t.words); i++ {
		if m, ok := c.mention(t, i); ok {
			out = append(out, When{t.span(m.start, m.end), m.Period, m.sure(t)})
			i = m.end - 1
		}
	}
	return out
}

// mention is a date in its place.
type mention struct {
	Period
	start, end int // its words, from start to before end
	relation   relation
	doubtful   bool // which days are meant is a guess
	long       bool // most of a year, or more
	// describes says that the date describes the noun that follows: "the September 2015 debate".
	describes bool
}

// mention reads the preposition and the date, or the range of dates, that begin with word i.
func (c Calendar) mention(t typed, i int) (mention, bool) {
	rel, j := t.relation(i)
	the := t.possessive(j - 1)
	d, n := c.date(t, j)
	if n == 0 && determiners[t.at(j)] {
		the, j = true, j+1
		d, n = c.date(t, j)
	}
	if n == 0 {
		return mention{}, false
	}
	m := mention{Period: c.resolve(d), start: i, end: j + n, relation: rel, doubtful: d.doubtful()}
	e, k := c.otherEnd(t, m.end, d)
	if k > 0 {
		m.Period, m.end, m.relation = c.spanned(d, e), m.end+k, relIn
		m.doubtful = m.doubtful && d.in == nil || e.doubtful() && (e.in == nil || d.in != nil)
	}
	m.describes = t.possessive(m.end) || !t.closes(m.end) && (the || !saying[t.at(m.end)] && !t.capital(m.end))
	if k == 0 && d.weak && !c.licensed(t, m, d, the) {
		return mention{}, false
	}
	if the && m.describes && !publication[t.at(m.end)] {
		m.start, m.relation = j, relIn
	}
	m.long = m.days() > 300
	ok := m.relate(t)
	return m, ok
}

// doubtful reports whether it is a guess which days the words mean.
func (d date) doubtful() bool { return d.twofold || d.vague || d.in != nil }

// otherEnd reads the second date of "March to May 2016", "between March and May" or "March or April 2016"; n is how many
// words follow the first.
func (c Calendar) otherEnd(t typed, i int, first date) (d date, n int) {
	j := i
	if !t.dashed(i) {
		if !joins[t.at(i)] && !both[t.at(i)] {
			return date{}, 0
		}
		j++
	}
	if t.at(j) == "the" {
		j++
	}
	d, n = c.date(t, j)
	if n == 0 || both[t.at(i)] && !t.between(i) && (first.in == nil || d.in != nil) {
		return date{}, 0
	}
	return d, j + n - i
}

// between reports whether one of the few words before word i is "between".
func (t typed) between(i int) bool {
	for j := max(i-6, 0); j < i; j++ {
		if relations[t.at(j)] == relBetween {
			return true
		}
	}
	return false
}

// resolve places a date without a year in the latest year that the archive has of it.
func (c Calendar) resolve(d date) Period {
	if d.in == nil {
		return d.Period
	}
	last := c.Last
	if last.IsZero() {
		last = c.Now
	}
	p := d.Period
	for y := last.Year(); y > last.Year()-9; y-- { // eight years may pass without a 29 February
		if q, ok := d.in(y); ok && !q.First.After(last) {
			return q
		}
	}
	return p
}

// spanned is the range from d to e, of which one may have its year from the other.
func (c Calendar) spanned(d, e date) Period {
	q := c.resolve(e)
	if d.in == nil && e.in != nil {
		q = follow(e.in, d.First.Year(), func(q Period) bool { return !q.First.Before(d.First) }, 1)
	}
	p := d.Period
	if d.in != nil {
		p = follow(d.in, q.First.Year(), func(p Period) bool { return !p.First.After(q.First) }, -1)
	}
	if q.Last.Before(p.First) {
		p, q = q, p
	}
	return join(p, q)
}

// follow is the period in the first year from y on, a step at a time, that is fit.
func follow(in func(int) (Period, bool), y int, fit func(Period) bool, step int) (p Period) {
	for range 9 {
		if p, ok := in(y); ok && fit(p) {
			return p
		}
		y += step
	}
	return p
}

// licensed reports whether a bare month, year or weekday stands where one is meant: "in May", not "May resigned".
func (c Calendar) licensed(t typed, m mention, d date, the bool) bool {
	word := t.at(m.end - 1)
	if _, ok := weekdays[word]; ok {
		return m.relation != relNone && len(word) >= len("monday") // "on sun cream"
	}
	if d.in != nil {
		return m.relation == relIn && timely[t.at(m.start)] || m.relation > relIn && t.closes(m.end)
	}
	if y := d.First.Year(); y < 1700 || y > c.Now.Year()+10 {
		return false
	}
	label := m.start == 0 && !t.spaced(m.end, "")
	return m.relation != relNone || the && m.describes || label
}

// relate makes of the period what the preposition says; it is false if that leaves no day on the calendar.
func (m *mention) relate(t typed) bool {
	if m.relation == relFrom {
		m.relation = relIn
		if onward[t.at(m.end)] && (t.at(m.end) != "on" || !t.spaced(m.end+1, "")) {
			m.relation, m.end, m.describes = relSince, m.end+1, false
		}
	}
	if m.First.IsZero() && m.Last.IsZero() {
		return false
	}
	switch m.relation {
	case relSince:
		m.Period = Period{First: m.First}
	case relAfter:
		m.Period = Period{First: m.Last.AddDate(0, 0, 1)}
	case relBefore:
		m.Period = Period{Last: m.First.AddDate(0, 0, -1)}
	case relUntil:
		m.Period = Period{Last: m.Last}
	}
	return m.First.Year() <= 9999 && m.Last.Year() >= 1
}
