package discord

import (
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/corpus"
)

// How much of what somebody said is shown.
const (
	maxStatement = 600 // of a statement in a list
	maxPeople    = 8
)

// saidEmbed shows statements of one article, each in its sentences and at most limit characters long, with what is the
// speaker's in bold.
func saidEmbed(of []bot.Statement, limit int, note string) *discordgo.MessageEmbed {
	article := of[0].Article
	e := articleEmbed(article, of[0].Parts[0].Text)
	var parts []string
	var also []bot.Citation
	for _, st := range of {
		parts = append(parts, statement(st, limit)+"\n"+textSaidBy(st))
		also = append(also, st.AlsoIn...)
	}
	also = slices.CompactFunc(also, func(a, b bot.Citation) bool { return a.ID == b.ID })
	e.Description = joined("\n\n", append(parts, note))
	e.Footer = footer(textParagraph(of[0].Paragraph), textBy(article.Byline), textAlso(also))
	return e
}

// statement is the statement in its sentences.
func statement(st bot.Statement, limit int) string {
	var marks []corpus.Span
	for _, p := range st.Parts {
		marks = append(marks, corpus.Span{Start: p.Start - st.Context.Start, End: p.End - st.Context.Start})
	}
	keep := corpus.Span{Start: marks[0].Start, End: marks[len(marks)-1].End}
	write := func(e corpus.Span) string { return markdown.Quote(st.Context.Text, e, marks, "**") }
	return write(markdown.Excerpt(st.Context.Text, keep, func(e corpus.Span) bool { return markdown.Length(write(e)) <= limit }))
}

// whoIsMeant lists the people who may be, or says that there are none.
func whoIsMeant(q saidQuery, s bot.Statements, now time.Time) string {
	name := markdown.Clip(q.Name, maxName, markdown.Escape)
	switch {
	case s.Searched.Articles == 0:
		return textNoDays
	case len(s.People) == 0:
		return joined("\n", []string{textNobody(name, s.Searched, now), notTaken(s)})
	}
	ls := []string{textWhich(name)}
	for _, p := range s.People[:min(len(s.People), maxPeople)] {
		ls = append(ls, "- "+textPersonLine(p))
	}
	return joined("\n", append(ls, textMore(len(s.People)-maxPeople, "name"), notTaken(s)))
}

// notTaken names those who may be taken for the person and were not.
func notTaken(s bot.Statements) string {
	var names []string
	for _, p := range s.Others {
		names = append(names, markdown.Clip(p.Name, maxWho, markdown.Escape))
	}
	if len(names) == 0 {
		return ""
	}
	return "-# Not taken for that person, or not surely: " + strings.Join(names, "; ")
}
