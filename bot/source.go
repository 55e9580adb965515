package bot

import (
	"cmp"
	"slices"

	"copydesk/corpus/quote"
	"copydesk/index"
)

// Source is somebody, or something, whom an article has say something.
type Source struct {
	// Name is the full name as the article first gives it, or its own words for somebody whom it does not name.
	Name string `json:"name"`
	// Role is what the article says that they are; nil if it says nothing.
	Role *string `json:"role"`
	// Anonymous says that the article does not name them, be they a person or a thing such as a poll. Two of whom it uses the same words are one here.
	Anonymous bool `json:"anonymous"`
	// Quoted is in how many places they are quoted, wholly or in part; Reported in how many their words are only reported.
	Quoted   int `json:"quoted"`
	Reported int `json:"reported"`
	// Statements are what they say, word for word, in the order of the article.
	Statements []Statement `json:"statements"`
}

// sources are those whom the article has say something, and surely so; the outlet itself is none.
func sources(who reader, r *index.Record) []Source {
	out := []Source{}
	for _, said := range voicesOf(r) {
		slices.SortStableFunc(said, inOrder)
		name := fullest(said)
		s := Source{Name: name, Anonymous: said[0].Anonymous || !hasName(name), Statements: []Statement{}}
		for _, u := range said {
			if s.Role == nil && u.Role != "" {
				s.Role = &u.Role
			}
			if u.Kind == quote.Indirect {
				s.Reported++
			} else {
				s.Quoted++
			}
			s.Statements = append(s.Statements, u.show(who, 0))
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b Source) int { return cmp.Compare(b.Quoted, a.Quoted) })
	return out
}

// voicesOf are the utterances of an article by who makes them, in the order in which these first speak.
func voicesOf(r *index.Record) [][]utterance {
	var out [][]utterance
	for i := range r.Attributions {
		u := utterance{r, &r.Attributions[i]}
		if !u.shown() || ownVoice(u.Speaker, r.Article.Outlet) {
			continue
		}
		at := slices.IndexFunc(out, func(said []utterance) bool { return u.sameVoice(said[0]) })
		if at < 0 {
			at = len(out)
			out = append(out, nil)
		}
		out[at] = append(out[at], u)
	}
	return out
}

// shown reports whether the utterance is shown as its speaker's. What a headline says somebody said is not: it stands in
// the story too, and in fuller words.
func (u utterance) shown() bool {
	return stated(u.Attribution) && u.record.Article.ParagraphAt(u.Content[0].Start) > 0
}

// sameVoice reports whether one article has the same one say both. Whom it does not name is told by its words alone, and so
// is what is no person.
func (u utterance) sameVoice(v utterance) bool {
	if u.Anonymous != v.Anonymous {
		return false
	}
	a, b := nameOf(u.Speaker), nameOf(v.Speaker)
	if u.Anonymous || !a.Full() || !b.Full() {
		return slices.Equal(folded(u.Speaker), folded(v.Speaker))
	}
	return oneName(u.name(), v.name())
}

// fullest is the first full name among those of one speaker, or else the first.
func fullest(said []utterance) string {
	for _, u := range said {
		if nameOf(u.Speaker).Full() {
			return u.name()
		}
	}
	return said[0].name()
}
