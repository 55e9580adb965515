package discordtest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
)

const person = `{"name":"person","description":"A person.","options":[
	{"type":1,"name":"said","description":"What a person said.","options":[
		{"type":3,"name":"name","description":"Who.","required":true,"autocomplete":true},
		{"type":4,"name":"most","description":"How many."},
		{"type":5,"name":"only_me","description":"Whether only I see it."},
		{"type":3,"name":"order","description":"Which first.","choices":[{"name":"Oldest","value":"old"},{"name":"Newest","value":"new"}]},
		{"type":3,"name":"short","description":"A word.","max_length":4}]}]}`

// sent is the data of the next interaction.
func sent(t *testing.T, g *gateway) map[string]any {
	t.Helper()
	var i struct {
		Data map[string]any `json:"data"`
	}
	if err := json.Unmarshal(g.event("INTERACTION_CREATE").Data, &i); err != nil {
		t.Fatal(err)
	}
	return i.Data
}

func TestRunWithOptions(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	c.register(person)
	s.Run(discordtest.Command{Name: "person said", Options: map[string]any{"only_me": true, "name": "Ilse Brandt", "most": 3, "order": "new"}})
	want := []any{map[string]any{"name": "said", "type": 1., "options": []any{
		map[string]any{"name": "name", "type": 3., "value": "Ilse Brandt"},
		map[string]any{"name": "most", "type": 4., "value": 3.},
		map[string]any{"name": "only_me", "type": 5., "value": true},
		map[string]any{"name": "order", "type": 3., "value": "new"},
	}}}
	if diff := cmp.Diff(want, sent(t, g)["options"]); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
}

func TestRunWithWhatAClientWouldNotSend(t *testing.T) {
	tests := []struct {
		name    string
		options map[string]any
		want    string
	}{
		{"person said", map[string]any{}, `option "name" is required`},
		{"person said", map[string]any{"name": "Ilse", "age": 3}, `no option "age"`},
		{"person said", map[string]any{"name": 3}, "not of type 3"},
		{"person said", map[string]any{"name": "Ilse", "most": "3"}, "not of type 4"},
		{"person said", map[string]any{"name": "Ilse", "order": "best"}, "none of the choices"},
		{"person said", map[string]any{"name": "Ilse", "short": "longer"}, "6 characters, at most 4"},
		{"person said", map[string]any{"name": of("x", 6001)}, "6001 characters, at most 6000"},
		{"person wrote", map[string]any{}, `no subcommand "wrote"`},
	}
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{})
	c := newClient(t, s)
	c.ready()
	c.register(person)
	for _, test := range tests {
		s.Run(discordtest.Command{Name: test.name, Options: test.options})
		if got := r.take(); !strings.Contains(got, test.want) {
			t.Errorf("/%s %v: got %q, want %q", test.name, test.options, got, test.want)
		}
	}
}

func TestRunWaitsForTheCommand(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Patience: 1})
	s.Run(discordtest.Command{Name: "ask"})
	if got := r.take(); !strings.Contains(got, "no command /ask registered") {
		t.Errorf("got %q, want the missing command named", got)
	}
}

func TestWhereCommandsCanBeUsed(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Patience: 1})
	c := newClient(t, s)
	g := c.ready()
	status, body := c.do("PUT", "/api/v10/applications/"+s.AppID()+"/guilds/100/commands", `[{"name":"here","description":"d"}]`)
	if status != 200 {
		t.Fatalf("got %d %s, want 200", status, body)
	}
	s.Run(discordtest.Command{Name: "here", ChannelID: discordtest.ThreadID})
	e := g.event("INTERACTION_CREATE")
	if got := field(t, e.Data, "guild_id") + " " + field(t, e.Data, "channel_id"); got != "100 201" {
		t.Errorf("got guild and channel %s, want 100 201", got)
	}
	s.Run(discordtest.Command{Name: "here", ChannelID: discordtest.DMID})
	if got := r.take(); !strings.Contains(got, "no command /here registered") {
		t.Errorf("got %q, want a guild's command not to be known in a DM", got)
	}
}

func TestInteractionInADM(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	c.register(ask)
	s.Run(discordtest.Command{Name: "ask", ChannelID: discordtest.DMID, Options: map[string]any{"question": "Who?"}})
	var got struct {
		User    struct{ ID string } `json:"user"`
		Member  any                 `json:"member"`
		GuildID string              `json:"guild_id"`
	}
	if err := json.Unmarshal(g.event("INTERACTION_CREATE").Data, &got); err != nil {
		t.Fatal(err)
	}
	if got.User.ID != "400" || got.Member != nil || got.GuildID != "" {
		t.Errorf("got %+v, want a user and no guild", got)
	}
}

