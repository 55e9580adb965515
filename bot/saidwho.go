package bot

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// figure is somebody, or what may be one, with all that is said under their names.
type figure struct {
	name string // the most frequent; a full one, if there is one
	said []utterance
}

// byName finds the statements of whoever has the name.
func (s *saying) byName(ctx context.Context, out *Statements) error {
	asked := person.FormOf(s.name)
	kin := remember(func(name string) bool { return sameFamily(asked, nameOf(name)) })
	all, cut, err := s.utterances(ctx, asked.Family, func(at *quote.Attribution) bool { return !at.Anonymous && kin(at.Speaker) })
	if err != nil {
		return err
	}
	fit, others := s.tellApart(asked, figures(all))
	out.Cut = cut
	s.decide(fit, others, out)
	return nil
}

// byFirstNameOrOffice looks for somebody whom no surname fits. Those who have it as their first name are only listed.
func (s *saying) byFirstNameOrOffice(ctx context.Context, out *Statements) error {
	first := person.FormOf(s.name)
	named := remember(func(name string) bool { return nameOf(name).Given == first.Family && !several(name) })
	all, _, err := s.utterances(ctx, first.Family, func(at *quote.Attribution) bool { return !at.Anonymous && named(at.Speaker) })
	if err != nil {
		return err
	}
	if found := figures(all); !first.Full() && len(found) > 0 {
		out.People = people(found, maxPeople)
		return nil
	}
	s.name = "the " + strings.ToLower(s.name) // an office in capitals looks like a name
	if !person.FormOf(s.name).Described {
		return nil
	}
	return s.byOffice(ctx, out)
}

// byOffice finds who is called what was asked for, and then their statements. A body has its own.
func (s *saying) byOffice(ctx context.Context, out *Statements) error {
	body := person.FormOf(s.name).Body
	wanted := folded(s.name)
	all, cut, err := s.utterances(ctx, s.name, s.holdsOffice)
	if err != nil {
		return err
	}
	holders := figures(slices.DeleteFunc(all, func(u utterance) bool {
		form := nameOf(u.Speaker)
		if body {
			has := folded(u.Speaker)
			return !form.Body || slices.ContainsFunc(wanted, func(w string) bool { return !descriptive[w] && !slices.Contains(has, w) })
		}
		return !form.Full() || form.Body || several(u.Speaker)
	}))
	switch {
	case len(holders) == 0:
		return nil
	case body || len(holders) > 1:
		out.Cut = cut
		s.decide(holders, nil, out)
		return nil
	}
	u := holders[0].said[0]
	out.Office = &Office{speakerOf(u.Attribution).Role, cite(u.record.Article)}
	s.name = holders[0].name
	return s.byName(ctx, out)
}

// holdsOffice reports whether the article calls the speaker what was asked for. Who was it once is not it now.
func (s *saying) holdsOffice(at *quote.Attribution) bool {
	speaker := speakerOf(at)
	if at.Anonymous || former(speaker.Role) && !former(s.name) {
		return false
	}
	return person.Compare(s.name, speaker) == person.Same
}

// remember keeps what is told of each text.
func remember(tell func(string) bool) func(string) bool {
	told := make(map[string]bool)
	return func(text string) bool {
		is, known := told[text]
		if !known {
			is = tell(text)
			told[text] = is
		}
		return is
	}
}

// former reports whether what somebody is said to be is in the past, or not yet.
func former(role string) bool {
	return slices.ContainsFunc(folded(role), func(w string) bool { return pastOffice[w] })
}

var pastOffice = set(`former ex then onetime once previous late outgoing acting deputy vice candidate nominee spokesman spokeswoman`)

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
		i := slices.IndexFunc(out, func(g *figure) bool { return samePerson(g.name, f.name) })
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

