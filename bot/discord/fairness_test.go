package discord

import (
	"context"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestRates(t *testing.T) {
	for _, tt := range []struct {
		name    string
		o       Options
		kind    kind
		users   int // that take turns
		at      int // how many are taken at once
		refusal string
	}{
		{"questions", Options{}, lookup, 1, 10, "Please try again in 2 seconds."},
		{"drafts", Options{}, draftCheck, 1, 3, "Please try again in 4 seconds."},
		{"buttons", Options{}, pressing, 1, 40, "Please try again in 1 second."},
		{"questions of everybody in a channel", Options{}, lookup, 40, 40, "Please try again in 1 second."},
		{"one a minute", Options{UserRate: 1}, lookup, 1, 3, "Please try again in 60 seconds."},
		{"one a minute, and a draft", Options{UserRate: 1, ChannelRate: 1}, draftCheck, 1, 1, "Please try again in 3 minutes."},
		{"channel of little", Options{ChannelRate: 6}, lookup, 3, 3, "Please try again in 10 seconds."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := newFairness(tt.o)
				for n := range tt.at {
					turn, refusal := f.admit("u"+strconv.Itoa(n%tt.users), "c", tt.kind)
					if turn == nil {
						t.Fatalf("refused after %d: %s", n, refusal)
					}
					turn.end()
				}
				turn, refusal := f.admit("u0", "c", tt.kind)
				if turn != nil || !strings.HasSuffix(refusal, tt.refusal) {
					t.Fatalf("got %v, %q, want %q", turn, refusal, tt.refusal)
				}
				if turn, refusal := f.admit("another", "another", tt.kind); turn == nil {
					t.Errorf("somebody else elsewhere is refused: %s", refusal)
				}
				time.Sleep(waitIn(t, refusal))
				if turn, refusal := f.admit("u0", "c", tt.kind); turn == nil {
					t.Errorf("refused after the time given: %s", refusal)
				}
			})
		})
	}
}

// waitIn reads the time that a refusal gives.
func waitIn(t *testing.T, refusal string) time.Duration {
	t.Helper()
	words := strings.Fields(strings.TrimSuffix(refusal, "."))
	n, err := strconv.Atoi(words[len(words)-2])
	if err != nil {
		t.Fatalf("%q: %v", refusal, err)
	}
	if strings.HasPrefix(words[len(words)-1], "minute") {
		return time.Duration(n) * time.Minute
	}
	return time.Duration(n) * time.Second
}

// What a channel has no room for is not counted against its user.
func TestRefusalCostsNothing(t *testing.T) {
	f := newFairness(Options{UserRate: 9, ChannelRate: 9})
	for range 3 {
		turn, _ := f.admit("loud", "full", lookup)
		turn.end()
	}
	for range 100 {
		if turn, _ := f.admit("quiet", "full", lookup); turn != nil {
			t.Fatal("a full channel takes more")
		}
	}
	for n := range 3 {
		if turn, refusal := f.admit("quiet", "empty", lookup); turn == nil {
			t.Fatalf("question %d elsewhere: %s", n+1, refusal)
		}
	}
}

// Nor is what finds its lane full.
func TestFullLaneCostsNothing(t *testing.T) {
	f := newFairness(Options{})
	turn, _ := f.admit("editor", "c", draftCheck)
	f.lanes[draftCheck].waitingEach = 0
	for range 50 {
		if again, refusal := f.admit("editor", "c", draftCheck); again != nil || !strings.Contains(refusal, "enough drafts") {
			t.Fatalf("got %v, %q, want a refusal for want of room", again, refusal)
		}
	}
	turn.end()
	if turn, refusal := f.admit("editor", "c", draftCheck); turn == nil {
		t.Errorf("refused: %s", refusal)
	}
}

// Any number of users and channels takes a bounded amount of memory.
func TestMetersAreForgotten(t *testing.T) {
	f := newFairness(Options{})
	for n := range 2 * rememberedUsers {
		turn, _ := f.admit(strconv.Itoa(n), strconv.Itoa(n), pressing)
		turn.end()
	}
	if u, c := f.users.kept.Len(), f.channels.kept.Len(); u != rememberedUsers || c != rememberedChannels {
		t.Errorf("got %d users and %d channels kept", u, c)
	}
}

// slowDesk takes a minute for a draft and an instant for all else.
func slowDesk(ctx context.Context, k kind) {
	if k != draftCheck {
		return
	}
	select {
	case <-time.After(time.Minute):
	case <-ctx.Done():
	}
}

// One who sends fifty drafts, and asks all the while, holds up neither another's question nor their letters, nor for long
// their draft.
func TestRunawayUser(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := newFairness(Options{UserRate: 1e6})
		var wg sync.WaitGroup
		refused := 0
		ask := func(user string, k kind) {
			turn, refusal := f.admit(user, "c-"+user, k)
			if turn == nil {
				if !strings.HasSuffix(refusal, "again in 5 seconds.") {
					t.Errorf("refused with %q, and not with when to try again", refusal)
				}
				refused++
				return
			}
			wg.Go(func() {
				defer turn.end()
				if ctx, err := turn.begin(t.Context()); err == nil {
					slowDesk(ctx, k)
				}
			})
		}
		for range 50 {
			ask("runaway", draftCheck)
		}
		if refused != 47 {
			t.Errorf("%d of 50 drafts are refused, want all but one under way and two that wait", refused)
		}
		for range 5 {
			ask("runaway", lookup)
		}
		for _, k := range []kind{lookup, pressing, suggestion} {
			began := time.Now()
			turn, refusal := f.admit("reporter", "c", k)
			if turn == nil {
				t.Fatalf("kind %d: refused: %s", k, refusal)
			}
			if _, err := turn.begin(t.Context()); err != nil {
				t.Errorf("kind %d: %v", k, err)
			}
			turn.end()
			if d := time.Since(began); d > 0 {
				t.Errorf("kind %d: the reporter waits %v", k, d)
			}
		}
		began := time.Now()
		turn, _ := f.admit("editor", "c", draftCheck)
		if _, err := turn.begin(t.Context()); err != nil {
			t.Error(err)
		}
		turn.end()
		if d := time.Since(began); d > time.Minute {
			t.Errorf("the editor's draft waits %v, want no longer than one of the runaway's", d)
		}
		wg.Wait()
	})
}
