package discordtest_test

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
)

func TestReplyInAChannel(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	asked := s.Say(discordtest.UserMessage{Content: "Who runs the ferry?"})
	if status, body := c.do("POST", "/api/v9/channels/200/typing", ""); status != 204 || s.Typing("200") != 1 || s.Typing("201") != 0 {
		t.Errorf("typing: got %d %s", status, body)
	}
	status, body := c.do("POST", "/api/v9/channels/200/messages", `{"content":"The port.","message_reference":{"message_id":"`+asked+`"},"allowed_mentions":{"parse":[],"replied_user":false}}`)
	if status != 200 {
		t.Fatalf("got %d %s, want 200", status, body)
	}
	m := s.AwaitMessage(t, "200", 1)
	if m.Content != "The port." || !strings.Contains(string(m.MessageReference), asked) || !m.Pings.None() || !m.Author.Bot {
		t.Errorf("got %+v, want a reply to %s that pings nobody", m, asked)
	}
	var event map[string]any
	g.event("MESSAGE_CREATE")
	if err := json.Unmarshal(g.event("MESSAGE_CREATE").Data, &event); err != nil {
		t.Fatal(err)
	}
	if event["content"] != "The port." || event["referenced_message"].(map[string]any)["content"] != "" {
		t.Errorf("got %v, want the bot's own content and none of the other's", event)
	}

	if status, body = c.do("PATCH", "/api/v9/channels/200/messages/"+m.ID, `{"content":"The harbour.","ID":"1","Channel":"2"}`); status != 200 {
		t.Errorf("edit: got %d %s, want 200", status, body)
	}
	if got := field(t, g.event("MESSAGE_UPDATE").Data, "content"); got != "The harbour." {
		t.Errorf("got %q, want the edit", got)
	}
	if status, body = c.do("GET", "/api/v9/channels/200/messages/"+m.ID, ""); status != 200 || field(t, []byte(body), "content") != "The harbour." {
		t.Errorf("got %d %s, want the edited message", status, body)
	}
	if status, body = c.do("DELETE", "/api/v9/channels/200/messages/"+m.ID, ""); status != 204 {
		t.Errorf("delete: got %d %s, want 204", status, body)
	}
	if got := field(t, g.event("MESSAGE_DELETE").Data, "id"); got != m.ID {
		t.Errorf("got the deletion of %s, want %s", got, m.ID)
	}
	if now, ok := s.Message(m.ID); !ok || !now.Deleted {
		t.Errorf("got %+v, want it deleted", now)
	}
}

// A message that repeats the nonce of another, within minutes, is not posted again.
func TestNonce(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	post := func(body string) string {
		t.Helper()
		status, answer := c.do("POST", channelMessages, body)
		if status != 200 {
			t.Fatalf("got %d %s, want 200", status, answer)
		}
		return field(t, []byte(answer), "id")
	}
	first := post(`{"content":"c","nonce":"7","enforce_nonce":true}`)
	if again := post(`{"content":"c","nonce":"7","enforce_nonce":true}`); again != first {
		t.Errorf("got message %s, want %s", again, first)
	}
	for _, other := range []string{
		`{"content":"c","nonce":"8","enforce_nonce":true}`,
		`{"content":"c","nonce":"7"}`,
		`{"content":"c"}`,
	} {
		if id := post(other); id == first {
			t.Errorf("%s: got message %s again", other, id)
		}
	}
	s.Advance(10 * time.Minute)
	if later := post(`{"content":"c","nonce":"7","enforce_nonce":true}`); later == first {
		t.Errorf("ten minutes later: got message %s again", later)
	}
}

