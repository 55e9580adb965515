package discord

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// askedArticle is what a receipt keeps of an article that was asked for: its ID or words of its headline, and its ID.
type askedArticle struct {
	Ref string `json:"ref"`
	ID  string `json:"id"`
}

// cardView shows an article's card with its sources, some a page, and each source by itself with its quotations. The card
// is read anew for every page.
type cardView struct {
	desk   Desk
	id     string
	others []bot.Citation // that may have been meant
}

func (s *service) cardView(r ledger.Receipt) (view, error) {
	var asked askedArticle
	v := cardView{desk: s.desk}
	err := decode(r, &asked, &v.others)
	v.id = asked.ID
	return v, err
}

// maxSources is how many sources stand on a page of a card.
const maxSources = 8

// scene implements [view]: a page of the sources, or a source by its number and the page of its statements, as "s3.1".
func (v cardView) scene(ctx context.Context, place string) (scene, error) {
	card, err := v.desk.Article(ctx, v.id)
	if errors.Is(err, bot.ErrNoArticle) {
		return scene{message: message{Content: textGone}}, nil
	}
	if err != nil {
		return scene{}, err
	}
	if source, ok := strings.CutPrefix(place, "s"); ok {
		number, at, _ := strings.Cut(source, ".")
		n, err := page(number, len(card.Sources))
		if err != nil {
			return scene{}, err
		}
		return sourceScene(card, n, at)
	}
	pages := max(1, (len(card.Sources)+maxSources-1)/maxSources)
	n, err := page(place, pages)
	if err != nil {
		return scene{}, err
	}
	sc := scene{message: message{Embeds: []*discordgo.MessageEmbed{cardEmbed(card, n)}}}
	sc.shown = []ledger.Shown{{At: time.Now().UTC(), Article: card.Article.ID, Version: card.Article.Version, Headline: card.Article.Headline, Outlet: card.Article.Outlet}}
	sc.subject = &subject{article: card.Article.ID, version: card.Article.Version, whole: true}
	sc.back, sc.next = steps(n, pages, textNextPage)
	if sc.menus, err = v.menus(ctx, card, n); err != nil {
		return scene{}, err
	}
	return sc, nil
}

// menus open a source of the page, and another article that was perhaps meant.
func (v cardView) menus(ctx context.Context, card bot.Card, n int) ([]menu, error) {
	var out []menu
	var sources, others []menuOption
	for i, src := range pageOf(card.Sources, n, maxSources) {
		sources = append(sources, choose(sourceName(src), textSourceCounts(src), "s"+strconv.Itoa(n*maxSources+i)))
	}
	for i, c := range v.others[:min(len(v.others), maxMenu)] {
		note, err := noteOn(ctx, v.desk, c)
		if err != nil {
			return nil, err
		}
		if note.gone {
			continue
		}
		others = append(others, choose(cmp.Or(markdown.OneLine(c.Headline), textNoHeadline), textOutlet(c)+" · "+textDay(c), strconv.Itoa(i)))
	}
	if len(sources) > 0 {
		out = append(out, menu{showVerb, textOpenSource, sources})
	}
	if len(others) > 0 && n == 0 {
		out = append(out, menu{otherVerb, textOpenOther, others})
	}
	return out, nil
}

// pageOf are the elements on page n, of which each has size.
func pageOf[E any](all []E, n, size int) []E {
	return all[min(n*size, len(all)):min((n+1)*size, len(all))]
}

// cardEmbed is what is known of the article, and the n-th page of its sources.
func cardEmbed(card bot.Card, n int) *discordgo.MessageEmbed {
	e := articleEmbed(card.Article, "")
	e.Color = colourAnswer
	parts := []string{textCard(card)}
	if n == 0 && strings.TrimSpace(card.Note) != "" {
		parts = append(parts, "*"+textEditorsNote+"* "+markdown.Clip(card.Note, maxQuoted, markdown.Escape))
	}
	lines := []string{textSources(card.Sources)}
	for i, src := range pageOf(card.Sources, n, maxSources) {
		lines = append(lines, fmt.Sprintf(`%d\. %s`, n*maxSources+i+1, textSource(src)))
	}
	e.Description = joined("\n\n", append(parts, joined("\n", lines)))
	return e
}

// sourceScene is a source by itself, with what it says in the article, word for word.
func sourceScene(card bot.Card, n int, place string) (scene, error) {
	src := card.Sources[n]
	pages := statementPages(src.Statements)
	at, err := page(place, max(1, len(pages)))
	if err != nil {
		return scene{}, err
	}
	sc := scene{message: message{Content: textSource(src)}}
	sc.back = &step{textAllSources, strconv.Itoa(n / maxSources)}
	if at+1 < len(pages) {
		sc.next = &step{textNextPage + " ▸ " + strconv.Itoa(at+2) + "/" + strconv.Itoa(len(pages)), fmt.Sprintf("s%d.%d", n, at+1)}
	}
	if len(pages) > 0 {
		sc.Embeds = []*discordgo.MessageEmbed{saidEmbed(pages[at], maxStatement, "")}
		for _, st := range pages[at] {
			sc.shown = append(sc.shown, shownStatement(st))
		}
	}
	sc.subject = &subject{article: card.Article.ID, version: card.Article.Version, whole: true}
	return sc, nil
}

// statementPages divide statements among pages.
func statementPages(all []bot.Statement) [][]bot.Statement {
	return slices.Collect(slices.Chunk(all, maxOfArticle))
}

// again implements [view].
func (v cardView) again(s *service) task { return s.card(v.id, "") }
