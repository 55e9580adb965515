package discordtest

import "time"

// bell wakes those who wait for something to change. The server's mutex guards it; the zero value is ready.
type bell struct{ next chan struct{} }

// ring wakes all who wait now.
func (b *bell) ring() {
	if b.next != nil {
		close(b.next)
		b.next = nil
	}
}

// wait is closed at the next ring.
func (b *bell) wait() <-chan struct{} {
	if b.next == nil {
		b.next = make(chan struct{})
	}
	return b.next
}

// notify wakes those who wait for any of the state to change. s.mu is held.
func (s *Server) notify() {
	s.revision++
	s.changed.ring()
}

// Changed is the number of the last change to anything that this Discord holds, and a channel that is closed at the next.
func (s *Server) Changed() (revision int64, next <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.revision, s.changed.wait()
}

// await waits until done, which is called with s.mu held, is true; it fails t if that takes longer than
// Options.Patience. what completes "no … within 10s".
func (s *Server) await(t T, what func() string, done func() bool) bool {
	t.Helper()
	return s.awaitOn(t, &s.changed, what, done)
}

// awaitOn is await for what changes only when b rings.
func (s *Server) awaitOn(t T, b *bell, what func() string, done func() bool) bool {
	t.Helper()
	patience := time.NewTimer(s.o.Patience)
	defer patience.Stop()
	for {
		s.mu.Lock()
		ok, changed := done(), b.wait()
		s.mu.Unlock()
		if ok {
			return true
		}
		select {
		case <-changed:
		case <-patience.C:
			t.Fatalf("discordtest: no %s within %s", what(), s.o.Patience)
			return false
		}
	}
}
