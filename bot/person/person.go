// Package person tells whether two ways of naming somebody name one person: "Sen. Tom Varga" and "Thomas Q. Varga", "the
// mayor" and a name with its role. It knows names in general, and nobody in particular.
package person

import "slices"

// Likeness says whether two namings are of one person.
type Likeness string

// The Likenesses.
const (
	Same   Likeness = "same"
	Other  Likeness = "other"
	Unsure Likeness = "unsure"
)

// Speaker is somebody as an article has them.
type Speaker struct {
	// Name is the full name, or the article's own words for somebody whom it does not name; empty if it cannot be told.
	Name string
	// Role is what the article says that they are; it may be empty.
	Role string
	// Anonymous says that the article does not name them.
	Anonymous bool
}

// Compare tells whether somebody named by hand, "Sen. Varga" or "the mayor", is the speaker. A title is no part of a name;
// a short form, an initial or a missing accent is no difference. Somebody anonymous is never somebody named; a
// spokesperson is not the person, nor is a campaign its candidate. What names alone leave open is Unsure.
func Compare(claimed string, s Speaker) Likeness {
	c := parse(claimed)
	if len(c.words) == 0 || s.Name == "" {
		return Unsure
	}
	a := parse(s.Name)
	switch {
	case slices.Equal(c.words, a.words):
		return Same
	case c.described && (s.Anonymous || a.described):
		return sameDescription(c, a)
	case c.described:
		return holds(c, s)
	case s.Anonymous:
		return Other
	case a.described:
		return sameBody(c, a)
	}
	return sameName(c, a, s.Role)
}

// Mentioned reports whether the text has the last name of somebody named by hand, or, where they are described and not
// named, any of the words that tell them from others.
func Mentioned(claimed, text string) bool {
	c := parse(claimed)
	wanted := []string{c.family}
	if c.described {
		wanted = telling(c.words)
	}
	for _, w := range split(text) {
		if slices.Contains(wanted, w.fold) {
			return true
		}
	}
	return false
}