func TestErrorsInAChannel(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{})
	c := newClient(t, s)
	theirs := s.Say(discordtest.UserMessage{Content: "Hello."})
	for _, test := range []struct {
		method, path, body, code string
		status                   int
	}{
		{"POST", "/channels/9/messages", `{"content":"c"}`, "10003", 404},
		{"GET", "/channels/9/messages", "", "10003", 404},
		{"GET", "/channels/9", "", "10003", 404},
		{"POST", "/channels/9/typing", "", "10003", 404},
		{"GET", "/channels/200/messages/9", "", "10008", 404},
		{"PATCH", "/channels/200/messages/9", `{"content":"c"}`, "10008", 404},
		{"DELETE", "/channels/200/messages/9", "", "10008", 404},
		{"GET", "/channels/201/messages/" + theirs, "", "10008", 404},
		{"PATCH", "/channels/200/messages/" + theirs, `{"content":"c"}`, "50005", 403},
		{"POST", "/channels/200/messages", `{"content":"c","message_reference":{"message_id":"9"}}`, "REPLIES_UNKNOWN_MESSAGE", 400},
		{"POST", "/channels/200/messages", `{"content":"c","message_reference":{"message_id":"9","fail_if_not_exists":false}}`, `"type":0`, 200},
		{"POST", "/users/@me/channels", `{"recipient_id":"999"}`, "50007", 403},
		{"POST", "/users/@me/channels", `{"recipient_id":"400"}`, `"id":"300"`, 200},
		{"GET", "/guilds/9", "", "10004", 404},
		{"GET", "/guilds/100", "", "The Harbour Gazette", 200},
		{"GET", "/channels/201", "", `"parent_id":"200"`, 200},
		{"GET", "/users/@me", "", s.BotID(), 200},
		{"GET", "/users/400", "", "Maren", 200},
		{"GET", "/applications/@me", "", s.AppID(), 200},
	} {
		status, body := c.do(test.method, "/api/v10"+test.path, test.body)
		if status != test.status || !strings.Contains(body, test.code) {
			t.Errorf("%s %s: got %d %s, want %d %s", test.method, test.path, status, body, test.status, test.code)
		}
	}
	if got := r.take(); got != "" {
		t.Errorf("got %q, want no complaint", got)
	}
}

func TestListOfMessages(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	for range 3 {
		s.Say(discordtest.UserMessage{Content: "Hello."})
	}
	last := s.Say(discordtest.UserMessage{Content: "Hello, <@" + s.BotID() + ">."})
	_, body := c.do("GET", "/api/v10/channels/200/messages?limit=2", "")
	var got []struct{ ID, Content string }
	if err := json.Unmarshal([]byte(body), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].ID != last || got[0].Content == "" || got[1].Content != "" {
		t.Errorf("got %+v, want two, the newest first, and only what mentions the bot readable", got)
	}
}

func TestFiles(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, part := range [][2]string{{"payload_json", `{"content":""}`}, {"files[0]", "id,headline\n"}} {
		p, err := w.CreateFormFile(part[0], "answers.csv")
		if err != nil {
			t.Fatal(err)
		}
		p.Write([]byte(part[1]))
	}
	w.Close()
	req, err := http.NewRequest("POST", s.URL()+"/api/v9/channels/200/messages", &b)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", w.FormDataContentType())
	req.Header.Set("Authorization", "Bot test-token")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if m := s.AwaitMessage(t, "200", 1); resp.StatusCode != 200 || len(m.Files) != 1 || m.Files[0].Name != "answers.csv" {
		t.Errorf("got %d and %v, want the file", resp.StatusCode, m.Files)
	}
}

