package discord

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// A deferral that fails for good does not lose the answer.
func TestDeferralFails(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCallback, Times: attempts, Status: 500})
	r := start(t, s, holds(ferryAnswer(), release), Options{Patience: time.Millisecond})
	i := s.Run(ask(map[string]any{}))
	r.log.await(t, "deferral failed", 1)
	close(release)
	if m := i.Reply(t); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds, want 1", len(m.Embeds))
	}
}

// An attempt to acknowledge is given up in time for another, however long others may take.
func TestAcknowledgedInTime(t *testing.T) {
	t.Parallel()
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCallback, Hold: hold})
	start(t, s, says(ferryAnswer()), Options{RequestTimeout: 20 * time.Second})
	if m := s.Run(ask(map[string]any{})).Reply(t); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds, want 1", len(m.Embeds))
	}
}

// An interaction whose time has passed can be answered no more; the log says so, and nothing else suffers.
func TestInteractionTooLate(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, says(ferryAnswer()), Options{})
	s.HoldEvents()
	s.Run(ask(map[string]any{}))
	s.Advance(4 * time.Second)
	s.ReleaseEvents()
	r.log.await(t, "Unknown interaction", 1)
	s.Run(ask(map[string]any{})).Reply(t)
}

// Edits of many replies do not queue behind one another.
func TestEditsRunSideBySide(t *testing.T) {
	t.Parallel()
	const n = 20
	release, hold := make(chan struct{}), make(chan struct{})
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, holds(ferryAnswer(), release), Options{Patience: time.Millisecond, ChannelRate: 6000})
	s.Fail(discordtest.Fault{Route: discordtest.RouteEditReply, Times: n - 1, Hold: hold})
	var all []*discordtest.Interaction
	for user := range n {
		c := ask(map[string]any{})
		c.UserID = strconv.Itoa(4000 + user)
		i := s.Run(c)
		i.AwaitDeferral(t)
		all = append(all, i)
	}
	close(release)
	// The double holds back all edits but the last to arrive, which therefore waits for none.
	r.log.await(t, "request answered", 1)
	close(hold)
	for _, i := range all {
		i.Reply(t)
	}
}

// roundTrips answers requests in order.
type roundTrips struct {
	answers []*http.Response
	times   []time.Time
}

func (r *roundTrips) RoundTrip(*http.Request) (*http.Response, error) {
	r.times = append(r.times, time.Now())
	a := r.answers[0]
	r.answers = r.answers[1:]
	return a, nil
}

func response(status int, body string, header ...string) *http.Response {
	h := make(http.Header)
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return &http.Response{StatusCode: status, Header: h, Body: http.NoBody, ContentLength: int64(len(body))}
}

func TestRetryAfter(t *testing.T) {
	for _, tt := range []struct {
		name, body string
		header     []string
		want       time.Duration
		scope      scope
	}{
		{"bucket", `{"retry_after": 0.25, "global": false}`, []string{"Retry-After", "1"}, 250 * time.Millisecond, scopeRoute},
		{"all, by its body", `{"retry_after": 2, "global": true}`, nil, 2 * time.Second, scopeBot},
		{"all, by its header", `{"retry_after": 2}`, []string{"X-RateLimit-Global", "true"}, 2 * time.Second, scopeBot},
		{"all, by its scope", `{}`, []string{"X-RateLimit-Scope", "global", "Retry-After", "3"}, 3 * time.Second, scopeBot},
		{"HTML", `<html>`, []string{"Retry-After", "7"}, 7 * time.Second, scopeAddress},
		{"HTML without a time", `<html>`, nil, unstated, scopeAddress},
		{"nonsense", `{"retry_after": -4}`, []string{"Retry-After", "soon"}, 0, scopeRoute},
		{"a year", `{"retry_after": 31536000}`, nil, 24 * time.Hour, scopeRoute},
	} {
		got, scope := retryAfter(response(429, tt.body, tt.header...), []byte(tt.body))
		if got != tt.want || scope != tt.scope {
			t.Errorf("%s: got %v, scope %d, want %v, %d", tt.name, got, scope, tt.want, tt.scope)
		}
	}
}

func post(t *testing.T, ctx context.Context, address string) *http.Request {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, "POST", address, bytes.NewReader([]byte("{}")))
	if err != nil {
		t.Fatal(err)
	}
	return req
}

// What a 429 holds for waits; what it does not hold for goes on.
func TestLimitsHold(t *testing.T) {
	const (
		channel  = "https://discord.example/api/v9/channels/1/messages"
		other    = "https://discord.example/api/v9/channels/2/messages"
		callback = "https://discord.example/api/v9/interactions/1/token/callback"
	)
	for _, tt := range []struct {
		name, body string
		held       []string
		free       []string
	}{
		{"bucket", `{"retry_after": 60}`, []string{channel}, []string{other, callback}},
		{"all", `{"retry_after": 60, "global": true}`, []string{channel, other}, []string{callback}},
		{"address", `<html>`, []string{channel, other, callback}, nil},
	} {
		l := newLimits()
		l.learn(post(t, t.Context(), channel), response(429, ""), []byte(tt.body))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		for _, address := range tt.held {
			if err := l.wait(ctx, post(t, ctx, address)); !errors.Is(err, errRateLimited) {
				t.Errorf("%s: %s: got %v, want errRateLimited at once", tt.name, address, err)
			}
		}
		for _, address := range tt.free {
			if err := l.wait(ctx, post(t, ctx, address)); err != nil {
				t.Errorf("%s: %s: got %v, want no wait", tt.name, address, err)
			}
		}
	}
}

func TestLimitsWait(t *testing.T) {
	const address = "https://discord.example/api/v9/channels/1/messages"
	base := &roundTrips{answers: []*http.Response{
		response(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "0.05"),
		response(200, ""),
	}}
	tr := &transport{base: base, timeout: time.Second, limits: newLimits()}
	for range 2 {
		if _, err := tr.RoundTrip(post(t, t.Context(), address)); err != nil {
			t.Fatal(err)
		}
	}
	if d := base.times[1].Sub(base.times[0]); d < 50*time.Millisecond {
		t.Errorf("the second request came after %v, want the bucket's 50ms", d)
	}
	ctx, cancel := context.WithCancel(t.Context())
	tr.limits.learn(post(t, ctx, address), response(429, ""), []byte(`{"retry_after": 60}`))
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := tr.RoundTrip(post(t, ctx, address)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// Buckets do not pile up, interaction by interaction.
func TestLimitsForget(t *testing.T) {
	l := newLimits()
	for i := range 10000 {
		address := fmt.Sprintf("https://discord.example/api/v9/interactions/%d/token/callback", i)
		l.learn(post(t, t.Context(), address), response(200, "", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "0"), nil)
	}
	if len(l.routes) > 1 {
		t.Errorf("%d routes are remembered, want those that hold", len(l.routes))
	}
}

func TestErrorsNameNoAddress(t *testing.T) {
	r := &rest{http: &http.Client{Transport: &transport{base: http.DefaultTransport, timeout: time.Second, limits: newLimits()}}}
	for _, address := range []string{"http://127.0.0.1:1/secret", "http://127.0.0.1:1/\nsecret"} {
		_, err := r.send(t.Context(), "POST", address, nil)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("got error %v, want one without the address", err)
		}
	}
}
