package bot

import (
	"context"
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/corpus/quote"
)

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
	out.Office = &Office{speakerOf(u.Attribution).Role, s.who.cite(u.record)}
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

// former reports whether somebody is said to have been something, to want to be it, or to work for who is.
func former(role string) bool {
	return slices.ContainsFunc(folded(role), func(w string) bool { return pastOffice[w] })
}

var pastOffice = set(`former ex then onetime once previous late outgoing acting deputy vice candidate nominee spokesman spokeswoman`)

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
