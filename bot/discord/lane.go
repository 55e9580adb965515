package discord

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"
)

// lane lets so much work of a kind go on at once. What has to wait is let in by turns: in the order in which it came, but
// what a user has beside something else in the lane as if it had come after the next handicap of others, for each such thing.
// So a run of one user's work stands behind everybody else's, and nothing waits for ever, however many come.
type lane struct {
	atOnce, atOnceEach   int  // under way: in all, and of one user
	waiting, waitingEach int  // in the line: in all, and of one user
	newest               bool // what a user begins makes moot what they had before

	mu    sync.Mutex
	line  []*turn // in the order in which they came
	going []*turn
	users map[string]*standing // of those who have a turn
	came  int                  // turns joined so far
	took  time.Duration        // how long a turn takes, the latest counting most; before any, what is to be expected
}

// standing is what one user has in a lane.
type standing struct{ going, waiting int }

// handicap is how many others may go before a user's second piece of work that came before them.
const handicap = 64

// turn is a piece of work that was admitted.
type turn struct {
	lane  *lane
	user  string
	place int           // the least goes first
	ready chan struct{} // closed when it is let in

	// The lane's mu guards what follows.
	since time.Time // when it was let in; zero before that
	over  bool      // something newer made it moot
	ended bool
	stop  context.CancelCauseFunc // ends its context; nil before begin
}

// errMoot says that its user has gone on to something newer.
var errMoot = errors.New("there is something newer")

// join puts work of the user's into the line. If the line, or the user's part of it, is full it returns nil, and how long it
// may take until there is room.
func (l *lane) join(user string) (*turn, time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.newest {
		l.supersede(user)
	}
	var has standing
	if l.users[user] != nil {
		has = *l.users[user]
	}
	free := len(l.going) < l.atOnce && has.going < l.atOnceEach
	switch {
	case free:
	case has.waiting >= l.waitingEach:
		return nil, l.pace() / time.Duration(l.atOnceEach)
	case len(l.line) >= l.waiting:
		return nil, l.pace() / time.Duration(l.atOnce)
	}
	l.came++
	t := &turn{lane: l, user: user, place: l.came + handicap*(has.going+has.waiting), ready: make(chan struct{})}
	l.line = append(l.line, t)
	l.count(user, 0, 1)
	l.admit()
	return t, 0
}

// begin waits until it is the turn's turn and returns the context to work with. The error is errMoot, as is the cause of
// that context's end if something newer comes while it works, or that of ctx.
func (t *turn) begin(ctx context.Context) (context.Context, error) {
	ctx, stop := context.WithCancelCause(ctx)
	t.lane.mu.Lock()
	t.stop = stop
	if t.over {
		stop(errMoot)
	}
	t.lane.mu.Unlock()
	select {
	case <-t.ready:
	case <-ctx.Done():
	}
	return ctx, context.Cause(ctx)
}

// waits reports whether the turn has not been let in yet. No turn waits for nothing.
func (t *turn) waits() bool {
	if t == nil {
		return false
	}
	select {
	case <-t.ready:
		return false
	default:
		return true
	}
}

// end makes room for another turn. It must be called, whether the turn began or not, and may be more than once; of no turn,
// as is given with a refusal, there is nothing to end.
func (t *turn) end() {
	if t == nil {
		return
	}
	l := t.lane
	l.mu.Lock()
	defer l.mu.Unlock()
	if t.ended {
		return
	}
	t.ended = true
	if t.stop != nil {
		t.stop(nil)
	}
	if l.drop(t); t.since.IsZero() {
		return
	}
	i := slices.Index(l.going, t)
	l.going = slices.Delete(l.going, i, i+1)
	l.count(t.user, -1, 0)
	l.took += (time.Since(t.since) - l.took) / 4
	l.admit()
}

// drop takes a turn out of the line if it is still there. l.mu is held.
func (l *lane) drop(t *turn) {
	if i := slices.Index(l.line, t); i >= 0 {
		l.line = slices.Delete(l.line, i, i+1)
		l.count(t.user, 0, -1)
	}
}

// admit lets in whom there is room for. l.mu is held.
func (l *lane) admit() {
	for len(l.going) < l.atOnce {
		var next *turn
		for _, t := range l.line {
			if l.users[t.user].going < l.atOnceEach && (next == nil || t.place < next.place) {
				next = t
			}
		}
		if next == nil {
			return
		}
		l.let(next)
	}
}

// let lets a turn in from the line. l.mu is held.
func (l *lane) let(t *turn) {
	l.count(t.user, 1, 0)
	l.drop(t)
	l.going = append(l.going, t)
	t.since = time.Now()
	close(t.ready)
}

// supersede makes moot what the user has in the lane. l.mu is held.
func (l *lane) supersede(user string) {
	for _, t := range slices.Concat(l.line, l.going) {
		if t.user != user {
			continue
		}
		l.drop(t)
		t.over = true
		if t.stop != nil {
			t.stop(errMoot)
		}
	}
}

// count changes what the user has, and forgets users who have nothing. l.mu is held.
func (l *lane) count(user string, going, waiting int) {
	if l.users == nil {
		l.users = make(map[string]*standing)
	}
	has := l.users[user]
	if has == nil {
		has = new(standing)
		l.users[user] = has
	}
	has.going += going
	has.waiting += waiting
	if has.going == 0 && has.waiting == 0 {
		delete(l.users, user)
	}
}

// pace is how long a turn may take, by those that have ended and by the one that has gone on longest. l.mu is held, and
// something is going on.
func (l *lane) pace() time.Duration {
	return max(l.took, time.Since(l.going[0].since))
}
