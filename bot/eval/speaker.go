package eval

import "slices"

// small are words that tell no speaker from another: titles, articles, and what joins a role to its house.
var small = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "sen": true, "rep": true, "gov": true,
	"a": true, "an": true, "the": true, "of": true, "for": true, "to": true, "in": true,
}

// sameSpeaker reports whether got names whom want names. It does if the words are the same; if both end alike, as in a
// surname, and one has all words of the other; or if half the words of each, or more, are the other's, which lets
// "a senior ministry official" be "senior official of the ministry". Nobody is only the same as nobody.
func sameSpeaker(got, want *string) bool {
	if got == nil || want == nil {
		return want == nil && (got == nil || *got == "")
	}
	g, w := telling(*got), telling(*want)
	if len(g) == 0 || len(w) == 0 {
		return false
	}
	sameEnd := g[len(g)-1] == w[len(w)-1]
	g, w = distinct(g), distinct(w)
	shared := 0
	for _, s := range g {
		if slices.Contains(w, s) {
			shared++
		}
	}
	within := shared == min(len(g), len(w))
	return sameEnd && within || 2*shared >= max(len(g), len(w))
}

// telling are the words of a name that are not small.
func telling(name string) []string {
	return slices.DeleteFunc(words(name), func(w string) bool { return small[w] })
}

func distinct(w []string) []string {
	slices.Sort(w)
	return slices.Compact(w)
}
