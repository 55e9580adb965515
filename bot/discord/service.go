package discord

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/hashicorp/golang-lru/v2/expirable"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// service turns events into answers.
type service struct {
	desk    Desk
	ledger  *ledger.Ledger
	o       Options
	log     *slog.Logger
	rest    *rest
	seen    seen
	homes   homes
	journal *journal
	flights flights
	// persisting has an element for each reply that waits for Discord to be well again.
	persisting chan struct{}
	fairness   *fairness
	reports    *expirable.LRU[reportKey, bot.Report]
	resumed    sync.Once              // requests that a killed bot left are taken up once
	self       atomic.Pointer[string] // the bot's user ID; nil before READY
	app        chan string            // holds the application's ID once it is known

	invite sync.Once

	giveUp chan struct{} // closed when the service ends without waiting for questions any longer
	mu     sync.Mutex
	closed bool
	work   sync.WaitGroup
}

func newService(desk Desk, o Options, client *http.Client) *service {
	return &service{
		desk: desk, ledger: o.Ledger, o: o, log: o.Logger,
		journal:  &journal{ledger: o.Ledger, log: o.Logger},
		fairness: newFairness(o),
		reports:  expirable.NewLRU[reportKey, bot.Report](maxReports, nil, reportLife),
		rest:     &rest{http: client, token: o.Token, pause: o.RequestTimeout / 50},
		app:      make(chan string, 1),
		giveUp:   make(chan struct{}),

		persisting: make(chan struct{}, maxPersisting),
	}
}

// drain lets the work under way end, gives up the questions that take longer than DrainTimeout, and waits as long
// again until their users have been told; then it cancels what is left.
func (s *service) drain(cancel context.CancelFunc) {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	idle := make(chan struct{})
	go func() {
		s.work.Wait()
		close(idle)
	}()
	for _, stop := range []func(){func() { close(s.giveUp) }, cancel} {
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

// enter announces work that drain waits for; false if there is to be no more.
func (s *service) enter() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed {
		s.work.Add(1)
	}
	return !s.closed
}

// start runs work that drain waits for.
func (s *service) start(work func()) {
	if !s.enter() {
		return
	}
	go func() {
		defer s.work.Done()
		work()
	}()
}

// handle takes the gateway's events, in order; it returns at once. ctx is for the work that they lead to.
func (s *service) handle(ctx context.Context, e *discordgo.Event) {
	switch e.Type {
	case "READY":
		handle(ctx, s, e, s.ready)
	case messageCreate:
		handle(ctx, s, e, func(ctx context.Context, m messageEvent) { m.raw = e.RawData; s.created(ctx, m) })
	case messageUpdate:
		handle(ctx, s, e, func(ctx context.Context, m messageEvent) { m.raw = e.RawData; s.updated(ctx, m) })
	case messageDelete, "MESSAGE_DELETE_BULK":
		handle(ctx, s, e, s.deleted)
	case interactionCreate:
		handle(ctx, s, e, func(ctx context.Context, i interactionEvent) { i.raw = e.RawData; s.interaction(ctx, i) })
	}
}

// handle decodes an event for its handler. What cannot be decoded is logged: nothing of it is known that one
// could answer to.
func handle[E any](ctx context.Context, s *service, e *discordgo.Event, do func(context.Context, E)) {
	defer s.recovered(e.Type)
	var event E
	if err := json.Unmarshal(e.RawData, &event); err != nil {
		s.log.Error("event not understood", "event", e.Type, "error", err)
		return
	}
	do(ctx, event)
}

// ready learns who the bot is, and takes up what was left.
func (s *service) ready(ctx context.Context, e readyEvent) {
	defer s.resumed.Do(func() { s.start(func() { s.takeUp(ctx, e.User.ID) }) })
	s.self.Store(&e.User.ID)
	select {
	case s.app <- e.Application.ID:
	default:
	}
	if s.o.Invite != nil {
		s.invite.Do(func() { s.o.Invite(s.o.invitation(e.Application.ID)) })
	}
}

// about names what is being answered, for the log.
func about(kind, id, guild, channel, user string) slog.Attr {
	return slog.Group("request", "kind", kind, "id", id, "guild", guild, "channel", channel, "user", user)
}
