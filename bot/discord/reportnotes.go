package discord

import (
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
)

// reportNotes say what was left out of the draft and of the check, in small print.
func reportNotes(r bot.Report, now time.Time) string {
	var ls []string
	for _, n := range r.Notes {
		ls = append(ls, "-# "+markdown.Escape(string(n)))
	}
	var passed []string
	for _, p := range r.PassedOver[:min(len(r.PassedOver), maxPassed)] {
		passed = append(passed, "“"+markdown.Clip(p.Text, maxWho, markdown.Escape)+"”")
	}
	if len(passed) > 0 {
		if more := r.Counts.PassedOver - len(passed); more > 0 {
			passed = append(passed, number(more)+" more")
		}
		ls = append(ls, "-# Too few words to check: "+list(passed))
	}
	if r.Counts.NotFound > 0 {
		ls = append(ls, "-# "+textSearched(r.Searched, now))
	}
	return joined("\n", ls)
}

func claimedBy(q bot.DraftQuotation) string {
	if q.Speaker == nil {
		return ""
	}
	return *q.Speaker
}
