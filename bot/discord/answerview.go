package discord

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// askedQuestion is what a receipt keeps of a question.
type askedQuestion struct {
	bot.Question
	// Echo says that the question is repeated above the answer: a command shows others only its name.
	Echo bool `json:",omitempty"`
	// Message says that it is a message which somebody looked for in the archive.
	Message bool `json:",omitempty"`
}

// answerView shows an answer, a passage a page; long ones take more than one. A decline begins with what was searched, and
// has the nearest passages behind it.
type answerView struct {
	desk   Desk
	asked  askedQuestion
	answer bot.Answer
}

func (s *service) answerView(r ledger.Receipt) (view, error) {
	v := answerView{desk: s.desk}
	err := decode(r, &v.asked, &v.answer)
	return v, err
}

// leaf is a page of an answer: a passage, or a part of one.
type leaf struct {
	passage int
	part    corpus.Span
}

// scene implements [view].
func (v answerView) scene(ctx context.Context, place string) (scene, error) {
	leaves := v.leaves()
	var sc scene
	sc.Content = v.head()
	if !v.answer.Answered || len(leaves) == 0 {
		if place == "" {
			sc.Content = joined("\n", []string{sc.Content, v.nothing()})
			if len(leaves) > 0 {
				sc.next = &step{textNearest(len(v.answer.Passages)), "0"}
			}
			return sc, nil
		}
		sc.Content = joined("\n", []string{sc.Content, textNear})
	}
	n, err := page(cmp.Or(place, v.foremost(leaves)), len(leaves))
	if err != nil {
		return scene{}, err
	}
	if err := v.show(ctx, &sc, leaves[n]); err != nil {
		return scene{}, err
	}
	sc.back, sc.next = steps(n, len(leaves), textNextPassage)
	return sc, nil
}

// head is what stands above every passage: the question, and how it was read.
func (v answerView) head() string {
	var above string
	if v.asked.Echo {
		above = echo(v.asked.Question)
	}
	return joined("\n", []string{strings.TrimRight(above, "\n"), textReading(v.answer)})
}

func (v answerView) nothing() string {
	if v.asked.Message && v.answer.Searched.Articles > 0 {
		return textNotThere(v.answer.Searched, time.Now())
	}
	return textNothing(v.asked.Question, v.answer.Searched, time.Now())
}

// leaves are the pages in order.
func (v answerView) leaves() []leaf {
	var out []leaf
	for i, p := range v.answer.Passages {
		fits := func(part corpus.Span) bool { return markdown.Length(v.quote(p, part)) <= maxPassage }
		for _, part := range markdown.Divide(p.Text, fits) {
			out = append(out, leaf{i, part})
		}
	}
	return out
}

// foremost is the place of the page that has the evidence of the best passage.
func (v answerView) foremost(leaves []leaf) string {
	evidence := evidenceIn(v.answer.Passages[0])
	n := slices.IndexFunc(leaves, func(l leaf) bool { return l.part.End > evidence.Start })
	return strconv.Itoa(max(0, n))
}

// show puts a passage into the scene, or the word that it may not be shown any more.
func (v answerView) show(ctx context.Context, sc *scene, l leaf) error {
	p := v.answer.Passages[l.passage]
	note, err := noteOn(ctx, v.desk, p.Article)
	if err != nil {
		return err
	}
	if note.gone {
		sc.Content = joined("\n", []string{sc.Content, textGone})
		return nil
	}
	sc.Embeds = []*discordgo.MessageEmbed{v.embed(l, note.text)}
	sc.shown = []ledger.Shown{shown(p.Article, p.Start+l.part.Start, p.Text[l.part.Start:l.part.End], p.Paragraph, p.Speaker)}
	sc.subject = &subject{article: p.Article.ID, version: p.Article.Version, span: p.Evidence.Span, quoted: longestQuotation(p.Evidence.Text)}
	if p.Speaker != nil {
		sc.subject.speaker = *p.Speaker
	}
	return nil
}

