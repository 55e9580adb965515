package discordtest

import (
	"net/http"

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

var upgrader websocket.Upgrader

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
