package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// receiptKinds say what a receipt is for.
var receiptKinds = map[ledger.Kind]string{
	ledger.Answer: "answer to a question", ledger.Check: "check of a quotation", ledger.Draft: "check of quotations",
	ledger.Statements: "what a person said", ledger.Article: "an article",
}

func (p *printer) receipt(v receiptView) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Receipt %s, %s\n", v.ID, receiptKinds[v.Kind])
	fmt.Fprintf(&b, "Asked on %s by %s\n", moment(v.At), whereAsked(v.Receipt))
	if v.From != "" {
		fmt.Fprintf(&b, "By a button of receipt %s\n", v.From)
	}
	for _, line := range askedLines(v.Asked) {
		fmt.Fprintf(&b, "  %s\n", clean(line))
	}
	if v.Outcome != "" {
		fmt.Fprintf(&b, "Outcome: %s\n", clean(v.Outcome))
	}
	if v.Index != "" {
		fmt.Fprintf(&b, "From the index %s\n", v.Index)
	}
	if len(v.Shown) == 0 {
		b.WriteString("\nNothing of an article was shown.\n")
	}
	for i, s := range v.Shown {
		fmt.Fprintf(&b, "\n%d.\n", i+1)
		p.receiptShown(&b, s)
	}
	if len(v.Signed)+len(v.Feedback) > 0 {
		b.WriteByte('\n')
	}
	for _, s := range v.Signed {
		fmt.Fprintf(&b, "Signed off by %s on %s\n", clean(signer(s)), moment(s.At))
	}
	for _, f := range v.Feedback {
		fmt.Fprintf(&b, "%s\n", clean(feedbackLine(f)))
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

func (p *printer) receiptShown(b *strings.Builder, s shownView) {
	for line := range strings.Lines(clean(s.Text)) {
		b.WriteString(strings.TrimRight("  "+strings.TrimSpace(line), " ") + "\n")
	}
	if s.Speaker != "" {
		fmt.Fprintf(b, "  — %s\n", clean(s.Speaker))
	}
	var source []string
	for _, part := range []string{s.Headline, s.Outlet, s.Article} {
		if part != "" {
			source = append(source, clean(part))
		}
	}
	fmt.Fprintf(b, "  %s%s%s\n", p.dim[0], strings.Join(source, " | "), p.dim[1])
	fmt.Fprintf(b, "  %s%s%s\n", p.dim[0], clean(place(s.Shown)), p.dim[1])
	if note := standingNotes[s.Standing]; note != "" {
		fmt.Fprintf(b, "  %s\n", note)
	}
}

// place says where in which version the piece stands, and when it was shown.
func place(s ledger.Shown) string {
	var parts []string
	if s.Paragraph > 0 {
		parts = append(parts, fmt.Sprintf("paragraph %d", s.Paragraph))
	}
	version := "version " + s.Version
	if s.Len() > 0 {
		version = fmt.Sprintf("bytes %d to %d of ", s.Start, s.End) + version
	}
	parts = append(parts, version)
	if !s.At.IsZero() {
		parts = append(parts, "shown on "+moment(s.At))
	}
	return strings.Join(parts, ", ")
}

// standingNotes say what has become of the article.
var standingNotes = map[bot.Standing]string{
	bot.Changed: "The article has been changed since.",
	bot.Gone:    "The article may not be shown, or is not in the archive any more. Its words are held back.",
	unknown:     "There is no index here to say whether the article may be shown. Its words are held back.",
}

// moment is a time of this place.
func moment(t time.Time) string { return t.Local().Format("2 Jan 2006 at 15:04:05 MST") }

// whereAsked says who asked and where, by Discord's IDs.
func whereAsked(r ledger.Receipt) string {
	where := "user " + r.User
	if r.User == "" {
		where = "a user who is not known"
	}
	if r.Channel != "" {
		where += ", channel " + r.Channel
	}
	if r.Guild != "" {
		where += ", server " + r.Guild
	} else {
		where += ", in direct messages"
	}
	if r.Private {
		where += "; only that user saw it"
	}
	return clean(where)
}

// askedLines are what was asked: a lone value, or the fields that say something, a line each.
func askedLines(data json.RawMessage) []string {
	if len(data) == 0 {
		return nil
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return []string{plainValue(data)}
	}
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !empty(fields[name]) {
			lines = append(lines, strings.ToLower(name)+": "+plainValue(fields[name]))
		}
	}
	return lines
}

// empty reports a value that is none, or a switch: that says how was asked, not what.
func empty(data json.RawMessage) bool {
	zero, err := json.Marshal(time.Time{})
	return err == nil && slices.Contains([]string{`""`, "null", "0", "true", "false", "[]", "{}", string(zero)}, string(data))
}

// plainValue is a string as it reads, and anything else as JSON.
func plainValue(data json.RawMessage) string {
	var text string
	if json.Unmarshal(data, &text) == nil {
		return strings.Join(strings.Fields(text), " ")
	}
	return string(data)
}

func signer(s ledger.Signature) string {
	switch {
	case s.User == "" && s.Name == "":
		return "somebody who has been forgotten since"
	case s.Name == "":
		return "user " + s.User
	}
	return fmt.Sprintf("%s (user %s)", s.Name, s.User)
}

func feedbackLine(f ledger.Feedback) string {
	line := fmt.Sprintf("Feedback on %s by user %s: wrong %s in %d", moment(f.At), f.User, f.Wrong, f.Shown+1)
	if f.Note != "" {
		line += ": " + strings.Join(strings.Fields(f.Note), " ")
	}
	return line
}
