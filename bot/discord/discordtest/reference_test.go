package discordtest_test

import (
	"encoding/json"
	"testing"

	"copydesk/bot/discord/discordtest"
)

// referring is a message with the one that it refers to.
type referring struct {
	ID         string
	Type       int
	Content    string
	Referenced *referring `json:"referenced_message"`
}

func list(t *testing.T, c *client, path string) []referring {
	t.Helper()
	status, body := c.do("GET", "/api/v10"+path, "")
	var out []referring
	if err := json.Unmarshal([]byte(body), &out); err != nil || status != 200 {
		t.Fatalf("got %d %s", status, body)
	}
	return out
}

// A list has what its messages refer to, as events do, as far as the bot may read it.
func TestReferencesInAList(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	asked := s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> Who runs the ferry?"})
	s.Say(discordtest.UserMessage{Content: "Not me.", ReplyTo: asked})
	last := s.Say(discordtest.UserMessage{Content: "Nor me."})
	got := list(t, c, "/channels/200/messages?before="+last)
	if len(got) != 2 || got[0].Type != 19 || got[0].Content != "" || got[0].Referenced == nil || got[0].Referenced.Content == "" || got[1].ID != asked {
		t.Errorf("got %+v, want the reply, with the question that it refers to, and the question", got)
	}
	s.Delete(asked)
	if got = list(t, c, "/channels/200/messages?before="+last); len(got) != 1 || got[0].Referenced != nil {
		t.Errorf("got %+v, want the reply to a message that is deleted", got)
	}
}

func TestStartThread(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	s.StartThread(discordtest.ThreadID, s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> Who runs the ferry?"}))
	got := list(t, c, "/channels/201/messages")
	if len(got) != 1 || got[0].Type != 21 || got[0].Content != "" || got[0].Referenced == nil || got[0].Referenced.Content == "" {
		t.Errorf("got %+v, want a message of type 21 that refers to the question", got)
	}
}

func TestReferencesThatCannotBe(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{})
	for _, do := range []func(){
		func() { s.Delete("9") },
		func() { s.StartThread(discordtest.ThreadID, "9") },
		func() { s.StartThread("9", s.Say(discordtest.UserMessage{Content: "Hello."})) },
	} {
		if do(); r.take() == "" {
			t.Error("got no complaint")
		}
	}
}
