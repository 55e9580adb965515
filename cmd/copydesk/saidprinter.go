package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"copydesk/bot"
)

// shownStatements is how many statements a person is shown unless they ask for all.
const shownStatements = 20

func (p *printer) statements(said bot.Statements, q saidQuery) error {
	var b strings.Builder
	switch {
	case said.Searched.Articles == 0:
		b.WriteString("There was nothing to search: the index has no article, or none of these days.\n")
	case said.Person != nil:
		p.person(&b, said, q)
	case len(said.People) > 0:
		fmt.Fprintf(&b, "%s may be one of these. Ask by the full name:\n", clean(q.name))
		people(&b, said.People)
	default:
		fmt.Fprintf(&b, "Nobody called %s says anything in %s.\n", clean(q.name), searched(said.Searched))
	}
	if len(said.Others) > 0 {
		b.WriteString("\nNot taken for that person, or not surely:\n")
		people(&b, said.Others)
	}
	if said.Cut {
		b.WriteString("\nThere are more places than were looked at: narrow the search with --about, --from or --to.\n")
	}
	_, err := p.w.Write([]byte(b.String()))
	return err
}

func people(b *strings.Builder, all []bot.Person) {
	for _, one := range all {
		one.Roles = one.Roles[:min(len(one.Roles), 1)]
		line := fmt.Sprintf("  %s, quoted %s", shorten(clean(personLine(one))), times(one.Quoted))
		if !one.First.IsZero() {
			line += ", " + span(one.First, one.Last)
		}
		b.WriteString(line + "\n")
	}
}

// maxPersonLine is the most characters that a list tells of a person: some stories have a clause for a role.
const maxPersonLine = 100

// shorten cuts a line at a space, and shows that it did.
func shorten(line string) string {
	runes := []rune(line)
	if len(runes) <= maxPersonLine {
		return line
	}
	cut := string(runes[:maxPersonLine])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

func personLine(p bot.Person) string {
	line := p.Name
	if len(p.Names) > 0 {
		line += " (also " + strings.Join(p.Names, ", ") + ")"
	}
	if len(p.Roles) > 0 {
		line += ", " + strings.Join(p.Roles, "; ")
	}
	return line
}

// person prints who it is and the statements.
func (p *printer) person(b *strings.Builder, said bot.Statements, q saidQuery) {
	fmt.Fprintln(b, clean(personLine(*said.Person)))
	if o := said.Office; o != nil {
		fmt.Fprintf(b, "Called “%s” in: %s\n", clean(o.Called), clean(source(o.Article)))
	}
	topic := ""
	if q.topic != "" {
		topic = " about " + clean(q.topic)
	}
	shown := said.Statements
	fmt.Fprintf(b, "%s%s in %s\n", plural(len(shown), "statement"), topic, searched(said.Searched))
	if len(shown) > shownStatements && !q.all {
		which := "latest"
		if q.topic != "" {
			which = "nearest to the topic"
		}
		shown = foremost(shown)
		fmt.Fprintf(b, "The %d %s; --all prints every one.\n", len(shown), which)
	}
	for len(shown) > 0 {
		n := 1
		for n < len(shown) && shown[n].Article.ID == shown[0].Article.ID {
			n++
		}
		b.WriteByte('\n')
		p.ofArticle(b, shown[:n])
		shown = shown[n:]
	}
}

// foremost are the statements that are most about the topic, of equals the latest, in their order.
func foremost(all []bot.Statement) []bot.Statement {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(all[j].About, all[i].About), j-i) })
	order = order[:shownStatements]
	slices.Sort(order)
	var out []bot.Statement
	last := -1
	for _, n := range order {
		for i := last + 1; i < n; i++ { // those that share a sentence with one chosen belong to it
			if slices.ContainsFunc([]int{last, n}, func(near int) bool { return near >= 0 && together(all[i], all[near]) }) {
				out = append(out, all[i])
			}
		}
		out, last = append(out, all[n]), n
	}
	return out
}

// together reports whether the statements share a sentence.
func together(a, b bot.Statement) bool {
	return a.Article.ID == b.Article.ID && a.Context.Overlaps(b.Context.Span)
}

// ofArticle prints the statements of one article, its sentences once, and then where they stand.
func (p *printer) ofArticle(b *strings.Builder, all []bot.Statement) {
	var also []string
	for len(all) > 0 {
		n, text, end := 1, all[0].Context.Text, all[0].Context.End
		for n < len(all) && all[n].Context.Start < end {
			if c := all[n].Context; c.End > end {
				text, end = text+c.Text[end-c.Start:], c.End
			}
			n++
		}
		p.marked(b, text, all[0].Context.Start, all[:n])
		for _, st := range all[:n] {
			for _, c := range st.AlsoIn {
				if line := clean(source(c)); !slices.Contains(also, line) {
					also = append(also, line)
				}
			}
		}
		if len(all) == n {
			fmt.Fprintf(b, "  %s%s%s\n", p.dim[0], clean(source(all[0].Article)), p.dim[1])
		}
		all = all[n:]
	}
	for _, line := range also {
		fmt.Fprintf(b, "  %salso printed: %s%s\n", p.dim[0], line, p.dim[1])
	}
}

// marked prints a stretch of an article with what is said in it marked, and how it is given.
func (p *printer) marked(b *strings.Builder, text string, from int, all []bot.Statement) {
	var line strings.Builder
	var parts []bot.Evidence
	for _, st := range all {
		parts = append(parts, st.Parts...)
	}
	slices.SortFunc(parts, func(a, b bot.Evidence) int { return a.Start - b.Start })
	at := 0
	for _, part := range parts {
		lo, hi := max(at, part.Start-from), part.End-from
		line.WriteString(clean(text[at:lo]) + p.bold[0] + clean(text[lo:hi]) + p.bold[1])
		at = hi
	}
	line.WriteString(clean(text[at:]))
	fmt.Fprintf(b, "  %s\n  — %s\n", strings.Join(strings.Fields(line.String()), " "), clean(given(all)))
}

// given says how the words are given, by whom, and where.
func given(all []bot.Statement) string {
	var kinds []string
	for _, st := range all {
		if kind := st.Kind.String(); !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	st := all[0]
	who := st.Speaker
	if st.Role != nil {
		who += ", " + *st.Role
	}
	return fmt.Sprintf("%s (%s, paragraph %d)", who, strings.Join(kinds, " and "), st.Paragraph)
}
