package discordtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
)

// Start starts a Discord for a program in place of a test, until stop is called. What New would fail a test with, a request that
// Discord would not take, goes to problem as one line: no text of a message is in it.
func Start(o Options, problem func(text string)) (s *Server, stop func(), err error) {
	p := &program{problem: problem}
	s = New(p, o)
	if p.fatal != nil {
		p.end()
		return nil, nil, p.fatal
	}
	return s, p.end, nil
}

// program is a T that goes on.
type program struct {
	problem  func(string)
	cleanups []func()
	once     sync.Once
	fatal    error // the first one
}

func (p *program) Helper()          {}
func (p *program) Cleanup(f func()) { p.cleanups = append(p.cleanups, f) }

func (p *program) Errorf(format string, args ...any) {
	p.problem(firstLine(fmt.Sprintf(format, args...)))
}

func (p *program) Fatalf(format string, args ...any) {
	text := firstLine(fmt.Sprintf(format, args...))
	p.once.Do(func() { p.fatal = errors.New(text) })
	p.problem(text)
}

func (p *program) end() {
	for _, f := range slices.Backward(p.cleanups) {
		f()
	}
}

// Setup is how this Discord is set up, with what the Options left to New.
func (s *Server) Setup() Options { return s.o }

// User is who has an ID; empty means UserID.
func (s *Server) User(id string) User { return s.o.user(id) }

// Interaction finds an interaction by its ID; ok is false if there is none.
func (s *Server) Interaction(id string) (i *Interaction, ok bool) {
	i = s.interaction(tokenOf(id))
	return i, i != nil
}

// User is who waits for the answer.
func (i *Interaction) User() User { return i.user }

// First waits for the first thing that the bot does about the interaction; ok is false if ctx is done before.
func (i *Interaction) First(ctx context.Context) (e Event, ok bool) {
	for {
		i.s.mu.Lock()
		events, changed := i.events, i.changed.wait()
		i.s.mu.Unlock()
		if len(events) > 0 {
			return events[0], true
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return Event{}, false
		}
	}
}
