package discord

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

func ask(options map[string]any) discordtest.Command {
	if options["question"] == nil {
		options["question"] = "When will the ferry be raised?"
	}
	return discordtest.Command{Name: "ask", Options: options}
}

func kinds(i *discordtest.Interaction) string {
	var out []string
	for _, e := range i.History() {
		out = append(out, string(e.Kind))
	}
	return strings.Join(out, " ")
}

func TestAskReadyAtOnce(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	start(t, s, says(ferryAnswer()), Options{})
	i := s.Run(ask(map[string]any{}))
	m := i.Reply(t)
	if got := kinds(i); got != "replied" {
		t.Errorf("got %q, want a reply alone", got)
	}
	if len(m.Embeds) != 1 || !strings.Contains(m.Embeds[0].Description, "**“We shall raise her in May") {
		t.Errorf("got embeds %+v", m.Embeds)
	}
	if m.Ephemeral() || !m.Pings.None() || string(m.AllowedMentions) != `{"parse":[],"replied_user":false}` {
		t.Errorf("ephemeral %v, pings %+v, allowed mentions %s", m.Ephemeral(), m.Pings, m.AllowedMentions)
	}
}

func TestAskSlowly(t *testing.T) {
	t.Parallel()
	for _, onlyMe := range []bool{false, true} {
		release := make(chan struct{})
		s := newDouble(t, discordtest.Options{})
		start(t, s, holds(ferryAnswer(), release), Options{Patience: time.Millisecond})
		i := s.Run(ask(map[string]any{"only_me": onlyMe}))
		i.AwaitDeferral(t)
		close(release)
		m := i.Reply(t)
		if got := kinds(i); got != "deferred edited" {
			t.Errorf("got %q, want a deferral and its edit", got)
		}
		if m.Ephemeral() != onlyMe || i.History()[0].Ephemeral != onlyMe || len(m.Embeds) != 1 {
			t.Errorf("only_me %v: got ephemeral %v, embeds %d", onlyMe, m.Ephemeral(), len(m.Embeds))
		}
		if !m.Pings.None() || string(m.AllowedMentions) != `{"parse":[],"replied_user":false}` {
			t.Errorf("pings %+v, allowed mentions %s", m.Pings, m.AllowedMentions)
		}
	}
}

func TestAskPassesOptionsOn(t *testing.T) {
	t.Parallel()
	got := make(chan bot.Question, 1)
	desk := deskFunc(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		got <- q
		return ferryAnswer(), nil
	})
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{})
	i := s.Run(ask(map[string]any{"question": "+ferry -\"quay\" AND (", "outlet": "gazette", "from": "Feb 2016", "to": "2016", "only_me": true}))
	m := i.Reply(t)
	want := bot.Question{
		Text: "+ferry -\"quay\" AND (", Outlet: "gazette",
		From: time.Date(2016, 2, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2016, 12, 31, 0, 0, 0, 0, time.UTC),
	}
	if q := <-got; q != want {
		t.Errorf("got question %+v, want %+v", q, want)
	}
	if !m.Ephemeral() {
		t.Error("the answer is for everyone")
	}
	if want := "> \\+ferry -\"quay\" AND (\n-# Only outlet “gazette”, 1 Feb 2016 to 31 Dec 2016"; strings.TrimSpace(m.Content) != want {
		t.Errorf("got content %q, want %q", m.Content, want)
	}
}

func TestAskInDMAndThread(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	start(t, s, says(ferryAnswer()), Options{})
	for _, channel := range []string{discordtest.DMID, discordtest.ThreadID} {
		c := ask(map[string]any{})
		c.ChannelID = channel
		if m := s.Run(c).Reply(t); len(m.Embeds) != 1 || m.ChannelID != channel {
			t.Errorf("got %d embeds in channel %s, want 1 in %s", len(m.Embeds), m.ChannelID, channel)
		}
	}
}

