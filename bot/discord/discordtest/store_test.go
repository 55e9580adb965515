package discordtest_test

import (
	"fmt"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// A long run keeps no more than twice what it is told to, and the newest of it.
func TestKeep(t *testing.T) {
	const most = 10
	s := discordtest.New(t, discordtest.Options{Keep: most})
	c := newClient(t, s)
	g, session := c.session()
	var first, last string
	for n := range 5 * most {
		c.do("POST", channelMessages, fmt.Sprintf(`{"content":"%d"}`, n))
		last = field(t, g.event("MESSAGE_CREATE").Data, "id")
		if n == 0 {
			first = last
		}
	}
	if n := len(s.Requests()); n < most || n > 2*most {
		t.Errorf("got %d requests, want %d to %d", n, most, 2*most)
	}
	if seen := s.Seen("400", "200", 0); len(seen) < most || len(seen) > 2*most || seen[len(seen)-1].ID != last {
		t.Errorf("got %d messages, want %d to %d with the last", len(seen), most, 2*most)
	}
	if _, ok := s.Message(first); ok {
		t.Error("got the first message, want it forgotten")
	}
	if p := c.resume(session, 5*most).next(); p.Op != 0 || p.Seq != 5*most+1 {
		t.Errorf("got %+v, want what was missed", p)
	}
	if p := c.resume(session, 3).next(); p.Op != 9 {
		t.Errorf("got %+v, want a session whose events are forgotten to be invalid", p)
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2026, 2, 19, 9, 0, 0, 0, time.UTC)
	s := discordtest.New(t, discordtest.Options{Clock: func() time.Time { return now }})
	now = now.Add(time.Hour)
	s.Advance(time.Minute)
	if got := s.Now(); !got.Equal(now.Add(time.Minute)) {
		t.Errorf("got %v, want the clock's time and a minute", got)
	}
}
