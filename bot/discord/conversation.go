package discord

import (
	"context"
	"log/slog"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// What was asked before a follow-up is looked up in the channel each time: a restart forgets nothing, what was deleted
// counts no more, and what somebody asked for themself alone is not there.

// memory is how long after a question in a thread or in direct messages the next is one of the same conversation.
const memory = time.Hour

// lookback is how many messages are looked through for the question before.
const lookback = "20"

// inquiry is a question in its place.
type inquiry struct {
	bot.Question
	echo    bool // the question is to stand above the answer
	message bool // it is a message that is looked for
	// before looks up the question before; empty if there is none.
	before func(context.Context) (string, error)
}

// lookBefore completes the question by the one before it. Where that cannot be looked up the question stands alone.
func (s *service) lookBefore(ctx context.Context, in inquiry, log *slog.Logger) bot.Question {
	ctx, cancel := context.WithTimeout(ctx, s.o.RequestTimeout)
	defer cancel()
	before, err := in.before(ctx)
	if err != nil {
		log.Warn("the question before cannot be looked up", "error", err)
	}
	in.Before = before
	return in.Question
}

// beforeMessage is the question that m follows: the one that was answered by the message that m replies to, or the last
// one in m's thread or direct messages; empty if there is none.
func (s *service) beforeMessage(ctx context.Context, self string, m messageEvent) (string, error) {
	if m.repliesTo(self) {
		return s.answeredBy(ctx, self, m.GuildID, *m.Referenced)
	}
	if m.GuildID != "" {
		home, err := s.parent(ctx, m.ChannelID)
		if err != nil || home == m.ChannelID {
			return "", err
		}
	}
	return s.lastAsked(ctx, self, m.GuildID, m.ChannelID, m.ID)
}

// beforeCommand is the last question in the command's thread or direct messages; empty if there is none.
func (s *service) beforeCommand(ctx context.Context, i interactionEvent) (string, error) {
	self := s.self.Load()
	if self == nil || i.GuildID != "" && i.Channel.home() == i.Channel.ID {
		return "", nil
	}
	return s.lastAsked(ctx, *self, i.GuildID, i.ChannelID, i.ID)
}

// lastAsked is the last question that anybody asked in the channel before the event with the ID.
func (s *service) lastAsked(ctx context.Context, self, guild, channel, id string) (string, error) {
	query := url.Values{"limit": {lookback}, "before": {id}}
	var messages []messageEvent // the newest first
	err := s.rest.call(ctx, "GET", discordgo.EndpointChannelMessages(channel)+"?"+query.Encode(), nil, &messages)
	if err != nil {
		return "", err
	}
	for _, m := range messages {
		if !soonAfter(m.ID, id) {
			break
		}
		if text, err := s.asked(ctx, self, guild, m); text != "" || err != nil {
			return text, err
		}
	}
	return "", nil
}

// asked is the question that m asks, as a mention or a direct message does, or repeats, as the answer to a command does,
// or from which a thread was started.
func (s *service) asked(ctx context.Context, self, guild string, m messageEvent) (string, error) {
	if m.Type == threadStarter && m.Referenced != nil {
		m = *m.Referenced
		if m.Author.ID == self {
			return s.answeredBy(ctx, self, guild, m)
		}
	}
	if m.Author.ID == self {
		return echoed(m.Content), nil
	}
	return m.wellAsked(self, guild), nil
}

// answeredBy is the question that the bot's message m answers; empty if that is gone.
func (s *service) answeredBy(ctx context.Context, self, guild string, m messageEvent) (string, error) {
	if m.Reference.MessageID == "" {
		return echoed(m.Content), nil
	}
	var question messageEvent
	err := s.rest.call(ctx, "GET", discordgo.EndpointChannelMessage(m.Reference.ChannelID, m.Reference.MessageID), nil, &question)
	if refused(err, codeUnknownMessage) {
		return "", nil
	}
	return question.wellAsked(self, guild), err
}

// wellAsked is the question of a message that came by REST, which does not say the guild; empty if it asks nothing.
func (m messageEvent) wellAsked(self, guild string) string {
	m.GuildID = guild
	text, ok := m.question(self)
	if !ok || (bot.Question{Text: text}).Check() != nil {
		return ""
	}
	return text
}

// soonAfter reports whether an event came within memory of an older one, by their IDs.
func soonAfter(older, id string) bool {
	first, err := discordgo.SnowflakeTimestamp(older)
	if err != nil {
		return false
	}
	then, err := discordgo.SnowflakeTimestamp(id)
	return err == nil && then.Sub(first) <= memory
}
