package discordtest_test

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"

	"github.com/gorilla/websocket"
)

// client is a bot of the plainest kind.
type client struct {
	t    *testing.T
	s    *discordtest.Server
	auth string
}

func newClient(t *testing.T, s *discordtest.Server) *client {
	return &client{t: t, s: s, auth: "Bot test-token"}
}

// do makes a request and returns the status and the body.
func (c *client) do(method, path, body string) (int, string) {
	c.t.Helper()
	status, text, _ := c.full(method, path, body)
	return status, text
}

func (c *client) full(method, path, body string) (int, string, http.Header) {
	c.t.Helper()
	req, err := http.NewRequest(method, c.s.URL()+path, bytes.NewReader([]byte(body)))
	if err != nil {
		c.t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.auth != "" {
		req.Header.Set("Authorization", c.auth)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err.Error(), nil
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err.Error(), nil
	}
	return resp.StatusCode, string(b), resp.Header
}

// payload is what comes over the gateway.
type payload struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int             `json:"s"`
	Type string          `json:"t"`
}

// gateway is a connection to the gateway.
type gateway struct {
	t  *testing.T
	ws *websocket.Conn
}

// dial connects, and reads nothing yet.
func (c *client) dial() *gateway {
	c.t.Helper()
	ws, _, err := websocket.DefaultDialer.Dial("ws"+c.s.URL()[len("http"):]+"/gateway?v=9&encoding=json", nil)
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { ws.Close() })
	ws.SetReadDeadline(time.Now().Add(10 * time.Second))
	return &gateway{c.t, ws}
}

func (g *gateway) send(text string) {
	g.t.Helper()
	if err := g.ws.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		g.t.Fatal(err)
	}
}

// read takes the next payload, compressed or not.
func (g *gateway) read() (payload, error) {
	kind, b, err := g.ws.ReadMessage()
	if err != nil {
		return payload{}, err
	}
	if kind == websocket.BinaryMessage {
		z, err := zlib.NewReader(bytes.NewReader(b))
		if err != nil {
			return payload{}, err
		}
		if b, err = io.ReadAll(z); err != nil {
			return payload{}, err
		}
	}
	var p payload
	return p, json.Unmarshal(b, &p)
}

// next reads a payload that must come.
func (g *gateway) next() payload {
	g.t.Helper()
	p, err := g.read()
	if err != nil {
		g.t.Fatal(err)
	}
	return p
}

// event reads up to the next event of the type.
func (g *gateway) event(name string) payload {
	g.t.Helper()
	for {
		if p := g.next(); p.Type == name {
			return p
		}
	}
}

// identify is an IDENTIFY with the intents.
func identify(token string, intents string) string {
	return `{"op":2,"d":{"token":"` + token + `","intents":` + intents + `,"properties":{"os":"linux"}}}`
}

// hello connects, reads HELLO and identifies with the intents for guilds and both kinds of message.
func (c *client) hello() *gateway {
	c.t.Helper()
	g := c.dial()
	if p := g.next(); p.Op != 10 {
		c.t.Fatalf("got op %d first, want HELLO", p.Op)
	}
	g.send(identify("test-token", "4609"))
	return g
}

// ready connects up to READY and the guild.
func (c *client) ready() *gateway {
	c.t.Helper()
	g := c.hello()
	g.event("GUILD_CREATE")
	return g
}

// session connects up to the guild and returns the session's ID too.
func (c *client) session() (*gateway, string) {
	c.t.Helper()
	g := c.hello()
	id := field(c.t, g.event("READY").Data, "session_id")
	g.event("GUILD_CREATE")
	return g, id
}

// resume connects and asks for a session from a sequence number on.
func (c *client) resume(id string, seq int) *gateway {
	c.t.Helper()
	g := c.dial()
	g.next()
	g.send(fmt.Sprintf(`{"op":6,"d":{"token":"test-token","session_id":%q,"seq":%d}}`, id, seq))
	return g
}

// register has the bot define a command.
func (c *client) register(definition string) {
	c.t.Helper()
	if status, body := c.do("POST", "/api/v9/applications/"+c.s.AppID()+"/commands", definition); status != 201 {
		c.t.Fatalf("got %d %s, want 201", status, body)
	}
}

// closed reads until the connection ends and returns the close code; 0 if it was cut without one.
func (g *gateway) closed() int {
	g.t.Helper()
	for {
		_, err := g.read()
		var end *websocket.CloseError
		if errors.As(err, &end) && end.Code != websocket.CloseAbnormalClosure {
			return end.Code
		}
		var late net.Error
		if errors.As(err, &late) && late.Timeout() {
			g.t.Fatal("the connection did not end")
		}
		if err != nil {
			return 0
		}
	}
}

// field reads one text out of JSON.
func field(t *testing.T, raw []byte, name string) string {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal(raw, &object); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	s, _ := object[name].(string)
	return s
}
