package discord

import (
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/corpus"
)

// checkSize is how much of a check is shown: characters of each text that is compared, and of the best place's paragraphs.
type checkSize struct {
	compared, best int
}

// checkSizes are tried until the message keeps Discord's limits, as the last does whatever is in it.
var checkSizes = []checkSize{{900, 1500}, {600, 900}, {500, 700}, {400, 500}}

// How many lines of a kind a check shows, and how long they may be.
const (
	maxSpeaker = 200 // a claimed speaker
	maxReasons = 4
	maxReason  = 200
	maxWarned  = 4
	maxWarning = 250
	maxAllowed = 3 // differences that are allowed, such as ellipses
	maxPiece   = 100
	maxPieces  = 6
	maxWho     = 60 // a speaker or an outlet in a list
)

// verdictMessage writes what came of checking a quotation, as of now: the verdict, and below it the best place, if the archive
// has the words.
func verdictMessage(typed, claimed string, c bot.Check, now time.Time) message {
	var m message
	for _, size := range checkSizes {
		m.Embeds = []*discordgo.MessageEmbed{verdictEmbed(typed, claimed, c, size, now)}
		if len(c.Matches) > 0 {
			m.Embeds = append(m.Embeds, placeEmbed(c.Matches[0], size.best, false))
		}
		if m.fits() {
			break
		}
	}
	return m
}

// verdictEmbed says the verdict, what it rests on, what to look at, and both texts.
func verdictEmbed(typed, claimed string, c bot.Check, size checkSize, now time.Time) *discordgo.MessageEmbed {
	v := textVerdict(c)
	e := &discordgo.MessageEmbed{Title: v.mark + " " + v.word, Color: v.colour}
	parts := []string{reasons(c)}
	had, yours := marked{}, marked{text: typed}
	compares := c.Verdict == bot.Altered && len(c.Matches) > 0 && len(c.Matches[0].Diff) > 0
	if compares {
		had, yours = sides(c.Matches[0])
	}
	parts = append(parts, textYours(claimed)+"\n"+yours.write(size.compared))
	if compares {
		parts = append(parts, textArchiveHas+"\n"+had.write(size.compared))
	}
	switch c.Verdict {
	case bot.Stitched:
		parts = append(parts, pieces(c.Matches))
	case bot.NotFound:
		parts = append(parts, textSearched(c.Searched, now))
	}
	if len(c.Matches) > 0 && c.Verdict != bot.Stitched {
		parts = append(parts, allowances(c.Matches[0]))
	}
	e.Description = joined("\n\n", parts)
	e.Footer = footer(textFirst(c.First))
	return e
}

// reasons are what the verdict rests on, and below it the warnings.
func reasons(c bot.Check) string {
	var ls []string
	for _, r := range c.Reasons[:min(len(c.Reasons), maxReasons)] {
		ls = append(ls, markdown.Clip(r, maxReason, markdown.Escape))
	}
	ls = append(ls, textMore(len(c.Reasons)-maxReasons, "change"))
	for _, w := range c.Warnings[:min(len(c.Warnings), maxWarned)] {
		ls = append(ls, "⚠️ "+markdown.Clip(w, maxWarning, markdown.Escape))
	}
	return joined("\n", append(ls, textMore(len(c.Warnings)-maxWarned, "warning")))
}

// allowances are the differences that are allowed, or that typography makes.
func allowances(m bot.Match) string {
	var ls []string
	for _, o := range m.Omitted {
		ls = append(ls, "Your ellipsis drops “"+markdown.Clip(o.Text, maxReason, markdown.Escape)+"”")
	}
	for _, i := range m.Inserted {
		ls = append(ls, textInserted(i))
	}
	more := textMore(len(ls)-maxAllowed, "difference")
	ls = append(ls[:min(len(ls), maxAllowed)], more)
	if len(m.Harmless) > 0 {
		ls = append(ls, "-# Harmless differences: "+markdown.Clip(strings.Join(m.Harmless, ", "), maxReason, markdown.Escape))
	}
	return joined("\n", ls)
}

// pieces lists what a stitched quotation is made of: each piece, who says it, and where.
func pieces(matches []bot.Match) string {
	var ls []string
	for i, m := range matches[:min(len(matches), maxPieces)] {
		ls = append(ls, strconv.Itoa(i+1)+`\. “`+markdown.Clip(m.Piece, maxPiece, markdown.Escape)+"” "+textPieceOf(m))
	}
	return joined("\n", append(ls, textMore(len(matches)-maxPieces, "piece")))
}

// placeEmbed shows the words in their paragraph, at most limit characters of it, who says them, and the article.
func placeEmbed(m bot.Match, limit int, near bool) *discordgo.MessageEmbed {
	e := articleEmbed(m.Article, m.Text)
	words := corpus.Span{Start: m.Start - m.Context.Start, End: m.End - m.Context.Start}
	e.Description = joined("\n", []string{
		textKind(m.Kind.String()), markdown.QuoteAround(m.Context.Text, words, limit), textCredit(m, true),
	})
	mark := ""
	if near {
		mark = textNearFooter
	}
	e.Footer = footer(mark, textParagraph(m.Paragraph), textBy(m.Article.Byline), textAlso(m.AlsoIn))
	return e
}

// joined joins what is not empty.
func joined(by string, parts []string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, by)
}
