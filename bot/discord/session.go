package discord

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// session is a discordgo session: one session at Discord for as long as that can be resumed.
type session struct {
	dg       *discordgo.Session
	line     *line
	lost     chan struct{} // receives when the connection is over
	failures int           // attempts to connect in a row that failed
}

func (g *gateway) newSession() *session {
	dg, _ := discordgo.New(g.o.Token) // returns no error
	s := &session{dg: dg, line: &line{idle: g.o.IdleTimeout}, lost: make(chan struct{}, 1)}
	dg.LogLevel = -1 // what matters is logged here
	dg.Client = g.client
	dg.MaxRestRetries, dg.ShouldRetryOnRateLimit = 0, false
	dg.ShouldReconnectOnError = false
	dg.StateEnabled = false
	dg.Compress = false
	dg.SyncEvents = true // the handlers below return at once
	dg.Identify.Intents = intents
	dg.Dialer = &websocket.Dialer{
		NetDialContext:   s.line.dial,
		Proxy:            http.ProxyFromEnvironment,
		HandshakeTimeout: g.o.HandshakeTimeout,
	}
	dg.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) { g.handle(e) })
	dg.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) {
		select {
		case s.lost <- struct{}{}:
		default:
		}
	})
	return s
}

// errHandshake is how op 7 and op 9 in answer to IDENTIFY or RESUME show, since discordgo locks up over them;
// a missing HELLO too.
var errHandshake = errors.New("no READY or RESUMED in time")

// open connects, and identifies or resumes, within the limit. After errHandshake the session may be locked up.
func (s *session) open(ctx context.Context, limit time.Duration) error {
	select { // a loss may have been reported twice
	case <-s.lost:
	default:
	}
	s.failures++
	opened := make(chan error, 1)
	go func() { opened <- s.dg.Open() }()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case err := <-opened:
		if err != nil && !errors.Is(err, discordgo.ErrWSAlreadyOpen) {
			return err
		}
		s.failures = 0
		return nil
	case <-timer.C:
		return errHandshake
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close ends the session at Discord. It waits, within the limit, until discordgo has written the closing frame,
// not for the second that discordgo sleeps after that.
func (s *session) close(limit time.Duration) {
	written := s.line.nextWrite()
	go s.dg.Close()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-written:
	case <-timer.C:
	}
}

// abandon cuts the connection without a word to Discord. A goroutine locked up in the session stays.
func (s *session) abandon() { s.line.cut() }

// fatalError is what to end with after a refusal that stays the same whatever is tried, nil after any other
// error (https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
func fatalError(err error) error {
	var refusal *discordgo.RESTError
	if errors.As(err, &refusal) && refusal.Response.StatusCode == http.StatusUnauthorized {
		return fmt.Errorf("%w: HTTP 401", ErrToken)
	}
	switch closeCode(err) {
	case 4004:
		return fmt.Errorf("%w: close code 4004", ErrToken)
	case 4010, 4011, 4012, 4013, 4014:
		return fmt.Errorf("gateway: %w", err)
	}
	return nil
}

// resumable reports whether the session can still be resumed after err.
func resumable(err error) bool {
	switch closeCode(err) {
	case 1000, 1001, 4003, 4005, 4007, 4009:
		return false
	}
	return !errors.Is(err, errHandshake)
}

// closeCode is the WebSocket close code that err reports, 0 if it reports none.
func closeCode(err error) int {
	var c *websocket.CloseError
	if errors.As(err, &c) {
		return c.Code
	}
	return 0
}
