package discord

import (
	"context"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/cenkalti/backoff/v5"
)

// intents are the events that copydesk asks for: messages, whose text it gets only where it is mentioned or
// written to directly. None is privileged. Interactions come without.
const intents = discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages

// gateway keeps a connection to Discord. discordgo's own reconnecting is off: it goes on for ever after a
// refused token, comes back to life after Close, and can lock up for good.
type gateway struct {
	o      Options
	client *http.Client           // for the gateway's address
	handle func(*discordgo.Event) // must return at once
}

// stable is how long a connection has to hold before the next loss of one counts as the first again.
const stable = time.Minute

// longestWait between attempts keeps a day of failures below the 1,000 sessions that Discord lets a bot begin.
const longestWait = 2 * time.Minute

// resumes is how often a session is tried to be resumed before a new one is begun.
const resumes = 3

// run stays connected until ctx is done. It returns early only with an error that no reconnecting can mend,
// such as ErrToken.
func (g *gateway) run(ctx context.Context) error {
	wait := backoff.NewExponentialBackOff()
	wait.InitialInterval, wait.Multiplier, wait.MaxInterval = 100*time.Millisecond, 2, longestWait
	s := g.newSession()
	defer func() { s.abandon() }()
	for {
		if err := s.open(ctx, g.o.HandshakeTimeout); err != nil {
			if fatal := fatalError(err); fatal != nil || ctx.Err() != nil {
				return fatal
			}
			g.o.Logger.Warn("gateway connection failed", "error", err)
			if s.failures >= resumes || !resumable(err) {
				s.abandon()
				s = g.newSession()
			}
		} else if g.stay(ctx, s) >= stable {
			wait.Reset()
		}
		if pause(ctx, wait.NextBackOff()) != nil {
			return nil
		}
	}
}

// stay returns how long the connection held; when ctx is done it ends the session.
func (g *gateway) stay(ctx context.Context, s *session) time.Duration {
	g.o.Logger.Info("gateway connected")
	began := time.Now()
	select {
	case <-s.lost:
		g.o.Logger.Warn("gateway connection lost", "after", time.Since(began))
	case <-ctx.Done():
		s.close(g.o.HandshakeTimeout)
	}
	return time.Since(began)
}
