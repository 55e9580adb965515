package bot

import (
	"cmp"
	"slices"

	"copydesk/bot/person"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// Source is somebody, or something, whom an article has say something.
type Source struct {
	// Name is the full name as the article first gives it, or its own words for somebody whom it does not name.
	Name string `json:"name"`
	// Role is what the article says that they are; nil if it says nothing.
	Role *string `json:"role"`
	// Anonymous says that the article does not name them. Two of whom it uses the same words are one here.
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
		s := Source{Name: fullest(said), Anonymous: said[0].Anonymous, Statements: []Statement{}}
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
	var out, alone [][]utterance
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
	out, alone = divide(out, func(said []utterance) bool { return !surnameOnly(said[0]) })
	for _, said := range alone {
		if holder := onlyHolder(out, said[0]); holder >= 0 {
			out[holder] = append(out[holder], said...)
		} else {
			out = append(out, said)
		}
	}
	slices.SortStableFunc(out, func(a, b []utterance) int { return cmp.Compare(first(a), first(b)) })
	return out
}

// shown reports whether the utterance is shown as its speaker's. What a headline says somebody said is not: it stands in
// the story too, and in fuller words.
func (u utterance) shown() bool {
	return stated(u.Attribution) && u.record.Article.ParagraphAt(u.Content[0].Start) > 0
}

// first is where the earliest of the utterances stands.
func first(said []utterance) int {
	at := said[0].Content[0].Start
	for _, u := range said {
		at = min(at, u.Content[0].Start)
	}
	return at
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

// surnameOnly reports whether the article gives no more than the surname of somebody.
func surnameOnly(u utterance) bool {
	form := nameOf(u.Speaker)
	return !u.Anonymous && !form.Described && form.Given == "" && !several(u.Speaker)
}

// onlyHolder is the place of the one of those with full names who has the surname; -1 if there is none, or another.
func onlyHolder(all [][]utterance, u utterance) int {
	holder := -1
	for i, said := range all {
		name := said[0].Speaker
		if said[0].Anonymous || several(name) || nameOf(name).Family != nameOf(u.Speaker).Family {
			continue
		}
		if holder >= 0 || person.Compare(u.Speaker, speakerOf(said[0].Attribution)) != person.Same {
			return -1
		}
		holder = i
	}
	return holder
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

// divide parts those for which keep holds from the others, in their order.
func divide[T any](all []T, keep func(T) bool) (kept, others []T) {
	for _, one := range all {
		if keep(one) {
			kept = append(kept, one)
		} else {
			others = append(others, one)
		}
	}
	return kept, others
}
