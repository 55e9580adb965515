package mention

import "time"

// Phrase is the period as people write it, with its preposition: "in May 2016", "on 3 May 2016", "from March to May 2016",
// "since 2014"; empty if both ends are open.
func (p Period) Phrase() string {
	const day, month, year = "2 January 2006", "January 2006", "2006"
	first, last := p.First, p.Last
	switch {
	case first.IsZero() && last.IsZero():
		return ""
	case first.IsZero():
		return "up to " + last.Format(day)
	case last.IsZero() && first.YearDay() == 1:
		return "since " + first.Format(year)
	case last.IsZero() && first.Day() == 1:
		return "since " + first.Format(month)
	case last.IsZero():
		return "since " + first.Format(day)
	case first.Equal(last):
		return "on " + first.Format(day)
	case first.YearDay() == 1 && last.AddDate(0, 0, 1).YearDay() == 1:
		return stretch("in ", first, last, year, year)
	case first.Day() == 1 && last.AddDate(0, 0, 1).Day() == 1 && first.Year() == last.Year():
		return stretch("in ", first, last, "January", month)
	case first.Day() == 1 && last.AddDate(0, 0, 1).Day() == 1:
		return stretch("", first, last, month, month)
	case first.Year() == last.Year() && first.Month() == last.Month():
		return stretch("", first, last, "2", day)
	case first.Year() == last.Year():
		return stretch("", first, last, "2 January", day)
	}
	return stretch("", first, last, day, day)
}

// stretch is "from March to May 2016", or "in May 2016" if both ends are written alike.
func stretch(in string, first, last time.Time, from, to string) string {
	if first.Format(to) == last.Format(to) {
		return in + last.Format(to)
	}
	return "from " + first.Format(from) + " to " + last.Format(to)
}
