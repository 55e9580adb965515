package discord

import (
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// How much of a report is shown.
const (
	maxReportMessages = 5
	maxListed         = 8   // quotations in one list
	maxListedQuote    = 160 // of a quotation in a list
	maxCompared       = 400 // of a text that is compared
	maxPassed         = 6   // words that were passed over
)

// item is a part of a report, of one quotation or more.
type item struct {
	embed      *discordgo.MessageEmbed
	quotations int
}

// renderReport writes what came of checking a draft, as of now: the counts, and then the quotations in order, in as many
// messages as they need. none is the sentence for a draft that has no quotation. One quotation alone is shown at length.
func renderReport(r bot.Report, none string, now time.Time) message {
	if len(r.Quotations) == 0 {
		return message{Content: joined("\n", []string{none, reportNotes(r, now)})}
	}
	head := message{Content: joined("\n", []string{"**" + r.Counts.String() + "**", reportNotes(r, now)})}
	if q := r.Quotations[0]; len(r.Quotations) == 1 && q.Check != nil {
		one := renderCheck(q.Text, claimedBy(q), *q.Check, now)
		one.Content = head.Content
		return one
	}
	messages, shown := pack(head, items(r.Quotations))
	if left := r.Counts.Quotations - shown; left > 0 {
		last := &messages[len(messages)-1]
		last.Content = joined("\n", []string{last.Content, textLeftOut(left)})
	}
	head = messages[0]
	head.Next = messages[1:]
	return head
}

// pack puts the items into messages that keep Discord's limits, the first of them begun; shown is how many quotations
// there was room for.
func pack(first message, items []item) (messages []message, shown int) {
	messages = []message{first}
	for _, it := range items {
		m := &messages[len(messages)-1]
		fuller := message{m.Content, append(m.Embeds[:len(m.Embeds):len(m.Embeds)], it.embed), nil}
		switch {
		case fuller.check() == nil:
			*m = fuller
		case len(messages) == maxReportMessages:
			return messages, shown
		default:
			messages = append(messages, message{Embeds: []*discordgo.MessageEmbed{it.embed}})
		}
		shown += it.quotations
	}
	return messages, shown
}

// items are the quotations in order: those that may be printed in lists, each of the others by itself.
func items(qs []bot.DraftQuotation) []item {
	var out []item
	for i := 0; i < len(qs); {
		n := 1
		for qs[i].Clean() && n < maxListed && i+n < len(qs) && qs[i+n].Clean() {
			n++
		}
		if qs[i].Clean() {
			out = append(out, item{listEmbed(qs[i:i+n], i+1), n})
		} else {
			out = append(out, item{quotationEmbed(qs[i], i+1), 1})
		}
		i += n
	}
	return out
}

// listEmbed lists quotations that may be printed, the first of which is the n-th of the draft.
func listEmbed(qs []bot.DraftQuotation, n int) *discordgo.MessageEmbed {
	v := textVerdict(*qs[0].Check)
	e := &discordgo.MessageEmbed{Title: textNumbers(n, len(qs)) + v.word, Color: v.colour}
	var ls []string
	for i, q := range qs {
		ls = append(ls, strconv.Itoa(n+i)+`\. “`+clip(q.Text, maxListedQuote, escape)+"” "+textPieceOf(q.Check.Matches[0]))
	}
	e.Description = joined("\n", ls)
	return e
}

// quotationEmbed is the n-th quotation of the draft, with what stands against it and the place that comes nearest.
func quotationEmbed(q bot.DraftQuotation, n int) *discordgo.MessageEmbed {
	yours := marked{text: q.Text}
	if q.Check == nil {
		return &discordgo.MessageEmbed{Title: textNumbers(n, 1) + textUnchecked, Color: colourDoubt,
			Description: joined("\n\n", []string{escape(q.Unchecked), textYours(claimedBy(q)) + "\n" + yours.write(maxCompared)})}
	}
	c := *q.Check
	v := textVerdict(c)
	e := &discordgo.MessageEmbed{Title: textNumbers(n, 1) + v.word, Color: v.colour}
	had := ""
	if len(c.Matches) > 0 && c.Verdict != bot.Stitched {
		m := c.Matches[0]
		e.URL = link(m.Article.URL, m.Text)
		e.Footer = &discordgo.MessageEmbedFooter{Text: joined(" · ", []string{
			textOutlet(m.Article), textDay(m.Article), clip(m.Article.Headline, maxName, plain), textParagraph(m.Paragraph)})}
		had = archiveHas(m)
		if c.Verdict == bot.Altered {
			_, yours = sides(m)
		}
	}
	if c.Verdict == bot.Stitched {
		had = pieces(c.Matches)
	}
	e.Description = joined("\n\n", []string{reasons(c), textYours(claimedBy(q)) + "\n" + yours.write(maxCompared), had})
	return e
}

// archiveHas are the archive's words for a quotation, in their paragraph if nothing is different, and who says them.
func archiveHas(m bot.Match) string {
	had, _ := sides(m)
	words := had.write(maxCompared)
	if len(had.marks) == 0 {
		words = quotation(m.Context.Text, extent{m.Start - m.Context.Start, m.End - m.Context.Start}, true, maxCompared)
		return textArchiveHas + "\n" + words + "\n" + textCredit(m, true)
	}
	return textArchiveHas + "\n" + words + "\n" + textCredit(m, false)
}

// reportNotes say what was left out of the draft and of the check, in small print.
func reportNotes(r bot.Report, now time.Time) string {
	var ls []string
	for _, n := range r.Notes {
		ls = append(ls, "-# "+escape(string(n)))
	}
	var passed []string
	for _, p := range r.PassedOver[:min(len(r.PassedOver), maxPassed)] {
		passed = append(passed, "“"+clip(p.Text, maxWho, escape)+"”")
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