// samePerson reports whether two names are surely of one person. A father and his son are not. Two bodies are the same
// here: whoever asks for one has said enough of it.
func samePerson(a, b string) bool {
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

// tellApart finds who has the name that was asked for, and who has no more than the surname.
func (s *saying) tellApart(asked person.Form, all []*figure) (fit, others []*figure) {
	all = slices.DeleteFunc(all, func(f *figure) bool { return nameOf(f.name).Described })
	all = byTitle(all)
	for _, f := range all {
		form := nameOf(f.name)
		if asked.Full() && !form.Full() || several(f.name) != several(s.name) || !s.fits(f) || asked.Suffix != form.Suffix && suffixed(all, asked, form) {
			others = append(others, f)
		} else {
			fit = append(fit, f)
		}
	}
	if !asked.Full() && slices.ContainsFunc(fit, full) {
		return oneSurname(fit, others)
	}
	return fit, others
}

func full(f *figure) bool { return nameOf(f.name).Full() && !several(f.name) }

// oneSurname treats those who fit a surname that was asked for: where one person has it, the stories that give no more are
// about that person; where several have it, they are about nobody in particular.
func oneSurname(fit, others []*figure) ([]*figure, []*figure) {
	var named, alone []*figure
	for _, f := range fit {
		if full(f) {
			named = append(named, f)
		} else {
			alone = append(alone, f)
		}
	}
	if len(named) > 1 || slices.ContainsFunc(others, full) {
		return named, append(others, alone...)
	}
	for _, f := range alone {
		named[0].said = append(named[0].said, f.said...)
	}
	return named, others
}

// fits reports whether what was asked for is, by some story, the figure's name: where a first name was asked for, by a
// story that has one.
func (s *saying) fits(f *figure) bool {
	whole := nameOf(s.name).Full()
	seen := make(map[string]bool)
	return slices.ContainsFunc(f.said, func(u utterance) bool {
		key := u.Speaker + "\n" + u.Role
		if seen[key] {
			return false
		}
		seen[key] = true
		return (!whole || nameOf(u.Speaker).Full()) && person.Compare(s.name, speakerOf(u.Attribution)) == person.Same
	})
}

// sameFamily reports whether a word of the one surname is one of the other: "Voss" and "Ellery-Voss".
func sameFamily(a, b person.Form) bool {
	of := folded(b.Family)
	return slices.ContainsFunc(folded(a.Family), func(w string) bool { return slices.Contains(of, w) })
}

// suffixed reports whether the archive has the name with the suffix asked for and without, or with the other: a father and
// his son.
func suffixed(all []*figure, asked, form person.Form) bool {
	return slices.ContainsFunc(all, func(f *figure) bool {
		other := nameOf(f.name)
		return other.Suffix == asked.Suffix && other.Family == form.Family && other.Given == form.Given
	})
}

// decide shows the statements of the one who fits, or who they are if there are several.
func (s *saying) decide(fit, others []*figure, out *Statements) {
	slices.SortStableFunc(others, byQuoted)
	out.Others = people(others, maxOthers)
	if len(fit) == 1 {
		p := fit[0].person()
		out.Person = &p
		out.Statements = s.statements(fit[0].said)
		return
	}
	out.People = people(fit, maxPeople)
}

func people(all []*figure, most int) (out []Person) {
	for _, f := range all[:min(len(all), most)] {
		out = append(out, f.person())
	}
	return out
}

const (
	maxOthers = 8
	maxPeople = 25
	maxRoles  = 3
)

// person is the figure as it is shown.
func (f *figure) person() Person {
	p := Person{Name: f.name, Quoted: len(f.said)}
	names := make(map[string]int)
	for _, u := range f.said {
		names[u.name()]++
	}
	delete(names, f.name)
	p.Names = slices.SortedFunc(maps.Keys(names), func(a, b string) int { return cmp.Or(names[b]-names[a], strings.Compare(a, b)) })
	count := make(map[string]int)
	for _, u := range f.said {
		if u.Role != "" {
			count[u.Role]++
		}
	}
	for len(p.Roles) < maxRoles && len(count) > 0 {
		best := ""
		for role, n := range count {
			if best == "" || n > count[best] || n == count[best] && role < best {
				best = role
			}
		}
		p.Roles = append(p.Roles, best)
		for role := range count {
			if slices.Equal(folded(role), folded(best)) {
				delete(count, role)
			}
		}
	}
	return p
}

// wordsOf are the words of what is said, for telling reprints.
func (u utterance) wordsOf() []string {
	var out []string
	for _, c := range u.Content {
		for _, t := range index.Analyze(c.Of(u.record.Article.Body)) {
			out = append(out, t.Word)
		}
	}
	return out
}