func TestPings(t *testing.T) {
	tests := []struct {
		name, body string
		want       discordtest.Pings
	}{
		{"all by default", `{"content":"<@400> <@!401> <@&500> @everyone"}`, discordtest.Pings{Users: []string{"400", "401"}, Roles: []string{"500"}, Everyone: true}},
		{"none allowed", `{"content":"<@400> <@&500> @here","allowed_mentions":{"parse":[]}}`, discordtest.Pings{}},
		{"none allowed, as discordgo writes it", `{"content":"<@400> @here","allowed_mentions":{"parse":null,"replied_user":false}}`, discordtest.Pings{}},
		{"users allowed", `{"content":"<@400> <@&500> @here","allowed_mentions":{"parse":["users"]}}`, discordtest.Pings{Users: []string{"400"}}},
		{"some users allowed", `{"content":"<@400> <@401>","allowed_mentions":{"parse":[],"users":["401"]}}`, discordtest.Pings{Users: []string{"401"}}},
		{"everyone allowed", `{"content":"<@400> @here","allowed_mentions":{"parse":["everyone"]}}`, discordtest.Pings{Everyone: true}},
		{"embeds never", `{"embeds":[{"description":"<@400> @everyone"}]}`, discordtest.Pings{}},
		{"a reply by default", `{"content":"c","message_reference":{"message_id":"ASKED"}}`, discordtest.Pings{Users: []string{"407"}}},
		{"a reply that need not", `{"content":"c","message_reference":{"message_id":"ASKED"},"allowed_mentions":{"parse":[]}}`, discordtest.Pings{}},
		{"a reply that may", `{"content":"c","message_reference":{"message_id":"ASKED"},"allowed_mentions":{"parse":[],"replied_user":true}}`, discordtest.Pings{Users: []string{"407"}}},
		{"a text display", `{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"<@400>"}]}]}`, discordtest.Pings{Users: []string{"400"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := discordtest.New(t, discordtest.Options{})
			asked := s.Say(discordtest.UserMessage{Content: "Who?", UserID: "407"})
			body := strings.ReplaceAll(test.body, "ASKED", asked)
			if status, answer := newClient(t, s).do("POST", "/api/v9/channels/200/messages", body); status != 200 {
				t.Fatalf("got %d %s, want 200", status, answer)
			}
			got := s.AwaitMessage(t, "200", 1).Pings
			if diff := cmp.Diff(test.want, got); diff != "" || got.None() != test.want.None() {
				t.Errorf("pings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestCommandsAreKept(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	path := "/api/v10/applications/" + s.AppID() + "/commands"
	names := func() []string {
		var out []string
		for _, raw := range s.Commands() {
			out = append(out, field(t, raw, "name")+": "+field(t, raw, "description"))
		}
		return out
	}
	steps := []struct {
		method, path, body string
		status             int
		want               []string
	}{
		{"POST", path, `{"name":"ask","description":"one"}`, 201, []string{"ask: one"}},
		{"POST", path, `{"name":"ask","description":"two"}`, 200, []string{"ask: two"}},
		{"PUT", path, `[{"name":"ask","description":"three"},{"name":"quote","description":"q"}]`, 200, []string{"ask: three", "quote: q"}},
		{"PUT", "/api/v9/applications/" + s.AppID() + "/guilds/100/commands", `[{"name":"here","description":"h"}]`, 200, []string{"ask: three", "quote: q", "here: h"}},
		{"PUT", path, `[{"name":"quote","description":"r"}]`, 200, []string{"quote: r", "here: h"}},
		{"PATCH", path + "/ID", `{"description":"s"}`, 200, []string{"quote: s", "here: h"}},
		{"GET", path + "/ID", "", 200, []string{"quote: s", "here: h"}},
		{"GET", path, "", 200, []string{"quote: s", "here: h"}},
		{"DELETE", path + "/ID", "", 204, []string{"here: h"}},
		{"DELETE", path + "/ID", "", 404, []string{"here: h"}},
		{"GET", path + "/ID", "", 404, []string{"here: h"}},
		{"PATCH", path + "/ID", `{"description":"s"}`, 404, []string{"here: h"}},
	}
	id := ""
	for n, step := range steps {
		status, body := c.do(step.method, strings.ReplaceAll(step.path, "ID", id), step.body)
		if status != step.status {
			t.Errorf("step %d: got %d %s, want %d", n, status, body, step.status)
		}
		if diff := cmp.Diff(step.want, names()); diff != "" {
			t.Errorf("step %d (-want +got):\n%s", n, diff)
		}
		if strings.HasSuffix(step.path, "/commands") {
			id = field(t, s.Commands()[0], "id")
		}
	}
}

func TestCommandsKeepTheirIDs(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	c.register(ask)
	before := field(t, s.Commands()[0], "id")
	if status, body := c.do("PUT", "/api/v9/applications/"+s.AppID()+"/commands", "["+ask+"]"); status != 200 {
		t.Fatalf("got %d %s, want 200", status, body)
	}
	if after := field(t, s.Commands()[0], "id"); after != before {
		t.Errorf("got ID %s, want %s as before", after, before)
	}
}
