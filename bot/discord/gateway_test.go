package discord

import (
	"errors"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// impatient are time-outs for tests in which they pass. A heartbeat arrives twice within IdleTimeout.
var impatient = Options{HandshakeTimeout: 300 * time.Millisecond, IdleTimeout: 400 * time.Millisecond}

const heartbeat = 200 * time.Millisecond

// stillAnswers asks by command and, for the n-th time, by direct message, and waits for the answers.
func stillAnswers(t *testing.T, s *discordtest.Server, n int) {
	t.Helper()
	if m := s.Run(ask(map[string]any{})).Reply(t); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds, want 1", len(m.Embeds))
	}
	s.Say(discordtest.UserMessage{ChannelID: discordtest.DMID, Content: "When?"})
	s.AwaitMessage(t, discordtest.DMID, n)
}

// Each way in which a connection can fail to come about is outlasted; after it a new session is begun.
func TestConnectionFails(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   discordtest.Behaviour
	}{
		{"refused", discordtest.Behaviour{Refuse: 503}},
		{"no HELLO", discordtest.Behaviour{NoHello: true}},
		{"op 7 for READY", discordtest.Behaviour{Instead: discordtest.Reconnect}},
		{"op 9 for READY", discordtest.Behaviour{Instead: discordtest.InvalidSession}},
		{"op 9, true, for READY", discordtest.Behaviour{Instead: discordtest.TryAgain}},
		{"silence for READY", discordtest.Behaviour{Instead: discordtest.Nothing}},
		{"drop for READY", discordtest.Behaviour{Instead: discordtest.Drop}},
		{"close for READY", discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4000}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			s.Next(tt.do, tt.do)
			start(t, s, says(ferryAnswer()), Options{HandshakeTimeout: impatient.HandshakeTimeout})
			stillAnswers(t, s, 1)
		})
	}
}

// Each way in which a connection can be lost ends in the session being resumed, and what was said meanwhile is
// answered.
func TestConnectionIsResumed(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		lose func(*discordtest.Server)
	}{
		{"op 7", func(s *discordtest.Server) { s.AskReconnect() }},
		{"op 9, true", func(s *discordtest.Server) { s.Invalidate(true) }},
		{"cut", func(s *discordtest.Server) { s.Disconnect(0) }},
		{"close 4000", func(s *discordtest.Server) { s.Disconnect(4000) }},
		{"close 1001", func(s *discordtest.Server) { s.Disconnect(1001) }},
		{"dead", func(s *discordtest.Server) { s.Freeze() }},
		{"heartbeats unanswered", func(s *discordtest.Server) { s.StopACK() }},
		{"refused once", func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{Refuse: 502})
			s.Disconnect(0)
		}},
		{"drop in mid-replay", func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{DropInReplay: true, Replay: 1})
			s.Disconnect(0)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{Heartbeat: heartbeat})
			start(t, s, says(ferryAnswer()), Options{IdleTimeout: impatient.IdleTimeout})
			stillAnswers(t, s, 1)
			tt.lose(s)
			i := s.Run(ask(map[string]any{}))
			s.Say(discordtest.UserMessage{ChannelID: discordtest.ThreadID, Content: "<@" + s.BotID() + "> When?"})
			s.AwaitResumed(t, 1)
			i.Reply(t)
			s.AwaitMessage(t, discordtest.ThreadID, 1)
			stillAnswers(t, s, 2)
		})
	}
}

// A session that Discord has given up is followed by a new one.
func TestSessionIsOver(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		lose func(*discordtest.Server)
	}{
		{"op 9, false", func(s *discordtest.Server) { s.Invalidate(false) }},
		{"close 4009", func(s *discordtest.Server) { s.Disconnect(4009) }},
		{"op 9 for RESUMED", func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{Instead: discordtest.InvalidSession})
			s.Disconnect(0)
		}},
		{"op 7 for RESUMED", func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{Instead: discordtest.Reconnect})
			s.Disconnect(0)
		}},
		{"close 4007 for RESUMED", func(s *discordtest.Server) {
			s.Next(discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4007})
			s.Disconnect(0)
		}},
		{"refused too often", func(s *discordtest.Server) {
			for range resumes {
				s.Next(discordtest.Behaviour{Refuse: 502})
			}
			s.Disconnect(0)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			start(t, s, says(ferryAnswer()), Options{HandshakeTimeout: impatient.HandshakeTimeout})
			tt.lose(s)
			s.AwaitReady(t, 2)
			stillAnswers(t, s, 1)
		})
	}
}

