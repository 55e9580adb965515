package mention

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// MaxSuggestions is the most that SuggestPeriods gives.
const MaxSuggestions = 25

// SuggestPeriods completes a date or period that is being typed: with texts that ParsePeriod reads, the likeliest first, each for
// another period. now is the present where the newsroom is, last the day of the archive's newest article, from which
// the years are counted back; the zero time is now. With nothing typed they are the periods that are asked for most.
func SuggestPeriods(typed string, now, last time.Time) []string {
	if last.IsZero() || last.After(now) {
		last = now
	}
	s := suggestions{now: now, last: last, known: make(map[Period]bool)}
	typed = strings.Join(strings.Fields(typed), " ")
	switch {
	case len(typed) > longestTyped:
	case typed == "":
		s.add(foremost...)
		s.years("", yearsBack)
	case digitsOnly.MatchString(typed):
		s.years(typed, recentYears)
		s.months(typed)
		s.daysOfMonths(typed)
		s.years(typed, yearsBack)
	case isoStart.MatchString(typed):
		s.months(typed)
		s.days(typed)
	default:
		s.words(typed)
	}
	return s.texts
}

var (
	digitsOnly = regexp.MustCompile(`^\d{1,4}$`)
	isoStart   = regexp.MustCompile(`^\d{4}-(\d{0,2}|\d\d-\d{0,2})$`)
)

// How many years back are offered: first of all, and at most.
const (
	recentYears = 15
	yearsBack   = 60
)

// longestTyped is how long the beginning of a date is at most, in bytes.
const longestTyped = 40

// suggestions gather texts, each for another period.
type suggestions struct {
	now, last time.Time
	known     map[Period]bool
	texts     []string
}

// add adds those of the texts that are periods that have begun.
func (s *suggestions) add(texts ...string) { s.addUntil(s.now, texts) }

// addDated adds those that are periods that had begun by the archive's last day.
func (s *suggestions) addDated(texts ...string) { s.addUntil(s.last, texts) }

func (s *suggestions) addUntil(end time.Time, texts []string) {
	for _, text := range texts {
		if len(s.texts) == MaxSuggestions {
			return
		}
		p, err := ParsePeriod(text, s.now)
		if err != nil || s.known[p] || p.First.After(Calendar{Now: end}.today().First) {
			continue
		}
		s.known[p] = true
		s.texts = append(s.texts, text)
	}
}

// eachYear calls do for so many years back, the newest of the archive first.
func (s *suggestions) eachYear(back int, do func(year int)) {
	for y := s.last.Year(); y > max(s.last.Year()-back, 0); y-- {
		do(y)
	}
}

func (s *suggestions) years(typed string, back int) {
	s.eachYear(back, func(y int) {
		if text := fmt.Sprintf("%04d", y); strings.HasPrefix(text, typed) {
			s.addDated(text)
		}
	})
}

// months are those of a year that was typed, "2016" or "2016-0".
func (s *suggestions) months(typed string) {
	for m := 1; m <= 12 && len(typed) >= len("2016"); m++ {
		if text := fmt.Sprintf("%s-%02d", typed[:4], m); strings.HasPrefix(text, typed) {
			s.addDated(text)
		}
	}
}

// days are those of a month that was typed, "2016-02" or "2016-02-1".
func (s *suggestions) days(typed string) {
	for d := 1; d <= 31 && len(typed) >= len("2016-02"); d++ {
		if text := fmt.Sprintf("%s-%02d", typed[:7], d); strings.HasPrefix(text, typed) {
			s.addDated(text)
		}
	}
}

// daysOfMonths are the latest days with the number typed.
func (s *suggestions) daysOfMonths(typed string) {
	if len(typed) > len("31") {
		return
	}
	month := time.Date(s.last.Year(), s.last.Month(), 1, 0, 0, 0, 0, time.UTC)
	for range MaxSuggestions {
		s.addDated(typed + month.Format(" January 2006"))
		month = month.AddDate(0, -1, 0)
	}
}

// sharedPlaces is how many suggestions the first reading of what may be read in two ways takes.
const sharedPlaces = 12

// words complete what has words, or marks between numbers: to the phrases that begin so, to what becomes a date with its last
// word whole, and with a year behind it.
func (s *suggestions) words(typed string) {
	for _, phrase := range phrases {
		if begins(phrase, typed) {
			s.add(phrase)
		}
	}
	typed = capitals(typed)
	before, word := "", typed
	if i := strings.LastIndexAny(typed, " .-/"); i >= 0 {
		before, word = typed[:i+1], typed[i+1:]
	}
	var whole []string
	for _, name := range calendarWords {
		if word != "" && begins(name, word) {
			whole = append(whole, before+name)
		}
	}
	whole = append(whole, typed)
	s.add(whole...)
	s.withYear(whole, sharedPlaces)
	s.eachYear(yearsBack, func(y int) {
		if text := fmt.Sprint(y); word != "" && before != "" && strings.HasPrefix(text, word) {
			s.addDated(before + text) // "Feb 201"
		}
	})
	s.withYear(whole, MaxSuggestions)
}

// withYear adds the texts with each year behind, joined as dates are, until there are so many suggestions.
func (s *suggestions) withYear(texts []string, most int) {
	s.eachYear(yearsBack, func(y int) {
		for _, text := range texts {
			for _, mark := range []string{" ", ".", "/", ""} {
				if len(s.texts) < most {
					s.addDated(fmt.Sprintf("%s%s%d", text, mark, y))
				}
			}
		}
	})
}

func begins(text, typed string) bool {
	return strings.HasPrefix(strings.ToLower(text), strings.ToLower(typed))
}

// capitals writes the names of months and days with a capital letter.
func capitals(text string) string {
	t := typedWords(text)
	out := []rune{}
	last := 0
	for i, w := range t.words {
		_, month := months[t.at(i)]
		_, day := weekdays[t.at(i)]
		letters := []rune(w.Of(text))
		if month || day {
			letters[0] = unicode.ToUpper(letters[0])
		}
		out = append(append(out, []rune(text[last:w.Start])...), letters...)
		last = w.End
	}
	return string(out) + text[last:]
}
