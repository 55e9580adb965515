package main

import (
	"fmt"
	"strings"

	"copydesk/bot"
)

// plan shows how a question was read and searched.
func (p *printer) plan(b *strings.Builder, a bot.Answer) {
	plan := a.Plan
	fmt.Fprintf(b, "Searched %s; %s looked at closely.\n", searched(a.Searched), plural(plan.Considered, "passage"))
	for _, t := range plan.Terms {
		fmt.Fprintf(b, "  %-16s %.2f%s\n", clean(t.Word), t.Weight, termNotes(t))
	}
	for _, run := range plan.Quoted {
		fmt.Fprintf(b, "  word for word: %s\n", clean(run))
	}
	if plan.Speaker != "" {
		fmt.Fprintf(b, "  said by: %s\n", clean(plan.Speaker))
	}
	if plan.Number != "" {
		fmt.Fprintf(b, "  with a number: %s\n", clean(plan.Number))
	}
	verdict := "declined"
	if a.Answered {
		verdict = "answered"
	}
	fmt.Fprintf(b, "Confidence %.2f, threshold %.2f: %s.\n\n", a.Confidence, plan.Threshold, verdict)
}

// maxOthers is how many of a word's synonyms are shown.
const maxOthers = 8

func termNotes(t bot.PlanTerm) string {
	var notes []string
	if t.Name {
		notes = append(notes, "name")
	}
	if t.Before {
		notes = append(notes, "of the question before")
	}
	if n := len(t.Others); n > maxOthers {
		notes = append(notes, "or "+strings.Join(t.Others[:maxOthers], ", ")+fmt.Sprintf(" and %d more", n-maxOthers))
	} else if n > 0 {
		notes = append(notes, "or "+strings.Join(t.Others, ", "))
	}
	if len(notes) == 0 {
		return ""
	}
	return "  " + clean(strings.Join(notes, "; "))
}

// why shows what a passage scored.
func (p *printer) why(b *strings.Builder, passage bot.Passage) {
	if passage.Why == nil {
		return
	}
	fmt.Fprintf(b, "  %sscored %.2f:", p.dim[0], passage.Score)
	for i, r := range passage.Why {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(b, " %s %+.2f", r.What, r.Points)
	}
	fmt.Fprintf(b, "%s\n", p.dim[1])
}
