package discordtest_test

import (
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

func TestBothVersions(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	for _, version := range []string{"v9", "v10"} {
		if status, body := c.do("GET", "/api/"+version+"/users/@me", ""); status != 200 {
			t.Errorf("%s: got %d %s, want 200", version, status, body)
		}
	}
}

func TestUnknownRoutes(t *testing.T) {
	r := &recorder{t: t}
	c := newClient(t, discordtest.New(r, discordtest.Options{}))
	for _, path := range []string{"/api/v8/users/@me", "/api/v9/users/@me/tides", "/users/@me", "/", "/api/v9/channels/200/messages/1/2"} {
		status, body := c.do("PUT", path, "")
		if got := r.take(); status != 404 || !strings.Contains(got, "PUT "+path+": no such route") || !strings.Contains(body, "404: Not Found") {
			t.Errorf("%s: got %d %s and %q, want 404 and the test told", path, status, body, got)
		}
	}
}

func TestAuthorization(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Token: "other"})
	c := newClient(t, s)
	tests := []struct {
		auth, path string
		status     int
		complaint  string
	}{
		{"Bot other", "/api/v9/users/@me", 200, ""},
		{"Bot test-token", "/api/v9/users/@me", 401, ""},
		{"other", "/api/v9/users/@me", 401, ""},
		{"", "/api/v9/users/@me", 401, "no Authorization"},
		{"", "/api/v9/gateway", 200, ""},
		{"", "/api/v9/gateway/bot", 401, "no Authorization"},
	}
	for _, test := range tests {
		c.auth = test.auth
		status, body := c.do("GET", test.path, "")
		got := r.take()
		if status != test.status || !strings.Contains(got, test.complaint) || got != "" && test.complaint == "" {
			t.Errorf("%q to %s: got %d %s and %q, want %d and %q", test.auth, test.path, status, body, got, test.status, test.complaint)
		}
	}
}

// A web page that a person has open has no business with a bot's Discord.
func TestBrowsersAreRefused(t *testing.T) {
	c := newClient(t, discordtest.New(t, discordtest.Options{}))
	for _, path := range []string{"/api/v10/users/@me", "/gateway"} {
		req, err := http.NewRequest("GET", c.s.URL()+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", c.auth)
		req.Header.Set("Origin", "https://evil.example")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: got %d, want 403", path, resp.StatusCode)
		}
	}
}

func TestOtherApplication(t *testing.T) {
	r := &recorder{t: t}
	c := newClient(t, discordtest.New(r, discordtest.Options{}))
	status, _ := c.do("PUT", "/api/v9/applications/1/commands", "[]")
	if got := r.take(); status != 403 || !strings.Contains(got, "the application is") {
		t.Errorf("got %d and %q, want 403 and the test told", status, got)
	}
}

func TestRequestsAreKept(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	s.Advance(time.Hour)
	c.do("POST", channelMessages, `{"content":"c"}`)
	c.do("GET", "/api/v9/channels/9", "")
	got := s.Requests()
	if len(got) != 2 || got[0].Route != discordtest.RouteCreateMessage || string(got[0].Body) != `{"content":"c"}` || got[0].Status != 200 ||
		got[1].Status != 404 || !got[0].At.Equal(s.Now()) {
		t.Errorf("got %+v, want a message written and a channel not found", got)
	}
}

func TestIDsHaveTheirTime(t *testing.T) {
	start := time.Date(2026, 2, 19, 9, 0, 0, 0, time.UTC)
	s := discordtest.New(t, discordtest.Options{Start: start})
	var last int64
	for range 3 {
		id, err := strconv.ParseInt(s.Say(discordtest.UserMessage{Content: "Hello."}), 10, 64)
		if err != nil || id <= last {
			t.Errorf("got ID %d after %d, %v", id, last, err)
		}
		last = id
		if got := time.UnixMilli(id>>22 + 1420070400000); !got.Equal(s.Now()) {
			t.Errorf("got an ID of %v, want %v", got, s.Now())
		}
		s.Advance(time.Second)
	}
}

func TestUnknownChannels(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{})
	s.Say(discordtest.UserMessage{ChannelID: "9"})
	s.Say(discordtest.UserMessage{ReplyTo: "9"})
	if got := r.take(); !strings.Contains(got, "no channel 9") || !strings.Contains(got, "no message 9") {
		t.Errorf("got %q, want the test told", got)
	}
}

func TestWaitingIsBounded(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(t, discordtest.Options{Patience: 1})
	s.AwaitReady(r, 1)
	s.AwaitMessage(r, "200", 1)
	want := "discordtest: no READY number 1 (there were 0) within 1ns\ndiscordtest: no message 1 of the bot in channel 200 within 1ns"
	if got := r.take(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNothingIsLeftRunning closes a Discord with a connection that reads, a dead one, and a request held up.
func TestNothingIsLeftRunning(t *testing.T) {
	r := &recorder{t: t, cleanups: []func(){}}
	s := discordtest.New(r, discordtest.Options{})
	c := newClient(t, s)
	c.ready()
	c.ready()
	s.Freeze()
	c.ready()
	s.Fail(discordtest.Fault{Route: discordtest.RouteCreateMessage, Hold: make(chan struct{}), AfterEffect: true})
	answered := make(chan int)
	go func() {
		status, _ := c.do("POST", channelMessages, `{"content":"c"}`)
		answered <- status
	}()
	s.AwaitMessage(t, "200", 1)
	r.end()
	if status := <-answered; status != 0 {
		t.Errorf("got %d, want the held request cut", status)
	}
	stacks := ""
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); runtime.Gosched() {
		buffer := make([]byte, 1<<20)
		stacks = string(buffer[:runtime.Stack(buffer, true)])
		if !strings.Contains(stacks, "discordtest.(*conn)") && !strings.Contains(stacks, "discordtest.(*Server)") {
			stacks = ""
			break
		}
	}
	if stacks != "" {
		t.Errorf("still running:\n%s", stacks)
	}
	if got := r.take(); got != "" {
		t.Errorf("got %q, want no complaint", got)
	}
}
