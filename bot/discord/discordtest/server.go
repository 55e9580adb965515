// Package discordtest is a double of Discord for tests and demonstrations: its REST API over a real HTTP server and its
// gateway over a real WebSocket, both on loopback, one Server a test. It models what a bot lives with (interactions,
// messages, intents, sessions that resume), holds every request against Discord's limits, and misbehaves when
// it is told to. All guilds, channels and people in it are invented.
//
//	s := discordtest.New(t, discordtest.Options{})
//	… start the bot with s.URL() in place of https://discord.com and the token "test-token"
//	s.AwaitReady(t, 1)
//	i := s.Run(discordtest.Command{Name: "ask", Options: map[string]any{"question": "Who runs the ferry?"}})
//	reply := i.Reply(t)
//
// A program uses Start, and Changed, Seen and Fragment to show what there is. Time for Discord is a fake clock that Advance
// moves, unless Options.Clock gives another; only waiting in tests, heartbeats and Hold are in real time.
package discordtest

import (
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

// T is the part of testing.TB that the double needs; a test of the double itself can record its failures.
type T interface {
	Helper()
	Cleanup(func())
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Server is one Discord. Its methods may be called from any goroutine.
type Server struct {
	t       T
	o       Options
	address string
	http    *http.Server
	serving chan struct{} // closed when http has ended
	mux     *http.ServeMux
	schemas *schemas
	closing chan struct{}
	conns   sync.WaitGroup // the goroutines of gateway connections

	mu           sync.Mutex
	changed      bell
	revision     int64         // counts the changes of the state below
	moved        time.Duration // by Advance
	lastID       int64
	files        []attached
	commands     map[string][]command // by guild ID; "" holds the global ones
	interactions []*Interaction
	tokens       map[string]*Interaction
	messages     map[string]*message
	written      map[string][]*message // by channel ID, oldest first
	nonces       map[string]*message   // the bot's
	typing       map[string]typing     // by channel ID
	requests     []Request
	faults       []*Fault
	behaviours   []Behaviour
	sessions     []*session
	open         map[*conn]bool
	ready        int // sessions that got READY
	resumed      int // sessions that got RESUMED
	acks         int // heartbeats acknowledged
	connections  int // WebSocket connections accepted
	copies       int // how often each event is sent
	held         []held
	holding      bool
}

// New starts a Discord that is closed when the test ends. A request that Discord does not know or would not
// take (an unknown route, an invalid body, no Authorization) fails t. Errors that a sound bot must live with,
// such as an interaction acknowledged too late, are only answered.
func New(t T, o Options) *Server {
	t.Helper()
	o = o.withDefaults()
	s := &Server{
		t: t, o: o,
		closing: make(chan struct{}), serving: make(chan struct{}),
		commands: make(map[string][]command),
		tokens:   make(map[string]*Interaction),
		messages: make(map[string]*message), written: make(map[string][]*message), nonces: make(map[string]*message),
		typing: make(map[string]typing),
		open:   make(map[*conn]bool),
		copies: 1,
	}
	if o.Schema != "" {
		var err error
		if s.schemas, err = loadSchemas(o.Schema); err != nil {
			t.Fatalf("discordtest: %v", err)
		}
	}
	s.mux = s.routes()
	s.listen()
	t.Cleanup(s.close)
	return s
}

// listen serves HTTP on a free port of the loopback address.
func (s *Server) listen() {
	s.t.Helper()
	s.http = &http.Server{Handler: http.HandlerFunc(s.serve), ErrorLog: log.New(io.Discard, "", 0)}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatalf("discordtest: %v", err)
		close(s.serving)
		return
	}
	s.address = l.Addr().String()
	go func() {
		defer close(s.serving)
		s.http.Serve(l) // ends with http.ErrServerClosed
	}()
}

// URL is the server's address without a path, such as "http://127.0.0.1:4321". REST is under /api/v9 and
// /api/v10; the gateway's address comes from GET /gateway.
func (s *Server) URL() string { return "http://" + s.address }

// BotID is the bot's user ID.
func (s *Server) BotID() string { return botID }

// AppID is the application's ID, which interactions and webhooks use. As for most bots, it is the user ID.
func (s *Server) AppID() string { return botID }

func (s *Server) gatewayURL() string {
	return "ws://" + s.address + "/gateway"
}

// close ends every connection and waits for all goroutines.
func (s *Server) close() {
	s.mu.Lock()
	close(s.closing)
	for c := range s.open {
		c.ws.NetConn().Close()
	}
	s.mu.Unlock()
	s.http.Close()
	<-s.serving
	s.conns.Wait()
}
