package main

import (
	"fmt"
	"io"
	"strings"

	"copydesk/bot"
	"copydesk/bot/person"
	"copydesk/bot/verify"
)

// verdicts are the verdicts as a person reads them.
var verdicts = map[bot.Verdict]string{
	bot.Verbatim: "Verbatim", bot.Altered: "Altered", bot.Misattributed: "Misattributed", bot.Stitched: "Stitched together",
	bot.NotFound: "Not found",
}

// check shows a check: the verdict with what it rests on, what to look at, and the places.
func (p *printer) check(c bot.Check) error {
	var b strings.Builder
	b.WriteString(verdicts[c.Verdict])
	if !c.Sure {
		b.WriteString(", in doubt")
	}
	b.WriteString(".\n")
	for _, r := range c.Reasons {
		fmt.Fprintf(&b, "%s\n", clean(r))
	}
	for _, w := range c.Warnings {
		fmt.Fprintf(&b, "! %s\n", clean(w))
	}
	if c.Verdict == bot.NotFound {
		p.notFound(&b, c)
	}
	for i, m := range c.Matches {
		if i == shown && c.Verdict != bot.Stitched {
			fmt.Fprintf(&b, "\n%s.\n", plural(len(c.Matches)-shown, "more place"))
			break
		}
		b.WriteByte('\n')
		p.match(&b, m)
	}
	if c.First != nil && len(c.Matches) > 1 && c.Verdict != bot.Stitched {
		fmt.Fprintf(&b, "\nFirst seen: %s\n", clean(source(*c.First)))
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

func (p *printer) notFound(b *strings.Builder, c bot.Check) {
	if c.Searched.Articles == 0 {
		b.WriteString("There was nothing to search: the index has no article.\n")
		return
	}
	fmt.Fprintf(b, "Searched: %s.\n", searched(c.Searched))
	if len(c.Nearest) > 0 {
		b.WriteString("The nearest, which is not it:\n\n")
		p.match(b, c.Nearest[0])
	}
}

// match shows a place: the words in their paragraph, who says them and why, the article, and what is different.
func (p *printer) match(b *strings.Builder, m bot.Match) {
	if m.Piece != "" {
		fmt.Fprintf(b, "  %s\n", clean("“"+m.Piece+"”"))
	}
	from, to := m.Start-m.Context.Start, m.End-m.Context.Start
	text := clean(m.Context.Text[:from]) + p.bold[0] + clean(m.Context.Text[from:to]) + p.bold[1] + clean(m.Context.Text[to:])
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight("  "+strings.TrimSpace(line), " ") + "\n")
	}
	fmt.Fprintf(b, "  — %s\n", clean(credit(m)))
	fmt.Fprintf(b, "  %s%s, paragraph %d%s\n", p.dim[0], clean(source(m.Article)), m.Paragraph, p.dim[1])
	for _, c := range m.AlsoIn {
		fmt.Fprintf(b, "  %salso printed: %s%s\n", p.dim[0], clean(source(c)), p.dim[1])
	}
	if !m.Exact {
		fmt.Fprintf(b, "  Changes: %s\n", p.diff(m.Diff))
	}
	for _, o := range m.Omitted {
		fmt.Fprintf(b, "  The ellipsis drops: “%s”\n", line(o.Text))
	}
	for _, i := range m.Inserted {
		text := line(i.Text)
		if i.For != "" && !strings.EqualFold(strings.Trim(i.Text, "[]"), i.For) {
			text += " for “" + line(i.For) + "”"
		}
		fmt.Fprintf(b, "  In brackets, yours: %s\n", text)
	}
	if len(m.Harmless) > 0 {
		fmt.Fprintf(b, "  Harmless differences: %s\n", strings.Join(m.Harmless, ", "))
	}
}

// credit says who says the words, and by what the story tells it.
func credit(m bot.Match) string {
	if m.Speaker == nil {
		if m.Marks == bot.Unquoted {
			return "the outlet, in its own voice"
		}
		return "it cannot be told who says so"
	}
	text := *m.Speaker
	if m.Role != nil {
		text += ", " + *m.Role
	}
	var why []string
	if a := m.Attribution; a.Source != "" || a.Cue != "" {
		why = append(why, strings.TrimSpace(fmt.Sprintf("“%s”", strings.TrimSpace(strings.Join([]string{a.Source, a.Cue}, " … ")))))
	}
	why = append(why, string(m.Attribution.Rule))
	if !m.Attribution.Sure {
		why = append(why, "in doubt")
	}
	if m.Claimed == person.Other {
		why = append(why, "not who was claimed")
	}
	return fmt.Sprintf("%s (%s)", text, strings.Join(why, "; "))
}

// diff shows in one line how the archive's words became the quotation's. What is allowed to differ is left as it is.
func (p *printer) diff(edits []verify.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		text := clean(strings.ReplaceAll(e.Text, "\n", " "))
		switch {
		case e.Op == verify.Equal:
			b.WriteString(text)
		case e.Allowed == "typography":
		case e.Op == verify.Delete && e.Allowed == "":
			b.WriteString(markedWith(text, p.was))
		case e.Op == verify.Delete:
			b.WriteString(" …")
		default:
			b.WriteString(markedWith(text, p.put))
		}
	}
	return strings.TrimSpace(b.String())
}

// markedWith puts marks around a text, within the space around it.
func markedWith(text string, marks [2]string) string {
	bare := strings.TrimSpace(text)
	if bare == "" {
		return text
	}
	lead, trail, _ := strings.Cut(text, bare)
	return lead + marks[0] + bare + marks[1] + trail
}
