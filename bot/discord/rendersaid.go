package discord

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// How much of what somebody said is shown.
const (
	maxStatements = 20
	maxStatement  = 600
	maxPeople     = 8
	maxOfArticle  = 3
)

// renderSaid writes what somebody said, as of now: the statements in order, one embed an article, in as many messages as
// they need; or who may be meant.
func renderSaid(q saidQuery, s bot.Statements, now time.Time) message {
	if s.Person == nil {
		return message{Content: whoIsMeant(q, s, now)}
	}
	shown := foremost(s.Statements, q.about != "")
	head := message{Content: joined("\n", []string{
		textPerson(q, s), textFewer(len(shown), len(s.Statements), q.about != ""), textOffice(s.Office), notTaken(s), textCut(s.Cut)})}
	var its []item
	for len(shown) > 0 {
		n := 1
		for n < len(shown) && n < maxOfArticle && shown[n].Article.ID == shown[0].Article.ID {
			n++
		}
		its = append(its, item{saidEmbed(shown[:n]), n})
		shown = shown[n:]
	}
	messages, fit := pack(head, its)
	if left := min(len(s.Statements), maxStatements) - fit; left > 0 {
		last := &messages[len(messages)-1]
		last.Content = joined("\n", []string{last.Content, textMore(left, "statement")})
	}
	head = messages[0]
	head.Next = messages[1:]
	return head
}

// foremost are the latest statements or, of a topic, those that are most about it, in their order.
func foremost(all []bot.Statement, topic bool) []bot.Statement {
	if len(all) <= maxStatements {
		return all
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if topic && all[i].About != all[j].About {
			return cmp.Compare(all[j].About, all[i].About)
		}
		return j - i
	})
	order = order[:maxStatements]
	slices.Sort(order)
	out := make([]bot.Statement, len(order))
	for i, n := range order {
		out[i] = all[n]
	}
	return out
}

// saidEmbed shows statements of one article, each in its sentences, with what is the speaker's in bold.
func saidEmbed(of []bot.Statement) *discordgo.MessageEmbed {
	article := of[0].Article
	e := &discordgo.MessageEmbed{
		Author: &discordgo.MessageEmbedAuthor{Name: textOutlet(article) + " · " + textDay(article)},
		Title:  title(article),
		URL:    link(article.URL, of[0].Parts[0].Text),
		Color:  colourOther,
	}
	var parts []string
	var also []bot.Citation
	for _, st := range of {
		parts = append(parts, statement(st)+"\n"+textSaidBy(st))
		also = append(also, st.AlsoIn...)
	}
	also = slices.CompactFunc(also, func(a, b bot.Citation) bool { return a.ID == b.ID })
	e.Description = joined("\n\n", parts)
	e.Footer = &discordgo.MessageEmbedFooter{Text: joined(" · ", []string{textParagraph(of[0].Paragraph), textBy(article.Byline), textAlso(also)})}
	return e
}

// statement is the statement in its sentences.
func statement(st bot.Statement) string {
	var marks []extent
	for _, p := range st.Parts {
		marks = append(marks, extent{p.Start - st.Context.Start, p.End - st.Context.Start})
	}
	keep := extent{marks[0].start, marks[len(marks)-1].end}
	write := func(e extent) string { return writeMarked(st.Context.Text, e, marks, "**") }
	return write(excerpt(st.Context.Text, keep, func(e extent) bool { return length(write(e)) <= maxStatement }))
}

// whoIsMeant lists the people who may be, or says that there are none.
func whoIsMeant(q saidQuery, s bot.Statements, now time.Time) string {
	name := clip(q.name, maxName, escape)
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
		names = append(names, clip(p.Name, maxWho, escape))
	}
	if len(names) == 0 {
		return ""
	}
	return "-# Not taken for that person, or not surely: " + strings.Join(names, "; ")
}
