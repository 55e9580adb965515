package discord

import (
	"context"
	"encoding/json"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot/ledger"
)

// takeUp ends the requests that a killed bot left: they are done again, in the place of what Discord had taken already, or,
// if they were interrupted too often, their users are told to ask again.
func (s *service) takeUp(ctx context.Context, self string) {
	defer s.recovered("requests taken up")
	again, given := s.journal.takeUp()
	for _, r := range again {
		if r.Event == interactionCreate {
			s.handle(ctx, &discordgo.Event{Type: r.Event, RawData: json.RawMessage(r.Data)})
		} else {
			s.retake(ctx, self, r, false)
		}
	}
	for _, r := range given {
		if r.Event == interactionCreate {
			s.giveUpOn(ctx, r)
		} else {
			s.retake(ctx, self, r, true)
		}
	}
	s.log.Debug("requests of the run before taken up", "again", len(again), "given up", len(given))
}

// giveUpOn tells the user of an interaction that it was interrupted too often.
func (s *service) giveUpOn(ctx context.Context, r ledger.Request) {
	var i interactionEvent
	if err := json.Unmarshal(r.Data, &i); err != nil {
		s.log.Error("request under way not understood", "id", r.ID, "error", err)
		s.journal.done(r.ID)
		return
	}
	answer := commandReply{rest: s.rest, event: i, private: true}
	var reply responder = &answer
	if i.Type == componentInteraction {
		reply = &pressReply{answer}
	}
	s.start(func() {
		s.deliver(ctx, reply, aside(textInterrupted), s.logFor("interrupted", i))
		s.journal.done(r.ID)
	})
}

// retake does work on a message again, as it stands by now: it may have been edited or deleted while nobody listened.
func (s *service) retake(ctx context.Context, self string, r ledger.Request, givenUp bool) {
	s.seen.first(r.ID)
	s.fly(ctx, r.ID, "", func(ctx context.Context) {
		var m messageEvent
		defer s.journal.begin(ctx, r.ID, r.User, r.Event, r.Data)()
		if r.Event != messageDelete {
			m = s.asItIsNow(ctx, r)
		}
		if text, asks := m.question(self); asks {
			m.again, m.givenUp = true, givenUp
			s.mentioned(ctx, self, m, text)
		} else {
			s.withdraw(ctx, r.ID, m.ChannelID == "")
		}
	})
}

// asItIsNow is the message of a request; without an author if it is deleted.
func (s *service) asItIsNow(ctx context.Context, r ledger.Request) messageEvent {
	var then, now messageEvent
	if err := json.Unmarshal(r.Data, &then); err != nil {
		s.log.Error("request under way not understood", "id", r.ID, "error", err)
		return messageEvent{}
	}
	err := s.rest.call(ctx, "GET", discordgo.EndpointChannelMessage(then.ChannelID, then.ID), nil, &now)
	switch {
	case refused(err, codeUnknownMessage):
		return messageEvent{}
	case err != nil:
		s.log.Warn("question not looked up again", "id", r.ID, "error", err)
		return then
	}
	now.GuildID, now.Member = then.GuildID, then.Member // which REST does not say
	return now
}
