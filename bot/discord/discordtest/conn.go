package discordtest

import (
	"bytes"
	"compress/zlib"
	"encoding/json"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

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
