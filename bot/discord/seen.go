package discord

import "sync"

// remembered is how many IDs are kept. What Discord sends twice it sends within seconds, or replays within
// the minutes that a session can be resumed.
const remembered = 4096

// seen remembers the last IDs, so that what arrives twice is answered once.
type seen struct {
	mu    sync.Mutex
	known map[string]bool
	ring  []string
	next  int
}

// first reports whether the ID is new, and remembers it.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known[id] {
		return false
	}
	if s.known == nil {
		s.known, s.ring = make(map[string]bool, remembered), make([]string, remembered)
	}
	delete(s.known, s.ring[s.next])
	s.known[id], s.ring[s.next] = true, id
	s.next = (s.next + 1) % remembered
	return true
}