func TestComplete(t *testing.T) {
	a := newAsking(t)
	a.register(person)
	i := a.s.Complete(discordtest.Command{Name: "person said", Options: map[string]any{"name": "Il"}, Focused: "name"})
	e := a.g.event("INTERACTION_CREATE")
	if !strings.Contains(string(e.Data), `"focused":true`) {
		t.Errorf("got %s, want a focused option", e.Data)
	}
	path := "/api/v9/interactions/" + i.ID() + "/" + field(t, e.Data, "token") + "/callback"
	a.must("POST", path, `{"type":5}`, 400, "")
	if got := a.r.take(); !strings.Contains(got, "cannot be answered with callback type 5") {
		t.Errorf("got %q, want a deferral refused", got)
	}
	a.must("POST", path, `{"type":8,"data":{"choices":[`+each(26, `{"name":"n","value":"v"}`)+`]}}`, 400, "")
	a.r.take()
	a.must("POST", path, `{"type":8,"data":{"tts":false,"content":"","components":null,"embeds":null,"choices":[{"name":"Ilse Brandt","value":"ilse"}]}}`, 204, "")
	if diff := cmp.Diff([]discordtest.Choice{{Name: "Ilse Brandt", Value: "ilse"}}, i.Choices(t)); diff != "" {
		t.Errorf("choices (-want +got):\n%s", diff)
	}
	if got := a.r.take(); got != "" {
		t.Errorf("got %q, want no complaint", got)
	}
}

func TestFile(t *testing.T) {
	a := newAsking(t)
	a.register(`{"name":"check","description":"d","options":[{"type":11,"name":"draft","description":"d","required":true}]}`)
	a.s.Run(discordtest.Command{Name: "check", Options: map[string]any{"draft": discordtest.File{Name: "a b.txt", Data: "The ferry."}}})
	data := sent(t, a.g)
	options := data["options"].([]any)
	id, _ := options[0].(map[string]any)["value"].(string)
	file, _ := data["resolved"].(map[string]any)["attachments"].(map[string]any)[id].(map[string]any)
	address, _ := file["url"].(string)
	path, ok := strings.CutPrefix(address, "https://cdn.discordapp.com")
	if file["filename"] != "a b.txt" || !ok {
		t.Fatalf("got %v", file)
	}
	get := func(path, token string) (int, string) {
		req, err := http.NewRequestWithContext(t.Context(), "GET", a.s.URL()+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if token != "" {
			req.Header.Set("Authorization", token)
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(body)
	}
	if status, body := get(path, ""); status != 200 || body != "The ferry." {
		t.Errorf("got %d, %q", status, body)
	}
	bare, _, _ := strings.Cut(path, "?")
	if status, _ := get(bare, ""); status != 404 {
		t.Errorf("got %d without the signature, want 404", status)
	}
	get(path, "Bot test-token")
	if got := a.r.take(); !strings.Contains(got, "the token is shown") {
		t.Errorf("got %q, want a complaint", got)
	}
}

func TestMessageCommandReadsItsTarget(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	c.register(`{"type":3,"name":"Check the quotes"}`)
	id := s.Say(discordtest.UserMessage{Content: "“The ferry sails,” she said."})
	if got := field(t, g.event("MESSAGE_CREATE").Data, "content"); got != "" {
		t.Errorf("got content %q, want none", got)
	}
	s.Run(discordtest.Command{Name: "Check the quotes", Type: discordtest.MessageCommand, Target: id})
	data := sent(t, g)
	messages := data["resolved"].(map[string]any)["messages"].(map[string]any)
	if got := messages[id].(map[string]any)["content"]; got != "“The ferry sails,” she said." {
		t.Errorf("got %q, want what was said", got)
	}
}

func TestUserCommand(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	g := c.ready()
	c.register(`{"type":2,"name":"Bylines"}`)
	s.Run(discordtest.Command{Name: "Bylines", Type: discordtest.UserCommand, Target: "402"})
	if data := sent(t, g); data["target_id"] != "402" || data["resolved"].(map[string]any)["users"].(map[string]any)["402"] == nil {
		t.Errorf("got %v, want user 402", data)
	}
}

func TestForm(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":9,"data":{"title":"A draft","custom_id":"draft","components":[{"type":1,"components":[{"type":4,"custom_id":"text","style":2,"label":"Text"}]}]}}`, 204, "")
	i := a.s.Submit(discordtest.Submit{Of: a.i, Values: map[string]string{"text": "The ferry."}})
	e := a.g.event("INTERACTION_CREATE")
	if !strings.Contains(string(e.Data), `"value":"The ferry."`) || !strings.Contains(string(e.Data), `"custom_id":"draft"`) {
		t.Errorf("got %s, want the form filled in", e.Data)
	}
	path := "/api/v9/interactions/" + i.ID() + "/" + field(t, e.Data, "token") + "/callback"
	a.must("POST", path, `{"type":4,"data":{"content":"Checked."}}`, 204, "")
	if got := i.Reply(t).Content; got != "Checked." {
		t.Errorf("got %q, want the answer", got)
	}
	a.mustSteps("asked")
}
