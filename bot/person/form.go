package person

// Form is how a naming names somebody. Words are in lower case, without accents and stops.
type Form struct {
	// Given is the first name; empty if there is none.
	Given string
	// Family is the last name, or the only one; empty if there is none.
	Family string
	// Suffix is jr, sr, ii, iii or iv; empty if there is none.
	Suffix string
	// Described says that it is no name but what somebody is: "the mayor", "Varga's campaign".
	Described bool
}

// FormOf tells how a naming names somebody.
func FormOf(naming string) Form {
	n := parse(naming)
	f := Form{Family: n.family, Suffix: n.suffix, Described: n.described}
	if len(n.given) > 0 {
		f.Given = n.given[0]
	}
	return f
}

// Full reports whether it has a first name and a last one.
func (f Form) Full() bool { return f.Given != "" && f.Family != "" }
