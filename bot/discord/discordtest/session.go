package discordtest

import (
	"encoding/json"
	"fmt"
	"strings"
)

// session is what a bot gets by IDENTIFY and keeps over connections by RESUME; s.mu guards it.
type session struct {
	id      string
	intents int
	log     [][]byte // the payload of every event, or the last ones; its sequence number is its place, counted from 1
	dropped int      // how many events are no longer in the log
	most    int      // how many may be; 0 is any number
	conn    *conn    // nil while no connection carries it
	ended   bool
}

// receive does what the bot asks.
func (c *conn) receive(message []byte) {
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	var r received
	if len(message) > maxSend || json.Unmarshal(message, &r) != nil {
		c.finish(closeDecode, "Error while decoding payload.")
		return
	}
	if r.Op != opHeartbeat {
		c.sends++
	}
	switch {
	case c.sends > maxSends:
		c.finish(closeRateLimited, "You are being rate limited.")
	case r.Op == opHeartbeat:
		c.heartbeat(r.Data)
	case r.Op == opIdentify:
		c.identify(r.Data)
	case r.Op == opResume:
		c.resume(r.Data)
	case r.Op != opPresence && r.Op != opVoice && r.Op != opMembers:
		c.finish(closeUnknownOp, "Unknown opcode.")
	case c.session == nil:
		c.finish(closeNotAuthenticated, "Not authenticated.")
	}
}

// heartbeat is acknowledged if its sequence number is one that was sent.
func (c *conn) heartbeat(data json.RawMessage) {
	var seq *int
	if json.Unmarshal(data, &seq) != nil || seq != nil && c.session != nil && *seq > c.session.sent() {
		c.finish(closeInvalidSequence, "Invalid seq.")
		return
	}
	if c.do.NoACK {
		return
	}
	c.s.acks++
	c.pushOp(opHeartbeatACK, nil)
	c.s.notify()
}

// identification is the data of IDENTIFY, as far as the double looks at it.
type identification struct {
	Token      string            `json:"token"`
	Intents    *int              `json:"intents"`
	Compress   bool              `json:"compress"`
	Properties map[string]string `json:"properties"`
}

func (c *conn) identify(data json.RawMessage) {
	var id identification
	err := json.Unmarshal(data, &id)
	code, reason := 0, ""
	switch {
	case c.session != nil:
		code, reason = closeTwiceIdentified, "Already authenticated."
	case err != nil || id.Properties == nil:
		code, reason = closeDecode, "Error while decoding payload."
	case !c.s.authentic(id.Token):
		code, reason = closeAuthentication, "Authentication failed."
	case id.Intents == nil || *id.Intents < 0 || *id.Intents >= 1<<26:
		code, reason = closeInvalidIntents, "Invalid intents."
	case *id.Intents&c.s.forbidden() != 0:
		code, reason = closeDisallowedIntent, "Disallowed intents."
	}
	if code != 0 {
		c.finish(code, reason)
		return
	}
	if c.interrupt(nil) {
		return
	}
	c.compress = id.Compress
	c.begin(*id.Intents)
}

// begin opens a session and tells the bot about itself and its guilds.
func (c *conn) begin(intents int) {
	s := c.s
	sess := &session{id: fmt.Sprintf("session-%s", s.newID()), intents: intents, conn: c, most: s.o.Keep}
	c.session = sess
	s.sessions = append(s.sessions, sess)
	guilds := []any{}
	for _, g := range s.o.Guilds {
		guilds = append(guilds, map[string]any{"id": g.ID, "unavailable": true})
	}
	sess.send("READY", map[string]any{
		"v": 10, "user": s.o.user(botID).wire(), "guilds": guilds, "session_id": sess.id, "shard": []int{0, 1},
		"resume_gateway_url": s.gatewayURL(), "application": s.application(), "private_channels": []any{},
	})
	if intents&intentGuilds != 0 {
		for _, g := range s.o.Guilds {
			sess.send("GUILD_CREATE", s.guildWire(g))
		}
	}
	s.ready++
	s.notify()
}

// resumption is the data of RESUME.
type resumption struct {
	Token     string `json:"token"`
	SessionID string `json:"session_id"`
	Seq       int    `json:"seq"`
}

func (c *conn) resume(data json.RawMessage) {
	var r resumption
	if json.Unmarshal(data, &r) != nil {
		c.finish(closeDecode, "Error while decoding payload.")
		return
	}
	if c.session != nil {
		c.finish(closeTwiceIdentified, "Already authenticated.")
		return
	}
	if !c.s.authentic(r.Token) {
		c.finish(closeAuthentication, "Authentication failed.")
		return
	}
	sess := c.s.resumable(r.SessionID)
	if c.interrupt(sess) {
		return
	}
	if sess == nil || r.Seq < sess.dropped {
		c.pushOp(opInvalidSession, false)
		return
	}
	if r.Seq > sess.sent() {
		c.finish(closeInvalidSequence, "Invalid seq.")
		return
	}
	c.takeOver(sess, r.Seq)
}

// takeOver moves the session to this connection and replays what came after seq.
func (c *conn) takeOver(sess *session, seq int) {
	if sess.conn != nil && sess.conn != c {
		sess.conn.session = nil
		sess.conn.finish(0, "")
	}
	sess.conn, c.session = c, sess
	missed := sess.log[seq-sess.dropped:]
	if c.do.DropInReplay {
		missed = missed[:min(c.do.Replay, len(missed))]
	}
	for _, payload := range missed {
		c.enqueue(frame{payload: payload})
	}
	if c.do.DropInReplay {
		c.finish(0, "")
		sess.conn = nil
		return
	}
	sess.send("RESUMED", map[string]any{})
	c.s.resumed++
	c.s.notify()
}

// resumable finds a session that can be resumed. s.mu is held.
func (s *Server) resumable(id string) *session {
	for _, sess := range s.sessions {
		if sess.id == id && !sess.ended {
			return sess
		}
	}
	return nil
}

func (s *Server) authentic(token string) bool { return strings.TrimPrefix(token, "Bot ") == s.o.Token }

// sent is the sequence number of the last event.
func (sess *session) sent() int { return sess.dropped + len(sess.log) }

// keep adds to the log, of which the last events stay.
func (sess *session) keep(payload []byte) {
	before := len(sess.log) + 1
	sess.log = latest(append(sess.log, payload), sess.most)
	sess.dropped += before - len(sess.log)
}

// send gives the session an event, which is kept for replay and written if a connection carries it. s.mu is held.
func (sess *session) send(name string, data any) {
	payload := mustJSON(map[string]any{"op": opDispatch, "s": sess.sent() + 1, "t": name, "d": data})
	sess.keep(payload)
	if sess.conn != nil {
		sess.conn.enqueue(frame{payload: payload, zlib: sess.conn.compress})
	}
}
