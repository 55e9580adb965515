package mention

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// MaxSuggestions is the most that SuggestPeriods gives.
const MaxSuggestions = 25

// SuggestPeriods completes a date or period that is being typed: with texts that ParsePeriod reads, the likeliest first. now is
// the present where the newsroom is, last the day of the archive's newest article, from which the years are counted back; the
// zero time is now. With nothing typed they are the periods that are asked for most.
func SuggestPeriods(typed string, now, last time.Time) []string {
	if last.IsZero() || last.After(now) {
		last = now
	}
	s := suggestions{now: now, last: last, known: make(map[Period]bool)}
	typed = strings.Join(strings.Fields(typed), " ")
	switch lower := strings.ToLower(typed); {
	case typed == "":
		s.add(foremost...)
		s.years("")
	case digitsOnly.MatchString(lower):
		s.years(lower)
		s.months(lower)
		s.daysNamed(lower)
	case yearAndMonth.MatchString(lower):
		s.months(lower)
		s.days(lower)
	default:
		s.days(lower)
		s.words(typed, lower)
	}
	return s.texts
}

var (
	digitsOnly   = regexp.MustCompile(`^\d{1,4}$`)
	yearAndMonth = regexp.MustCompile(`^\d{4}-\d{0,2}$`)
)

// suggestions gather texts, each for another period.
type suggestions struct {
	now, last time.Time
	known     map[Period]bool
	texts     []string
}

// add adds those of the texts that are periods, and begin before the archive ends or now.
func (s *suggestions) add(texts ...string) {
	for _, text := range texts {
		p, err := ParsePeriod(text, s.now)
		if err != nil || s.known[p] || p.First.After(Calendar{Now: s.now}.today().First) || len(s.texts) == MaxSuggestions {
			continue
		}
		s.known[p] = true
		s.texts = append(s.texts, text)
	}
}

// yearsBack is how many years are offered, the newest of the archive first.
const yearsBack = 60

// eachYear calls do for each year, the newest first, until there are enough suggestions.
func (s *suggestions) eachYear(do func(year int)) {
	for y := s.last.Year(); y > max(s.last.Year()-yearsBack, 0) && len(s.texts) < MaxSuggestions; y-- {
		do(y)
	}
}

func (s *suggestions) years(typed string) {
	s.eachYear(func(y int) {
		if text := fmt.Sprintf("%04d", y); strings.HasPrefix(text, typed) {
			s.add(text)
		}
	})
}

// months are those of a year that was typed, "2016" or "2016-0".
func (s *suggestions) months(typed string) {
	if len(typed) < len("2016") {
		return
	}
	for m := 1; m <= 12; m++ {
		if text := fmt.Sprintf("%s-%02d", typed[:4], m); strings.HasPrefix(text, typed) {
			s.add(text)
		}
	}
}

// days are those of a month that was typed, "2016-02" or "2016-02-1".
func (s *suggestions) days(typed string) {
	if len(typed) < len("2016-02") {
		return
	}
	for d := 1; d <= 31; d++ {
		if text := fmt.Sprintf("%s-%02d", typed[:7], d); strings.HasPrefix(text, typed) {
			s.add(text)
		}
	}
}

// daysNamed are the latest days with the number typed.
func (s *suggestions) daysNamed(typed string) {
	if len(typed) > 2 {
		return
	}
	first := time.Date(s.last.Year(), s.last.Month(), 1, 0, 0, 0, 0, time.UTC)
	for range 24 {
		s.add(typed + first.Format(" January 2006"))
		first = first.AddDate(0, -1, 0)
	}
}

// words complete what begins with a word, or with a day: the phrases that begin so, and what becomes a date with its
// last word whole, or with a year behind it.
func (s *suggestions) words(typed, lower string) {
	for _, phrase := range phrases {
		if strings.HasPrefix(strings.ToLower(phrase), lower) {
			s.add(phrase)
		}
	}
	s.add(typed)
	before, word := "", typed
	if i := strings.LastIndexAny(typed, " .-/"); i >= 0 {
		before, word = typed[:i+1], typed[i+1:]
	}
	var whole []string
	for _, name := range calendarWords {
		if word != "" && strings.HasPrefix(strings.ToLower(name), strings.ToLower(word)) {
			whole = append(whole, before+name)
		}
	}
	for _, text := range whole {
		s.add(text)
	}
	s.eachYear(func(y int) {
		for _, text := range append(whole, typed) {
			s.add(fmt.Sprintf("%s %d", text, y))
		}
	})
	s.eachYear(func(y int) {
		s.add(fmt.Sprintf("%s%d", strings.TrimSpace(typed), y), fmt.Sprintf("%s.%d", typed, y), fmt.Sprintf("%s/%d", typed, y))
		s.yearsBehind(before, word, y)
	})
}

// yearsBehind completes the year behind a date, "Feb 201".
func (s *suggestions) yearsBehind(before, word string, year int) {
	if text := fmt.Sprint(year); word != "" && strings.HasPrefix(text, word) {
		s.add(before + text)
	}
}
