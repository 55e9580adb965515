package markdown

import (
	"sort"
	"unicode/utf8"

	"copydesk/corpus"
)

// Divide cuts text into stretches for each of which fits is true, as long as they can be, in order and without loss but for
// white space between them: at the ends of words, and within a word only where it does not fit by itself. fits must be
// monotone: a stretch within one that fits must fit too. Text of white space alone gives nothing.
func Divide(text string, fits func(corpus.Span) bool) []corpus.Span {
	var out []corpus.Span
	words := wordExtents(text)
	if n := len(words); n > 0 {
		if whole := (corpus.Span{Start: words[0].Start, End: words[n-1].End}); fits(whole) {
			return []corpus.Span{whole}
		}
	}
	for len(words) > 0 {
		begin := words[0].Start
		n := sort.Search(len(words), func(i int) bool { return !fits(corpus.Span{Start: begin, End: words[i].End}) })
		if n > 0 {
			out = append(out, corpus.Span{Start: begin, End: words[n-1].End})
			words = words[n:]
			continue
		}
		end := cutWord(text, words[0], fits)
		out = append(out, corpus.Span{Start: begin, End: end})
		if words[0].Start = end; end == words[0].End {
			words = words[1:]
		}
	}
	return out
}

// cutWord is where the longest beginning of the word that fits ends; it has one character at least.
func cutWord(text string, word corpus.Span, fits func(corpus.Span) bool) int {
	var ends []int
	for i := word.Start; i < word.End; {
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
		ends = append(ends, i)
	}
	n := sort.Search(len(ends), func(i int) bool { return !fits(corpus.Span{Start: word.Start, End: ends[i]}) })
	return ends[max(n-1, 0)]
}
