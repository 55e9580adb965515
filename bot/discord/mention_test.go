package discord

import (
	"context"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

// records is a Desk that sends each question on and answers it.
func records(to chan<- string) Desk {
	return deskFunc(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		to <- q.Text
		return ferryAnswer(), nil
	})
}

func TestMention(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, channel, content, question string }{
		{"channel", discordtest.ChannelID, "<@BOT> When will the ferry be raised?", "When will the ferry be raised?"},
		{"old form, in the middle", discordtest.ChannelID, "When will <@!BOT> it be raised?", "When will   it be raised?"},
		{"somebody else", discordtest.ChannelID, "<@BOT> What did <@400> write?", "What did Maren Oyelaran write?"},
		{"thread", discordtest.ThreadID, "<@BOT> When?", "When?"},
		{"direct message", discordtest.DMID, "When?", "When?"},
		{"direct message with mention", discordtest.DMID, "<@BOT> When?", "When?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			asked := make(chan string, 1)
			s := newDouble(t, discordtest.Options{})
			start(t, s, records(asked), Options{})
			id := s.Say(discordtest.UserMessage{ChannelID: tt.channel, Content: strings.ReplaceAll(tt.content, "BOT", s.BotID())})
			m := s.AwaitMessage(t, tt.channel, 1)
			if got := <-asked; got != tt.question {
				t.Errorf("got question %q, want %q", got, tt.question)
			}
			if !strings.Contains(string(m.MessageReference), `"`+id+`"`) || len(m.Embeds) != 1 || m.Content != "" {
				t.Errorf("got reference %s, %d embeds, content %q", m.MessageReference, len(m.Embeds), m.Content)
			}
			if !m.Pings.None() || string(m.AllowedMentions) != `{"parse":[],"replied_user":false}` {
				t.Errorf("pings %+v, allowed mentions %s", m.Pings, m.AllowedMentions)
			}
		})
	}
}

func TestMentionAnsweredSlowly(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, holds(ferryAnswer(), release), Options{Patience: time.Millisecond})
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"})
	waiting := s.AwaitMessage(t, discordtest.ChannelID, 1)
	if waiting.Content != textWait {
		t.Errorf("got %q, want %q", waiting.Content, textWait)
	}
	close(release)
	r.log.await(t, "request answered", 1)
	m, _ := s.Message(waiting.ID)
	if m.Content != "" || len(m.Embeds) != 1 || !m.Pings.None() || string(m.AllowedMentions) != `{"parse":[],"replied_user":false}` {
		t.Errorf("got content %q, %d embeds, pings %+v, allowed mentions %s", m.Content, len(m.Embeds), m.Pings, m.AllowedMentions)
	}
}

func TestMentionWithoutQuestion(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	start(t, s, refuses(bot.ErrEmptyQuestion), Options{})
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + ">"})
	if m := s.AwaitMessage(t, discordtest.ChannelID, 1); m.Content != textHelp {
		t.Errorf("got %q, want %q", m.Content, textHelp)
	}
}

// What is passed over shows in what is answered next: nothing else is.
func TestMessagesPassedOver(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 10)
	s := newDouble(t, discordtest.Options{Users: []discordtest.User{{ID: "500", Name: "another bot", Bot: true}}})
	start(t, s, records(asked), Options{})
	mention := "<@" + s.BotID() + "> "
	s.Say(discordtest.UserMessage{Content: "no mention"})
	s.Say(discordtest.UserMessage{Content: mention + "from a bot", UserID: "500"})
	s.Say(discordtest.UserMessage{Content: mention + "from itself", UserID: s.BotID()})
	s.Say(discordtest.UserMessage{Content: "@everyone <@&" + s.BotID() + "> a role"})
	webhook := map[string]any{
		"id": "7001", "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID, "webhook_id": "7002",
		"content": mention + "from a webhook", "author": map[string]any{"id": "7002"}, "type": 0,
	}
	s.Dispatch("MESSAGE_CREATE", webhook)
	pinned := map[string]any{
		"id": "7003", "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID,
		"content": mention + "pinned", "author": map[string]any{"id": "400"}, "type": 6,
	}
	s.Dispatch("MESSAGE_CREATE", pinned)
	s.Say(discordtest.UserMessage{Content: mention + "asked"})
	first := s.AwaitMessage(t, discordtest.ChannelID, 2) // the first is the one that the bot itself "said" above
	s.Say(discordtest.UserMessage{Content: "thanks", ReplyTo: first.ID})
	s.Say(discordtest.UserMessage{Content: mention + "asked again"})
	s.AwaitMessage(t, discordtest.ChannelID, 3)
	close(asked)
	var got []string
	for q := range asked {
		got = append(got, q)
	}
	if strings.Join(got, ", ") != "asked, asked again" {
		t.Errorf("got questions %q", got)
	}
}

func TestUnknownComponentsLoseNoMessage(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 1)
	s := newDouble(t, discordtest.Options{})
	start(t, s, records(asked), Options{})
	s.Dispatch("SOMETHING_NEW", map[string]any{"id": []int{1}})
	s.Dispatch("MESSAGE_CREATE", "not an object")
	s.Dispatch("MESSAGE_CREATE", map[string]any{
		"id": "7001", "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID, "type": 0,
		"content": "<@" + s.BotID() + "> When?", "author": map[string]any{"id": "400"},
		"components": []any{map[string]any{"type": 99, "novelty": true}},
	})
	if m := s.AwaitMessage(t, discordtest.ChannelID, 1); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds, want 1", len(m.Embeds))
	}
}

func TestQuestionDeletedMeanwhile(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	start(t, s, says(ferryAnswer()), Options{})
	s.Dispatch("MESSAGE_CREATE", map[string]any{
		"id": "7001", "channel_id": discordtest.ChannelID, "guild_id": discordtest.GuildID, "type": 0,
		"content": "<@" + s.BotID() + "> When?", "author": map[string]any{"id": "400"},
	})
	if m := s.AwaitMessage(t, discordtest.ChannelID, 1); m.MessageReference != nil || len(m.Embeds) != 1 {
		t.Errorf("got reference %s, %d embeds, want none, 1", m.MessageReference, len(m.Embeds))
	}
}

func TestEmbedsNotPermitted(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Status: 400, Body: `{"code": 50006, "message": "Cannot send an empty message"}`})
	start(t, s, says(ferryAnswer()), Options{})
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"})
	if m := s.AwaitMessage(t, discordtest.ChannelID, 1); m.Content != textNoEmbeds {
		t.Errorf("got %q, want %q", m.Content, textNoEmbeds)
	}
}

func TestLinksRefused(t *testing.T) {
	t.Parallel()
	const refusal = `{"code": 50035, "message": "Invalid Form Body"}`
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Status: 400, Body: refusal})
	r := start(t, s, says(ferryAnswer()), Options{})
	mention := discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"}
	s.Say(mention)
	if m := s.AwaitMessage(t, discordtest.ChannelID, 1); len(m.Embeds) != 1 || m.Embeds[0].URL != "" {
		t.Errorf("got %+v, want the answer without links", m.Embeds)
	}
	s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Times: 2, Status: 400, Body: refusal})
	s.Say(mention)
	if m := s.AwaitMessage(t, discordtest.ChannelID, 2); !strings.Contains(m.Content, "Something went wrong") {
		t.Errorf("got %q, want an apology", m.Content)
	}
	r.log.await(t, "Invalid Form Body", 3)
}
