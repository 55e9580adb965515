package main

import (
	"fmt"
	"io"
	"strings"

	"copydesk/bot"
)

// card prints an article's card, and the statements of its sources if they are wanted.
func (p *printer) card(c bot.Card, statements bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", clean(source(c.Article)))
	fmt.Fprintf(&b, "%s\n", clean(strings.Join(particulars(c), " | ")))
	if c.Note != "" {
		fmt.Fprintf(&b, "Note: %s\n", clean(c.Note))
	}
	if len(c.Sources) == 0 {
		b.WriteString("\nNobody is quoted in it, or not so that it can be told who.\n")
	} else {
		fmt.Fprintf(&b, "\n%s:\n", plural(len(c.Sources), "source"))
	}
	for _, s := range c.Sources {
		p.source(&b, s, statements)
	}
	if len(c.Others) > 0 {
		b.WriteString("\nThese fit too:\n")
	}
	for _, o := range c.Others {
		fmt.Fprintf(&b, "  %s%s%s\n", p.dim[0], clean(source(o)), p.dim[1])
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

// particulars are what else is known of the article.
func particulars(c bot.Card) []string {
	out := []string{c.Article.ID, plural(c.Paragraphs, "paragraph"), plural(c.Words, "word")}
	if c.Dateline != "" {
		out = append(out, "from "+c.Dateline)
	}
	if !c.Updated.IsZero() {
		out = append(out, "updated "+c.Updated.Wall().Format("2 Jan 2006"))
	}
	if c.Version != "" {
		out = append(out, "version "+c.Version)
	}
	if c.Language != "" {
		out = append(out, c.Language)
	}
	return out
}

func (p *printer) source(b *strings.Builder, s bot.Source, statements bool) {
	who := s.Name
	if s.Role != nil {
		who += ", " + *s.Role
	}
	fmt.Fprintf(b, "  %s: %s\n", shorten(clean(who)), counted(s))
	if !statements {
		return
	}
	for _, st := range s.Statements {
		p.marked(b, st.Context.Text, st.Context.Start, []bot.Statement{st})
	}
}

// counted says in how many places somebody is quoted or reported, and that they are not named.
func counted(s bot.Source) string {
	var parts []string
	if s.Anonymous {
		parts = append(parts, "not named")
	}
	if s.Quoted > 0 {
		parts = append(parts, "quoted "+times(s.Quoted))
	}
	if s.Reported > 0 {
		parts = append(parts, "reported "+times(s.Reported))
	}
	return strings.Join(parts, ", ")
}
