package discord

import (
	"sort"
	"unicode/utf8"
)

// divide cuts text into stretches for each of which fits is true, as long as they can be, in order and without loss but for
// white space between them: at the ends of words, and within a word only where it does not fit by itself. fits must be
// monotone: a stretch within one that fits must fit too. Text of white space alone gives nothing.
func divide(text string, fits func(extent) bool) []extent {
	var out []extent
	words := wordExtents(text)
	for len(words) > 0 {
		begin := words[0].start
		n := sort.Search(len(words), func(i int) bool { return !fits(extent{begin, words[i].end}) })
		if n > 0 {
			out = append(out, extent{begin, words[n-1].end})
			words = words[n:]
			continue
		}
		end := cutWord(text, words[0], fits)
		out = append(out, extent{begin, end})
		if words[0].start = end; end == words[0].end {
			words = words[1:]
		}
	}
	return out
}

// cutWord is where the longest beginning of the word that fits ends; it has one character at least.
func cutWord(text string, word extent, fits func(extent) bool) int {
	var ends []int
	for i := word.start; i < word.end; {
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
		ends = append(ends, i)
	}
	n := sort.Search(len(ends), func(i int) bool { return !fits(extent{word.start, ends[i]}) })
	return ends[max(n-1, 0)]
}
