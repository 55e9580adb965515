package discord

import (
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// message is what one Discord message says.
type message struct {
	Content string
	Embeds  []*discordgo.MessageEmbed
	// Next are the messages that go on where this one is full; they need a [follower].
	Next []message
}

func (m message) empty() bool { return m.Content == "" && len(m.Embeds) == 0 }

// How much of an answer is shown: what a phone shows without much scrolling. The first passage comes whole,
// as copydesk's passages are at most 1,400 bytes; the rest around their evidence.
const (
	maxShown   = 4
	maxNearest = 3
	maxFirst   = 2000
	maxOther   = 600
	maxName    = 120 // a name, role, heading or byline
	maxQuoted  = 300 // the question, where it is repeated
	maxBefore  = 120 // the question before, where it is
	maxMended  = 3   // misspelt words that are shown as they were read
)

// The stripes beside the story that answers and beside the others.
const (
	colourAnswer = 0x2e7d5b
	colourOther  = 0x8a8f98
)

// render writes the answer to q as of now. Passages that exceed Discord's limits together are left out from
// the last one on; the first always fits.
func render(q bot.Question, a bot.Answer, now time.Time) message {
	shown := a.Passages
	answered := a.Answered && len(shown) > 0
	content := textReading(a)
	if answered {
		shown = shown[:min(len(shown), maxShown)]
	} else {
		shown = shown[:min(len(shown), maxNearest)]
		if content != "" {
			content += "\n"
		}
		content += textNothing(q, a.Searched, now)
		if len(shown) > 0 {
			content += " " + textNearest
		}
	}
	for {
		m := message{Content: content, Embeds: embeds(shown, answered)}
		if len(shown) <= 1 || m.check() == nil {
			return m
		}
		shown = shown[:len(shown)-1]
	}
}

// embeds writes one embed a story, in the order of their best passages. Of an answer the first is what answers,
// and the others are marked as what else there is.
func embeds(passages []bot.Passage, answered bool) []*discordgo.MessageEmbed {
	var out []*discordgo.MessageEmbed
	for i, story := range stories(passages) {
		limit := maxOther
		if i == 0 {
			limit = maxFirst
		}
		e := embed(story, answered, limit)
		switch {
		case answered && i == 0:
			e.Color = colourAnswer
		case answered:
			e.Author.Name = textSeeAlso + e.Author.Name
		}
		out = append(out, e)
	}
	return out
}

// stories groups passages by article, both in the order given.
func stories(passages []bot.Passage) [][]bot.Passage {
	var out [][]bot.Passage
	at := make(map[string]int)
	for _, p := range passages {
		i, ok := at[p.Article.ID]
		if !ok {
			i = len(out)
			at[p.Article.ID] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], p)
	}
	return out
}

// embed writes the passages of one story; the first of them takes up to limit characters.
func embed(story []bot.Passage, answered bool, limit int) *discordgo.MessageEmbed {
	article := story[0].Article
	e := &discordgo.MessageEmbed{
		Author: &discordgo.MessageEmbedAuthor{Name: textOutlet(article) + " · " + textDay(article)},
		Title:  title(article),
		URL:    link(article.URL, story[0].Evidence.Text),
		Color:  colourOther,
	}
	var parts []string
	var before *bot.Passage
	for _, p := range story {
		parts = append(parts, passage(p, before, answered, limit))
		before, limit = &p, maxOther
	}
	e.Description = strings.Join(parts, "\n\n")
	if text := footer(story, answered); text != "" {
		e.Footer = &discordgo.MessageEmbedFooter{Text: text}
	}
	return e
}

func title(c bot.Citation) string {
	if t := clip(c.Headline, maxTitle, escape); t != "" {
		return t
	}
	return textNoHeadline
}

// passage writes where the passage stands, the passage, and who says the evidence. One that is no answer has no
// evidence, and so nobody who says it.
func passage(p bot.Passage, before *bot.Passage, answered bool, limit int) string {
	var ls []string
	if place := textPlace(p, before); place != "" {
		ls = append(ls, "*"+place+"*")
	}
	ls = append(ls, quotation(p.Text, evidenceIn(p), answered, limit))
	if speaker := textSpeaker(p); speaker != "" && answered {
		ls = append(ls, speaker)
	}
	return strings.Join(ls, "\n")
}

func footer(story []bot.Passage, answered bool) string {
	var parts []string
	if !answered {
		parts = append(parts, textNearestFooter)
	}
	for _, s := range []string{textBy(story[0].Article.Byline), textAlso(copies(story))} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// copies are the other articles that print words of the story, each once.
func copies(story []bot.Passage) []bot.Citation {
	var out []bot.Citation
	known := map[string]bool{story[0].Article.ID: true}
	for _, p := range story {
		for _, c := range p.AlsoIn {
			if !known[c.ID] {
				known[c.ID] = true
				out = append(out, c)
			}
		}
	}
	return out
}
