package main

import (
	"fmt"
	"io"
	"strings"

	"copydesk/bot"
)

// report shows what a draft's quotations come to: the counts, each quotation in order, and what was passed over.
func (p *printer) report(title string, r bot.Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s.\n", line(title), r.Counts)
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "%s\n", n)
	}
	for i, q := range r.Quotations {
		fmt.Fprintf(&b, "\n%d. %s, paragraph %d\n", i+1, outcome(q), q.Paragraph)
		p.quotation(&b, q)
	}
	if more := r.Counts.Quotations - len(r.Quotations); more > 0 {
		fmt.Fprintf(&b, "\nNot checked: %s beyond the first %d.\n", plural(more, "quotation"), len(r.Quotations))
	}
	if r.Counts.PassedOver > 0 {
		fmt.Fprintf(&b, "\nPassed over, too few words and nobody's: %s.\n", clean(passedOver(r)))
	}
	fmt.Fprintf(&b, "\n%s\n", checkedAgainst(r))
	_, err := io.WriteString(p.w, b.String())
	return err
}

// outcome is what a quotation comes to, in a word or two.
func outcome(q bot.DraftQuotation) string {
	switch {
	case q.Check == nil:
		return "Not checked"
	case !q.Check.Sure:
		return verdicts[q.Check.Verdict] + ", in doubt"
	case q.Check.Verdict == bot.Verbatim && !q.Clean():
		return verdicts[bot.Verbatim] + ", with a warning"
	}
	return verdicts[q.Check.Verdict]
}

// quotation shows one quotation: what the draft has; then, unless all is well, what is wrong, and what the archive has.
func (p *printer) quotation(b *strings.Builder, q bot.DraftQuotation) {
	fmt.Fprintf(b, "  Draft:   “%s” — %s\n", line(q.Text), clean(claimed(q)))
	if q.Check == nil {
		fmt.Fprintf(b, "  %s\n", q.Unchecked)
		return
	}
	if q.Clean() {
		p.place(b, q.Check.Matches[0])
		return
	}
	label := "Archive:"
	if q.Check.Verdict == bot.NotFound {
		label = "Nearest, which is not it:"
	}
	for _, reason := range q.Check.Reasons {
		fmt.Fprintf(b, "  %s\n", line(reason))
	}
	for _, warning := range q.Check.Warnings {
		fmt.Fprintf(b, "  ! %s\n", line(warning))
	}
	for _, m := range places(q.Check) {
		before, after := restOfSentence(m)
		fmt.Fprintf(b, "  %s %s%s%s%s%s — %s\n", label, flat(before), p.bold[0], flat(m.Text), p.bold[1], flat(after), clean(credit(m)))
		if !m.Exact {
			fmt.Fprintf(b, "  Changes: %s\n", p.diff(m.Diff))
		}
		p.place(b, m)
	}
}

// flat puts a text on one line, with the space at its ends.
func flat(text string) string { return clean(strings.ReplaceAll(text, "\n", " ")) }

// place shows where a match stands.
func (p *printer) place(b *strings.Builder, m bot.Match) {
	fmt.Fprintf(b, "           %s%s, paragraph %d%s\n", p.dim[0], clean(source(m.Article)), m.Paragraph, p.dim[1])
}

// claimed is who the draft says says a quotation, with its own words for it where they are others.
func claimed(q bot.DraftQuotation) string {
	who := "the draft does not say who"
	at := q.Attribution
	switch {
	case q.Speaker != nil:
		who = *q.Speaker
	case at != nil:
		who = "the draft does not say clearly who"
	}
	if at == nil || at.Source == "" || at.Source == who {
		return who
	}
	return fmt.Sprintf("%s (“%s”)", who, strings.Join(strings.Fields(at.Source), " "))
}

// passedOver lists the words that were passed over, as far as they are listed.
func passedOver(r bot.Report) string {
	words := make([]string, len(r.PassedOver))
	for i, w := range r.PassedOver {
		words[i] = "“" + strings.TrimRight(line(w.Text), ".,") + "”"
	}
	text := strings.Join(words, ", ")
	if more := r.Counts.PassedOver - len(words); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// checkedAgainst says what a draft was checked against.
func checkedAgainst(r bot.Report) string {
	if r.Searched.Articles == 0 {
		return "There was nothing to search: the index has no article."
	}
	return "Searched: " + clean(searched(r.Searched)) + ". That something is not in the archive proves nothing beyond it."
}
