package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// figure is somebody, or what may be one, with all that is said under their names.
type figure struct {
	names map[string]int // how often under each
	said  []utterance
}

// byName finds the statements of whoever has the name.
func (s *saying) byName(ctx context.Context, out *Statements) error {
	asked := person.FormOf(s.name)
	kin := make(map[string]bool)
	all, cut, err := s.utterances(ctx, asked.Family, func(at *quote.Attribution) bool {
		is, known := kin[at.Speaker]
		if !known {
			is = sameFamily(asked, nameOf(at.Speaker))
			kin[at.Speaker] = is
		}
		return is && !at.Anonymous
	})
	if err != nil {
		return err
	}
	fit, others := s.tellApart(asked, figures(all))
	out.Cut = cut
	s.decide(fit, others, out)
	return nil
}

// byOffice finds who is called what was asked for, and then their statements.
func (s *saying) byOffice(ctx context.Context, out *Statements) error {
	all, cut, err := s.utterances(ctx, s.name, s.holdsOffice)
	if err != nil {
		return err
	}
	named := slices.DeleteFunc(slices.Clone(all), func(u utterance) bool { return !nameOf(u.Speaker).Full() || u.Anonymous })
	holders := figures(named)
	if len(holders) != 1 {
		out.Cut = cut
		s.decide(holders, nil, out)
		return nil
	}
	s.name = holders[0].name()
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
		f := byName[u.Speaker]
		if f == nil {
			f = &figure{names: make(map[string]int)}
			byName[u.Speaker] = f
		}
		f.names[u.Speaker]++
		f.said = append(f.said, u)
	}
	var out []*figure
	for _, f := range sorted(byName) {
		i := slices.IndexFunc(out, func(g *figure) bool { return samePerson(g.name(), f.name()) })
		if i < 0 {
			out = append(out, f)
			continue
		}
		out[i].said = append(out[i].said, f.said...)
		for name, n := range f.names {
			out[i].names[name] += n
		}
	}
	slices.SortStableFunc(out, byQuoted)
	return out
}

func byQuoted(a, b *figure) int {
	return cmp.Or(cmp.Compare(len(b.said), len(a.said)), cmp.Compare(a.name(), b.name()))
}

func sorted(m map[string]*figure) []*figure {
	var out []*figure
	for _, f := range m {
		out = append(out, f)
	}
	slices.SortFunc(out, byQuoted)
	return out
}

// name is the most frequent of the figure's names.
func (f *figure) name() string {
	best := ""
	for name, n := range f.names {
		if best == "" || n > f.names[best] || n == f.names[best] && name < best {
			best = name
		}
	}
	return best
}

// samePerson reports whether two names are surely of one person. A father and his son are not.
func samePerson(a, b string) bool {
	x, y := nameOf(a), nameOf(b)
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
	for _, f := range all {
		form := nameOf(f.name())
		switch {
		case form.Described:
		case form.Full() != asked.Full() && asked.Full(), several(f.name()) != several(s.name), !s.fits(f), asked.Suffix == "" && form.Suffix != "" && unsuffixed(all, form):
			others = append(others, f)
		default:
			fit = append(fit, f)
		}
	}
	if full := slices.IndexFunc(fit, func(f *figure) bool { return nameOf(f.name()).Full() }); full >= 0 && !asked.Full() {
		fit, others = s.surnames(fit, others)
	}
	return fit, others
}

// surnames treats those who fit a surname that was asked for: where one person has it, the stories that give no more are
// about that person; where several have it, they are about nobody in particular.
func (s *saying) surnames(fit, others []*figure) ([]*figure, []*figure) {
	bare := func(f *figure) bool { return !nameOf(f.name()).Full() }
	var named, alone []*figure
	for _, f := range fit {
		if bare(f) {
			alone = append(alone, f)
		} else {
			named = append(named, f)
		}
	}
	namesakes := slices.ContainsFunc(others, func(f *figure) bool { return !bare(f) })
	if len(named) > 1 || namesakes {
		return named, append(others, alone...)
	}
	for _, f := range alone {
		named[0].said = append(named[0].said, f.said...)
		for name, n := range f.names {
			named[0].names[name] += n
		}
	}
	return named, others
}

// fits reports whether what was asked for is, by some story, the figure's name.
func (s *saying) fits(f *figure) bool {
	seen := make(map[string]bool)
	return slices.ContainsFunc(f.said, func(u utterance) bool {
		key := u.Speaker + "\n" + u.Role
		if seen[key] {
			return false
		}
		seen[key] = true
		return person.Compare(s.name, speakerOf(u.Attribution)) == person.Same
	})
}

// sameFamily reports whether a word of the one surname is one of the other: "Voss" and "Ellery-Voss".
func sameFamily(a, b person.Form) bool {
	of := folded(b.Family)
	return slices.ContainsFunc(folded(a.Family), func(w string) bool { return slices.Contains(of, w) })
}

// unsuffixed reports whether somebody has the name without its "Jr.".
func unsuffixed(all []*figure, form person.Form) bool {
	return slices.ContainsFunc(all, func(f *figure) bool {
		other := nameOf(f.name())
		return other.Suffix == "" && other.Family == form.Family && other.Given == form.Given
	})
}

// decide shows the statements of the one who fits, or who they are if there are several.
func (s *saying) decide(fit, others []*figure, out *Statements) {
	slices.SortStableFunc(others, byQuoted)
	for _, f := range others[:min(len(others), maxOthers)] {
		out.Others = append(out.Others, f.person())
	}
	switch len(fit) {
	case 0:
	case 1:
		p := fit[0].person()
		out.Person = &p
		out.Statements = s.statements(fit[0].said)
	default:
		for _, f := range fit[:min(len(fit), maxPeople)] {
			out.People = append(out.People, f.person())
		}
	}
}

const (
	maxOthers = 8
	maxPeople = 25
	maxRoles  = 3
)

// person is the figure as it is shown.
func (f *figure) person() Person {
	p := Person{Name: f.name(), Quoted: len(f.said)}
	for name := range f.names {
		if name != p.Name {
			p.Names = append(p.Names, name)
		}
	}
	slices.SortFunc(p.Names, func(a, b string) int { return cmp.Or(f.names[b]-f.names[a], strings.Compare(a, b)) })
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
