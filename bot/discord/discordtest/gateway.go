package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Gateway opcodes.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opPresence       = 3
	opVoice          = 4
	opResume         = 6
	opReconnect      = 7
	opMembers        = 8
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatACK   = 11
)

// Gateway close codes.
const (
	closeUnknownOp        = 4001
	closeDecode           = 4002
	closeNotAuthenticated = 4003
	closeAuthentication   = 4004
	closeTwiceIdentified  = 4005
	closeInvalidSequence  = 4007
	closeRateLimited      = 4008
	closeSessionTimedOut  = 4009
	closeInvalidIntents   = 4013
	closeDisallowedIntent = 4014
)

// maxSend is the most bytes that a bot may send at once.
const maxSend = 4096

// maxSends is how many times a bot may send on one connection within a minute. The double takes the whole life
// of a connection for that minute, and leaves heartbeats out, which come fast in tests.
const maxSends = 120

// conn is one WebSocket connection.
type conn struct {
	s    *Server
	ws   *websocket.Conn
	do   Behaviour
	dead atomic.Bool // nothing is read or written any more, though the connection stays open
	done chan struct{}
	wake chan struct{}

	// s.mu guards what follows.
	queue    []frame
	session  *session // nil before IDENTIFY or RESUME
	compress bool
	sends    int
	finished bool // the end is queued
}

// frame is something to write: a payload, or the end.
type frame struct {
	payload []byte
	zlib    bool
	end     bool
	code    int // close code; 0 cuts the connection without a close frame
	reason  string
}

var upgrader = websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}

// connect takes a WebSocket connection and serves it until it ends.
func (s *Server) connect(w http.ResponseWriter, r *http.Request) {
	do := s.nextBehaviour()
	if do.Refuse != 0 {
		http.Error(w, http.StatusText(do.Refuse), do.Refuse)
		return
	}
	if r.URL.Query().Get("compress") != "" {
		s.t.Errorf("discordtest: gateway: compression of the whole stream is not modelled")
	}
	ws, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		s.t.Errorf("discordtest: gateway: %v", err)
		return
	}
	c := &conn{s: s, ws: ws, do: do, done: make(chan struct{}), wake: make(chan struct{}, 1)}
	if !s.opened(c) {
		ws.Close()
		return
	}
	defer s.conns.Done()
	defer c.closed()
	go c.write()
	if !do.NoHello {
		c.sendOp(opHello, map[string]any{"heartbeat_interval": s.o.Heartbeat.Milliseconds()})
	}
	c.read()
}

// opened registers the connection unless the server is closing.
func (s *Server) opened(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	select {
	case <-s.closing:
		return false
	default:
	}
	s.conns.Add(2)
	s.open[c] = true
	s.connections++
	s.notify()
	return true
}

// closed forgets the connection. Its session stays, to be resumed.
func (c *conn) closed() {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	delete(c.s.open, c)
	if c.session != nil && c.session.conn == c {
		c.session.conn = nil
	}
	close(c.done)
	c.ws.Close()
	c.s.notify()
}

// read takes what the bot sends until the connection ends. A bot that closes with 1000 or 1001 ends its session,
// unless Discord closed first.
func (c *conn) read() {
	c.ws.SetCloseHandler(func(code int, _ string) error {
		if c.dead.Load() {
			return nil
		}
		c.s.mu.Lock()
		if !c.finished && (code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway) {
			c.endSession()
		}
		c.s.mu.Unlock()
		return c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	})
	for {
		_, message, err := c.ws.ReadMessage()
		if c.dead.Load() {
			c.lie()
			return
		}
		if err != nil {
			return
		}
		c.receive(message)
	}
}

// lie keeps a dead connection open, unread, until the server closes.
func (c *conn) lie() { <-c.s.closing }

// endSession makes the connection's session one that cannot be resumed. The bot may identify anew. s.mu is held.
func (c *conn) endSession() {
	if c.session != nil {
		c.session.ended, c.session.conn = true, nil
		c.session = nil
	}
}

// write sends what is queued, in order.
func (c *conn) write() {
	defer c.s.conns.Done()
	for {
		select {
		case <-c.wake:
		case <-c.done:
			return
		}
		c.s.mu.Lock()
		frames := c.queue
		c.queue = nil
		c.s.mu.Unlock()
		for _, f := range frames {
			if c.dead.Load() {
				break
			}
			if !c.put(f) {
				return
			}
		}
	}
}

// put writes one frame; it returns false after the last.
func (c *conn) put(f frame) bool {
	switch {
	case f.end && f.code == 0:
		c.ws.NetConn().Close()
		return false
	case f.end:
		deadline := time.Now().Add(time.Second)
		c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(f.code, f.reason), deadline)
		c.ws.SetReadDeadline(deadline) // a bot that does not close in turn is cut off
		return false
	case f.zlib:
		return c.ws.WriteMessage(websocket.BinaryMessage, deflate(f.payload)) == nil
	default:
		return c.ws.WriteMessage(websocket.TextMessage, f.payload) == nil
	}
}

// deflate is Discord's payload compression.
func deflate(payload []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(payload)
	w.Close()
	return b.Bytes()
}

// enqueue hands frames to the writer. s.mu is held.
func (c *conn) enqueue(frames ...frame) {
	c.queue = append(c.queue, frames...)
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

// finish closes the connection with a close code after all that is queued. s.mu is held.
func (c *conn) finish(code int, reason string) {
	c.finished = true
	c.enqueue(frame{end: true, code: code, reason: reason})
}

// sendOp sends a payload that is no event.
func (c *conn) sendOp(op int, data any) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	c.pushOp(op, data)
}

// pushOp is sendOp with s.mu held.
func (c *conn) pushOp(op int, data any) {
	c.enqueue(frame{payload: mustJSON(map[string]any{"op": op, "d": data, "s": nil, "t": nil})})
}

// received is a payload from the bot.
type received struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
}
