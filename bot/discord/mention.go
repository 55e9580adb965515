package discord

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/ledger"
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
	s.start(func() {
		defer s.journal.begin(m.ID, m.Author.ID, messageCreate, m.raw)()
		s.mentioned(ctx, *self, m, text)
	})
}

// updated answers anew a question that was edited, or answers one that a message has become. What a message asks no longer
// loses its answer.
func (s *service) updated(ctx context.Context, m messageEvent) {
	self := s.self.Load()
	if self == nil || m.Author.ID == "" || m.Edited == "" || !s.seen.first(m.ID+m.Edited) {
		return
	}
	text, asks := m.question(*self)
	s.start(func() {
		reply, known, err := s.ledger.Reply(m.ID)
		switch {
		case err != nil:
			s.log.Error("answered questions not read", "error", err)
		case known && reply.Asked == text && asks:
		case asks:
			s.mentioned(ctx, *self, m, text)
		case known || s.flights.has(m.ID):
			s.withdraw(ctx, m.ID)
		}
	})
}

// deleted takes the answers to deleted questions along.
func (s *service) deleted(ctx context.Context, e deletionEvent) {
	s.start(func() {
		for _, id := range append(e.IDs, e.ID) {
			if _, known, err := s.ledger.Reply(id); err != nil {
				s.log.Error("answered questions not read", "error", err)
			} else if known || s.flights.has(id) {
				s.withdraw(ctx, id)
			}
		}
	})
}

// withdraw deletes the answer to a question that is there no more.
func (s *service) withdraw(ctx context.Context, question string) {
	defer s.recovered("withdrawal")
	ctx, land := s.flights.begin(ctx, question)
	defer land()
	reply, known, err := s.ledger.Reply(question)
	if err != nil || !known {
		return
	}
	err = s.rest.call(ctx, "DELETE", discordgo.EndpointChannelMessage(reply.Channel, reply.Answer), nil, nil)
	if err != nil && !refused(err, codeUnknownMessage) {
		s.log.Error("answer to a deleted question not deleted", "error", err)
		return
	}
	if err := s.ledger.DropReply(question); err != nil {
		s.log.Error("answered questions not written", "error", err)
	}
}

// mentioned answers a message that asks the text, in the place of its answer before if it has one.
func (s *service) mentioned(ctx context.Context, self string, m messageEvent, text string) {
	ctx, land := s.flights.begin(ctx, m.ID)
	defer land()
	log := s.log.With(about("mention", m.ID, m.GuildID, m.ChannelID, m.Author.ID))
	r := &messageReply{rest: s.rest, ledger: s.ledger, event: m, asked: text, timeout: s.o.replyTimeout()}
	defer s.rescue(ctx, r, log)
	if reply, known, err := s.ledger.Reply(m.ID); err == nil && known {
		r.posted = reply.Answer
	}
	home, err := s.home(ctx, m.GuildID, m.ChannelID)
	if err != nil {
		log.Warn("mention passed over: its channel cannot be looked up", "error", err)
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
	if m.GuildID == "" {
		s.deliver(ctx, r, aside(sentence), log)
		return
	}
	var dm channel
	err := s.rest.call(ctx, "POST", discordgo.EndpointUserChannels("@me"), map[string]string{"recipient_id": m.Author.ID}, &dm)
	if err == nil {
		err = s.rest.call(ctx, "POST", discordgo.EndpointChannelMessages(dm.ID), aside(sentence).payload(), nil)
	}
	if err != nil {
		log.Warn("refusal not told in private", "error", err)
		s.deliver(ctx, r, aside(sentence), log)
	}
}

// messageReply answers a message by a reply, which it edits if it was posted to hold the place, or before.
type messageReply struct {
	rest    *rest
	ledger  *ledger.Ledger
	event   messageEvent
	asked   string
	posted  string // the reply's ID
	timeout time.Duration
}

// hold implements [responder].
func (r *messageReply) hold(ctx context.Context) error {
	return r.send(ctx, message{Content: textWait})
}

// send implements [responder]. Which message answers which is written down, so that an edit or a deletion finds it. Once
// begun it goes on when the question is edited or deleted: what was posted has to be known.
func (r *messageReply) send(ctx context.Context, m message) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), r.timeout)
	defer cancel()
	err := r.put(ctx, m)
	if err != nil {
		return err
	}
	return r.ledger.SetReply(ledger.Reply{Question: r.event.ID, Channel: r.event.ChannelID, Answer: r.posted, User: r.event.Author.ID, Receipt: m.receipt, Asked: r.asked})
}

func (r *messageReply) put(ctx context.Context, m message) error {
	p := m.payload()
	if r.posted != "" {
		err := r.rest.call(ctx, "PATCH", discordgo.EndpointChannelMessage(r.event.ChannelID, r.posted), p, nil)
		if !refused(err, codeUnknownMessage) {
			return err
		}
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

// errSuperseded says that a message was edited or deleted while its question was being answered.
var errSuperseded = errors.New("the question was edited or deleted")
