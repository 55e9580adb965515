package quote

import "fmt"

// trait is something about a candidate that speaks for or against its telling a stance. A field that plays no part in
// a trait is 0.
type trait struct {
	stem    uint16 // in stems
	frame   uint16 // in frames
	form    uint8  // 1 more than the form
	rel     uint8  // 1 more than the relation
	subject subjectKind
	flags   flags
}

// flags are what else there may be in a trait.
type flags uint8

const (
	flagBe flags = 1 << iota
	flagFixed
	flagNegated
	flagInfinitive
	flagModal
	flagQuotes
)

var flagNames = [...]string{"be", "fixed", "negated", "infinitive", "modal", "quotes"}

// on is f if the condition holds, and nothing otherwise.
func (f flags) on(condition bool) flags {
	if condition {
		return f
	}
	return 0
}

// subjectKind says what a subject is.
type subjectKind uint8

const (
	noSubject subjectKind = iota + 1
	pronounSubject
	personSubject
	bodySubject
	nameSubject
	otherSubject
)

var subjectNames = [...]string{"", "none", "pronoun", "person", "body", "name", "other"}

// owned is the relation, in a trait, of a noun with the possessive before it.
const owned = antecede + 1

var relationNames = [...]string{"", "none", "before", "after", "shared", "pronoun", "relative", "owned"}

// numTraits is how many traits a candidate has.
const numTraits = 11

// traits are what is weighed of a candidate: the word by itself, with its form, and with what it takes; and, whatever
// the word, how it comes by its subject and what that is.
func (c *candidate) traits(p *page) [numTraits]trait {
	be, form, takes := flagBe.on(c.be), uint8(c.form)+1, c.frame
	if takes > takesInfinitive {
		takes = takesPreposition
	}
	rel := uint8(c.rel) + 1
	if c.owned {
		rel = uint8(owned) + 1
	}
	return [numTraits]trait{
		{stem: c.stem},
		{stem: c.stem, form: form},
		{stem: c.stem, frame: c.frame, flags: be},
		{frame: c.frame, flags: be},
		{frame: takes, form: form, flags: be},
		{rel: rel, form: form, flags: be | flagFixed.on(c.fixed)},
		{rel: rel, subject: p.subjectKind(c.source)},
		{frame: takes, flags: flagNegated.on(c.negated)},
		{frame: takes, flags: flagModal.on(c.modal)},
		{flags: flagInfinitive.on(c.to) | flagNegated.on(c.negated)},
		{frame: takes, rel: rel, flags: flagQuotes.on(c.quotes)},
	}
}

func (p *page) subjectKind(r run) subjectKind {
	if r.empty() {
		return noSubject
	}
	switch {
	case p.toks[r.lo].is(subjectPronoun):
		return pronounSubject
	case p.sourceIs(r, person):
		return personSubject
	case p.sourceIs(r, organisation|document):
		return bodySubject
	case p.toks[max(p.coreEnd(r.lo, r.hi)-1, r.lo)].upper:
		return nameSubject
	}
	return otherSubject
}

// String writes a trait as it stands in the list of weights, with a space after each part.
func (t trait) String() string {
	s := ""
	add := func(name, value string) {
		if value != "" {
			s += fmt.Sprintf("%s=%s ", name, value)
		}
	}
	add("word", stems.list[t.stem])
	add("takes", frames.list[t.frame])
	if t.form > 0 {
		add("form", formNames[t.form-1])
	}
	add("subject", relationNames[t.rel])
	add("is", subjectNames[t.subject])
	for i, name := range flagNames {
		if t.flags&(1<<i) != 0 {
			s += name + " "
		}
	}
	return s
}
