package discord

import (
	"context"
	"sync"
)

// flights are the questions that are being answered, by the ID of their message: an edit or a deletion ends the work on
// what the message asked before, and waits for its end.
type flights struct {
	mu   sync.Mutex
	last map[string]*flight
}

type flight struct {
	cancel context.CancelCauseFunc
	landed chan struct{}
}

// begin begins work on a message after ending what goes on for it. land ends the work.
func (f *flights) begin(ctx context.Context, id string) (_ context.Context, land func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	mine := &flight{cancel, make(chan struct{})}
	f.mu.Lock()
	if f.last == nil {
		f.last = make(map[string]*flight)
	}
	before := f.last[id]
	f.last[id] = mine
	f.mu.Unlock()
	if before != nil {
		before.cancel(errSuperseded)
		<-before.landed
	}
	return ctx, func() {
		cancel(nil)
		close(mine.landed)
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.last[id] == mine {
			delete(f.last, id)
		}
	}
}

// has reports whether work on a message goes on.
func (f *flights) has(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.last[id] != nil
}
