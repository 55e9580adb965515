package bot

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mending is a word that was taken for a misspelt other.
type Mending struct {
	// Typed is the word as typed, Read the one that was looked for too, as an article shown prints it.
	Typed string `json:"typed"`
	Read  string `json:"read"`
}

const (
	mendedShare = 0.9 // what the other word counts where the archive has not the one typed
	doubtShare  = 0.6 // and where it has that too, though hardly ever
	// rarer is by how much rarer than the word that it is taken for a misspelling must be that some article has too: in an
	// archive of 16,000 passages, by a hundred times.
	rarer = 0.5
)

// shortest is the length of the shortest stem that a word is taken for.
const shortest = 4

// mending is a Mending whose word has to be found as printed yet.
type mending struct{ typed, stem string }

// mend finds, for words that the archive has not or hardly has, the commonest that are spelt almost like them.
func (d *Desk) mend(ctx context.Context, r *reading, text string) error {
	for i := range r.terms {
		t := &r.terms[i]
		distance := reachOf(t.Word)
		unknown := t.rarity == 1
		if t.before || distance == 0 || !unknown && (t.rarity < rarer || distance == 1) {
			continue
		}
		if !unknown {
			distance = 1
		}
		stem, rarity, err := d.commonest(ctx, t.Term, distance)
		if err != nil {
			return err
		}
		share := mendedShare
		switch {
		case stem == "":
			continue
		case unknown:
			t.weight = rarity
		case t.rarity-rarity < rarer:
			continue
		default:
			share = doubtShare
		}
		r.substitutes = append(r.substitutes, substitute{stems: []string{stem}, terms: []int{i}, share: share, rarity: rarity, mended: true})
		r.mended = append(r.mended, mending{t.Span.Of(text), stem})
	}
	return nil
}

// commonest is the commonest of the terms that are spelt like this one but for so many letters, nearer ones first; empty
// if there is none.
func (d *Desk) commonest(ctx context.Context, term string, distance int) (stem string, rarity float64, err error) {
	for n := 1; n <= distance && stem == ""; n++ {
		similar, err := d.index.Similar(term, n)
		if err != nil {
			return "", 0, err
		}
		values, err := d.index.Rarity(ctx, similar)
		if err != nil {
			return "", 0, err
		}
		rarity = 1
		for i, s := range similar {
			if values[i] < rarity && len(s) >= shortest {
				stem, rarity = s, values[i]
			}
		}
	}
	return stem, rarity, nil
}

// reachOf is how many letters of a word may be wrong: short words are too many other words, and numbers are right.
func reachOf(word string) int {
	n := utf8.RuneCountInString(word)
	switch {
	case n < 5 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }):
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// mendings are the words that were looked for too and are in a passage shown, as it prints them.
func (r *reading) mendings(found []*candidate) []Mending {
	var out []Mending
	for _, m := range r.mended {
		if word := printed(found, m.stem); word != "" {
			out = append(out, Mending{m.typed, word})
		}
	}
	return out
}

// printed is how the first of the passages that has a word of that stem prints it; empty if none has.
func printed(found []*candidate, stem string) string {
	for _, c := range found[:min(len(found), maxPassages)] {
		for _, t := range c.record.Words(c.n).Tokens {
			if t.Term == stem {
				return t.Span.Of(c.passage().Span.Of(c.record.Article.Body))
			}
		}
	}
	return ""
}
