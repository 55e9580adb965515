package discordtest

import (
	"strconv"
	"time"
)

// epoch is the first second of 2015, from which Discord's IDs count milliseconds.
var epoch = time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)

// Now is the time on Discord's clock: on the fake one, which only Advance moves, or that of Options.Clock.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

// now is Now with s.mu held.
func (s *Server) now() time.Time { return s.o.Clock().Add(s.moved) }

// Advance moves the clock on. Interactions age by it: unacknowledged they are lost after 3 s, and their
// tokens end after 15 min.
func (s *Server) Advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moved += d
	s.notify()
}

// older reports whether an ID was given out before another.
func older(id, than string) bool {
	return len(id) < len(than) || len(id) == len(than) && id < than
}

// newID is a snowflake of the clock's time, higher than all before. s.mu is held.
func (s *Server) newID() string {
	s.lastID = max(s.lastID+1, s.now().Sub(epoch).Milliseconds()<<22)
	return strconv.FormatInt(s.lastID, 10)
}
