package discordtest_test

import (
	"context"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
)

// A program is told what is wrong, without what was written, and goes on.
func TestStart(t *testing.T) {
	var problems []string
	s, stop, err := discordtest.Start(discordtest.Options{}, func(text string) { problems = append(problems, text) })
	if err != nil {
		t.Fatal(err)
	}
	c := newClient(t, s)
	if status, _ := c.do("POST", channelMessages, `{"content":"The port.","tide":"high"}`); status != 400 {
		t.Errorf("got %d, want the message refused", status)
	}
	if got := strings.Join(problems, "|"); !strings.Contains(got, "tide: Discord knows no such key here") || strings.Contains(got, "The port") || strings.Contains(got, "\n") {
		t.Errorf("got %q, want the key alone", got)
	}
	if status, _ := c.do("POST", channelMessages, `{"content":"The port."}`); status != 200 {
		t.Errorf("got %d, want the next message taken", status)
	}
	stop()
	if status, body := c.do("GET", "/api/v10/gateway", ""); status != 0 {
		t.Errorf("got %d %s after the end", status, body)
	}
	if _, _, err := discordtest.Start(discordtest.Options{Schema: "nowhere.json"}, func(string) {}); err == nil {
		t.Error("got no error for a schema that is not there")
	}
}

func TestFirst(t *testing.T) {
	a := newAsking(t)
	ended, end := context.WithCancel(t.Context())
	end()
	if e, ok := a.i.First(ended); ok {
		t.Errorf("got %+v, want nothing yet", e)
	}
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"The port."}`, 200, "")
	if e, ok := a.i.First(t.Context()); !ok || e.Kind != discordtest.Deferred {
		t.Errorf("got %+v, want the deferral", e)
	}
	if i, ok := a.s.Interaction(a.i.ID()); !ok || i != a.i || i.User().ID != "400" {
		t.Errorf("got %v, want the interaction", i)
	}
}
