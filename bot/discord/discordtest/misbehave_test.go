package discordtest_test

import (
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/websocket"
)

func TestInsteadOfReady(t *testing.T) {
	tests := []struct {
		name string
		do   discordtest.Behaviour
		want payload
		code int
		over bool // the session that was to be resumed
	}{
		{"op 7", discordtest.Behaviour{Instead: discordtest.Reconnect}, payload{Op: 7, Data: []byte("null")}, 0, false},
		{"op 9 false", discordtest.Behaviour{Instead: discordtest.InvalidSession}, payload{Op: 9, Data: []byte("false")}, 0, true},
		{"op 9 true", discordtest.Behaviour{Instead: discordtest.TryAgain}, payload{Op: 9, Data: []byte("true")}, 0, false},
		{"close", discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4000}, payload{}, 4000, false},
		{"close that ends the session", discordtest.Behaviour{Instead: discordtest.Close, CloseCode: 4009}, payload{}, 4009, true},
		{"cut", discordtest.Behaviour{Instead: discordtest.Drop}, payload{}, 0, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := discordtest.New(t, discordtest.Options{})
			c := newClient(t, s)
			_, id := c.session()
			s.Next(test.do, test.do)
			for _, g := range []*gateway{c.hello(), c.resume(id, 1)} {
				if test.want.Op == 0 {
					if code := g.closed(); code != test.code {
						t.Errorf("got close code %d, want %d", code, test.code)
					}
					continue
				}
				if diff := cmp.Diff(test.want, g.next()); diff != "" {
					t.Errorf("answer (-want +got):\n%s", diff)
				}
				g.send(identify("test-token", "1"))
				if p := g.next(); p.Type != "READY" {
					t.Errorf("identified once more: got %+v, want READY", p)
				}
			}
			c.ready()
			after := c.resume(id, 1)
			if p := after.next(); (p.Op == 9) != test.over {
				t.Errorf("resumed once more: got %+v, want the session over %v", p, test.over)
			}
		})
	}
}

// silent fails the test if anything but what is wanted comes within a moment: nothing can be proved to stay away
// for ever.
func (g *gateway) silent() {
	g.t.Helper()
	g.ws.SetReadDeadline(time.Now().Add(50 * time.Millisecond))
	if p, err := g.read(); err == nil {
		g.t.Errorf("got %+v, want silence", p)
	}
}

func TestNoHello(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	s.Next(discordtest.Behaviour{NoHello: true})
	c.dial().silent()
	c.ready()
	s.AwaitConnection(t, 2)
}

func TestNothingInsteadOfReady(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	s.Next(discordtest.Behaviour{Instead: discordtest.Nothing})
	newClient(t, s).hello().silent()
}

func TestRefusedConnection(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	s.Next(discordtest.Behaviour{Refuse: 503})
	_, resp, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(s.URL(), "http")+"/gateway", nil)
	if err == nil || resp == nil || resp.StatusCode != 503 {
		t.Errorf("got %v and %v, want a refusal with 503", resp, err)
	}
	newClient(t, s).ready()
}

func TestNoACK(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	s.Next(discordtest.Behaviour{NoACK: true})
	first, second := c.ready(), c.ready()
	for _, stopped := range []bool{false, true} {
		if stopped {
			s.StopACK()
		}
		first.send(`{"op":1,"d":1}`)
		second.send(`{"op":1,"d":1}`)
		s.Dispatch("END", nil)
		if p := first.next(); p.Type != "END" {
			t.Errorf("got %+v, want no ACK", p)
		}
		if !stopped {
			second.event("END")
			s.AwaitACK(t, 1)
		}
	}
}

func TestAskedToReconnect(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g, id := c.session()
	s.AskReconnect()
	if p := g.next(); p.Op != 7 {
		t.Errorf("got op %d, want 7", p.Op)
	}
	c.resume(id, 2).event("RESUMED")
}

