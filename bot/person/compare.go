package person

import (
	"slices"
	"strings"
)

// sameName compares two names.
func sameName(c, a naming, role string) Likeness {
	if !sameFamily(c, a) {
		return otherNames(c, a)
	}
	if c.suffix != "" && a.suffix != "" && c.suffix != a.suffix {
		return Other
	}
	if len(c.given) == 0 || len(a.given) == 0 {
		return surnameAlone(c, a, role)
	}
	return sameGiven(c, a)
}

// sameFamily reports whether the last names are the same; of a double name either half will do.
func sameFamily(c, a naming) bool {
	if c.family == a.family {
		return true
	}
	half := func(whole, part string) bool {
		return strings.HasSuffix(whole, "-"+part) || strings.HasPrefix(whole, part+"-")
	}
	if half(c.family, a.family) || half(a.family, c.family) {
		return true
	}
	plain := func(s string) string { return strings.NewReplacer("-", "", "'", "").Replace(s) }
	return plain(c.family) == plain(a.family)
}

// otherNames decides on names with different last words.
func otherNames(c, a naming) Likeness {
	if len(c.given) == 0 && slices.ContainsFunc(a.given, func(g string) bool { return sameFirst(c.family, g) && len(g) > 1 }) {
		return Unsure // a first name alone: “Ada said”
	}
	if len(a.given) == 0 && slices.ContainsFunc(c.given, func(g string) bool { return sameFirst(a.family, g) && len(g) > 1 }) {
		return Unsure
	}
	if within(c.words, a.words) || within(a.words, c.words) {
		return Unsure
	}
	return Other
}

// surnameAlone decides where one of the two has a last name and no first. With a title that the role does not bear out,
// it may be somebody else of that name.
func surnameAlone(c, a naming, role string) Likeness {
	for _, t := range c.titles {
		if courtesies[t] || len(a.titles) == 0 && role == "" {
			continue
		}
		if !slices.Contains(a.titles, t) && !mentions(role, t) {
			return Unsure
		}
	}
	return Same
}

// sameGiven compares first names, where both have one. What is before the first name may be a title that no list has:
// only the other's first name need be among them.
func sameGiven(c, a naming) Likeness {
	if slices.ContainsFunc(c.given, func(g string) bool { return sameFirst(g, a.given[0]) }) {
		if middle(c) != "" && middle(a) != "" && middle(c)[0] != middle(a)[0] && sameFirst(c.given[0], a.given[0]) {
			return Unsure
		}
		return Same
	}
	if slices.ContainsFunc(a.given, func(g string) bool { return sameFirst(g, c.given[0]) }) {
		return Same // by the middle name
	}
	return Other
}

func middle(n naming) string {
	if len(n.given) < 2 {
		return ""
	}
	return n.given[len(n.given)-1]
}

// sameFirst reports whether two first names may be one's: the same, an initial of the other, or a short form.
func sameFirst(x, y string) bool {
	switch {
	case x == y:
		return true
	case initials(x) || initials(y):
		return x[0] == y[0]
	}
	return slices.ContainsFunc(shortForms[x], func(f string) bool { return slices.Contains(shortForms[y], f) })
}

// initials reports initials: "j", "jd".
func initials(s string) bool {
	return len(s) == 1 || len(s) == 2 && !strings.ContainsAny(s, "aeiouy")
}

// sameDescription compares two descriptions of somebody without a name. Who one of them is cannot be told from the other
// beyond their words.
func sameDescription(c, a naming) Likeness {
	x, y := telling(c.words), telling(a.words)
	shared := 0
	for _, w := range x {
		if slices.ContainsFunc(y, func(v string) bool { return v == w || sameAgent(v, w) }) {
			shared++
		}
	}
	switch {
	case len(x) == 0 || len(y) == 0:
		return Unsure
	case shared == min(len(x), len(y)) || 2*shared > max(len(x), len(y)):
		return Same
	case shared == 0 || headsDiffer(c.words, a.words):
		return Other
	}
	return Unsure
}

// headsDiffer reports whether the descriptions name different kinds of people: an adviser, a donor.
func headsDiffer(c, a []string) bool {
	x, y := agentOf(c), agentOf(a)
	return x != "" && y != "" && x != y && !sameAgent(x, y)
}

func agentOf(words []string) string {
	for _, w := range words {
		if agents[w] {
			return w
		}
	}
	return ""
}

func sameAgent(x, y string) bool {
	return x != "" && spokespersons[x] && spokespersons[y] || adviser(x) && adviser(y)
}

func adviser(w string) bool {
	return w == "adviser" || w == "advisor" || w == "advisers" || w == "advisors"
}

// holds reports whether somebody with a name holds the office claimed: all that tells of it is in the role or before
// the name.
func holds(c naming, s Speaker) Likeness {
	office := telling(c.words)
	has := parse(s.Name + " " + s.Role).words
	shared := 0
	for _, w := range office {
		if slices.ContainsFunc(has, func(v string) bool { return v == w || titleForms[v] == w || titleForms[w] == v || sameAgent(v, w) }) {
			shared++
		}
	}
	body := slices.ContainsFunc(office, func(w string) bool { return bodies[w] })
	switch {
	case body && c.named && shared == 0:
		return Other
	case len(office) == 0 || s.Role == "":
		return Unsure
	case shared == 0 && (agentOf(c.words) == "" || c.named):
		return Other // the story says what they are, and it is something else
	case shared == len(office) && agentOf(c.words) == "" && agentOf(has) != "":
		if body {
			return Unsure // a ministry speaks by its spokesman
		}
		return Other // the mayor's aide is not the mayor
	case shared == len(office):
		return Same
	}
	return Unsure
}

// sameBody compares a name with what the article calls a group, a paper or somebody's people. One without a name of its
// own, "the company", "the note", may be anybody's.
func sameBody(c, a naming) Likeness {
	x, y := telling(c.words), telling(a.words)
	switch {
	case slices.Equal(x, y):
		return Same
	case agentOf(a.words) != "":
		return Other
	case !a.named:
		return Unsure
	case slices.ContainsFunc(a.words, func(w string) bool { return bodies[w] }) && !within(y, x):
		return Other
	case within(x, y) || within(y, x):
		return Unsure
	}
	return Other
}

// telling are the words that tell one description from another.
func telling(words []string) []string {
	var out []string
	for _, w := range words {
		if !articles[w] && !prepositions[w] && !vague[w] {
			out = append(out, w)
		}
	}
	return out
}

// within reports whether all words of x are among y's, and there are some.
func within(x, y []string) bool {
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// mentions reports whether the role has the title, in full or shortened.
func mentions(role, title string) bool {
	return slices.ContainsFunc(parse(role).words, func(w string) bool {
		return w == title || titleForms[w] == title || titleForms[title] == w || titleForms[w] != "" && titleForms[w] == titleForms[title]
	})
}
