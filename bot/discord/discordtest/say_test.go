package discordtest_test

import (
	"encoding/json"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// update is what a bot is told of an edit.
type update struct {
	ID          string
	Content     string
	Edited      *time.Time `json:"edited_timestamp"`
	Attachments []struct{ Filename, URL string }
}

func TestEdit(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	mention := "<@" + s.BotID() + "> "
	tests := []struct{ name, said, edited, want string }{
		{"still mentioned", mention + "Who?", mention + "Who runs the ferry?", mention + "Who runs the ferry?"},
		{"mentioned now", "Who?", mention + "Who?", mention + "Who?"},
		{"no longer mentioned", mention + "Who?", "Who?", ""},
		{"never mentioned", "Who?", "Who else?", ""},
	}
	for _, test := range tests {
		id := s.Say(discordtest.UserMessage{Content: test.said})
		s.Edit(id, test.edited)
		var got update
		if err := json.Unmarshal(g.event("MESSAGE_UPDATE").Data, &got); err != nil {
			t.Fatal(err)
		}
		if got.ID != id || got.Content != test.want || got.Edited == nil {
			t.Errorf("%s: got %+v, want %q", test.name, got, test.want)
		}
		if m, _ := s.Message(id); m.Content != test.edited || m.Edited.IsZero() {
			t.Errorf("%s: got %q, want it edited", test.name, m.Content)
		}
	}
}

func TestSayWithFile(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	for _, test := range []struct {
		channel string
		want    int // attachments that the bot sees
	}{{discordtest.DMID, 1}, {discordtest.ChannelID, 0}} {
		id := s.Say(discordtest.UserMessage{ChannelID: test.channel, Files: []discordtest.File{{Name: "draft.txt", Data: "The ferry."}}})
		var got update
		if err := json.Unmarshal(g.event("MESSAGE_CREATE").Data, &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Attachments) != test.want {
			t.Errorf("channel %s: got %+v, want %d", test.channel, got, test.want)
		}
		m, _ := s.Message(id)
		if f, ok := s.Attachment(m.Files[0].ID); !ok || f.Data != "The ferry." || m.Files[0].Size != 10 {
			t.Errorf("got %+v, want the file", m.Files)
		}
	}
}

// Seen is what a client polls: what changed, private messages for their user alone, what is gone as gone.
func TestSeen(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5,"data":{"flags":64}}`, 204, "")
	question := a.s.Say(discordtest.UserMessage{Content: "Who?"})
	seen := func(user string, since int64) (out string) {
		for _, m := range a.s.Seen(user, "200", since) {
			out += m.Content
			if m.Loading {
				out += "…"
			}
			if m.Deleted {
				out += "†"
			}
			out += ";"
		}
		return out
	}
	if got := seen("400", 0); got != "…;Who?;" {
		t.Errorf("got %q, want the bot thinking, and the question", got)
	}
	if got := seen("402", 0); got != "Who?;" {
		t.Errorf("got %q, want nothing private for another", got)
	}
	before, _ := a.s.Changed()
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"The port."}`, 200, "")
	a.s.Delete(question)
	if got := seen("400", before); got != "The port.;Who?†;" {
		t.Errorf("got %q, want both changes", got)
	}
	a.s.Dismiss(a.i.Reply(t).ID)
	if got := seen("400", 0); got != "" {
		t.Errorf("got %q, want the answer put away", got)
	}
}

func TestTypingEndsWithAMessage(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	c.do("POST", "/api/v10/channels/200/typing", "")
	if got := s.TypingSince("200"); !got.Equal(s.Now()) {
		t.Errorf("got %v, want now", got)
	}
	c.do("POST", channelMessages, `{"content":"The port."}`)
	if got := s.TypingSince("200"); !got.IsZero() || s.Typing("200") != 1 {
		t.Errorf("got %v, want the typing over", got)
	}
}
