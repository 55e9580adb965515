package discord

import (
	"context"
	"errors"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// context shows the paragraphs around the subject of the place of, in pages if they are long; at is the page.
func (s *service) context(ctx context.Context, sub subject, of, at string) (scene, error) {
	around, err := s.desk.Around(ctx, sub.article, sub.span)
	if errors.Is(err, bot.ErrNoArticle) {
		return scene{message: message{Content: textGone}}, nil
	}
	if err != nil {
		return scene{}, err
	}
	r := joinParagraphs(around, sub)
	marks := []corpus.Span{r.mark}
	parts := markdown.Divide(r.text, func(e corpus.Span) bool { return markdown.Length(markdown.Quote(r.text, e, marks, "**")) <= maxPassage })
	n, err := page(at, len(parts))
	if err != nil {
		return scene{}, err
	}
	e := articleEmbed(around.Article, r.text[r.mark.Start:r.mark.End])
	e.Description = markdown.Quote(r.text, parts[n], marks, "**")
	e.Footer = footer("From paragraph "+strconv.Itoa(around.Paragraph), textBy(around.Article.Byline))
	sc := scene{subject: &sub, shown: r.shown(around, parts[n])}
	sc.Embeds = []*discordgo.MessageEmbed{e}
	sc.back, sc.next = contextSteps(n, len(parts), of)
	if around.Article.Version != sub.version {
		sc.Content = textChanged
	}
	return sc, nil
}

func contextSteps(n, of int, base string) (back, next *step) {
	back, next = steps(n, of, textNextPage)
	for _, t := range []*step{back, next} {
		if t != nil {
			t.place = contextPlace + t.place + "/" + base
		}
	}
	return back, next
}

// joinedParagraphs are paragraphs joined to one text.
type joinedParagraphs struct {
	text       string
	paragraphs []bot.Evidence
	starts     []int       // of the paragraphs in the text
	mark       corpus.Span // the subject's words
}

// joinParagraphs joins the paragraphs around a subject.
func joinParagraphs(around bot.Surroundings, sub subject) joinedParagraphs {
	var r joinedParagraphs
	add := func(p bot.Evidence) {
		if r.text != "" {
			r.text += "\n\n"
		}
		r.starts = append(r.starts, len(r.text))
		r.paragraphs = append(r.paragraphs, p)
		r.text += p.Text
	}
	for _, p := range around.Before {
		add(p)
	}
	add(around.Passage)
	begin := r.starts[len(r.starts)-1]
	within := func(offset int) int {
		return begin + min(max(0, offset-around.Passage.Start), len(around.Passage.Text))
	}
	r.mark = corpus.Span{Start: within(sub.span.Start), End: within(sub.span.End)}
	for _, p := range around.After {
		add(p)
	}
	return r
}

// shown are the paragraphs, as far as they are in a part of the text.
func (r joinedParagraphs) shown(around bot.Surroundings, part corpus.Span) []ledger.Shown {
	var out []ledger.Shown
	for i, p := range r.paragraphs {
		from, to := max(part.Start-r.starts[i], 0), min(part.End-r.starts[i], len(p.Text))
		if from < to {
			out = append(out, shown(around.Article, p.Start+from, p.Text[from:to], around.Paragraph+i, nil))
		}
	}
	return out
}
