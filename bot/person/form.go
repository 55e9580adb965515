package person

import "slices"

// Form is how a naming names somebody. Words are in lower case, without accents and stops.
type Form struct {
	// Given is the first name; empty if there is none.
	Given string
	// Family is the last name, or the only one; empty if there is none.
	Family string
	// Names is how many names it has, the family's included, and titles not.
	Names int
	// Suffix is jr, sr, ii, iii or iv; empty if there is none.
	Suffix string
	// Described says that it is no name but what somebody is: "the mayor", "Varga's campaign".
	Described bool
	// Body says that what is described is a group or what it publishes: "Varga's campaign", "the White House".
	Body bool
}

// FormOf tells how a naming names somebody.
func FormOf(naming string) Form {
	n := parse(naming)
	f := Form{Family: n.family, Suffix: n.suffix, Described: n.described}
	if n.family != "" {
		f.Names = len(n.given) + 1
	}
	if len(n.given) > 0 {
		f.Given = n.given[0]
	}
	if head := headOf(n.words); n.described && len(head) > 0 {
		f.Body = bodies[head[len(head)-1]]
	}
	return f
}

// headOf are the words before "of", "for" and the like.
func headOf(words []string) []string {
	if i := slices.IndexFunc(words, func(w string) bool { return prepositions[w] }); i >= 0 {
		return words[:i]
	}
	return words
}

// Full reports whether it has a first name and a last one.
func (f Form) Full() bool { return f.Given != "" && f.Family != "" }