func TestTokenRefused(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, token string
		fail        func(*discordtest.Server)
	}{
		{"by the gateway", "another-token", func(*discordtest.Server) {}},
		{"by REST", "test-token", func(s *discordtest.Server) {
			s.Fail(discordtest.Fault{Route: "GET /applications/{app}/commands", Status: 401, Body: `{"code": 0, "message": "401: Unauthorized"}`})
		}},
		{"for the gateway's address", "test-token", func(s *discordtest.Server) {
			s.Fail(discordtest.Fault{Route: discordtest.RouteGateway, Status: 401, Body: `{"code": 0, "message": "401: Unauthorized"}`})
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			tt.fail(s)
			r := run(t, s, says(ferryAnswer()), Options{Token: tt.token})
			if err := <-r.done; !errors.Is(err, ErrToken) {
				t.Errorf("got error %v, want ErrToken", err)
			}
		})
	}
}

func TestTokenRefusedLater(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, says(ferryAnswer()), Options{})
	s.Next(discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4004})
	s.Disconnect(4004)
	if err := <-r.done; !errors.Is(err, ErrToken) {
		t.Errorf("got error %v, want ErrToken", err)
	}
}

func TestNotWorthRetrying(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	s.Next(discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4014})
	r := run(t, s, says(ferryAnswer()), Options{})
	if err := <-r.done; closeCode(err) != 4014 {
		t.Errorf("got error %v, want close code 4014", err)
	}
}

// Whatever the connection is doing, the end comes soon.
func TestStopWhileConnecting(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   discordtest.Behaviour
	}{
		{"backing off", discordtest.Behaviour{Refuse: 503}},
		{"locked up", discordtest.Behaviour{Instead: discordtest.Reconnect}},
		{"waiting for HELLO", discordtest.Behaviour{NoHello: true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newDouble(t, discordtest.Options{})
			for range 100 {
				s.Next(tt.do)
			}
			r := run(t, s, says(ferryAnswer()), Options{})
			if tt.do.Refuse != 0 {
				r.log.await(t, "gateway connection failed", 2)
			} else {
				s.AwaitConnection(t, 1)
			}
			r.stop()
			if err := <-r.done; err != nil {
				t.Errorf("got error %v, want nil", err)
			}
			s.AwaitClosed(t)
		})
	}
}

func TestHeartbeatOnDemand(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	start(t, s, says(ferryAnswer()), Options{})
	s.AwaitACK(t, 1)
	s.AskHeartbeat()
	s.AwaitACK(t, 2)
}

// What arrives twice, or in another order, is answered once.
func TestDuplicates(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 10)
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, records(asked), Options{})
	s.Copies(3)
	i := s.Run(ask(map[string]any{}))
	i.Reply(t)
	s.HoldEvents()
	first := s.Run(ask(map[string]any{}))
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"})
	s.ReleaseEvents()
	first.Reply(t)
	s.AwaitMessage(t, discordtest.ChannelID, 3)
	r.log.await(t, "request answered", 3)
	r.stop()
	if err := <-r.done; err != nil {
		t.Errorf("got error %v, want nil", err)
	}
	if len(asked) != 3 || kinds(i) != "replied" || kinds(first) != "replied" {
		t.Errorf("%d questions, answered %q and %q, want each of 3 once", len(asked), kinds(i), kinds(first))
	}
}

func TestSeenForgets(t *testing.T) {
	var s seen
	for n := range 3 * remembered {
		id := time.Duration(n).String()
		if !s.first(id) || s.first(id) || len(s.known) > remembered {
			t.Fatalf("ID %d: %d known", n, len(s.known))
		}
	}
}

// The end is told to Discord, which forgets the session then.
func TestStopEndsTheSession(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, says(ferryAnswer()), Options{})
	s.Run(ask(map[string]any{})).Reply(t)
	r.stop()
	<-r.done
	s.AwaitClosed(t)
	if i := s.Run(ask(map[string]any{})); !strings.Contains(i.String(), "sent to 0 sessions") {
		t.Errorf("got %s, want a session that is over", i)
	}
}
