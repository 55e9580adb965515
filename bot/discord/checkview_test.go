package discord

import (
	"context"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/verify"
	"copydesk/corpus"
)

// Whatever is in a check, the message keeps Discord's limits.
func TestCheckKeepsLimits(t *testing.T) {
	for _, unit := range []string{"*", "word ", "👩‍🚒\n"} {
		long := strings.Repeat(unit, 6000/len(unit))
		for _, c := range []bot.Check{verbatim(), altered(), misattributed(), doubtful(), stitched(), notFound()} {
			for len(c.Matches) > 0 && len(c.Matches) < 10 {
				c.Matches = append(c.Matches, c.Matches[0])
			}
			for _, ms := range [][]bot.Match{c.Matches, c.Nearest} {
				for i := range ms {
					m := &ms[i]
					m.Article.Headline, m.Article.Outlet, m.Article.Byline, m.Piece = long, long, long, long
					m.Speaker, m.Role, m.Attribution = &long, &long, &bot.Attribution{Source: long, Cue: long}
					m.Text, m.Context = long, bot.Evidence{Span: corpus.Span{Start: 0, End: len(long)}, Text: long}
					m.Span = corpus.Span{Start: len(unit), End: len(long) - len(unit)}
					m.Diff = []verify.Edit{{Op: verify.Delete, Text: long}, {Op: verify.Insert, Text: long}}
					m.Harmless, m.AlsoIn = []string{long, long}, []bot.Citation{m.Article, m.Article, m.Article, m.Article}
					for range 9 {
						m.Omitted = append(m.Omitted, verify.Omission{Text: long})
						m.Inserted = append(m.Inserted, verify.Insertion{Text: long, For: long})
					}
				}
			}
			for range 9 {
				c.Reasons, c.Warnings = append(c.Reasons, long), append(c.Warnings, long)
			}
			c.First, c.Searched.Outlets = &bot.Citation{Outlet: long}, []string{long, long, long}
			r := reportOf(c, c)
			r.Quotations[0].Text, r.Quotations[1].Speaker, r.PassedOver = long, &long, []bot.DraftWords{{Text: long}}
			report := reportView{desk: unasked{}, read: func(context.Context) (bot.Report, error) { return r, nil }}
			for _, v := range []view{checkView{unasked{}, askedQuotation{long, long}, c}, report} {
				for _, place := range []string{"", "1", "q1", "q2"} {
					sc, err := v.scene(t.Context(), place)
					if err != nil {
						continue // not every view has all of these
					}
					if err := sc.withReceipt("00000000").check(); err != nil || len(sc.Embeds) == 0 {
						t.Errorf("%s of %q at %q: %v", c.Verdict, unit, place, err)
					}
				}
			}
		}
	}
}

// The verdict comes with the best place, and the others are a button away.
func TestCheckPages(t *testing.T) {
	v := checkView{unasked{}, askedQuotation{"We shall raise her in May", "Tomas Brandt"}, misattributed()}
	first, second := shows(t, v, ""), shows(t, v, "1")
	if len(first.Embeds) != 2 || len(second.Embeds) != 1 || first.next.label != "Next place ▸ 2/2" || second.back == nil || second.subject.article != "quay-closed" {
		t.Errorf("got %+v, then %+v", first, second)
	}
	none := checkView{unasked{}, askedQuotation{"x", ""}, notFound()}
	first, second = shows(t, none, ""), shows(t, none, "1")
	if len(first.Embeds) != 1 || first.subject != nil || !strings.HasPrefix(first.next.label, textNearestPlace) || !strings.HasPrefix(second.Embeds[0].Footer.Text, textNearFooter) {
		t.Errorf("got %+v, then %+v", first, second)
	}
}
