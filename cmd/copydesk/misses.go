package main

import (
	"fmt"
	"slices"
	"strings"

	"copydesk/bot"
	"copydesk/bot/eval"
)

// missed says in a line or two how many questions were missed, and in what ways; one question may be so in several.
func missed(misses []eval.Miss, asked int) string {
	if len(misses) == 0 {
		return fmt.Sprintf("None of %s is missed.\n", plural(asked, "question"))
	}
	var ways []string
	for _, fault := range eval.Faults {
		n := 0
		for _, m := range misses {
			if slices.Contains(m.Faults, fault) {
				n++
			}
		}
		if n > 0 {
			ways = append(ways, fmt.Sprintf("%d %s", n, fault))
		}
	}
	return fmt.Sprintf("%d of %s missed: %s.\n", len(misses), plural(asked, "question"), strings.Join(ways, ", "))
}

// writeMiss shows a miss in full: what went wrong, what came first instead, what the right passage had, and what was
// wanted.
func writeMiss(b *strings.Builder, m eval.Miss) {
	name := m.ID
	if m.Type != "" {
		name += ", " + m.Type
	}
	fmt.Fprintf(b, "\n%s\n  %s\n", line(name+":", m.Text), faults(m))
	if m.First != nil {
		writePassage(b, "first", *m.First)
	}
	if m.Found != nil {
		writePassage(b, "found", *m.Found)
	}
	wanted := m.Answers
	if m.Want != nil {
		wanted = []eval.Answer{*m.Want}
	}
	for _, a := range wanted {
		writePlace(b, "want", a.Article, a.Speaker, a.Evidence)
	}
}

func faults(m eval.Miss) string {
	var out []string
	if m.Rank > 0 {
		out = append(out, fmt.Sprintf("rank %d", m.Rank))
	}
	for _, f := range m.Faults {
		switch f {
		case eval.NotFirst: // the rank says it
		case eval.Declined, eval.NotDeclined:
			out = append(out, fmt.Sprintf("%s at confidence %.2f", f, m.Confidence))
		default:
			out = append(out, string(f))
		}
	}
	return strings.Join(out, ", ")
}

func writePassage(b *strings.Builder, label string, p bot.Passage) {
	article := p.Article.ID
	if p.Article.Headline != "" {
		article = fmt.Sprintf("%s (%s)", p.Article.Headline, p.Article.ID)
	}
	writePlace(b, label, article, p.Speaker, p.Evidence.Text)
}

// writePlace shows a place of the archive in two lines.
func writePlace(b *strings.Builder, label, article string, speaker *string, evidence string) {
	who := "the outlet"
	if speaker != nil {
		who = *speaker
	}
	fmt.Fprintf(b, "  %-5s %s\n        %s\n", label, line(article, "—", who), line(evidence))
}

// line puts texts into one line, whatever is in them.
func line(texts ...string) string {
	return clean(strings.Join(strings.Fields(strings.Join(texts, " ")), " "))
}
