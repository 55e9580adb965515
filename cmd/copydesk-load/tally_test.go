package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

func TestTally(t *testing.T) {
	all := newTally()
	for n := range 100 {
		d := time.Duration(n+1) * time.Millisecond
		all.add(outcome{"/ask", answered, d, 2 * d})
	}
	if err := all.verdict(); err != nil {
		t.Errorf("got %v of what was all answered", err)
	}
	all.add(outcome{"/said", refused, time.Millisecond, time.Second})
	all.add(outcome{kind: "/said", fate: lost})
	all.add(outcome{"/said", mute, time.Millisecond, 0})
	all.late(3 * time.Millisecond)
	all.late(time.Millisecond)
	var out bytes.Buffer
	all.print(&out)
	for _, want := range []string{
		"sent 103, acknowledged 102, lost 1, answered 100, refused 1, failed 0, acknowledged and no more 1; at most 3ms late",
		"/ask           100        50.0      95.0      99.0     100.0       100.0     198.0     200.0",
		"/said            3         1.0       1.0       1.0       1.0         0.0       0.0       0.0",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("got\n%s, want %q in it", &out, want)
		}
	}
	if err := all.verdict(); err == nil || !strings.HasPrefix(err.Error(), "2 of 103 ") {
		t.Errorf("got %v, want two without an end", err)
	}
}

func TestPercentile(t *testing.T) {
	ms := func(n ...int) (out []time.Duration) {
		for _, n := range n {
			out = append(out, time.Duration(n)*time.Millisecond)
		}
		return out
	}
	for _, tt := range []struct {
		of   []time.Duration
		n    int
		want float64
	}{{nil, 50, 0}, {ms(7), 99, 7}, {ms(1, 2, 3), 50, 2}, {ms(1, 2, 3, 4), 50, 2}, {ms(1, 2, 3, 4), 100, 4}, {ms(1, 2, 3, 4), 99, 4}, {ms(1, 2), 0, 1}} {
		if got := percentile(tt.of, tt.n); got != tt.want {
			t.Errorf("%d%% of %v: got %v, want %v", tt.n, tt.of, got, tt.want)
		}
	}
}

func TestTold(t *testing.T) {
	for content, want := range map[string]fate{
		"": answered, "Runa Ostberg said it again in 4 seconds of film.": answered,
		"That was a lot at once, and others want to ask too. Please try again in 4 seconds.":   refused,
		"I have enough drafts to check at the moment. Please send this one again in 1 second.": refused,
		"Something went wrong on my side, and I have no answer for you.":                       failed,
	} {
		if got := told(discordtest.Message{Content: content}); got != want {
			t.Errorf("%q: got %s, want %s", content, got, want)
		}
	}
}

// Of a message's buttons one is pressed, by whoever the answer is for.
func TestButtons(t *testing.T) {
	b, random := new(buttons), rand.New(rand.NewPCG(1, 1))
	b.add(discordtest.Message{ID: "1"})
	b.add(discordtest.Message{ID: "2", Invoker: discordtest.User{ID: "9"}, Components: []byte(
		`[{"type":1,"components":[{"type":2,"custom_id":"next"},{"type":2,"custom_id":"story"},{"type":2,"url":"https://gazette.example/"},{"type":2,"custom_id":"old","disabled":true}]},
		{"type":1,"components":[{"type":3,"custom_id":"menu"}]}]`)})
	p := b.take(random)
	if p == nil || p.MessageID != "2" || p.UserID != "9" || p.CustomID != "next" && p.CustomID != "story" {
		t.Errorf("got %+v, want a button of message 2", p)
	}
	if p := b.take(random); p != nil {
		t.Errorf("got %+v of a message whose button was pressed", p)
	}
}
