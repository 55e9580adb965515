package bot

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"copydesk/bot/person"
)

// figure is somebody, or what may be one, with all that is said under their names.
type figure struct {
	name string // the most frequent; a full one, if there is one
	said []utterance
}

// figures puts together what is said under one name in its several forms, whoever is quoted most first. A surname alone
// is a figure of its own: it may be anybody's.
func figures(all []utterance) []*figure {
	byName := make(map[string]*figure)
	for _, u := range all {
		name := u.name()
		f := byName[name]
		if f == nil {
			f = &figure{name: name}
			byName[name] = f
		}
		f.said = append(f.said, u)
	}
	found := slices.SortedFunc(maps.Values(byName), byQuoted)
	var out []*figure
	for _, f := range found {
		i := slices.IndexFunc(out, func(g *figure) bool { return oneName(g.name, f.name) })
		if i < 0 {
			out = append(out, f)
			continue
		}
		out[i].said = append(out[i].said, f.said...)
	}
	slices.SortFunc(out, byQuoted)
	return out
}

// name is the speaker's, with single spaces.
func (u utterance) name() string { return strings.Join(strings.Fields(u.Speaker), " ") }

func byQuoted(a, b *figure) int {
	return cmp.Or(cmp.Compare(len(b.said), len(a.said)), cmp.Compare(a.name, b.name))
}

// oneName reports whether two names are surely of one person. A father and his son are not. Two bodies are the same
// here: whoever asks for one has said enough of it.
func oneName(a, b string) bool {
	x, y := nameOf(a), nameOf(b)
	if x.Body && y.Body {
		return true
	}
	if x.Full() != y.Full() || x.Described || y.Described || x.Suffix != y.Suffix || several(a) != several(b) {
		return false
	}
	return person.Compare(a, person.Speaker{Name: b}) == person.Same
}

// several reports whether the name is of more than one, who then say it together.
func several(name string) bool { return strings.Contains(name, " and ") }

func nameOf(name string) person.Form { return person.FormOf(name) }

func people(all []*figure, most int) (out []Person) {
	for _, f := range all[:min(len(all), most)] {
		out = append(out, f.person())
	}
	return out
}

// The bounds of what is shown of people.
const (
	maxOthers = 8
	maxPeople = 25
	maxRoles  = 3
)

// person is the figure as it is shown.
func (f *figure) person() Person {
	names := make(map[string]int)
	for _, u := range f.said {
		names[u.name()]++
	}
	delete(names, f.name)
	p := Person{Name: f.name, Names: frequent(names), Roles: f.roles(), Quoted: len(f.said)}
	for _, u := range f.said {
		day := parseDay(dayOf(u.record.Article.Published.Wall()))
		if p.First.IsZero() || !day.IsZero() && day.Before(p.First) {
			p.First = day
		}
		if day.After(p.Last) {
			p.Last = day
		}
	}
	return p
}

// roles are the most frequent, each once whatever its case.
func (f *figure) roles() []string {
	count := make(map[string]int)
	for _, u := range f.said {
		if u.Role != "" {
			count[u.Role]++
		}
	}
	var out []string
	for _, role := range frequent(count) {
		same := func(other string) bool { return slices.Equal(folded(role), folded(other)) }
		if len(out) < maxRoles && !slices.ContainsFunc(out, same) {
			out = append(out, role)
		}
	}
	return out
}

// frequent are the texts, the most frequent first.
func frequent(count map[string]int) []string {
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b)) })
}
