package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/corpus"
)

// The harbour and its people are invented. Each article has a headline, a speaker and an outlet of its own, of which no
// other has a word.
func harbourDesk(t *testing.T, now time.Time) *bot.Desk {
	t.Helper()
	return smallDeskAt(t, now,
		corpus.Article{Headline: "Ferry sails again", Outlet: "Quay Gazette", Published: at(t, "2024-03-01"), Body: "“The ferry sails on Monday,” said Ada Orm, the harbour master.\n\nNobody else spoke."},
		corpus.Article{Headline: "Lighthouse sold", Outlet: "Lantern Courier", Published: at(t, "2024-04-02"), Embargo: at(t, "2024-06-01"), Body: "“We have sold the lighthouse to a painter,” said Ottilie Brandt, who owned it.\n\nThe painter was silent."},
		corpus.Article{Headline: "Windmill burns", Outlet: "Miller Herald", Published: at(t, "2024-04-03"), Status: corpus.Withheld, Body: "“We burnt the windmill ourselves,” said Gudrun Falk, who ran it.\n\nThe police was silent."},
		corpus.Article{Headline: "Aquarium empty", Outlet: "Fishmonger Times", Published: at(t, "2024-04-04"), Status: corpus.Canceled, Embargo: at(t, "2024-06-01"), Body: "“We ate the aquarium’s fish,” said Ingolf Tessen, who kept them.\n\nThe fish were silent."},
	)
}

// hidden is what one path is asked about an article, and what it must not have of it.
var hidden = []struct {
	id, headline, quotation, speaker, outlet string
	embargoed                                bool
}{
	{"1", "Lighthouse sold", "We have sold the lighthouse to a painter", "Ottilie Brandt", "Lantern Courier", true},
	{"2", "Windmill burns", "We burnt the windmill ourselves", "Gudrun Falk", "Miller Herald", false},
	{"3", "Aquarium empty", "We ate the aquarium’s fish", "Ingolf Tessen", "Fishmonger Times", false},
}

// paths are all ways in which a Desk shows something of articles.
var paths = map[string]func(ctx context.Context, d *bot.Desk, id, headline, quotation, speaker, outlet string) (any, error){
	"Ask": func(ctx context.Context, d *bot.Desk, _, headline, _, _, _ string) (any, error) {
		return d.Ask(ctx, bot.Question{Text: headline})
	},
	"Ask of the outlet": func(ctx context.Context, d *bot.Desk, _, _, _, _, outlet string) (any, error) {
		return d.Ask(ctx, bot.Question{Text: "who said what", Outlet: outlet})
	},
	"CheckQuote": func(ctx context.Context, d *bot.Desk, _, _, quotation, speaker, _ string) (any, error) {
		return d.CheckQuote(ctx, quotation, speaker)
	},
	"CheckDraft": func(ctx context.Context, d *bot.Desk, _, _, quotation, speaker, _ string) (any, error) {
		report, err := d.CheckDraft(ctx, "", strings.NewReader("“"+quotation+",” said somebody else."))
		return []any{report.Searched, report.Quotations[0].Check}, err
	},
	"Said": func(ctx context.Context, d *bot.Desk, _, _, _, speaker, _ string) (any, error) {
		return d.Said(ctx, speaker, "", time.Time{}, time.Time{})
	},
	"Names": func(ctx context.Context, d *bot.Desk, _, _, _, speaker, _ string) (any, error) {
		return d.Names(ctx, speaker)
	},
	"Names misspelt": func(ctx context.Context, d *bot.Desk, _, _, _, speaker, _ string) (any, error) {
		return d.Names(ctx, strings.Fields(speaker)[0]+"x")
	},
	"Names of nothing": func(ctx context.Context, d *bot.Desk, _, _, _, _, _ string) (any, error) { return d.Names(ctx, "") },
	"Outlets": func(ctx context.Context, d *bot.Desk, _, _, _, _, outlet string) (any, error) {
		return d.Outlets(ctx, outlet)
	},
	"Articles": func(ctx context.Context, d *bot.Desk, _, headline, _, _, _ string) (any, error) {
		return d.Articles(ctx, headline)
	},
	"Articles of the outlet": func(ctx context.Context, d *bot.Desk, _, _, _, _, outlet string) (any, error) {
		return d.Articles(ctx, outlet+" 2024")
	},
	"Articles of nothing": func(ctx context.Context, d *bot.Desk, _, _, _, _, _ string) (any, error) { return d.Articles(ctx, "") },
	"Article": func(ctx context.Context, d *bot.Desk, id, _, _, _, _ string) (any, error) {
		card, err := d.Article(ctx, id)
		return shownUnless(card, err)
	},
	"Article by headline": func(ctx context.Context, d *bot.Desk, _, headline, _, _, _ string) (any, error) {
		card, err := d.Article(ctx, headline)
		return shownUnless(card, err)
	},
	"Around": func(ctx context.Context, d *bot.Desk, id, _, _, _, _ string) (any, error) {
		around, err := d.Around(ctx, id, corpus.Span{Start: 0, End: 20})
		return shownUnless(around, err)
	},
	"Standing": func(ctx context.Context, d *bot.Desk, id, headline, _, _, _ string) (any, error) {
		standing, err := d.Standing(ctx, id, "")
		if standing == bot.Changed { // the version is not the empty one
			return headline, err
		}
		return string(standing), err
	},
	"Status": func(ctx context.Context, d *bot.Desk, _, _, _, _, _ string) (any, error) { return d.Status(ctx) },
}

