package discordtest_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

const channelMessages = "/api/v9/channels/200/messages"

func TestTooManyRequests(t *testing.T) {
	tests := []struct {
		name         string
		fault        discordtest.Fault
		kind, body   string
		scope, after string
		global       string
	}{
		{"bucket", discordtest.TooMany(discordtest.RouteCreateMessage, 1500*time.Millisecond), "application/json", `"retry_after": 1.500, "global": false`, "user", "2", ""},
		{"global", discordtest.TooManyGlobal(discordtest.RouteCreateMessage, 2*time.Second), "application/json", `"global": true`, "global", "2", "true"},
		{"HTML", discordtest.TooManyHTML(discordtest.RouteCreateMessage, time.Hour), "text/html; charset=UTF-8", "<html>", "", "3600", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := discordtest.New(t, discordtest.Options{})
			c := newClient(t, s)
			s.Fail(test.fault)
			if status, _ := c.do("GET", "/api/v9/users/@me", ""); status != 200 {
				t.Errorf("another route: got %d, want 200", status)
			}
			status, body, h := c.full("POST", channelMessages, `{"content":"c"}`)
			got := []string{h.Get("Content-Type"), h.Get("X-RateLimit-Scope"), h.Get("Retry-After"), h.Get("X-RateLimit-Global")}
			want := []string{test.kind, test.scope, test.after, test.global}
			if status != 429 || !strings.Contains(body, test.body) || strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("got %d %s %q, want 429 %s %q", status, body, got, test.body, want)
			}
			if status, body := c.do("POST", channelMessages, `{"content":"c"}`); status != 200 {
				t.Errorf("after that: got %d %s, want 200", status, body)
			}
			if m := s.AwaitMessage(t, "200", 1); m.Content != "c" {
				t.Errorf("got %+v, want one message", m)
			}
		})
	}
}

func TestErrorAfterTheEffect(t *testing.T) {
	for _, after := range []bool{false, true} {
		s := discordtest.New(t, discordtest.Options{Patience: 10 * time.Millisecond})
		c := newClient(t, s)
		s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Times: 2, Status: 503, AfterEffect: after})
		for range 2 {
			if status, _ := c.do("POST", channelMessages, `{"content":"c"}`); status != 503 {
				t.Errorf("got %d, want 503", status)
			}
		}
		r := &recorder{t: t}
		s.AwaitMessage(r, "200", 2)
		if done := r.take() == ""; done != after {
			t.Errorf("after the effect %v: messages written %v", after, done)
		}
		if status, _ := c.do("POST", channelMessages, `{"content":"c"}`); status != 200 {
			t.Errorf("got %d, want 200 again", status)
		}
	}
}

func TestCutConnection(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	s.Fail(discordtest.Fault{Status: -1, AfterEffect: true})
	if status, text := c.do("POST", channelMessages, `{"content":"c"}`); status != 0 || !strings.Contains(text, "EOF") {
		t.Errorf("got %d %s, want no answer", status, text)
	}
	s.AwaitMessage(t, "200", 1)
}

func TestSlowRequest(t *testing.T) {
	for _, after := range []bool{false, true} {
		s := discordtest.New(t, discordtest.Options{})
		c := newClient(t, s)
		release := make(chan struct{})
		s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Hold: release, AfterEffect: after})
		answered := make(chan int)
		go func() {
			status, _ := c.do("POST", channelMessages, `{"content":"c"}`)
			answered <- status
		}()
		if after {
			s.AwaitMessage(t, "200", 1)
		}
		select {
		case status := <-answered:
			t.Fatalf("got %d, want no answer before the release", status)
		default:
		}
		close(release)
		if status := <-answered; status != 200 {
			t.Errorf("got %d, want 200", status)
		}
		s.AwaitMessage(t, "200", 1)
	}
}

func TestRateLimitHeaders(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	_, _, h := newClient(t, s).full("GET", "/api/v9/users/@me", "")
	for _, name := range []string{"Bucket", "Limit", "Remaining", "Reset", "Reset-After"} {
		if h.Get("X-RateLimit-"+name) == "" {
			t.Errorf("got no X-RateLimit-%s", name)
		}
	}
}

func TestFaultsOfOwnMaking(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Status: 403, Header: http.Header{"Content-Type": {"application/json"}}, Body: `{"message": "Missing Access", "code": 50001}`})
	if status, body := newClient(t, s).do("POST", channelMessages, `{"content":"c"}`); status != 403 || !strings.Contains(body, "50001") {
		t.Errorf("got %d %s, want 403", status, body)
	}
}
