package discordtest_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/websocket"
)

func TestReady(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{Heartbeat: 50 * time.Second})
	c := newClient(t, s)
	_, body := c.do("GET", "/api/v9/gateway", "")
	if got, want := field(t, []byte(body), "url"), "ws"+strings.TrimPrefix(s.URL(), "http")+"/gateway"; got != want {
		t.Errorf("got gateway %s, want %s", got, want)
	}
	if status, body := c.do("GET", "/api/v10/gateway/bot", ""); status != 200 || !strings.Contains(body, `"shards":1`) {
		t.Errorf("got %d %s, want the gateway for bots", status, body)
	}
	g := c.dial()
	if p := g.next(); p.Op != 10 || string(p.Data) != `{"heartbeat_interval":50000}` {
		t.Errorf("got op %d %s, want HELLO", p.Op, p.Data)
	}
	g.send(`{"op":2,"d":{"token":"Bot test-token","intents":1,"compress":true,"properties":{"os":"linux"}}}`)
	ready := g.next()
	if ready.Seq != 1 || ready.Type != "READY" || field(t, ready.Data, "session_id") == "" || !strings.HasPrefix(field(t, ready.Data, "resume_gateway_url"), "ws://127.0.0.1") {
		t.Errorf("got %+v, want READY", ready)
	}
	if p := g.next(); p.Seq != 2 || p.Type != "GUILD_CREATE" || field(t, p.Data, "id") != "100" {
		t.Errorf("got %+v, want the guild", p)
	}
	s.AwaitReady(t, 1)
}

func TestHeartbeat(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	g := newClient(t, s).ready()
	for _, beat := range []string{`{"op":1,"d":null}`, `{"op":1,"d":0}`, `{"op":1,"d":2}`} {
		g.send(beat)
		if p := g.next(); p.Op != 11 {
			t.Errorf("%s: got op %d, want an ACK", beat, p.Op)
		}
	}
	s.AwaitACK(t, 3)
	s.AskHeartbeat()
	if p := g.next(); p.Op != 1 {
		t.Errorf("got op %d, want to be asked for a heartbeat", p.Op)
	}
	g.send(`{"op":1,"d":3}`)
	if code := g.closed(); code != 4007 {
		t.Errorf("a sequence number never sent: got close code %d, want 4007", code)
	}
}

func TestCloseCodes(t *testing.T) {
	properties := `"properties":{"os":"linux"}`
	tests := []struct {
		name string
		send []string
		want int
	}{
		{"wrong token", []string{identify("other", "1")}, 4004},
		{"wrong token to resume with", []string{`{"op":6,"d":{"token":"other","session_id":"s","seq":1}}`}, 4004},
		{"no intents", []string{`{"op":2,"d":{"token":"test-token",` + properties + `}}`}, 4013},
		{"unknown intents", []string{identify("test-token", "134217728")}, 4013},
		{"message content", []string{identify("test-token", "33281")}, 4014},
		{"members", []string{identify("test-token", "3")}, 4014},
		{"no properties", []string{`{"op":2,"d":{"token":"test-token","intents":1}}`}, 4002},
		{"no JSON", []string{`identify`}, 4002},
		{"too long", []string{`{"op":3,"d":"` + of("x", 4096) + `"}`}, 4002},
		{"twice", []string{identify("test-token", "1"), identify("test-token", "1")}, 4005},
		{"resumed after", []string{identify("test-token", "1"), `{"op":6,"d":{"token":"test-token","session_id":"s","seq":1}}`}, 4005},
		{"too early", []string{`{"op":3,"d":{}}`}, 4003},
		{"unknown op", []string{identify("test-token", "1"), `{"op":99,"d":{}}`}, 4001},
		{"too often", strings.SplitAfter(identify("test-token", "1")+strings.Repeat("\n"+`{"op":3,"d":{}}`, 120), "\n"), 4008},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g := newClient(t, discordtest.New(t, discordtest.Options{})).dial()
			for _, text := range test.send {
				g.send(text)
			}
			if got := g.closed(); got != test.want {
				t.Errorf("got close code %d, want %d", got, test.want)
			}
		})
	}
}

func TestIntentsDecideWhatIsHeard(t *testing.T) {
	const guilds, messages, dms, content = 1, 512, 4096, 32768
	tests := []struct {
		name    string
		intents int
		message discordtest.UserMessage
		want    string // the content; "-" if nothing is heard
	}{
		{"no intent", guilds | dms, discordtest.UserMessage{Content: "Hello."}, "-"},
		{"blank", guilds | messages, discordtest.UserMessage{Content: "Hello."}, ""},
		{"thread", guilds | messages, discordtest.UserMessage{Content: "Hello.", ChannelID: discordtest.ThreadID}, ""},
		{"mention", guilds | messages, discordtest.UserMessage{Content: "<@900000000000000001> who?"}, "<@900000000000000001> who?"},
		{"mention by nickname", guilds | messages, discordtest.UserMessage{Content: "<@!900000000000000001> who?"}, "<@!900000000000000001> who?"},
		{"mention of another", guilds | messages, discordtest.UserMessage{Content: "<@401> who?"}, ""},
		{"direct message", dms, discordtest.UserMessage{Content: "Hello.", ChannelID: discordtest.DMID}, "Hello."},
		{"direct message without the intent", guilds | messages, discordtest.UserMessage{Content: "Hello.", ChannelID: discordtest.DMID}, "-"},
		{"message content", guilds | messages | content, discordtest.UserMessage{Content: "Hello."}, "Hello."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := discordtest.New(t, discordtest.Options{MessageContent: true})
			g := newClient(t, s).dial()
			g.send(identify("test-token", fmt.Sprint(test.intents)))
			s.AwaitReady(t, 1)
			s.Say(test.message)
			s.Dispatch("END", nil)
			got := "-"
			for p := g.next(); p.Type != "END"; p = g.next() {
				if p.Type == "MESSAGE_CREATE" {
					got = field(t, p.Data, "content")
				}
				if p.Type == "GUILD_CREATE" && test.intents&guilds == 0 {
					t.Error("got a guild, want none without the intent")
				}
			}
			if got != test.want {
				t.Errorf("got content %q, want %q", got, test.want)
			}
		})
	}
}

