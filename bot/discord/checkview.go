package discord

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// askedQuotation is what a receipt keeps of a quotation that was checked.
type askedQuotation struct {
	Text    string `json:"text"`
	Claimed string `json:"claimed,omitempty"`
}

// checkView shows what came of checking a quotation: the verdict with the best place, and then the other places, or the
// nearest to a quotation that was not found.
type checkView struct {
	desk  Desk
	asked askedQuotation
	check bot.Check
}

func (s *service) checkView(r ledger.Receipt) (view, error) {
	v := checkView{desk: s.desk}
	err := decode(r, &v.asked, &v.check)
	return v, err
}

// places are the pages: the first is the verdict's, with the best place or with none.
func (v checkView) places() []*bot.Match {
	places := []*bot.Match{nil}
	found := v.check.Nearest
	if v.check.Verdict != bot.NotFound {
		places, found = nil, v.check.Matches
	}
	for i := range found {
		places = append(places, &found[i])
	}
	if len(places) == 0 {
		places = []*bot.Match{nil}
	}
	return places
}

// scene implements [view].
func (v checkView) scene(ctx context.Context, place string) (scene, error) {
	places := v.places()
	n, err := page(place, len(places))
	if err != nil {
		return scene{}, err
	}
	sc := scene{}
	near := v.check.Verdict == bot.NotFound
	label := textNextPlace
	if near {
		label = textNearestPlace
	}
	sc.back, sc.next = steps(n, len(places), label)
	if n == 0 {
		sc.message = verdictMessage(v.asked.Text, v.asked.Claimed, v.check, time.Now())
	}
	return sc, v.put(ctx, &sc, places[n], n, near)
}

// put puts a place into the scene, or the word that it may not be shown any more.
func (v checkView) put(ctx context.Context, sc *scene, m *bot.Match, n int, near bool) error {
	if m == nil {
		return nil
	}
	note, err := noteOn(ctx, v.desk, m.Article)
	if err != nil {
		return err
	}
	switch {
	case note.gone:
		sc.message = message{Content: textGone}
		return nil
	case n > 0:
		sc.Embeds = []*discordgo.MessageEmbed{placeEmbed(*m, maxPassage, near)}
	}
	sc.Content = note.text
	sc.shown = []ledger.Shown{shown(m.Article, m.Context.Start, m.Context.Text, m.Paragraph, m.Speaker)}
	sc.subject = &subject{article: m.Article.ID, version: m.Article.Version, span: m.Span}
	return nil
}

// again implements [view].
func (v checkView) again(s *service) task { return s.quotation(v.asked, "") }
