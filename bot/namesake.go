package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/bot/person"
	"copydesk/index"
)

// namesake is a full name of somebody, with how many articles have it.
type namesake struct {
	name     string
	form     person.Form
	fit      float64 // of the word typed that fits least
	articles int
}

// namesake is false for what is no full name of one person.
func (c *nameSearch) namesake(name string, articles int) (namesake, bool) {
	if several(name) || !personal(name) || c.outlet(name) {
		return namesake{}, false
	}
	form := nameOf(name)
	return namesake{name, form, c.fit(name), articles}, form.Full() && !form.Described && !form.Body && len(folded(form.Family)) > 0
}

// personal reports whether a name may be a person's, as far as its words tell. What is all in capitals is a heading.
func personal(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first) && strings.ContainsFunc(name, unicode.IsLower) && !slices.ContainsFunc(folded(name), func(w string) bool { return impersonal[w] })
}

// impersonal are words of the names of bodies, or of what somebody is, and of hardly any person's.
var impersonal = set(`the times news tribune gazette magazine media radio network networks channel corps corp corporation inc llc ltd
	pac pacs organization organizations organisation organisations committee committees institute institutes union unions rights
	watch matter matters university college association group groups company agency activists americans republicans democrats
	state new editor correspondent director secretary adviser advisor spokesman spokeswoman strategist of for and`)

// outlet reports whether the name is that of an outlet of the archive, or begins with one.
func (c *nameSearch) outlet(name string) bool {
	words := strings.Fields(name)
	for n := len(words); n > 1; n-- {
		if len(c.roster.Called(strings.Join(words[:n], " "))) > 0 {
			return true
		}
	}
	return false
}

// people are those who have the names, each with all forms of the name that the archive has, the best first; where nothing is
// typed they stay in their order.
func (c *nameSearch) people(fitting []namesake) ([]someone, error) {
	var all []someone
	taken := make(map[string]bool)
	for _, n := range fitting {
		if taken[n.name] {
			continue
		}
		p, err := c.someone(n)
		if err != nil {
			return nil, err
		}
		for _, form := range p.forms {
			taken[form.name] = true
		}
		all = append(all, p)
	}
	all = likely(all, func(p someone) float64 { return p.fit })
	if len(c.words) > 0 {
		slices.SortStableFunc(all, someone.compare)
	}
	return all, nil
}

// someone is one person, by the forms of the name, the commonest first.
type someone struct {
	forms    []namesake
	fit      float64 // of the form that fits best
	articles int     // of all forms
}

func (p someone) compare(q someone) int {
	if right := p.fit >= rightlySpelt; right != (q.fit >= rightlySpelt) {
		return beforeIf(right)
	}
	return cmp.Compare(q.articles, p.articles)
}

// mostKin bounds the names of one surname that are looked at.
const mostKin = 100

// someone finds the other forms of a name.
func (c *nameSearch) someone(n namesake) (someone, error) {
	kin, err := c.kinOf(surname(n.form))
	if err != nil {
		return someone{}, err
	}
	p := someone{}
	usual := n
	for _, k := range kin {
		if k.articles > usual.articles && k.same(usual) {
			usual = k
		}
	}
	for _, k := range kin {
		if k.name == n.name || k.same(usual) {
			p.forms = append(p.forms, k)
			p.fit, p.articles = max(p.fit, k.fit), p.articles+k.articles
		}
	}
	if len(p.forms) == 0 {
		p = someone{[]namesake{n}, n.fit, n.articles}
	}
	return p, nil
}

// surname is the form's as the index has it.
func surname(form person.Form) string {
	words := folded(form.Family)
	return words[len(words)-1] // of "Ellery-Voss" both parts in one
}

// kinOf are the commonest names with that surname, the commonest first.
func (c *nameSearch) kinOf(family string) ([]namesake, error) {
	if kin, known := c.kin[family]; known {
		return kin, nil
	}
	counts, err := c.desk.index.Names(family, func(word string) bool { return word == family })
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(counts, func(a, b index.NameCount) int { return cmp.Compare(b.Articles, a.Articles) })
	var kin []namesake
	for _, n := range counts[:min(len(counts), mostKin)] {
		if k, ok := c.namesake(n.Name, int(n.Articles)); ok && surname(k.form) == family {
			kin = append(kin, k)
		}
	}
	c.kin[family] = kin
	return kin, nil
}

// same reports whether both names are one person's, or one of them a misprint.
func (n namesake) same(m namesake) bool {
	return oneName(n.name, m.name) || n.misprints(m) || m.misprints(n)
}

// usualMore is by how much more often a name is there than another that is taken for a misprint of it.
const usualMore = 10

// misprints reports whether the name is likely the other with a wrong letter in the first name: "Hilary" once, "Hillary"
// everywhere else.
func (n namesake) misprints(usual namesake) bool {
	if n.articles*usualMore > usual.articles || reachOf(n.form.Given) == 0 || n.form.Suffix != usual.form.Suffix {
		return false
	}
	wrong, _ := distances(n.form.Given, usual.form.Given)
	return wrong == 1
}

// leastShare is the part of the commonest form's articles in which a fuller one has to be, or it may be a slip.
const leastShare = 50

// shown is the fullest form of somebody's name in articles that may be shown; empty if none is, or none there that fits.
func (c *nameSearch) shown(ctx context.Context, p someone) (string, error) {
	usual := p.forms[0]
	forms := slices.Clone(p.forms)
	slices.SortStableFunc(forms, func(a, b namesake) int { return cmp.Compare(b.fullness(usual), a.fullness(usual)) })
	name, fits := "", false
	for _, f := range forms {
		if name != "" && f.fit == 0 {
			continue
		}
		open, err := c.open(ctx, f.name)
		if err != nil {
			return "", err
		}
		if open && name == "" {
			name = f.name
		}
		if fits = fits || open && f.fit > 0; fits && name != "" {
			return name, nil
		}
	}
	return "", nil
}

// fullness is how many names it has, if it gives the first name as the usual form does and is no slip; 0 otherwise.
func (n namesake) fullness(usual namesake) int {
	if n.form.Given != usual.form.Given || n.articles*leastShare < usual.articles {
		return 0
	}
	return n.form.Names
}

// mostOpened bounds the articles that are looked at for one that may be shown and has a name.
const mostOpened = 5

// open reports whether an article that may be shown surely has somebody of that name say something.
func (c *nameSearch) open(ctx context.Context, name string) (bool, error) {
	if c.opened[name] {
		return true, nil
	}
	hits, err := c.desk.index.Search(ctx, index.Query{Clauses: []index.Clause{index.Named(name)}, Filter: c.who.filter(), Size: mostOpened})
	if err != nil {
		return false, err
	}
	for _, h := range hits {
		record, err := c.desk.record(h.Article, c.who)
		if err != nil {
			return false, err
		}
		if slices.Contains(speakersOf(record), name) {
			return true, nil
		}
	}
	return false, nil
}
