package main

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"copydesk/bot"
)

// printer writes answers for people to read.
type printer struct {
	w        io.Writer
	bold     [2]string // what begins and ends the evidence
	dim      [2]string
	was, put [2]string // what begins and ends words that a quotation drops, or puts in
}

// newPrinter marks the evidence in bold on a terminal and with » « elsewhere.
func newPrinter(w io.Writer) *printer {
	if isTerminal(w) {
		return &printer{
			w: w, bold: [2]string{"\x1b[1m", "\x1b[22m"}, dim: [2]string{"\x1b[2m", "\x1b[22m"},
			was: [2]string{"\x1b[31;9m", "\x1b[39;29m"}, put: [2]string{"\x1b[32;4m", "\x1b[39;24m"},
		}
	}
	return &printer{w: w, bold: [2]string{"»", "«"}, was: [2]string{"[-", "-]"}, put: [2]string{"{+", "+}"}}
}

// shown is how many passages a person is shown.
const shown = 3

func (p *printer) answer(a bot.Answer) error {
	var b strings.Builder
	p.reading(&b, a)
	if a.Plan != nil {
		p.plan(&b, a)
	}
	passages := a.Passages[:min(len(a.Passages), shown)]
	if a.Searched.Articles == 0 {
		b.WriteString("There was nothing to search: the index has no article, or none of such an outlet and date.\n")
	} else if !a.Answered {
		fmt.Fprintf(&b, "Nothing in %s answers that.\n", searched(a.Searched))
		if len(passages) > 0 {
			b.WriteString("The nearest passages, which are not an answer:\n")
		}
	}
	for i, passage := range passages {
		if i > 0 || !a.Answered {
			b.WriteByte('\n')
		}
		p.passage(&b, passage)
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

// reading says how the question was read, where there is something to say.
func (p *printer) reading(b *strings.Builder, a bot.Answer) {
	r := a.Reading
	var parts []string
	if before := strings.Join(strings.Fields(clean(r.Before)), " "); before != "" {
		parts = append(parts, "Read with the question before: "+before)
	}
	for _, m := range r.Mended {
		parts = append(parts, fmt.Sprintf("Also looked for “%s”, for “%s”", clean(m.Read), clean(m.Typed)))
	}
	limits := r.Limits(clean)
	switch {
	case limits == "", r.Dropped && a.Searched.Articles == 0: // which is said at length
	case r.Dropped:
		parts = append(parts, "Found nothing "+limits+"; searched beyond that instead")
	default:
		parts = append(parts, "Only articles "+limits+", as the question asks")
	}
	if len(parts) > 0 {
		fmt.Fprintf(b, "%s%s%s\n\n", p.dim[0], strings.Join(parts, " | "), p.dim[1])
	}
}

func (p *printer) passage(b *strings.Builder, passage bot.Passage) {
	from, to := passage.Evidence.Start-passage.Start, passage.Evidence.End-passage.Start
	if !passage.Kind.Story() {
		fmt.Fprintf(b, "  [%s]\n", passage.Kind)
	}
	text := clean(passage.Text[:from]) + p.bold[0] + clean(passage.Text[from:to]) + p.bold[1] + clean(passage.Text[to:])
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight("  "+strings.TrimSpace(line), " ") + "\n")
	}
	if passage.Speaker != nil {
		fmt.Fprintf(b, "  — %s\n", clean(who(passage)))
	}
	fmt.Fprintf(b, "  %s%s%s\n", p.dim[0], clean(source(passage.Article)), p.dim[1])
	p.why(b, passage)
	for _, c := range passage.AlsoIn {
		fmt.Fprintf(b, "  %salso printed: %s%s\n", p.dim[0], clean(source(c)), p.dim[1])
	}
}

func who(p bot.Passage) string {
	if p.Role == nil {
		return *p.Speaker
	}
	return *p.Speaker + ", " + *p.Role
}

// source is the citation in one line: headline, byline, outlet, date, address.
func source(c bot.Citation) string {
	var parts []string
	if c.Headline != "" {
		parts = append(parts, c.Headline)
	}
	if c.Byline != "" {
		parts = append(parts, "By "+c.Byline)
	}
	if c.Outlet != "" {
		outlet := c.Outlet
		if c.OutletInferred {
			outlet += " (inferred from the story)"
		}
		parts = append(parts, outlet)
	}
	if !c.Published.IsZero() {
		parts = append(parts, c.Published.Wall().Format("2 Jan 2006"))
	}
	if c.URL != "" {
		parts = append(parts, c.URL)
	}
	return strings.Join(parts, " | ")
}

// searched says where copydesk looked.
func searched(s bot.Scope) string {
	text := plural(s.Articles, "article")
	if n := len(s.Outlets); n > 0 {
		text += " of " + plural(n, "outlet")
	}
	if !s.First.IsZero() {
		text += ", " + span(s.First, s.Last)
	}
	return text
}

func span(first, last time.Time) string {
	const day = "2 Jan 2006"
	if first.Equal(last) {
		return first.Format(day)
	}
	return first.Format(day) + " to " + last.Format(day)
}

// clean keeps an article's control characters from steering the terminal.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}
