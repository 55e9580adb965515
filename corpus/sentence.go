package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences divides the text of body within the span into sentences: the boundaries of Unicode UAX 29,
// less those after abbreviations, initials and ellipses, where the sentence goes on. The spans are trimmed
// and ordered, and hold all text but white space.
func Sentences(body string, within Span) []Span {
	text := within.Of(body)
	var spans []Span
	from := 0
	it := sentences.FromString(text)
	for it.Next() {
		end := it.End()
		if end < len(text) && goesOn(text[from:end], text[end:]) {
			continue
		}
		if s := (Span{within.Start + from, within.Start + end}).Trim(body); s.Len() > 0 {
			spans = append(spans, s)
		}
		from = end
	}
	return spans
}

// always are abbreviations that a sentence does not end with: a name or a number follows.
var always = wordSet(`mr mrs ms mx dr prof rev fr sen sens rep reps gov govs lt gen col sgt cpl pvt capt cmdr adm maj
	brig hon pres supt insp det st ste mt ft vs v no nos vol pp fig art sec approx est cf e.g i.e viz messrs mmes
	amb atty treas asst assoc dep dist rt`)

// months and the like are followed by a number, or by a capital that begins the next sentence.
var beforeNumber = wordSet(`jan feb mar apr jun jul aug sep sept oct nov dec p ch`)

// suffixes also end sentences: they go on only before a comma or a number.
var suffixes = wordSet(`jr sr inc corp co ltd llc bros`)

var initialism = regexp.MustCompile(`^(?:\p{L}\.)+\p{L}$`)

// goesOn reports whether the boundary that UAX 29 sets between done and rest lies within a sentence.
func goesOn(done, rest string) bool {
	trimmed := strings.TrimRightFunc(done, blank)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, openMark))
	if strings.ContainsAny(done[len(trimmed):], "\n\u2029") && !hardWrapped(trimmed) {
		return false
	}
	if unicode.IsLower(next) && !strings.HasSuffix(trimmed, "!") && !strings.HasSuffix(trimmed, "?") {
		return true
	}
	word, ok := strings.CutSuffix(trimmed, ".")
	if !ok {
		return false
	}
	if i := strings.LastIndexFunc(word, func(r rune) bool { return blank(r) || openMark(r) || r == '-' || r == '–' || r == '—' }); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		word = word[i+size:]
	}
	lower := strings.ToLower(word)
	switch {
	case lower == "no":
		return unicode.IsDigit(next)
	case always[lower]:
		return !starts(rest)
	case beforeNumber[lower]:
		return unicode.IsDigit(next)
	case suffixes[lower]:
		return next == ',' || unicode.IsDigit(next)
	case utf8.RuneCountInString(word) == 1:
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r) && unicode.IsUpper(next) && !strings.HasSuffix(trimmed, " I.")
	case initialism.MatchString(word):
		return initialsGoOn(word, rest, next)
	}
	return false
}

// initialsGoOn decides after "U.S." or "J.D.": they go on before a number or a capitalised noun, not before
// a word that often begins sentences. After a.m. and p.m. a capital or a number begins a sentence.
func initialsGoOn(word, rest string, next rune) bool {
	if strings.EqualFold(word, "a.m") || strings.EqualFold(word, "p.m") {
		return false
	}
	return unicode.IsDigit(next) || unicode.IsUpper(next) && !starts(rest)
}

// starts reports whether rest begins with a word that begins sentences.
func starts(rest string) bool {
	first, _, _ := strings.Cut(strings.TrimLeftFunc(rest, openMark), " ")
	return starters[strings.ToLower(strings.TrimRight(first, ",:;"))]
}

// starters are words that begin sentences and seldom follow initials within a name.
var starters = wordSet(`the a an he she it they we i you but and or so yet if when while as in on at by for from with after before
	since although though despite this that these those his her its their our my what who how why where which there here
	then now also still however meanwhile instead some many most few all both each one two no not just even only`)

func openMark(r rune) bool { return blank(r) || strings.ContainsRune("\"'“‘«([", r) }

// hardWrapped reports whether the line that ends done was broken by a typesetter: it is as long as such lines
// are and ends in mid-sentence.
func hardWrapped(done string) bool {
	line := done[strings.LastIndexByte(done, '\n')+1:]
	return len(line) >= 45 && len(line) <= 100 && !endsSentence(line)
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
