package discordtest_test

import (
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

const ask = `{"name":"ask","description":"Ask the archive.","options":[{"type":3,"name":"question","description":"What?","required":true}]}`

// asked starts a Discord in which a person has just used /ask, and returns the paths of its callback and token.
func asked(t *testing.T, o discordtest.Options) (*discordtest.Server, *client, *discordtest.Interaction, string, string) {
	t.Helper()
	s := discordtest.New(t, o)
	c := newClient(t, s)
	g := c.ready()
	if status, body := c.do("POST", "/api/v9/applications/"+s.AppID()+"/commands", ask); status != 201 {
		t.Fatalf("got %d %s, want 201", status, body)
	}
	i := s.Run(discordtest.Command{Name: "ask", Options: map[string]any{"question": "Who runs the ferry?"}})
	e := g.event("INTERACTION_CREATE")
	id, token := field(t, e.Data, "id"), field(t, e.Data, "token")
	return s, c, i, "/api/v9/interactions/" + id + "/" + token + "/callback", "/api/v10/webhooks/" + s.AppID() + "/" + token
}

func TestDeferThenEdit(t *testing.T) {
	s, c, i, callback, webhook := asked(t, discordtest.Options{})
	if status, body := c.do("POST", callback, `{"type":5,"data":{"flags":64}}`); status != 204 {
		t.Fatalf("defer: got %d %s, want 204", status, body)
	}
	s.Advance(2 * time.Minute)
	if status, body := c.do("PATCH", webhook+"/messages/@original", `{"content":"The port does."}`); status != 200 {
		t.Fatalf("edit: got %d %s, want 200", status, body)
	}
	if got := i.Reply(t); got.Content != "The port does." || !got.Ephemeral() {
		t.Errorf("got %q, ephemeral %v, want the ephemeral answer", got.Content, got.Ephemeral())
	}
	h := i.History()
	if len(h) != 2 || h[0].Kind != discordtest.Deferred || h[1].Kind != discordtest.Edited || h[1].At.Sub(h[0].At) != 2*time.Minute {
		t.Errorf("got %+v, want deferred and edited two minutes apart", h)
	}
}
