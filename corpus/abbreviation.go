package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The abbreviations that newsrooms print, by what has to follow if the sentence goes on after their full stop.
var (
	// titles and the like never end a sentence, given a capital: a name follows.
	titles = wordSet(`mr mrs ms mx dr prof rev fr sen sens rep reps gov govs lt gen col sgt cpl pvt pfc spc capt cmdr adm maj brig
		hon pres supt insp det messrs mmes amb atty treas asst assoc dep rt cllr ald`)
	// small ones never end a sentence, whatever their case.
	small = wordSet(`v vs e.g i.e cf viz ca p.s`)
	// soft ones go on unless a word follows that begins sentences: "St. Louis", "on Elm St. The".
	soft = wordSet(`st ste mt ft del sec bros`)
	// numbered ones go on before a figure, Arabic or Roman; months before the day.
	numbered = wordSet(`no nos vol pp p fig art ch par approx est jan feb mar apr jun jul aug sep sept oct nov dec`)
	// suffixes go on before a comma, a bracket, a figure or another suffix; so do the states.
	suffixes = wordSet(`jr sr inc corp co ltd llc plc esq assn ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich
		minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo ont que`)
)

var (
	initialism = regexp.MustCompile(`^(?:\p{L}\.)+\p{L}$`)
	roman      = regexp.MustCompile(`^[IVXLC]+\b`)
	clockNext  = regexp.MustCompile(`^(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|Eastern|Central|Mountain|Pacific|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|` + month + ` \d)\b`)
	// lettered are nouns that have a letter of their own, which is no initial: "There is no Plan B. Veldt left."
	lettered = regexp.MustCompile(`(?i)\b(?:plan|group|vitamin|hepatitis|type|section|grade|class|team|option|part|appendix|point|malcolm) \p{Lu}$`)
)

// abbreviates reports whether the full stop after the last word of done abbreviates it and the sentence goes on with
// rest, whose first letter or figure is next.
func abbreviates(done, rest string, next rune) bool {
	word := lastWord(done)
	first, _ := utf8.DecodeRuneInString(word)
	lower := strings.ToLower(word)
	capital := unicode.IsUpper(first)
	switch {
	case small[lower] || capital && titles[lower] && word != strings.ToUpper(word):
		return true
	case capital && (soft[lower] || titles[lower]): // "RT." may be the station, "MS." the ship
		return !starts(rest)
	case numbered[lower] && (len(word) > 1 || !capital):
		return unicode.IsDigit(next) || roman.MatchString(rest)
	case suffixes[lower]:
		return unicode.IsDigit(next) || strings.HasPrefix(rest, "(") || suffixes[strings.ToLower(firstWord(rest))]
	case utf8.RuneCountInString(word) == 1:
		return capital && unicode.IsUpper(next) && !strings.HasSuffix(done, " I") && !lettered.MatchString(done[max(0, len(done)-20):]) && !starts(rest)
	case strings.Contains(word, ".") && initialism.MatchString(word):
		return initialsGoOn(lower, rest, next)
	}
	return false
}

// lastWord is the word that ends text; "then-Sen" ends in "Sen".
func lastWord(text string) string {
	i := strings.LastIndexFunc(text, func(r rune) bool {
		return r == '-' || r == '–' || r == '—' || r == '/' || openMark(r)
	})
	if i < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[i+size:]
}

// firstWord is the word that begins text, without marks around it.
func firstWord(text string) string {
	text = strings.TrimLeftFunc(text, openMark)
	if i := strings.IndexFunc(text, blank); i >= 0 {
		text = text[:i]
	}
	return strings.TrimRight(text, ",:;."+closeMarks)
}

// initialsGoOn decides after "U.S." or "J.D.": they go on before a number or a capitalised noun, not before
// a word that often begins sentences. After a.m. and p.m. go on the zone and the day.
func initialsGoOn(word, rest string, next rune) bool {
	if word == "a.m" || word == "p.m" {
		return clockNext.MatchString(rest)
	}
	return unicode.IsDigit(next) || strings.HasPrefix(rest, "(") || unicode.IsUpper(next) && !starts(rest)
}

// starts reports whether rest begins with a word that begins sentences, such as an adverb before a comma.
func starts(rest string) bool {
	first := firstWord(rest)
	return starters[strings.ToLower(first)] ||
		strings.HasSuffix(first, "ly") && strings.HasPrefix(strings.TrimLeftFunc(rest, openMark)[len(first):], ",")
}

// starters are words that begin sentences and seldom follow initials within a name.
var starters = wordSet(`the a an he she it they we i you but and or so yet if when while as in on at by for from with after before
	since although though despite this that these those his her its their our my what who how why where which there here
	then now also still however meanwhile instead some many most few all both each one two no not just even only police nobody
	somebody someone everybody everyone others`)
