package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/bot/verify"
)

// A place is the quotation, altered, if the share of words that are the same and the share of what they tell come to alike
// together: less if the claimed speaker says them, more if somebody else does. Of 100 quotations that were altered
// by up to four words 100 reach it, and of 60 that were invented 2 do.
const (
	alike      = 1.2
	alikeSame  = 1.0
	alikeOther = 1.3
)

// isAlike reports whether a place is the quotation, altered.
func (m Match) isAlike() bool {
	least := alike
	switch m.Claimed {
	case person.Same:
		least = alikeSame
	case person.Other:
		least = alikeOther
	}
	return m.Similarity+m.Told >= least
}

const (
	mostMatches = 10
	mostNearest = 3
)

// decide comes to a verdict on what was found.
func (c *checker) decide() Check {
	exact, near := c.matches()
	switch {
	case len(exact) > 0:
		return c.same(exact)
	default:
		if pieces := c.stitched(); pieces != nil {
			return c.sewn(pieces)
		}
	}
	if len(near) > 0 && near[0].isAlike() {
		return c.altered(near)
	}
	out := Check{Verdict: NotFound, Sure: !c.partial, Matches: []Match{}, Nearest: near[:min(len(near), mostNearest)]}
	switch {
	case len(c.q.Words) > verify.MaxCover:
		out.Sure = false
		out.say("The archive does not have all this as one quotation, and it is too long to look for its parts. Check it in parts.")
	case c.partial:
		out.say("These words are so common that not every place could be looked at. None of those looked at has them.")
	default:
		out.say("The archive does not have these words. That proves nothing beyond the archive.")
	}
	return out
}

// matches are the places with the same words, and the best of those with like ones. Quotations of several people that
// stand side by side are not the same as one.
func (c *checker) matches() (exact, near []Match) {
	slices.SortStableFunc(c.found, func(a, b found) int { return cmp.Compare(b.likeness(), a.likeness()) })
	for _, f := range c.found {
		switch {
		case f.Exact:
			m := c.match(f)
			m.mixed = c.mixed(f)
			exact = append(exact, m)
		case len(exact) == 0 && len(near) < mostMatches:
			near = append(near, c.match(f))
		}
	}
	orderMatches(exact)
	orderMatches(near)
	return foldCopies(exact), foldCopies(near)
}

// same decides on a quotation whose words the archive has.
func (c *checker) same(exact []Match) Check {
	out := Check{Verdict: Verbatim, Sure: true, Matches: exact[:min(len(exact), mostMatches)], First: oldest(exact)}
	best := exact[0]
	if best.mixed != nil {
		out.Verdict = Stitched
		out.say("The archive has these words side by side, but as quotations of different people: %s.", strings.Join(best.mixed, "; "))
		return out
	}
	switch best.Claimed {
	case person.Same:
		out.say("The archive has these words, and %s says them.", *best.Speaker)
	case person.Unsure:
		out.Sure = false
		out.say("The archive has these words, but %s.", c.doubt(best))
	case person.Other:
		out.Verdict, out.Sure = Misattributed, best.Attribution != nil && best.Attribution.Sure
		out.say("The archive has these words, but %s, not %s.", whose(best), c.claimed)
	default:
		out.say("The archive has these words: %s.", whose(best))
	}
	if best.Marks != Quoted {
		out.Sure = false
		out.warn("In the archive %s.", map[Marks]string{
			Partly: "some of these words stand outside quotation marks", Unquoted: "these words stand outside quotation marks",
			Unclosed: "these words stand behind a quotation mark that is not closed",
		}[best.Marks])
	}
	out.warnOf(best)
	out.warnCredits(exact)
	c.warnVersions(&out, best)
	return out
}

// warnVersions warns that another story prints the same quotation in other words.
func (c *checker) warnVersions(out *Check, best Match) {
	for _, f := range c.found {
		if f.Exact || f.Similarity < nearly || f.region.record.Article.ID == best.Article.ID || f.marks() != Quoted {
			continue
		}
		m := c.match(f)
		if m.Speaker != nil && best.Speaker != nil && samePerson(m, best) {
			out.warn("%s prints it in other words: “%s”", outletAndDay(m.Article), m.Text)
			return
		}
	}
}

// altered decides on a quotation of which the archive has the like.
func (c *checker) altered(near []Match) Check {
	best := near[0]
	out := Check{Verdict: Altered, Sure: best.Similarity >= 0.7, Matches: near[:1]}
	for _, m := range near[1:] {
		if m.isAlike() {
			out.Matches = append(out.Matches, m)
		}
	}
	out.First = oldest(out.Matches)
	for _, ch := range best.Changes {
		out.say("%s", describe(ch))
	}
	if best.Claimed == person.Other {
		out.warn("%s, not %s.", upperFirst(whose(best)), c.claimed)
	}
	out.warnOf(best)
	return out
}