// embed writes a passage: where it stands, its words, and who says the evidence. One that is no answer has no evidence,
// and so nobody who says it.
func (v answerView) embed(l leaf, note string) *discordgo.MessageEmbed {
	p := v.answer.Passages[l.passage]
	e := articleEmbed(p.Article, p.Evidence.Text)
	e.Color = colourOther
	var after *bot.Passage
	switch {
	case l.passage == 0 && v.answer.Answered:
		e.Color = colourAnswer
	case l.passage > 0 && v.answer.Answered:
		first := v.answer.Passages[0]
		if first.Article.ID == p.Article.ID {
			after = &first
		} else {
			e.Author.Name = textSeeAlso + e.Author.Name
		}
	}
	place := textPlace(p, after)
	if place != "" {
		place = "*" + place + "*"
	}
	speaker := ""
	if v.answer.Answered {
		speaker = textSpeaker(p)
	}
	e.Description = joined("\n", []string{place, v.quote(p, l.part), speaker, note})
	e.Footer = footer(textNearestFooter(v.answer.Answered), textBy(p.Article.Byline), textAlso(p.AlsoIn))
	return e
}

// quote writes a part of a passage, with the evidence in bold if it is an answer.
func (v answerView) quote(p bot.Passage, part corpus.Span) string {
	if !v.answer.Answered {
		return markdown.Quote(p.Text, part, nil, "")
	}
	return markdown.Quote(p.Text, part, []corpus.Span{evidenceIn(p)}, markdown.Bold)
}

// articleEmbed begins an embed with the outlet, the day and the headline, which leads to the words.
func articleEmbed(c bot.Citation, words string) *discordgo.MessageEmbed {
	return &discordgo.MessageEmbed{
		Author: &discordgo.MessageEmbedAuthor{Name: textEmbargo(c) + textOutlet(c) + " · " + textDay(c)},
		Title:  title(c),
		URL:    link(c.URL, words),
		Color:  colourOther,
	}
}

func title(c bot.Citation) string {
	if t := markdown.Clip(c.Headline, maxTitle, markdown.Escape); t != "" {
		return t
	}
	return textNoHeadline
}

// footer is the small line below an embed; nil if there is nothing to say.
func footer(parts ...string) *discordgo.MessageEmbedFooter {
	text := joined(" · ", parts)
	if text == "" {
		return nil
	}
	return &discordgo.MessageEmbedFooter{Text: text}
}

// shown is what a receipt keeps of words that were shown, which begin at a byte of the article's body.
func shown(c bot.Citation, start int, text string, paragraph int, speaker *string) ledger.Shown {
	out := ledger.Shown{
		At: time.Now().UTC(), Article: c.ID, Version: c.Version, Headline: c.Headline, Outlet: c.Outlet, Paragraph: paragraph, Text: text,
	}
	out.Span.Start, out.Span.End = start, start+len(text)
	if speaker != nil {
		out.Speaker = *speaker
	}
	return out
}

// articleNote is what has become of an article since it was found.
type articleNote struct {
	gone bool   // it is not to be shown
	text string // what is to be said of it; empty if it is as it was
}

// noteOn looks an article up at the moment of showing.
func noteOn(ctx context.Context, desk Desk, c bot.Citation) (articleNote, error) {
	st, err := desk.Standing(ctx, c.ID, c.Version)
	switch {
	case err != nil:
		return articleNote{}, err
	case st == bot.Gone:
		return articleNote{gone: true}, nil
	case st == bot.Changed:
		return articleNote{text: textChanged}, nil
	}
	return articleNote{}, nil
}

// evidenceIn is where the passage's evidence stands in its text; empty if it is not there.
func evidenceIn(p bot.Passage) corpus.Span {
	start := p.Evidence.Start - p.Start
	end := start + len(p.Evidence.Text)
	if start < 0 || end > len(p.Text) || p.Text[start:end] != p.Evidence.Text {
		if start = strings.Index(p.Text, p.Evidence.Text); start < 0 {
			return corpus.Span{}
		}
		end = start + len(p.Evidence.Text)
	}
	return corpus.Span{Start: start, End: end}
}

// again implements [view].
func (v answerView) again(s *service) task {
	none := func(context.Context) (string, error) { return v.asked.Before, nil }
	return s.question(inquiry{Question: v.asked.Question, echo: v.asked.Echo, message: v.asked.Message, before: none}, s.log)
}
