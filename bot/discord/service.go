package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// service turns events into answers.
type service struct {
	desk   Desk
	o      Options
	log    *slog.Logger
	rest   *rest
	fail   func(error) // ends Run with the error
	seen   seen
	homes  homes
	self   atomic.Pointer[string] // the bot's user ID; nil before READY
	joined sync.Once

	// running ends when Run's context does; asking goes on while the service drains, replying until it is done.
	running, asking, replying context.Context
	stopAsking                context.CancelCauseFunc
	stopReplying              context.CancelFunc

	mu     sync.Mutex
	closed bool
	work   sync.WaitGroup
}

// errStopping is why a question is given up when the service ends.
var errStopping = errors.New("the service is stopping")

func newService(ctx context.Context, desk Desk, o Options, client *http.Client) *service {
	s := &service{desk: desk, o: o, log: o.Logger, running: ctx}
	s.rest = &rest{http: client, token: o.Token}
	s.replying, s.stopReplying = context.WithCancel(context.WithoutCancel(ctx))
	s.asking, s.stopAsking = context.WithCancelCause(s.replying)
	return s
}

// drain lets the work under way end, cancels the questions that take longer than DrainTimeout, and waits until
// their users have been told.
func (s *service) drain() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	idle := make(chan struct{})
	go func() {
		s.work.Wait()
		close(idle)
	}()
	for _, stop := range []func(){func() { s.stopAsking(errStopping) }, s.stopReplying} {
		timer := time.NewTimer(s.o.DrainTimeout)
		select {
		case <-idle:
		case <-timer.C:
			s.log.Warn("work cut off", "after", s.o.DrainTimeout)
		}
		timer.Stop()
		stop()
	}
	<-idle
}

// start runs work that drain waits for.
func (s *service) start(work func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		work()
	}()
}

// handle takes the gateway's events, in order; it returns at once.
func (s *service) handle(e *discordgo.Event) {
	switch e.Type {
	case "READY":
		handle(s, e, s.ready)
	case "MESSAGE_CREATE":
		handle(s, e, s.message)
	case "INTERACTION_CREATE":
		handle(s, e, s.interaction)
	}
}

// handle decodes an event for its handler. What cannot be decoded is logged: nothing of it is known that one
// could answer to.
func handle[E any](s *service, e *discordgo.Event, do func(E)) {
	defer s.recovered("event", e.Type)
	var event E
	if err := json.Unmarshal(e.RawData, &event); err != nil {
		s.log.Error("event not understood", "event", e.Type, "error", err)
		return
	}
	do(event)
}

// ready learns who the bot is and, the first time, registers the commands.
func (s *service) ready(e readyEvent) {
	s.self.Store(&e.User.ID)
	s.joined.Do(func() {
		s.start(func() {
			defer s.recovered("task", "registration")
			s.register(s.running, e.Application.ID)
		})
	})
}

// request names what is being answered, for the log.
func request(kind, id, guild, channel, user string) slog.Attr {
	return slog.Group("request", "kind", kind, "id", id, "guild", guild, "channel", channel, "user", user)
}
