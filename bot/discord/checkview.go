package discord

import (
	"context"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// askedQuotation is what a receipt keeps of a quotation that was checked.
type askedQuotation struct {
	Text    string `json:"text"`
	Claimed string `json:"claimed,omitempty"`
	// Of is the ID of the article whose words these are; empty if somebody typed them.
	Of string `json:"of,omitempty"`
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
	rests := v.restsOn(n, places[n])
	if left, err := showable(ctx, v.desk, rests); err != nil || len(left) < len(rests) {
		sc.Content = textGone
		return sc, err
	}
	if places[n] == nil {
		sc.message = verdictMessage(v.asked.Text, v.asked.Claimed, v.check, time.Now())
		return sc, nil
	}
	err = v.put(ctx, &sc, *places[n], n, near)
	return sc, err
}

// restsOn are the articles without which a page is not shown: the one of the place, on the page of the verdict all that it
// rests on, and the one whose words a button had checked.
func (v checkView) restsOn(n int, m *bot.Match) []bot.Citation {
	var out []bot.Citation
	if v.asked.Of != "" {
		out = append(out, bot.Citation{ID: v.asked.Of})
	}
	if n > 0 {
		return append(out, m.Article)
	}
	if v.check.First != nil {
		out = append(out, *v.check.First)
	}
	for _, m := range v.check.Matches {
		out = append(out, m.Article)
	}
	return out
}

// put puts a place into the scene.
func (v checkView) put(ctx context.Context, sc *scene, m bot.Match, n int, near bool) error {
	note, err := noteOn(ctx, v.desk, m.Article)
	if err != nil {
		return err
	}
	if m.AlsoIn, err = showable(ctx, v.desk, m.AlsoIn); err != nil {
		return err
	}
	if n == 0 {
		c := v.check
		c.Matches = slices.Concat([]bot.Match{m}, c.Matches[1:])
		sc.message = verdictMessage(v.asked.Text, v.asked.Claimed, c, time.Now())
	} else {
		sc.Embeds = []*discordgo.MessageEmbed{placeEmbed(m, maxPassage, near)}
	}
	sc.Content = note.text
	sc.shown = []ledger.Shown{shown(m.Article, m.Context.Start, m.Context.Text, m.Paragraph, m.Speaker)}
	sc.subject = &subject{article: m.Article.ID, version: m.Article.Version, span: m.Span, words: m.Text}
	return nil
}

// again implements [view].
func (v checkView) again(s *service) task { return s.quotation(v.asked, "") }
