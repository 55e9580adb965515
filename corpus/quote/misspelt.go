package quote

// A surname is taken for a misspelt one if it has at least this many bytes and is sought among so many members.
const (
	shortestMisspelt = 5
	mostMisspelt     = 64
)

// misspelt is the one person, named in full, whose surname is a letter off the name of one word: "Brandtt" for Ada
// Brandt; -1 if there is none, or two.
func (c *cast) misspelt(m *mention, w string) int {
	if len(w) < shortestMisspelt || c.toks[m.lo].class != 0 || c.located(m) || c.acronym(m.lo) || c.modifies(m.run, c.units[m.unit].hi) {
		return -1
	}
	found := -1
	for id := range min(len(c.members), mostMisspelt) {
		x := &c.members[id]
		if !x.person || x.given == "" || len(x.surname) < shortestMisspelt || !letterOff(x.surname, w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = id
	}
	return found
}

// letterOff reports whether two words are the same but for one letter more, or another one, behind the first. A last "s"
// more makes a family of a name, and no mistake.
func letterOff(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a) > len(b)+1 || a == b || a == b+"s" || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	return a[i+1:] == b[i+len(b)+1-len(a):]
}
