package discord

import (
	"context"
	"errors"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// shelf is a Desk with one card.
type shelf struct {
	unasked
	card bot.Card
}

func (d shelf) Article(context.Context, string) (bot.Card, error) { return d.card, nil }

// oddUnits are what long and hostile texts are made of.
var oddUnits = []string{"*", "word ", "👩‍🚒\n", "\u202e\u200b", "\u200d", "أهلا ", "\x00", " ", "@everyone ", "a\u2028- b\n", strings.Repeat("w", 4000) + " "}

// oddCard has a text wherever a card can have one.
func oddCard(text string, sources int) bot.Card {
	c := citation("odd", text, text, text, ferry.Published)
	card := bot.Card{Article: c, Dateline: text, Note: text, Version: text, Language: text}
	for i := range sources {
		of := statements(7).Statements
		for n := range of {
			of[n].Article, of[n].Speaker, of[n].Source, of[n].Cue, of[n].Role = c, text, text, text, &text
		}
		card.Sources = append(card.Sources, bot.Source{Name: text, Role: &text, Anonymous: i%2 == 1, Quoted: 1200, Reported: 1, Statements: of})
	}
	for range bot.MaxSuggestions + 5 {
		card.Others = append(card.Others, c)
	}
	return card
}

// Whatever is in a card, it and its menus keep Discord's limits, and no two things in it have one name.
func TestCardKeepsLimits(t *testing.T) {
	s := newService(nil, Options{Ledger: newLedger(t)}.with(Options{}), nil)
	for _, unit := range oddUnits {
		text := strings.Repeat(unit, 5000/len(unit)+1)
		for _, sources := range []int{0, 1, 8, 9, 26} {
			card := oddCard(text, sources)
			v := cardView{shelf{card: card}, card.Article.ID, card.Others}
			for _, place := range []string{"", "1", "3", "s0", "s1.1", "s25.2"} {
				sc, err := v.scene(t.Context(), place)
				if err != nil {
					continue // not every card has all of these
				}
				m := s.frame(sc, ledger.Receipt{ID: "00000000", Kind: ledger.Article, Private: true}, place)
				if err := m.check(); err != nil {
					t.Errorf("%q, %d sources, at %q: %v", unit, sources, place, err)
				}
				checkComponents(t, m)
			}
		}
	}
}

// checkComponents sees to it that components keep Discord's limits, and that there are no two of one name.
func checkComponents(t *testing.T, m message) {
	t.Helper()
	ids := make(map[string]bool)
	for _, row := range m.Components {
		for _, c := range row.Components {
			if ids[c.CustomID] || len(c.CustomID) > maxCustomID || c.CustomID == "" {
				t.Errorf("custom_id %q twice, empty or too long", c.CustomID)
			}
			ids[c.CustomID] = true
			if c.Type == buttonType && (c.Label == "" || markdown.Length(c.Label) > maxLabel) {
				t.Errorf("label %q", c.Label)
			}
			if c.Type == menuType && (len(c.Options) == 0 || len(c.Options) > maxMenu) {
				t.Errorf("%d options", len(c.Options))
			}
			values := make(map[string]bool)
			for _, o := range c.Options {
				if values[o.Value] || markdown.OneLine(o.Label) == "" || markdown.Length(o.Label) > maxMenuText || markdown.Length(o.Description) > maxMenuText {
					t.Errorf("option %+v twice, empty or too long", o)
				}
				values[o.Value] = true
			}
		}
	}
}

// Hostile text goes through a card as text, as Discord takes it and shows it.
func TestHostileCard(t *testing.T) {
	t.Parallel()
	for _, text := range append([]string{hostile}, oddUnits...) {
		s := newDouble(t, discordtest.Options{})
		start(t, s, shelf{card: oddCard(text, 9)}, Options{})
		m := s.Run(discordtest.Command{Name: "article", Options: map[string]any{"article": "odd", "public": true}}).Reply(t)
		if len(m.Embeds) != 1 || !m.Pings.None() {
			t.Errorf("%q: got %q, pings %+v", text, m.Content, m.Pings)
		}
		source := s.Press(discordtest.Press{MessageID: m.ID, CustomID: componentsOf(m)[0].CustomID, Values: []string{"s1"}}).Reply(t)
		if len(source.Embeds) != 1 || source.ID != m.ID || !source.Pings.None() {
			t.Errorf("%q: got %q, pings %+v", text, source.Content, source.Pings)
		}
	}
}

// A source of an article that was changed, and has fewer of them, is not there any more.
func TestCardHasFewerSources(t *testing.T) {
	v := cardView{desk: shelf{card: oddCard("Ada Orm", 2)}, id: "odd"}
	for _, place := range []string{"1", "-1", "s2", "s1.9", "s-1", "sx"} {
		if _, err := v.scene(t.Context(), place); !errors.Is(err, errNoPlace) {
			t.Errorf("%q: got %v, want none", place, err)
		}
	}
}
