package discord

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/corpus"
	quotes "copydesk/corpus/quote"
)

func saidOf(options map[string]any) discordtest.Command {
	return discordtest.Command{Name: "said", Options: options}
}

// tells is a Desk that has the same to say of everybody.
func tells(s bot.Statements) Desk {
	return editing{Desk: says(bot.Answer{}), said: func(context.Context, string, string, time.Time, time.Time) (bot.Statements, error) { return s, nil }}
}

// statements are n of Runa Ostberg's, two to an article.
func statements(n int) bot.Statements {
	role := "harbour master of Kelmouth"
	out := bot.Statements{Person: &bot.Person{Name: "Runa Ostberg", Roles: []string{role}, Quoted: n}, Searched: nearest().Searched, Cut: true,
		Office: &bot.Office{Called: "the harbour master", Article: ferry}, Others: []bot.Person{{Name: "Karl *Ostberg*"}, {Name: "Ostberg"}}}
	for i := range n {
		c := []bot.Citation{ferry, quay}[i/2%2]
		c.ID += fmt.Sprint(i / 2)
		text := fmt.Sprintf("“We shall raise her,” she said on day %d, “in May.”", i)
		st := bot.Statement{Article: c, Kind: quotes.Direct, Paragraph: i + 1, Speaker: "Runa Ostberg", Role: &role, Source: "she", Cue: "said", About: float64(i%5) / 10}
		st.Context = bot.Evidence{Span: corpus.Span{Start: 40, End: 40 + len(text)}, Text: text}
		for _, part := range []string{"We shall raise her,", "in May."} {
			at := 40 + strings.Index(text, part)
			st.Parts = append(st.Parts, bot.Evidence{Span: corpus.Span{Start: at, End: at + len(part)}, Text: part})
		}
		if i%2 == 1 {
			st.Kind, st.Role, st.AlsoIn = quotes.Indirect, nil, []bot.Citation{agent}
		}
		out.Statements = append(out.Statements, st)
	}
	return out
}

func namesakes() bot.Statements {
	out := bot.Statements{Statements: []bot.Statement{}, Searched: nearest().Searched}
	for i := range 12 {
		out.People = append(out.People, bot.Person{Name: fmt.Sprintf("Karl *Ostberg* %d", i), Roles: []string{"a baker"}, Quoted: 12 - i})
	}
	return out
}

func TestSaidPassesOptionsOn(t *testing.T) {
	t.Parallel()
	var got []any
	desk := editing{Desk: says(bot.Answer{}), said: func(_ context.Context, name, topic string, from, to time.Time) (bot.Statements, error) {
		got = []any{name, topic, from, to}
		return statements(1), nil
	}}
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, desk, Options{})
	m := s.Run(saidOf(map[string]any{"speaker": "Runa O", "about": "ferries", "from": "Feb 2016", "to": "2016"})).Reply(t)
	want := []any{"Runa O", "ferries", time.Date(2016, 2, 1, 0, 0, 0, 0, time.UTC), time.Date(2016, 12, 31, 0, 0, 0, 0, time.UTC)}
	if diff := cmp.Diff(want, got); diff != "" || !m.Ephemeral() {
		t.Errorf("ephemeral %v; -want +got:\n%s", m.Ephemeral(), diff)
	}
	r.log.await(t, "request answered", 1)
	if strings.Contains(r.log.text(), "Runa") || strings.Contains(r.log.text(), "ferries") {
		t.Errorf("what was asked is in the log:\n%s", r.log.text())
	}
}

func TestSuggestions(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ö", maxChoice)
	names := []string{"Runa Ostberg", long + "o", long, "Karl\nOstberg", ""}
	want := []discordtest.Choice{{Name: "Runa Ostberg", Value: "Runa Ostberg"}, {Name: long, Value: long}, {Name: "Karl Ostberg", Value: "Karl Ostberg"}}
	for range 40 {
		names = append(names, "Ada Orm")
	}
	for len(want) < maxSuggestions {
		want = append(want, discordtest.Choice{Name: "Ada Orm", Value: "Ada Orm"})
	}
	desk := editing{Desk: says(bot.Answer{}), names: func(_ context.Context, typed string) ([]string, error) {
		if typed != "ost" {
			return nil, errors.New("nothing is known of " + typed)
		}
		return names, nil
	}}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{})
	for _, command := range []string{"said", "quote"} {
		got := s.Complete(discordtest.Command{Name: command, Options: map[string]any{"speaker": "ost"}, Focused: "speaker"}).Choices(t)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("/%s (-want +got):\n%s", command, diff)
		}
	}
	if got := s.Complete(discordtest.Command{Name: "said", Options: map[string]any{"speaker": "x"}, Focused: "speaker"}).Choices(t); len(got) != 0 {
		t.Errorf("got %v where the desk failed, want none", got)
	}
}

