package discord

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// created answers a mention or a direct message.
func (s *service) created(ctx context.Context, m messageEvent) {
	self := s.self.Load()
	if self == nil {
		return
	}
	text, ok := m.question(*self)
	if !ok || !s.seen.first(m.ID) {
		return
	}
	s.fly(ctx, m.ID, text, func(ctx context.Context) {
		defer s.journal.begin(ctx, m.ID, m.Author.ID, messageCreate, m.raw)()
		s.mentioned(ctx, *self, m, text)
	})
}

// updated answers anew a question that was edited, or answers one that a message has become. What a message asks no longer
// loses its answer. The message as it was sent counts no more, should it arrive later.
func (s *service) updated(ctx context.Context, m messageEvent) {
	self := s.self.Load()
	if self == nil || m.Author.ID == "" || m.Edited == "" || !s.seen.first(m.ID+m.Edited) {
		return
	}
	s.seen.first(m.ID)
	text, asks := m.question(*self)
	if asks && s.flights.asking(m.ID, text) {
		return
	}
	s.fly(ctx, m.ID, text, func(ctx context.Context) {
		reply, known, err := s.ledger.Reply(m.ID)
		switch {
		case err != nil:
			s.log.Error("answered questions not read", "error", err)
		case !asks:
			s.withdraw(ctx, m.ID, false)
		case !known || text == "" || reply.Asked != text:
			defer s.journal.begin(ctx, m.ID, m.Author.ID, messageUpdate, m.raw)()
			s.mentioned(ctx, *self, m, text)
		}
	})
}

// deleted takes the answers to deleted questions along. A question that arrives after its deletion is not answered.
func (s *service) deleted(ctx context.Context, e deletionEvent) {
	for _, id := range append(e.IDs, e.ID) {
		if id != "" {
			s.seen.first(id)
			s.fly(ctx, id, "", func(ctx context.Context) { s.withdraw(ctx, id, true) })
		}
	}
}

// withdraw deletes the answer to a message that asks no more. Of one that is there still it is kept that it had an answer:
// should it ask again, Discord would take the new answer for that one sent twice.
func (s *service) withdraw(ctx context.Context, question string, gone bool) {
	defer s.recovered("withdrawal")
	reply, known, err := s.ledger.Reply(question)
	if err != nil {
		s.log.Error("answered questions not read", "error", err)
	}
	if err != nil || !known {
		return
	}
	defer s.journal.begin(ctx, question, reply.User, messageDelete, []byte(question))()
	err = s.rest.call(ctx, "DELETE", discordgo.EndpointChannelMessage(reply.Channel, reply.Answer), nil, nil)
	if err != nil && !refused(err, codeUnknownMessage) {
		s.log.Error("answer to a withdrawn question not deleted", "error", err)
		return
	}
	if gone {
		err = s.ledger.DropReply(question)
	} else {
		reply.Asked, reply.Receipt = "", ""
		err = s.ledger.SetReply(reply)
	}
	if err != nil {
		s.log.Error("answered questions not written", "error", err)
	}
}

// mentioned answers a message that asks the text, in the place of its answer before if it has one.
func (s *service) mentioned(ctx context.Context, self string, m messageEvent, text string) {
	log := s.logMention(m)
	r := s.replyTo(m, text)
	defer s.rescue(ctx, r, log)
	home, err := s.home(ctx, m.GuildID, m.ChannelID)
	if err != nil {
		log.Warn("mention passed over: its channel cannot be looked up", "error", err)
		if temporary(err) {
			s.tellPrivately(ctx, m, textNoChannel, log)
		}
		return
	}
	by := m.asker()
	refusal := s.refusal(by, home, mayAsk)
	if refusal == textNotHere {
		return
	}
	var queued *turn
	if refusal == "" {
		queued, refusal = s.admit(by, lookup)
		defer queued.end()
	}
	switch {
	case m.givenUp:
		s.deliver(ctx, r, aside(textInterrupted), log)
	case refusal != "":
		s.tellAlone(ctx, m, r, refusal, log)
	case strings.TrimSpace(text) == "":
		s.deliver(ctx, r, aside(textHelp), log)
	default:
		before := func(ctx context.Context) (string, error) { return s.beforeMessage(ctx, self, m) }
		s.answer(ctx, request{by: by, reply: r, turn: queued, patience: mentionPatience * s.o.Patience, log: log}, s.question(inquiry{Question: bot.Question{Text: text}, before: before}, log))
	}
}

// mentionPatience is how many times as patient a mention is as a command, which Discord gives up on: a word that an answer is
// coming is a message that everybody reads.
const mentionPatience = 5

// tellAlone says a sentence to the sender of a message alone, by a direct message, since Discord has no private replies to
// messages; to one who takes none it is said in reply.
func (s *service) tellAlone(ctx context.Context, m messageEvent, r responder, sentence string, log *slog.Logger) {
	if m.GuildID == "" || !s.tellPrivately(ctx, m, sentence, log) {
		s.deliver(ctx, r, aside(sentence), log)
	}
}

// tellPrivately says a sentence to the sender of a message by a direct message, and reports whether it arrived.
func (s *service) tellPrivately(ctx context.Context, m messageEvent, sentence string, log *slog.Logger) bool {
	ctx, cancel := context.WithTimeout(ctx, s.o.replyTimeout())
	defer cancel()
	err := s.rest.directMessage(ctx, m, sentence)
	if err != nil {
		log.Warn("not told in private", "error", err)
	}
	return err == nil
}

func (s *service) logMention(m messageEvent) *slog.Logger {
	return s.log.With(about("mention", m.ID, m.GuildID, m.ChannelID, m.Author.ID))
}

// replyTo answers a message that asks the text, in the place of its answer before if it has one.
func (s *service) replyTo(m messageEvent, text string) *messageReply {
	r := &messageReply{rest: s.rest, ledger: s.ledger, event: m, asked: text, timeout: s.o.replyTimeout(), doubtful: m.again}
	if reply, known, err := s.ledger.Reply(m.ID); err != nil {
		s.log.Error("answered questions not read", "error", err)
	} else if known {
		r.posted = reply.Answer
	}
	return r
}

// errSuperseded says that a message was edited or deleted while its question was being answered.
var errSuperseded = errors.New("the question was edited or deleted")
