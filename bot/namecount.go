package bot

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/bot/mention"
	"copydesk/bot/person"
	"copydesk/index"
)

// nameCount counts how often people say something, by their full names.
type nameCount struct {
	words  typing
	roster mention.Roster
	names  map[string]*namesake // nil for what is no full name of one person
}

// namesake is a name with how often it is whose.
type namesake struct {
	name  string
	form  person.Form
	fit   float64 // of the word typed that fits least
	count int
}

func newNameCount(words typing, roster mention.Roster) nameCount {
	return nameCount{words, roster, make(map[string]*namesake)}
}

// add counts those who say something in the article.
func (c nameCount) add(record *index.Record) {
	for i := range record.Attributions {
		at := &record.Attributions[i]
		if at.Anonymous || !stated(at) {
			continue
		}
		name := utterance{record, at}.name()
		n, known := c.names[name]
		if !known {
			n = c.namesake(name)
			c.names[name] = n
		}
		if n != nil {
			n.count++
		}
	}
}

// namesake is nil for what is no full name of a person.
func (c nameCount) namesake(name string) *namesake {
	form := nameOf(name)
	if several(name) || !form.Full() || form.Described || form.Body || strings.HasPrefix(name, "The ") || c.outlet(name) {
		return nil
	}
	n := &namesake{name: name, form: form, fit: fitsWhole}
	has := folded(name)
	for _, w := range c.words {
		n.fit = min(n.fit, w.best(has))
	}
	return n
}

// outlet reports whether the name is that of an outlet of the archive.
func (c nameCount) outlet(name string) bool {
	name = "the " + name
	found := c.roster.Outlets(name)
	return len(found) == 1 && found[0].Start == 0 && found[0].End == len(name)
}

// order are the people whom the words typed fit, each by the fullest form of the name, the best first.
func (c nameCount) order() []string {
	var all []namesake
	for _, family := range c.families() {
		all = append(all, oneByOne(family)...)
	}
	typed := strings.Join(c.words.folded(), " ")
	begins := func(n namesake) bool { return strings.HasPrefix(strings.Join(folded(n.name), " "), typed) }
	slices.SortFunc(all, func(a, b namesake) int {
		if right := a.fit >= rightlySpelt; right != (b.fit >= rightlySpelt) {
			return beforeIf(right)
		}
		if a.count == b.count && begins(a) != begins(b) {
			return beforeIf(begins(a))
		}
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.name, b.name))
	})
	out := []string{}
	for _, n := range all[:min(len(all), MaxSuggestions)] {
		out = append(out, n.name)
	}
	return out
}

// families are the names that may be of one another, by surname, of which any fits.
func (c nameCount) families() [][]*namesake {
	byName := make(map[string][]*namesake)
	for _, n := range c.names {
		if n != nil {
			byName[n.form.Family] = append(byName[n.form.Family], n)
		}
	}
	var out [][]*namesake
	for _, family := range byName {
		if slices.ContainsFunc(family, func(n *namesake) bool { return n.fit > 0 }) {
			out = append(out, family)
		}
	}
	return out
}

// oneByOne tells those of one surname apart and gives each the fullest form of the name; those are left out of whom no form
// fits.
func oneByOne(family []*namesake) []namesake {
	slices.SortFunc(family, func(a, b *namesake) int {
		return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.name, b.name))
	})
	var out []namesake
	var usual []*namesake // the most frequent form of each
	for _, n := range family {
		i := slices.IndexFunc(usual, func(u *namesake) bool { return oneName(u.name, n.name) })
		if i < 0 {
			usual, out = append(usual, n), append(out, *n)
			continue
		}
		one := &out[i]
		one.count, one.fit = one.count+n.count, max(one.fit, n.fit)
		if n.form.Given == usual[i].form.Given && n.form.Names > one.form.Names {
			one.name, one.form = n.name, n.form
		}
	}
	return slices.DeleteFunc(out, func(n namesake) bool { return n.fit == 0 })
}
