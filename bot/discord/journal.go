package discord

import (
	"context"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot/ledger"
)

// The events that requests come as.
const (
	interactionCreate = "INTERACTION_CREATE"
	messageCreate     = "MESSAGE_CREATE"
)

// answerable is how long Discord takes an answer to an interaction, and maxTries how often a request is begun: one that
// ends the bot each time must not do so for ever.
const (
	answerable = 15 * time.Minute
	maxTries   = 2
)

// journal notes which requests are under way, so that a bot that was killed can end them when it starts again.
type journal struct {
	ledger *ledger.Ledger
	log    *slog.Logger
	tries  sync.Map // by ID, of requests that were taken up again
}

// begin notes that a request is under way, beside the work on it; the function that it returns notes that it has its outcome.
func (j *journal) begin(id, user, event string, data []byte) (done func()) {
	begun := make(chan struct{})
	go func() {
		defer close(begun)
		r := ledger.Request{ID: id, User: user, Event: event, At: time.Now(), Data: data}
		if tries, ok := j.tries.LoadAndDelete(id); ok {
			r.Tries = tries.(int)
		}
		if err := j.ledger.Begin(r); err != nil {
			j.log.Error("request not noted", "id", id, "error", err)
		}
	}()
	return func() {
		<-begun
		if err := j.ledger.Done(id); err != nil {
			j.log.Error("request not noted as done", "id", id, "error", err)
		}
	}
}

// takeUp gives the requests that a killed bot left, oldest first, those too old for an answer left out.
func (j *journal) takeUp() []ledger.Request {
	left, err := j.ledger.Pending()
	if err != nil {
		j.log.Error("requests under way not read", "error", err)
	}
	var out []ledger.Request
	for _, r := range left {
		if age := time.Since(r.At); age > answerable || r.Tries >= maxTries {
			j.log.Warn("request given up", "id", r.ID, "age", age, "tries", r.Tries)
			if err := j.ledger.Done(r.ID); err != nil {
				j.log.Error("request not noted as done", "id", r.ID, "error", err)
			}
			continue
		}
		j.tries.Store(r.ID, r.Tries+1)
		out = append(out, r)
	}
	return out
}

// takeUp does the requests again that a killed bot left. An answer that Discord had taken already is edited.
func (s *service) takeUp(ctx context.Context) {
	for _, r := range s.journal.takeUp() {
		s.log.Info("request taken up again", "id", r.ID, "event", r.Event, "tries", r.Tries+1)
		s.handle(ctx, &discordgo.Event{Type: r.Event, RawData: json.RawMessage(r.Data)})
	}
}
