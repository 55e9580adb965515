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
