package discordtest

import (
	"fmt"
)

// Behaviour is how the gateway treats one connection. The zero value is well behaved.
type Behaviour struct {
	// Refuse is an HTTP status that is sent instead of opening a WebSocket.
	Refuse int
	// NoHello keeps silent after the connection is open.
	NoHello bool
	// NoACK leaves heartbeats unanswered.
	NoACK bool
	// Instead is what IDENTIFY or RESUME is answered with, if not READY or RESUMED.
	Instead Instead
	// CloseCode is for Instead: Close.
	CloseCode int
	// DropInReplay cuts the connection, in place of RESUMED, after Replay of the events that a session missed
	// were replayed, or all of them if there are fewer.
	DropInReplay bool
	Replay       int
}

// Instead is an answer to IDENTIFY or RESUME.
type Instead int

const (
	Welcome        Instead = iota // READY or RESUMED, as is right
	Reconnect                     // op 7
	InvalidSession                // op 9, false: the session is over
	TryAgain                      // op 9, true: it can be resumed
	Close                         // a close frame with CloseCode
	Drop                          // the connection is cut
	Nothing                       // no answer at all
)

// Next sets how the next connections to the gateway are treated, in order; those after them well.
func (s *Server) Next(behaviours ...Behaviour) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.behaviours = append(s.behaviours, behaviours...)
}

func (s *Server) nextBehaviour() Behaviour {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.behaviours) == 0 {
		return Behaviour{}
	}
	b := s.behaviours[0]
	s.behaviours = s.behaviours[1:]
	return b
}

// interrupt does what comes instead of READY or RESUMED, if anything does. The session that was to be resumed,
// if any, is over where the answer says so. s.mu is held.
func (c *conn) interrupt(resuming *session) bool {
	over, instead := false, c.do.Instead
	c.do.Instead = Welcome // a bot that tries again on the same connection is welcome
	switch instead {
	case Welcome:
		return false
	case Reconnect:
		c.pushOp(opReconnect, nil)
	case InvalidSession:
		over = true
		c.pushOp(opInvalidSession, false)
	case TryAgain:
		c.pushOp(opInvalidSession, true)
	case Close:
		over = endsSession(c.do.CloseCode)
		c.finish(c.do.CloseCode, "")
	case Drop:
		c.finish(0, "")
	}
	if over && resuming != nil {
		resuming.ended = true
	}
	return true
}

// endsSession reports whether a session is over after Discord closes with the code.
func endsSession(code int) bool {
	return code == closeAuthentication || code == closeInvalidSequence || code == closeSessionTimedOut
}

// AskReconnect sends op 7 to every connection.
func (s *Server) AskReconnect() { s.eachConn(func(c *conn) { c.pushOp(opReconnect, nil) }) }

// Invalidate sends op 9 to every connection. Sessions that are not resumable are over.
func (s *Server) Invalidate(resumable bool) {
	s.eachConn(func(c *conn) {
		if !resumable {
			c.endSession()
		}
		c.pushOp(opInvalidSession, resumable)
	})
}

// AskHeartbeat sends op 1 to every connection, which a bot answers at once with a heartbeat.
func (s *Server) AskHeartbeat() { s.eachConn(func(c *conn) { c.pushOp(opHeartbeat, nil) }) }

// Disconnect closes every connection with a close code; 0 cuts them without a close frame. Sessions stay,
// except after those codes with which Discord ends them.
func (s *Server) Disconnect(code int) {
	s.eachConn(func(c *conn) {
		if endsSession(code) {
			c.endSession()
		}
		c.finish(code, "")
	})
}

// Freeze makes every connection dead: it stays open, but nothing is read or written any more, not even a
// close. Events go on being kept for a session that resumes.
func (s *Server) Freeze() { s.eachConn(func(c *conn) { c.dead.Store(true) }) }

// StopACK leaves the heartbeats of every connection unanswered from now on.
func (s *Server) StopACK() { s.eachConn(func(c *conn) { c.do.NoACK = true }) }

func (s *Server) eachConn(do func(*conn)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.open {
		do(c)
	}
}

// Copies sets how often each event is sent from now on, each time with a sequence number of its own.
func (s *Server) Copies(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.copies = n
}

// HoldEvents keeps events back until ReleaseEvents.
func (s *Server) HoldEvents() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holding = true
}

// ReleaseEvents sends the events that HoldEvents kept back, the last one first.
func (s *Server) ReleaseEvents() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.holding = false
	for n := len(s.held) - 1; n >= 0; n-- {
		s.emit(s.held[n])
	}
	s.held = nil
}

// Dispatch sends any event, known to Discord or not, whatever the intents. data is written as JSON.
func (s *Server) Dispatch(name string, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dispatch(name, data)
}

// AwaitReady waits until n sessions have got READY, counted from the start.
func (s *Server) AwaitReady(t T, n int) { t.Helper(); s.count(t, "READY", &s.ready, n) }

// AwaitResumed waits until RESUMED was sent n times, counted from the start.
func (s *Server) AwaitResumed(t T, n int) { t.Helper(); s.count(t, "RESUMED", &s.resumed, n) }

// AwaitACK waits until n heartbeats have been acknowledged, counted from the start.
func (s *Server) AwaitACK(t T, n int) { t.Helper(); s.count(t, "heartbeat", &s.acks, n) }

// AwaitConnection waits until n WebSocket connections have been opened, counted from the start.
func (s *Server) AwaitConnection(t T, n int) { t.Helper(); s.count(t, "connection", &s.connections, n) }

func (s *Server) count(t T, what string, n *int, want int) {
	t.Helper()
	s.await(t, func() string {
		s.mu.Lock()
		defer s.mu.Unlock()
		return fmt.Sprintf("%s number %d (there were %d)", what, want, *n)
	}, func() bool { return *n >= want })
}

// AwaitClosed waits until no connection is open.
func (s *Server) AwaitClosed(t T) {
	t.Helper()
	s.await(t, func() string { return "end of all connections" }, func() bool { return len(s.open) == 0 })
}