func (o *Check) say(format string, args ...any) {
	o.Reasons = append(o.Reasons, fmt.Sprintf(format, args...))
}

func (o *Check) warn(format string, args ...any) {
	o.Warnings = append(o.Warnings, fmt.Sprintf(format, args...))
}

// warnOf warns of what a match leaves out.
func (o *Check) warnOf(m Match) {
	for _, x := range m.Omitted {
		if x.Negation || x.Condition {
			o.warn("The ellipsis drops a %s: “%s”.", either(x.Negation, "negation", "condition"), x.Text)
		}
	}
	for _, x := range m.Cut {
		o.warn("The quotation leaves off a %s: “%s”.", either(x.Negation, "negation", "condition"), either(x.Before, x.Text+" …", "… "+x.Text))
	}
}

func either(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

// warnCredits warns that stories credit the same words to different people, and names all of them, the oldest first.
func (o *Check) warnCredits(matches []Match) {
	var credited []Match
	for _, m := range matches {
		if m.Speaker != nil && m.Attribution.Sure && !slices.ContainsFunc(credited, func(n Match) bool { return samePerson(m, n) }) {
			credited = append(credited, m)
		}
	}
	if len(credited) < 2 {
		return
	}
	slices.SortStableFunc(credited, func(a, b Match) int { return older(a.Article, b.Article) })
	var all []string
	for _, m := range credited {
		all = append(all, fmt.Sprintf("%s (%s)", *m.Speaker, outletAndDay(m.Article)))
	}
	o.warn("Stories credit these words to different people: %s.", strings.Join(all, "; "))
}

func samePerson(a, b Match) bool {
	return person.Compare(*a.Speaker, person.Speaker{Name: *b.Speaker, Anonymous: b.Anonymous}) != person.Other
}

// outletAndDay names an article in a few words: outlet and day.
func outletAndDay(c Citation) string {
	parts := []string{}
	if c.Outlet != "" {
		parts = append(parts, c.Outlet)
	}
	if !c.Published.IsZero() {
		parts = append(parts, c.Published.Wall().Format("2 Jan 2006"))
	}
	if len(parts) == 0 {
		parts = append(parts, c.ID)
	}
	return strings.Join(parts, ", ")
}

// oldest is the oldest article with a date.
func oldest(matches []Match) *Citation {
	var out *Citation
	consider := func(c Citation) {
		if !c.Published.IsZero() && (out == nil || older(c, *out) < 0) {
			out = &c
		}
	}
	for _, m := range matches {
		consider(m.Article)
		for _, c := range m.AlsoIn {
			consider(c)
		}
	}
	return out
}

// whose says in a clause who says the words of a match.
func whose(m Match) string {
	switch {
	case m.Speaker == nil && m.Marks == Unquoted:
		return "the outlet says them in its own voice"
	case m.Speaker == nil:
		return "it cannot be told who says them"
	case !m.Attribution.Sure:
		return "it seems that " + *m.Speaker + " says them"
	case m.Marks == Unquoted:
		return *m.Speaker + " is reported to say so"
	}
	return *m.Speaker + " says them"
}

// doubt says why the claimed speaker can be neither confirmed nor ruled out.
func (c *checker) doubt(m Match) string {
	switch {
	case m.Speaker == nil:
		return "it cannot be told who says them"
	case !m.Attribution.Sure:
		return fmt.Sprintf("it cannot be told for sure who says them: it seems to be %s", *m.Speaker)
	}
	return fmt.Sprintf("%s says them, and that may be %s or somebody else", *m.Speaker, c.claimed)
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// describe says what was changed.
func describe(c verify.Change) string {
	what := map[verify.Kind]string{
		verify.Negation: "A negation was changed", verify.Number: "A number was changed", verify.Name: "A name was changed",
		verify.Modal: "A modal verb was changed", verify.Tense: "The tense was changed", verify.Wording: "Words were changed",
	}[c.Kind]
	switch {
	case c.Typed == "":
		return fmt.Sprintf("%s: “%s” was dropped.", what, c.Was)
	case c.Was == "":
		return fmt.Sprintf("%s: “%s” was put in.", what, c.Typed)
	}
	return fmt.Sprintf("%s: the archive has “%s”, the quotation “%s”.", what, c.Was, c.Typed)
}
