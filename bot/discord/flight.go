package discord

import (
	"context"
	"sync"
)

// flights are the messages that are being answered, by ID: an edit or a deletion ends the work on what the message asked
// before, and waits for its end. They begin in the order of the events.
type flights struct {
	mu   sync.Mutex
	last map[string]*flight
}

type flight struct {
	asked  string
	before *flight // whose end it waits for; nil without
	cancel context.CancelCauseFunc
	landed chan struct{}
}

// begin begins work on what a message asks, after ending what goes on for it.
func (f *flights) begin(ctx context.Context, id, asked string) (context.Context, *flight) {
	ctx, cancel := context.WithCancelCause(ctx)
	mine := &flight{asked: asked, cancel: cancel, landed: make(chan struct{})}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.last == nil {
		f.last = make(map[string]*flight)
	}
	mine.before = f.last[id]
	f.last[id] = mine
	if mine.before != nil {
		mine.before.cancel(errSuperseded)
	}
	return ctx, mine
}

// wait waits for the end of the work before, and reports whether there was any.
func (f *flight) wait() bool {
	if f.before == nil {
		return false
	}
	<-f.before.landed
	f.before = nil // or one would keep the other in memory for ever
	return true
}

// land ends the work.
func (f *flights) land(id string, mine *flight) {
	mine.cancel(nil)
	close(mine.landed)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.last[id] == mine {
		delete(f.last, id)
	}
}

// asking reports whether the text, as asked by the message, is being answered.
func (f *flights) asking(id, text string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	going := f.last[id]
	return going != nil && text != "" && going.asked == text
}

// fly starts work on a message, whose answer is the last event's.
func (s *service) fly(ctx context.Context, id, asked string, work func(context.Context)) {
	if !s.enter() {
		return
	}
	ctx, f := s.flights.begin(ctx, id, asked)
	go func() {
		defer s.work.Done()
		defer s.flights.land(id, f)
		replaced := f.wait()
		work(ctx)
		if replaced && ctx.Err() == nil {
			s.journal.done(id)
		}
	}()
}