// Where the bot does not answer it does not suggest.
func TestSuggestsNothingElsewhere(t *testing.T) {
	t.Parallel()
	desk := editing{Desk: says(bot.Answer{}), names: func(context.Context, string) ([]string, error) { return []string{"Ada Orm"}, nil }}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{Channels: []string{"999"}})
	if got := s.Complete(discordtest.Command{Name: "said", Options: map[string]any{"speaker": "a"}, Focused: "speaker"}).Choices(t); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// Whatever was said, the messages keep Discord's limits, and what is left out is counted.
func TestSaidKeepsLimits(t *testing.T) {
	for _, unit := range []string{"*", "word ", "👩‍🚒\n"} {
		long := strings.Repeat(unit, 3000/len(unit))
		for _, s := range []bot.Statements{statements(50), namesakes()} {
			s.Office = &bot.Office{Called: long, Article: bot.Citation{Outlet: long}}
			if s.Person != nil {
				s.Person.Name, s.Person.Roles = long, []string{long}
			}
			for i := range 8 {
				s.Others = append(s.Others[:i:i], bot.Person{Name: long})
			}
			for i := range s.People {
				s.People[i].Name, s.People[i].Roles = long, []string{long}
			}
			for i := range s.Statements {
				st := &s.Statements[i]
				st.Article.Headline, st.Article.Outlet, st.Article.Byline, st.AlsoIn = long, long, long, []bot.Citation{{ID: "a", Outlet: long}}
				st.Speaker, st.Role, st.Source, st.Cue = long, &long, long, long
				st.Context = bot.Evidence{Span: corpus.Span{Start: 0, End: len(long)}, Text: long}
				st.Parts = []bot.Evidence{{Span: corpus.Span{Start: 0, End: len(long) / len(unit) / 2 * len(unit)}, Text: long}}
			}
			v := saidView{unasked{}, saidQuery{Name: long, About: long}, s}
			for _, place := range []string{"", "1", "s0", "s1"} {
				sc, err := v.scene(t.Context(), place)
				if err == nil && !sc.fits() {
					err = sc.withReceipt("00000000").check()
				}
				if err != nil && !errors.Is(err, errNoPlace) {
					t.Errorf("%q at %q: %v", unit, place, err)
				}
			}
		}
	}
}

// Stories with long names do not share a page that they do not fit on together.
func TestSaidPagesFit(t *testing.T) {
	all := statements(12)
	long := strings.Repeat("Ö", 300)
	for i := range all.Statements {
		a := &all.Statements[i].Article
		a.Headline, a.Outlet, a.Byline = long, long, long
		all.Statements[i].AlsoIn = []bot.Citation{{ID: "x", Outlet: long}, {ID: "y", Outlet: long}, {ID: "z", Outlet: long}}
	}
	v := saidView{unasked{}, saidQuery{Name: "Ostberg"}, all}
	for n := range v.pages() {
		if sc := shows(t, v, fmt.Sprint(n)); !sc.fits() {
			t.Errorf("page %d: %v", n, sc.check())
		}
	}
}

// All statements are there, each on one page, where the menu opens it.
func TestSaidPages(t *testing.T) {
	v := saidView{unasked{}, saidQuery{Name: "Ostberg"}, statements(50)}
	seen := map[string]bool{}
	for n := range v.pages() {
		sc := shows(t, v, fmt.Sprint(n))
		for _, o := range sc.menus[0].options {
			if seen[o.Value] || v.pageOf(len(seen)) != n {
				t.Errorf("statement %s stands twice, or on a page other than %d", o.Value, n)
			}
			seen[o.Value] = true
			one := shows(t, v, o.Value)
			if len(one.Embeds) != 1 || one.back.place != fmt.Sprint(n) || one.subject.speaker != "Runa Ostberg" {
				t.Errorf("%s: got %+v", o.Value, one)
			}
		}
	}
	if len(seen) != 50 {
		t.Errorf("got %d statements, want 50", len(seen))
	}
}
