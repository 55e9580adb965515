package discord

import (
	"fmt"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// The words of receipts, complaints, settings and the state of the archive.

const (
	textWrongTitle   = "What is wrong?"
	textWrongWhat    = "What is wrong"
	textWrongNote    = "A note for the editors (if you like)"
	textWrongUnclear = "Please choose what is wrong: the passage, the speaker or the text."

	textSign = "Sign off"

	textForget    = "This deletes every receipt of what you asked me, here and elsewhere, and all feedback that you gave, for good. Buttons below your answers stop working. Messages in channels stay."
	textForgetYes = "Delete mine"

	textStatusTitle  = "The archive"
	textSettings     = "Settings"
	textSettingsHead = "Where I answer in this server, and to whom. Nothing chosen: everywhere, and everybody, as far as whoever runs me allows. Changes hold at once."
	textSetChannels  = "Channels in which I answer"
	textSetAsk       = "Roles that may ask and look up"
	textSetCheck     = "Roles that may check quotations and drafts"
)

func textThanks(id string) string {
	return "Thank you. Your note is kept with receipt " + id + ", for whoever looks after the archive."
}

func textReceiptTitle(r ledger.Receipt) string {
	kinds := map[ledger.Kind]string{
		ledger.Answer: "answer to a question", ledger.Check: "check of a quotation", ledger.Draft: "check of quotations",
		ledger.Statements: "what a person said", ledger.Article: "card of an article",
	}
	return "Receipt " + r.ID + ": " + kinds[r.Kind]
}

func textReceiptAsked(r ledger.Receipt, asked string) string {
	out := "**Asked** " + moment(r.At)
	if asked = markdown.Clip(asked, maxQuoted, markdown.Escape); asked != "" {
		out += "\n> " + asked
	}
	return out
}

// textOutcome is what came of a question.
func textOutcome(a bot.Answer) string {
	if a.Answered {
		return "Answered"
	}
	return "Nothing found that answers"
}

func textReceiptOutcome(r ledger.Receipt) string {
	if r.Outcome == "" {
		return ""
	}
	return "**Outcome** " + markdown.Clip(r.Outcome, maxName, markdown.Escape)
}

// textReceiptPiece says where words that were shown stand.
func textReceiptPiece(p ledger.Shown) string {
	out := "**Shown** " + moment(p.At) + ": " + markdown.Clip(joined(", ", []string{p.Headline, p.Outlet}), maxName, markdown.Escape)
	if p.Speaker != "" {
		out += "; said by " + markdown.Clip(p.Speaker, maxWho, markdown.Escape)
	}
	out += "\n-# Article " + markdown.Clip(p.Article, maxName, markdown.Escape)
	if p.Version != "" {
		out += ", version " + markdown.Clip(p.Version, maxWho, markdown.Escape)
	}
	if p.End > p.Start {
		out += fmt.Sprintf(", paragraph %d, bytes %d to %d", p.Paragraph, p.Start, p.End)
	}
	return out
}

func textReceiptIndex(r ledger.Receipt) string {
	if r.Index == "" {
		return ""
	}
	return "Index " + markdown.Clip(r.Index, maxWho, plain)
}

func textComplaint(f ledger.Feedback) string {
	out := "⚠️ " + moment(f.At) + ": wrong " + markdown.Escape(f.Wrong)
	if note := markdown.Clip(f.Note, maxWarning, markdown.Escape); note != "" {
		out += ": “" + note + "”"
	}
	return out
}

func textSigned(s ledger.Signature) string {
	name := markdown.Clip(s.Name, maxWho, markdown.Escape)
	if name == "" {
		name = "somebody who had themself forgotten"
	}
	return "✅ Signed off by " + name + ", " + moment(s.At)
}

func textForgotten(receipts, feedback int) string {
	return fmt.Sprintf("Deleted: %s and %s.", count(receipts, "receipt"), countOf(feedback, "note"))
}

func countOf(n int, noun string) string { return count(n, noun) + " of feedback" }

// textStatus says what the archive has; files that could not be read are for those to see who can mend that.
func textStatus(st bot.Status, failed bool) string {
	ls := []string{"**" + count(st.Scope.Articles, "article") + "**" + textOutlets(st.Scope.Outlets)}
	if !st.Scope.First.IsZero() {
		ls = append(ls, "From "+date(st.Scope.First)+" to "+date(st.Scope.Last))
	}
	if !st.Updated.IsZero() {
		ls = append(ls, "Last updated "+moment(st.Updated))
	}
	if st.FailedCount > 0 {
		ls = append(ls, "⚠️ "+count(st.FailedCount, "file")+" could not be read")
	}
	if failed {
		ls = append(ls, failedFiles(st)...)
	}
	if st.Index != "" {
		ls = append(ls, "-# Index "+markdown.Clip(st.Index, maxWho, markdown.Escape))
	}
	return strings.Join(ls, "\n")
}

// moment is a time as each reader's Discord shows it, in their own time zone
// (https://discord.com/developers/docs/reference#message-formatting).
func moment(t time.Time) string { return fmt.Sprintf("<t:%d:f>", t.Unix()) }