// shownUnless is what is shown, or nothing where there is no article.
func shownUnless(v any, err error) (any, error) {
	if errors.Is(err, bot.ErrNoArticle) {
		return nil, nil
	}
	return v, err
}

// What may not be shown is shown by no path; what is under embargo is, to those who may see it and to others when it has
// ended.
func TestEveryPathKeepsBack(t *testing.T) {
	embargoed := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name  string
		now   time.Time
		ctx   context.Context
		shown bool // what is embargoed
	}{
		{"under embargo", embargoed, t.Context(), false},
		{"under embargo, to those who may see it", embargoed, bot.WithEmbargoed(t.Context()), true},
		{"after the embargo", embargoed.AddDate(0, 2, 0), t.Context(), true},
	} {
		d := harbourDesk(t, tt.now)
		for _, h := range hidden {
			for path, ask := range paths {
				got, err := ask(tt.ctx, d, h.id, h.headline, h.quotation, h.speaker, h.outlet)
				if err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				if has, want := mentions(t, got, h.headline, h.speaker, h.outlet), tt.shown && h.embargoed; has != want {
					t.Errorf("%s: %s has %q: %v, want %v", tt.name, path, h.headline, has, want)
				}
			}
		}
		searched := 1
		if tt.shown {
			searched = 2
		}
		if s, err := d.Status(tt.ctx); err != nil || s.Scope.Articles != searched {
			t.Errorf("%s: %d articles, %v, want %d", tt.name, s.Scope.Articles, err, searched)
		}
	}
}

// mentions reports whether what is shown has the headline, the speaker or the outlet, beside what was asked for.
func mentions(t *testing.T, shown any, words ...string) bool {
	t.Helper()
	switch v := shown.(type) {
	case bot.Statements:
		return v.Person != nil || len(v.People)+len(v.Others) > 0 || has(t, v.Searched, words[2])
	case bot.Answer:
		v.Reading = bot.Reading{}
		shown = v
	}
	return has(t, shown, words...)
}

func has(t *testing.T, v any, words ...string) bool {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range words {
		if strings.Contains(string(text), w) {
			return true
		}
	}
	return false
}

// What is shown before its time says until when it is embargoed; afterwards it says nothing of it.
func TestCitationsSayEmbargo(t *testing.T) {
	embargoed := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	for now, want := range map[time.Time]string{embargoed: "2024-06-01T08:00:00Z", embargoed.AddDate(0, 2, 0): ""} {
		found, err := harbourDesk(t, now).Articles(bot.WithEmbargoed(t.Context()), "lighthouse")
		if err != nil || len(found) != 1 {
			t.Fatalf("got %d articles, %v, want one", len(found), err)
		}
		if got := found[0].Embargo.String(); got != want {
			t.Errorf("at %v: got %q, want %q", now, got, want)
		}
	}
}
