package discord

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func join(t *testing.T, l *lane, user string) *turn {
	t.Helper()
	turn, _ := l.join(user)
	if turn == nil {
		t.Fatalf("%s was turned away", user)
	}
	return turn
}

// order lets in what waits, one at a time, beginning with the turn that is in, and says in which order.
func order(turns map[string]*turn, first string) string {
	out := []string{first}
	for last := first; last != ""; {
		turns[last].end()
		delete(turns, last)
		last = ""
		for name, t := range turns {
			if !t.waits() {
				last = name
				out = append(out, name)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestLaneGoesByTurns(t *testing.T) {
	for _, tt := range []struct{ name, came, want string }{
		{"one user", "a1 a2 a3", "a1 a2 a3"},
		{"a run of one, then another", "a1 a2 a3 b1", "a1 b1 a2 a3"},
		{"two runs", "a1 a2 a3 b1 b2", "a1 b1 a2 b2 a3"},
		{"three users", "a1 a2 a3 b1 b2 c1", "a1 b1 c1 a2 b2 a3"},
	} {
		l := &lane{atOnce: 1, atOnceEach: 1, waiting: 10, waitingEach: 10}
		turns := make(map[string]*turn)
		for _, name := range strings.Fields(tt.came) {
			turns[name] = join(t, l, name[:1])
		}
		if got := order(turns, "a1"); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if len(l.users) > 0 || len(l.line) > 0 || len(l.going) > 0 {
			t.Errorf("%s: something is left: %d users, %d in the line, %d under way", tt.name, len(l.users), len(l.line), len(l.going))
		}
	}
}

// Where others come first it is shown sooner that an answer is coming.
func TestPatience(t *testing.T) {
	s := &service{o: Options{}.withDefaults()}
	l := &lane{atOnce: 1, atOnceEach: 1, waiting: 10, waitingEach: 10}
	first, second := join(t, l, "a"), join(t, l, "b")
	for _, tt := range []struct {
		name string
		r    request
		want time.Duration
	}{
		{"let in", request{turn: first}, s.o.Patience},
		{"waits", request{turn: second}, s.o.Patience / 4},
		{"no turn", request{}, s.o.Patience},
		{"its own", request{turn: first, patience: time.Hour}, time.Hour},
	} {
		if got := s.patience(tt.r); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Newcomers without end do not keep a user's second piece of work waiting for ever.
func TestLaneStarvesNobody(t *testing.T) {
	l := &lane{atOnce: 1, atOnceEach: 1, waiting: 10, waitingEach: 10}
	going, second := join(t, l, "a"), join(t, l, "a")
	next := join(t, l, "0")
	passed := 0
	for ; second.waits() && passed < 1000; passed++ {
		after := join(t, l, strconv.Itoa(passed+1))
		going.end()
		going, next = next, after
	}
	if passed == 0 || passed > handicap+2 {
		t.Errorf("%d others went before it, want some, and no more than %d", passed, handicap)
	}
}

// However much one user has in the line, another's work finds room.
func TestLaneLeavesRoom(t *testing.T) {
	l := &lane{atOnce: 3, atOnceEach: 2, waiting: 10, waitingEach: 10}
	var of []*turn
	for range 5 {
		of = append(of, join(t, l, "a"))
	}
	if of[0].waits() || of[1].waits() || !of[2].waits() {
		t.Error("want two of a's turns let in")
	}
	if join(t, l, "b").waits() {
		t.Error("b has to wait")
	}
	if !join(t, l, "c").waits() {
		t.Error("c was let in where there is no room")
	}
}

func TestLaneIsFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := &lane{atOnce: 2, atOnceEach: 1, waiting: 3, waitingEach: 2, took: 4 * time.Second}
		first := join(t, l, "a")
		time.Sleep(20 * time.Second)
		first.end()
		first = join(t, l, "a")
		join(t, l, "a")
		join(t, l, "a")
		if turn, wait := l.join("a"); turn != nil || wait != 8*time.Second {
			t.Errorf("a's fourth: got %v, %v, want none and the 8 s that a turn takes by now", turn, wait)
		}
		join(t, l, "b")
		join(t, l, "b")
		if turn, wait := l.join("c"); turn != nil || wait != 4*time.Second {
			t.Errorf("c: got %v, %v, want none and half of 8 s", turn, wait)
		}
		time.Sleep(20 * time.Second)
		if _, wait := l.join("c"); wait != 10*time.Second {
			t.Errorf("c after 20 s: got %v, want half of that", wait)
		}
		first.end()
		join(t, l, "c")
	})
}

func TestTurnGivesUp(t *testing.T) {
	l := &lane{atOnce: 1, atOnceEach: 1, waiting: 1, waitingEach: 1}
	first, second := join(t, l, "a"), join(t, l, "b")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := second.begin(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
	second.end()
	third := join(t, l, "c")
	first.end() // without having begun
	if _, err := third.begin(t.Context()); err != nil {
		t.Errorf("the third: %v", err)
	}
}

// With each key that a user presses the suggestions for the one before are of no use.
func TestNewestWins(t *testing.T) {
	l := &lane{atOnce: 1, atOnceEach: 1, waiting: 10, waitingEach: 1, newest: true}
	first := join(t, l, "a")
	working, err := first.begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	other := join(t, l, "b")
	second := join(t, l, "a")
	if got := context.Cause(working); got != errMoot {
		t.Errorf("the first goes on: its context ends with %v", got)
	}
	third := join(t, l, "a")
	if _, err := second.begin(t.Context()); err != errMoot {
		t.Errorf("the second: got %v, want that it is moot", err)
	}
	second.end()
	first.end()
	if other.waits() || !third.waits() {
		t.Error("want b's let in, and then a's third")
	}
	if err := context.Cause(working); err != errMoot {
		t.Errorf("the first ended with %v", err)
	}
	other.end()
	ctx, err := third.begin(t.Context())
	if err != nil || ctx.Err() != nil {
		t.Errorf("the third: %v, %v", err, ctx.Err())
	}
	third.end()
	if ctx.Err() == nil {
		t.Error("the context outlives the turn")
	}
}

// Many at once neither get lost nor go on in greater number than they may.
func TestLaneUnderLoad(t *testing.T) {
	l := &lane{atOnce: 4, atOnceEach: 2, waiting: 1000, waitingEach: 1000}
	var mu sync.Mutex
	var wg sync.WaitGroup
	going, most, done := map[string]int{}, 0, 0
	for n := range 400 {
		user := string(rune('a' + n%5))
		wg.Go(func() {
			turn, _ := l.join(user)
			defer turn.end()
			if _, err := turn.begin(t.Context()); err != nil {
				t.Error(err)
			}
			mu.Lock()
			going[user]++
			sum := 0
			for _, n := range going {
				sum += n
			}
			most = max(most, sum)
			if going[user] > 2 {
				t.Errorf("%s has %d turns at once", user, going[user])
			}
			mu.Unlock()
			mu.Lock()
			going[user]--
			done++
			mu.Unlock()
		})
	}
	wg.Wait()
	if most > 4 || done != 400 || len(l.users) > 0 {
		t.Errorf("got %d at once, %d done, %d users left", most, done, len(l.users))
	}
}
