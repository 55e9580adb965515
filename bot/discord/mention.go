package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// message answers a mention or a direct message.
func (s *service) message(ctx context.Context, m messageEvent) {
	self := s.self.Load()
	if self == nil {
		return
	}
	text, ok := m.question(*self)
	if !ok || !s.seen.first(m.ID) {
		return
	}
	log := s.log.With(request("mention", m.ID, m.GuildID, m.ChannelID, m.Author.ID))
	r := &messageReply{rest: s.rest, event: m}
	s.start(func() {
		defer s.rescue(ctx, r, log)
		home, err := s.home(ctx, m.GuildID, m.ChannelID)
		if err != nil {
			log.Warn("mention passed over: its channel cannot be looked up", "error", err)
			return
		}
		if s.allowed(m.GuildID, home, m.ChannelID) {
			before := func(ctx context.Context) (string, error) { return s.beforeMessage(ctx, *self, m) }
			s.answer(ctx, r, s.question(inquiry{bot.Question{Text: text}, "", before}, log), log)
		}
	})
}

// messageReply answers a message by a reply, which it edits if it was posted to hold the place.
type messageReply struct {
	rest   *rest
	event  messageEvent
	posted string // the reply's ID
}

// hold implements [responder].
func (r *messageReply) hold(ctx context.Context) error {
	return r.send(ctx, message{Content: textWait})
}

// send implements [responder].
func (r *messageReply) send(ctx context.Context, m message) error {
	p := m.payload()
	if r.posted != "" {
		return r.rest.call(ctx, "PATCH", discordgo.EndpointChannelMessage(r.event.ChannelID, r.posted), p, nil)
	}
	must := false // the question may be deleted by now
	p.Reference = &discordgo.MessageReference{
		MessageID: r.event.ID, ChannelID: r.event.ChannelID, GuildID: r.event.GuildID, FailIfNotExists: &must,
	}
	p.Nonce, p.EnforceNonce = r.event.ID, true
	var sent struct {
		ID string `json:"id"`
	}
	err := r.rest.call(ctx, "POST", discordgo.EndpointChannelMessages(r.event.ChannelID), p, &sent)
	r.posted = sent.ID
	return err
}