func TestAReplyToTheBotIsReadable(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	c.do("POST", "/api/v9/channels/200/messages", `{"content":"The port."}`)
	g.event("MESSAGE_CREATE")
	id := s.AwaitMessage(t, "200", 1).ID
	for _, noPing := range []bool{false, true} {
		s.Say(discordtest.UserMessage{Content: "Since when?", ReplyTo: id, NoPing: noPing})
		if got := field(t, g.event("MESSAGE_CREATE").Data, "content"); (got == "") != noPing {
			t.Errorf("no ping %v: got content %q", noPing, got)
		}
	}
}

func TestEphemeralIsNotHeard(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5,"data":{"flags":64}}`, 204, "")
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"Quietly."}`, 200, "")
	a.must("POST", a.webhook, `{"content":"Aloud."}`, 200, "")
	if got := field(t, a.g.event("MESSAGE_CREATE").Data, "content"); got != "Aloud." {
		t.Errorf("got %q, want only what all can see", got)
	}
}

// say is n messages in a DM, whose contents are their numbers.
func say(s *discordtest.Server, n int) {
	for i := range n {
		s.Say(discordtest.UserMessage{Content: fmt.Sprint(i), ChannelID: discordtest.DMID})
	}
}

// heard is the contents of the next n messages, with their sequence numbers.
func (g *gateway) heard(n int) []string {
	g.t.Helper()
	var out []string
	for len(out) < n {
		p := g.event("MESSAGE_CREATE")
		out = append(out, fmt.Sprintf("%d %s", p.Seq, field(g.t, p.Data, "content")))
	}
	return out
}

func TestResumeReplaysWhatWasMissed(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g, id := c.session()
	s.Disconnect(0)
	if code := g.closed(); code != 0 {
		t.Errorf("got close code %d, want a cut connection", code)
	}
	s.AwaitClosed(t)
	say(s, 3)
	g = c.resume(id, 2)
	if diff := cmp.Diff([]string{"3 0", "4 1", "5 2"}, g.heard(3)); diff != "" {
		t.Errorf("replay (-want +got):\n%s", diff)
	}
	if p := g.next(); p.Type != "RESUMED" || p.Seq != 6 {
		t.Errorf("got %+v, want RESUMED", p)
	}
	s.AwaitResumed(t, 1)
	say(s, 1)
	if diff := cmp.Diff([]string{"7 0"}, g.heard(1)); diff != "" {
		t.Errorf("after that (-want +got):\n%s", diff)
	}
}

func TestSessionsThatCannotBeResumed(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g, id := c.session()
	message := websocket.FormatCloseMessage(websocket.CloseNormalClosure, "")
	if err := g.ws.WriteMessage(websocket.CloseMessage, message); err != nil {
		t.Fatal(err)
	}
	if code := g.closed(); code != 1000 {
		t.Errorf("got close code %d, want 1000 back", code)
	}
	for _, session := range []string{id, "never-was"} {
		g = c.resume(session, 2)
		if p := g.next(); p.Op != 9 || string(p.Data) != "false" {
			t.Errorf("session %s: got op %d %s, want an invalid session", session, p.Op, p.Data)
		}
		g.send(identify("test-token", "1"))
		g.event("READY")
	}
	s.AwaitReady(t, 3)
}

func TestACloseOtherThanANormalOneKeepsTheSession(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g, id := c.session()
	message := websocket.FormatCloseMessage(websocket.CloseServiceRestart, "")
	if err := g.ws.WriteMessage(websocket.CloseMessage, message); err != nil {
		t.Fatal(err)
	}
	g.closed()
	c.resume(id, 2).event("RESUMED")
	g = c.resume(id, 99)
	if code := g.closed(); code != 4007 {
		t.Errorf("a sequence number never sent: got close code %d, want 4007", code)
	}
}

func TestResumeTakesTheSessionFromAnotherConnection(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	old, id := c.session()
	g := c.resume(id, 2)
	g.event("RESUMED")
	old.closed()
	say(s, 1)
	if diff := cmp.Diff([]string{"4 0"}, g.heard(1)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestInteractionsReachABotWithoutIntents(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.dial()
	g.send(identify("test-token", "0"))
	c.register(ask)
	s.AwaitReady(t, 1)
	s.Run(discordtest.Command{Name: "ask", Options: map[string]any{"question": "Who?"}})
	var got struct {
		Data struct{ Name string } `json:"data"`
	}
	if err := json.Unmarshal(g.event("INTERACTION_CREATE").Data, &got); err != nil || got.Data.Name != "ask" {
		t.Errorf("got %+v, %v, want /ask", got, err)
	}
}