func TestInvalidatedSessions(t *testing.T) {
	for _, resumable := range []bool{true, false} {
		s := discordtest.New(t, discordtest.Options{})
		c := newClient(t, s)
		g, id := c.session()
		s.Invalidate(resumable)
		if p := g.next(); p.Op != 9 || (string(p.Data) == "true") != resumable {
			t.Errorf("got op %d %s, want 9 %v", p.Op, p.Data, resumable)
		}
		if p := c.resume(id, 2).next(); (p.Type == "RESUMED") != resumable {
			t.Errorf("resumable %v: got %+v", resumable, p)
		}
		if !resumable {
			g.send(identify("test-token", "1"))
			g.event("READY")
		}
	}
}

func TestDisconnect(t *testing.T) {
	for code, resumable := range map[int]bool{0: true, 1001: true, 4000: true, 4004: false, 4009: false} {
		s := discordtest.New(t, discordtest.Options{})
		c := newClient(t, s)
		g, id := c.session()
		s.Disconnect(code)
		if got := g.closed(); got != code {
			t.Errorf("got close code %d, want %d", got, code)
		}
		// A bot that answers the close with another code does not end its session by that.
		g.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""))
		g.ws.Close()
		s.AwaitClosed(t)
		if p := c.resume(id, 2).next(); (p.Type == "RESUMED") != resumable {
			t.Errorf("after %d: got %+v, want resumable %v", code, p, resumable)
		}
	}
}

func TestFrozenConnection(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g, id := c.session()
	s.Freeze()
	g.send(`{"op":1,"d":2}`)
	say(s, 2)
	g.silent()
	// What the bot sends into a dead connection arrives nowhere, the end of the session neither.
	g.ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""))
	g.ws.Close()
	g = c.resume(id, 2)
	if diff := cmp.Diff([]string{"3 0", "4 1"}, g.heard(2)); diff != "" {
		t.Errorf("replay (-want +got):\n%s", diff)
	}
	g.event("RESUMED")
}

func TestDropInReplay(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	_, id := c.session()
	s.Disconnect(0)
	s.AwaitClosed(t)
	say(s, 3)
	s.Next(discordtest.Behaviour{DropInReplay: true, Replay: 2})
	g := c.resume(id, 2)
	if diff := cmp.Diff([]string{"3 0", "4 1"}, g.heard(2)); diff != "" {
		t.Errorf("replay (-want +got):\n%s", diff)
	}
	if code := g.closed(); code != 0 {
		t.Errorf("got close code %d, want a cut connection", code)
	}
	g = c.resume(id, 4)
	if diff := cmp.Diff([]string{"5 2"}, g.heard(1)); diff != "" {
		t.Errorf("the rest (-want +got):\n%s", diff)
	}
	g.event("RESUMED")
}

func TestDropInsteadOfResumed(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	_, id := c.session()
	s.Disconnect(0)
	s.AwaitClosed(t)
	s.Next(discordtest.Behaviour{DropInReplay: true})
	if code := c.resume(id, 2).closed(); code != 0 {
		t.Errorf("got close code %d, want a cut connection though nothing was missed", code)
	}
	c.resume(id, 2).event("RESUMED")
}

func TestCopies(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	g := newClient(t, s).ready()
	s.Copies(2)
	say(s, 1)
	s.Copies(1)
	say(s, 1)
	if diff := cmp.Diff([]string{"3 0", "4 0", "5 0"}, g.heard(3)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestReorderedEvents(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	g := newClient(t, s).ready()
	s.HoldEvents()
	say(s, 3)
	s.ReleaseEvents()
	say(s, 1)
	if diff := cmp.Diff([]string{"3 2", "4 1", "5 0", "6 0"}, g.heard(4)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestUnknownEvents(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	g := newClient(t, s).ready()
	s.Dispatch("TIDE_CREATE", map[string]any{"height": 3})
	if p := g.next(); p.Type != "TIDE_CREATE" || string(p.Data) != `{"height":3}` || p.Seq != 3 {
		t.Errorf("got %+v, want the event", p)
	}
}

func TestSeveralSessions(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	first, second := c.ready(), c.ready()
	say(s, 1)
	first.heard(1)
	second.heard(1)
}
