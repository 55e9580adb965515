package discord

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"copydesk/bot/ledger"
)

// The events that requests come as.
const (
	interactionCreate = "INTERACTION_CREATE"
	messageCreate     = "MESSAGE_CREATE"
	messageUpdate     = "MESSAGE_UPDATE"
	messageDelete     = "MESSAGE_DELETE"
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
	again  sync.Map // by ID, requests that were taken up and not begun again yet
}

// begin notes that a request is under way, beside the work on it; the function that it returns notes that it has its outcome.
// Work that was cut off by the end of ctx has none: the next start takes it up, or what took the work's place ends it.
// That a request is begun once more is noted before it is, since it may end the bot at once.
func (j *journal) begin(ctx context.Context, id, user, event string, data []byte) (done func()) {
	begun := make(chan struct{})
	note := func(r ledger.Request) {
		defer close(begun)
		if err := j.ledger.Begin(r); err != nil {
			j.log.Error("request not noted", "id", id, "error", err)
		}
	}
	if again, ok := j.again.LoadAndDelete(id); ok {
		note(again.(ledger.Request))
	} else {
		go note(ledger.Request{ID: id, User: user, Event: event, At: time.Now(), Data: data})
	}
	return func() {
		<-begun
		if ctx.Err() == nil {
			j.done(id)
		}
	}
}

// done notes that a request has its outcome.
func (j *journal) done(id string) {
	if err := j.ledger.Done(id); err != nil {
		j.log.Error("request not noted as done", "id", id, "error", err)
		return
	}
	j.log.Debug("request noted as done", "id", id)
}

// takeUp gives the requests that a killed bot left, oldest first: those to do again, and those that were begun often enough.
// Those too old for an answer are dropped.
func (j *journal) takeUp() (again, given []ledger.Request) {
	left, err := j.ledger.Pending()
	if err != nil {
		j.log.Error("requests under way not read", "error", err)
	}
	for _, r := range left {
		log := j.log.With("id", r.ID, "event", r.Event, "age", time.Since(r.At))
		r.Tries++
		switch {
		case time.Since(r.At) > answerable:
			log.Warn("request too old to be answered")
			j.done(r.ID)
			continue
		case r.Tries >= maxTries:
			log.Warn("request given up", "tries", r.Tries)
			given = append(given, r)
		default:
			log.Info("request taken up again")
			again = append(again, r)
		}
		j.again.Store(r.ID, r)
	}
	return again, given
}
