package discord

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/mention"
)

// interaction answers a command.
func (s *service) interaction(ctx context.Context, i interactionEvent) {
	if i.Type == pingInteraction || !s.seen.first(i.ID) {
		return
	}
	if i.Type == autocompleteInteraction {
		s.start(func() {
			defer s.recovered("suggestion")
			s.suggest(ctx, i)
		})
		return
	}
	r := &commandReply{rest: s.rest, event: i, private: i.private()}
	log := s.log.With(request("command", i.ID, i.GuildID, i.ChannelID, i.userID()))
	s.start(func() {
		defer s.rescue(ctx, r, log)
		t, refusal := s.command(i, log)
		if refusal != "" {
			r.private = true
			s.deliver(ctx, r, message{Content: refusal}, log)
			return
		}
		s.answer(ctx, r, t, log)
	})
}

// private reports whether the asker alone is to see the answer: to a question if they say so, and unless they say otherwise
// to what an editor checks before print.
func (i interactionEvent) private() bool {
	if i.Data.Name == askCommand {
		return i.flag(onlyMeOption)
	}
	return !i.flag(publicOption)
}

// command reads what is asked for; refusal is the sentence for what is not asked of the Desk.
func (s *service) command(i interactionEvent, log *slog.Logger) (t task, refusal string) {
	if !s.allowed(i.GuildID, i.Channel.home(), i.ChannelID) {
		return t, textNotHere
	}
	if i.Type != commandInteraction {
		return t, textUnknown
	}
	switch i.Data.Name {
	case askCommand:
		q, refusal := readQuestion(i)
		before := func(ctx context.Context) (string, error) { return s.beforeCommand(ctx, i) }
		return s.question(inquiry{q, echo(q), before}, log), refusal
	case quoteCommand:
		return s.quotation(i.text(textOption), i.text(speakerOption)), ""
	case saidCommand:
		return s.said(i)
	case checkMessage:
		return s.messageQuotes(i.Data.Resolved.Messages[i.Data.TargetID]), ""
	case checkCommand:
		return s.draft(i.Data.Resolved.Attachments[i.text(draftOption)])
	}
	return t, textUnknown
}

// readQuestion reads the options of a question.
func readQuestion(i interactionEvent) (q bot.Question, refusal string) {
	q.Text, q.Outlet = i.text(questionOption), i.text(outletOption)
	q.From, q.To, refusal = readPeriod(i)
	return q, refusal
}

// readPeriod reads the days from and to which something is asked for; zero where none is given.
func readPeriod(i interactionEvent) (from, to time.Time, refusal string) {
	now := time.Now()
	for _, name := range []string{fromOption, toOption} {
		typed := strings.TrimSpace(i.text(name))
		if typed == "" {
			continue
		}
		p, err := mention.ParsePeriod(typed, now)
		if err != nil {
			return from, to, textBadDate(name, typed, err)
		}
		if name == fromOption {
			from = p.First
		} else {
			to = p.Last
		}
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return from, to, textBackwards(from, to)
	}
	return from, to, ""
}

// commandReply answers an interaction: by its callback, or, once that was used, by editing what it showed.
type commandReply struct {
	rest    *rest
	event   interactionEvent
	private bool // shown to the user alone
	acked   bool
}

// Types of callback.
const (
	callbackMessage  = 4
	callbackDeferral = 5
	callbackChoices  = 8
)

type callback struct {
	Type int `json:"type"`
	Data any `json:"data"`
}

// deferral takes nothing but the flags; of those the edit cannot change who sees the message.
type deferral struct {
	Flags discordgo.MessageFlags `json:"flags,omitempty"`
}

func (r *commandReply) flags() discordgo.MessageFlags {
	if r.private {
		return discordgo.MessageFlagsEphemeral
	}
	return 0
}

// hold implements [responder].
func (r *commandReply) hold(ctx context.Context) error {
	_, err := r.acknowledge(ctx, callback{callbackDeferral, deferral{r.flags()}})
	return err
}

// send implements [responder].
func (r *commandReply) send(ctx context.Context, m message) error {
	p := m.payload()
	if !r.acked {
		p.Flags = r.flags()
		if first, err := r.acknowledge(ctx, callback{callbackMessage, p}); first || err != nil {
			return err
		}
		p.Flags = 0
	}
	address := discordgo.EndpointWebhookMessage(r.event.AppID, r.event.Token, "@original")
	return r.rest.call(ctx, "PATCH", address, p, nil)
}

// follow implements [follower].
func (r *commandReply) follow(ctx context.Context, m message) error {
	p := m.payload()
	p.Flags = r.flags()
	return r.rest.call(ctx, "POST", discordgo.EndpointWebhookToken(r.event.AppID, r.event.Token), p, nil)
}

// acknowledge uses the callback. first is false if it had been used before, as it may have been by an attempt
// whose outcome did not come back.
func (r *commandReply) acknowledge(ctx context.Context, c callback) (first bool, err error) {
	address := discordgo.EndpointInteractionResponse(r.event.ID, r.event.Token)
	err = r.rest.call(ctx, "POST", address, c, nil)
	if refused(err, codeAcknowledged) {
		r.acked = true
		return false, nil
	}
	r.acked = err == nil
	return r.acked, err
}
