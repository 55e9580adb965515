package quote

import "fmt"

// trait is something about a candidate that speaks for or against its telling a stance. Fields that play no part in a
// trait are empty.
type trait struct {
	stem    string
	frame   frame
	form    string
	rel     string
	subject string
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

// numTraits is how many traits a candidate has.
const numTraits = 11

// traits are what is weighed of a candidate: the word by itself, with its form, and with what it takes; and, whatever
// the word, how it comes by its subject and what that is.
func (c *candidate) traits(p *page) [numTraits]trait {
	be, rel, form := flags(0), relationNames[c.rel], formNames[c.form]
	if c.be {
		be = flagBe
	}
	fixed := be
	if c.fixed {
		fixed |= flagFixed
	}
	if c.owned {
		rel = "owned"
	}
	takes := c.frame
	if takes != takesObject && takes != takesClause && takes != takesInfinitive {
		takes = "preposition"
	}
	negated, modal, infinitive := flags(0), flags(0), flags(0)
	if c.negated {
		negated = flagNegated
	}
	if c.modal {
		modal = flagModal
	}
	if c.to {
		infinitive = flagInfinitive
	}
	quotes := flags(0)
	if c.quotes {
		quotes = flagQuotes
	}
	return [numTraits]trait{
		{stem: c.stem},
		{stem: c.stem, form: form},
		{stem: c.stem, frame: c.frame, flags: be},
		{frame: c.frame, flags: be},
		{frame: takes, form: form, flags: be},
		{rel: rel, form: form, flags: fixed},
		{rel: rel, subject: p.kindOfSubject(c.source)},
		{frame: takes, flags: negated},
		{frame: takes, flags: modal},
		{flags: infinitive | negated},
		{frame: takes, rel: rel, flags: quotes},
	}
}

var relationNames = [...]string{unknown: "none", before: "before", after: "after", shared: "shared", pronoun: "pronoun", antecede: "relative"}

// kindOfSubject says what a subject is.
func (p *page) kindOfSubject(r run) string {
	if r.empty() {
		return "none"
	}
	head := max(p.coreEnd(r.lo, r.hi)-1, r.lo)
	switch {
	case p.toks[r.lo].is(subjectPronoun):
		return "pronoun"
	case p.sourceIs(r, person):
		return "person"
	case p.sourceIs(r, organisation|document):
		return "body"
	case p.toks[head].upper:
		return "name"
	}
	return "other"
}

// String writes a trait as it stands in the list of weights.
func (t trait) String() string {
	s := ""
	add := func(name, value string) {
		if value != "" {
			s += fmt.Sprintf("%s=%s ", name, value)
		}
	}
	add("word", t.stem)
	add("takes", string(t.frame))
	add("form", t.form)
	add("subject", t.rel)
	add("is", t.subject)
	for i, name := range flagNames {
		if t.flags&(1<<i) != 0 {
			s += name + " "
		}
	}
	return s
}