func TestClearReplies(t *testing.T) {
	t.Parallel()
	empty := nearest()
	empty.Passages = nil
	nothing := bot.Answer{}
	for _, tt := range []struct {
		name    string
		desk    Desk
		options map[string]any
		want    string
		private bool
	}{
		{"no words", refuses(bot.ErrEmptyQuestion), map[string]any{"question": "…"}, textEmpty, true},
		{"too long", refuses(bot.ErrLongQuestion), map[string]any{}, "keep to 2,000 characters", true},
		{"no index", refuses(bot.ErrNoIndex), map[string]any{}, "`copydesk index FOLDER`", true},
		{"indexing", refuses(bot.ErrIndexing), map[string]any{}, "ask again in a few minutes", true},
		{"declines", says(nearest()), map[string]any{}, "Nothing in 41,212 articles of Coast Ledger, Harbour Gazette and Tidewater Wire, 2009 to 2016, answers that.", false},
		{"declines without passages", says(empty), map[string]any{}, "2009 to 2016, answers that.", false},
		{"nothing within limits", says(nothing), map[string]any{"outlet": "*Post*"}, `no article within your limits (outlet “\*Post\*”)`, false},
		{"nothing at all", says(nothing), map[string]any{}, "the archive has no article yet", false},
		{"no date", says(nothing), map[string]any{"from": "so*n"}, `I cannot read “so\*n” in ` + "`from` as a date. Try `2016-02-19`", true},
		{"two dates", says(nothing), map[string]any{"to": "2/3/2016"}, "“2/3/2016” in `to` could be two different days", true},
		{"backwards", says(nothing), map[string]any{"from": "2017", "to": "2016"}, "from 1 Jan 2017 to 31 Dec 2016. Please swap them", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			start(t, s, tt.desk, Options{})
			m := s.Run(ask(tt.options)).Reply(t)
			if !strings.Contains(m.Content, tt.want) || m.Ephemeral() != tt.private {
				t.Errorf("got %q (ephemeral %v), want %q (%v)", m.Content, m.Ephemeral(), tt.want, tt.private)
			}
		})
	}
}

func TestFaultsOfTheDesk(t *testing.T) {
	t.Parallel()
	const secret = "open /data/index: permission denied"
	for _, tt := range []struct {
		name string
		desk Desk
	}{
		{"error", refuses(errors.New(secret))},
		{"panic", deskFunc(func(context.Context, bot.Question) (bot.Answer, error) { panic(secret) })},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			r := start(t, s, tt.desk, Options{})
			for n := range 2 { // a panic ends neither the process nor the connection
				m := s.Run(ask(map[string]any{})).Reply(t)
				reference := m.Content[strings.LastIndex(m.Content, " `")+2 : len(m.Content)-1]
				if !strings.Contains(m.Content, "Something went wrong on my side") || strings.Contains(m.Content, "/data") {
					t.Errorf("got %q", m.Content)
				}
				r.log.await(t, "reference="+reference, 1)
				r.log.await(t, secret, n+1)
			}
		})
	}
}

func TestQuestionTimesOut(t *testing.T) {
	t.Parallel()
	stubborn := make(chan struct{})
	t.Cleanup(func() { close(stubborn) })
	for _, tt := range []struct {
		name string
		desk Desk
	}{
		{"heeds its context", holds(bot.Answer{}, nil)},
		{"does not", deskFunc(func(context.Context, bot.Question) (bot.Answer, error) { <-stubborn; return bot.Answer{}, nil })},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			start(t, s, tt.desk, Options{Patience: time.Millisecond, QuestionTimeout: 20 * time.Millisecond})
			i := s.Run(ask(map[string]any{}))
			if m := i.Reply(t); !strings.Contains(m.Content, "I stopped after 0.02 seconds without an answer") {
				t.Errorf("got %q", m.Content)
			}
		})
	}
}

func TestQuestionTextIsNotLogged(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, says(ferryAnswer()), Options{})
	i := s.Run(ask(map[string]any{"question": "Is the mayor resigning?", "outlet": "Gazette", "from": "sometime"}))
	i.Reply(t)
	s.Run(ask(map[string]any{"question": "Is the mayor resigning?", "outlet": "Gazette"})).Reply(t)
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> Is the mayor resigning?"})
	r.log.await(t, "request answered", 2)
	for _, word := range []string{"mayor", "Gazette", "sometime"} {
		if strings.Contains(r.log.text(), word) {
			t.Errorf("%q is in the log:\n%s", word, r.log.text())
		}
	}
	r.log.await(t, i.ID(), 0)
	if !strings.Contains(r.log.text(), "length=23") {
		t.Errorf("the question's length is not in the log:\n%s", r.log.text())
	}
}

func TestUnknownInteractions(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, says(ferryAnswer()), Options{})
	for n, data := range []map[string]any{
		nil,
		{"name": "retired", "type": 1},
		{"custom_id": "old-button", "component_type": 2},
	} {
		event := map[string]any{"id": strconv.Itoa(7001 + n), "application_id": s.AppID(), "type": 2, "token": "unknown", "channel_id": discordtest.ChannelID}
		if data != nil {
			event["data"] = data
		}
		s.Dispatch("INTERACTION_CREATE", event)
	}
	// The double does not know these interactions: that the bot tried to answer each is what can be seen.
	r.log.await(t, "Unknown interaction", 3)
	if m := s.Run(ask(map[string]any{})).Reply(t); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds after unknown interactions, want 1", len(m.Embeds))
	}
}
