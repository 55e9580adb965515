package bot

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/corpus"
	"copydesk/index"
)

// MaxSuggestions is the most that a completion gives.
const MaxSuggestions = 25

// typing is what somebody types to find a name or a headline, word by word. Any word may be unfinished, or misspelt.
type typing []typedWord

// typedWord is one of the words typed.
type typedWord struct {
	index.Token
	reach int // how many of its letters may be wrong
}

// What is pasted is bounded: words that are looked for, and letters of one that may be misspelt.
const (
	mostTyped    = 16
	longestTyped = 30
)

func newTyping(text string) typing {
	var out typing
	end := 0
	for _, t := range index.Analyze(text) {
		if t.Span.Start >= end && len(out) < mostTyped { // not the parts of a hyphenated word joined
			out = append(out, typedWord{t, typingReach(t.Word)})
		}
		end = t.Span.End
	}
	return out
}

// typingReach is how many letters of a word may be wrong while it is typed: one of a word of four too, since what is
// offered is seen before it is taken.
func typingReach(word string) int {
	switch {
	case len(word) > longestTyped:
		return 0
	case len(word) == shortest && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "":
		return 1
	}
	return reachOf(word)
}

// span is that of the words from i to before j in the text typed.
func (t typing) span(i, j int) corpus.Span {
	return corpus.Span{Start: t[i].Span.Start, End: t[j-1].Span.End}
}

// telling are the words that are no stop words; all of them if there are none.
func (t typing) telling() typing {
	out := slices.DeleteFunc(slices.Clone(t), func(w typedWord) bool { return w.Stop })
	if len(out) == 0 {
		return t
	}
	return out
}

// How well a typed word fits another, from 0 for not at all.
const (
	fitsWhole  = 1.0
	fitsStem   = 0.95
	fitsBegun  = 0.9
	fitsClosed = 0.6 // misspelt
	fitsOpen   = 0.5 // misspelt and unfinished
	fitsShort  = 0.2 // misspelt, and so short that it may as well be another word
	aLetter    = 0.1 // each wrong letter
)

// rightlySpelt is how well a word fits at least that is not misspelt.
const rightlySpelt = fitsBegun

// fit is how well the typed word fits a word of a name or headline.
func (w typedWord) fit(t index.Token) float64 {
	switch {
	case t.Word == w.Word:
		return fitsWhole
	case t.Term == w.Term:
		return fitsStem
	case strings.HasPrefix(t.Word, w.Word):
		return fitsBegun
	}
	return w.misspelt(t.Word)
}

// fitTerm is the same for a term of the index, which is a stem.
func (w typedWord) fitTerm(term string) float64 {
	switch {
	case term == w.Term || term == w.Word:
		return fitsWhole
	case strings.HasPrefix(term, w.Word), strings.HasPrefix(term, w.Term):
		return fitsBegun
	case strings.HasPrefix(w.Word, term) && len(term) >= shortest && len(w.Word)-len(term) <= longestEnding:
		return fitsBegun
	}
	whole := term
	if stem, ok := strings.CutSuffix(term, "i"); ok {
		whole = stem + "y" // "ralli" is the stem of "rally"
	}
	return max(w.misspelt(term), w.misspelt(whole), typedWord{index.Token{Word: w.Term}, w.reach}.misspelt(term))
}

// longestEnding is how many letters a stem has less than the unfinished word, "univers" than "universit".
const longestEnding = 3

// likely leaves out what fits but by a short misspelt word, where something else is rightly spelt. fit is that of the word
// that fits least.
func likely[T any](all []T, fit func(T) float64) []T {
	if !slices.ContainsFunc(all, func(one T) bool { return fit(one) >= rightlySpelt }) {
		return all
	}
	return slices.DeleteFunc(all, func(one T) bool { return fit(one) <= fitsShort })
}

// best is how well the typed word fits the best of the words.
func (w typedWord) best(words []index.Token) (best float64) {
	for _, t := range words {
		best = max(best, w.fit(t))
	}
	return best
}

// misspelt is how well the word fits another that begins with the same letter, for wrong letters.
func (w typedWord) misspelt(word string) float64 {
	first, size := utf8.DecodeRuneInString(w.Word)
	if w.reach == 0 || size == 0 || !strings.HasPrefix(word, string(first)) || len(word)+2*w.reach < len(w.Word) {
		return 0
	}
	whole, begun := distances(w.Word, word)
	switch {
	case whole <= w.reach && reachOf(w.Word) == 0:
		return fitsShort
	case whole <= w.reach:
		return fitsClosed - aLetter*float64(whole)
	case begun <= min(w.reach, reachOf(w.Word)):
		return fitsOpen - aLetter*float64(begun)
	}
	return 0
}

// distances are how many letters are to be put in, left out, changed or swapped with their neighbours to make a word of
// what was typed, and to make it the beginning of one that comes nearest (optimal string alignment, after Damerau 1964).
func distances(typed, word string) (whole, begun int) {
	a, b := []rune(typed), []rune(word)
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		before, last, row = last, row, before
		row[0] = i + 1
		for j := range b {
			wrong := 1
			if a[i] == b[j] {
				wrong = 0
			}
			row[j+1] = min(last[j]+wrong, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(b)], slices.Min(row)
}

// tellingLetters is from how many letters a word that is being typed counts in full.
const tellingLetters = 5

// tells is how much the word tells already, from 0 to 1: a letter may become anything.
func (w typedWord) tells() float64 { return min(1, float64(len(w.Word))/tellingLetters) }

// termsLike are the terms of a field that a typed word may stand for, the likeliest first and of equals the commonest, most
// at most.
func (d *Desk) termsLike(field index.Field, w typedWord, most int) ([]likeTerm, error) {
	_, size := utf8.DecodeRuneInString(w.Word)
	all, err := d.index.Terms(field, w.Word[:size])
	if err != nil {
		return nil, err
	}
	var out []likeTerm
	for _, t := range all {
		if fit := w.fitTerm(t.Term); fit > 0 {
			out = append(out, likeTerm{t, fit})
		}
	}
	slices.SortStableFunc(out, func(a, b likeTerm) int { return cmp.Or(cmp.Compare(b.fit, a.fit), cmp.Compare(b.Count, a.Count)) })
	return out[:min(len(out), most)], nil
}

// likeTerm is a term of the index that a typed word may stand for.
type likeTerm struct {
	index.TermCount
	fit float64
}
