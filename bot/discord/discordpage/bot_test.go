package discordpage_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"copydesk/bot/discord/discordtest"

	"github.com/gorilla/websocket"
)

// bot is a bot that shows what a page has to cope with: it answers mentions, and has a command of each kind. All that it says is invented.
type bot struct {
	t    *testing.T
	d    *discordtest.Server
	slow chan struct{} // lets /slow go on
}

const commands = `[
	{"name":"ask","description":"Ask the archive a question","name_localizations":{"de":"frage"},"options":[
		{"type":3,"name":"question","description":"What you want to know","required":true},
		{"type":3,"name":"outlet","description":"Only this outlet","autocomplete":true},
		{"type":5,"name":"only_me","description":"Only you see the answer"}]},
	{"name":"check","description":"Check a draft","options":[{"type":11,"name":"draft","description":"The draft","required":true}]},
	{"name":"menus","description":"All kinds of menu"},
	{"name":"slow","description":"Takes its time"},
	{"name":"silent","description":"Never answers"},
	{"name":"hostile","description":"Says what it was told","options":[{"type":3,"name":"text","description":"Any text","required":true}]},
	{"name":"Check quotes","type":3}]`

const answer = `{"author":{"name":"The Harbour Post · 19 Feb 2026"},"title":"Ferry to sail hourly from May","url":"https://post.example/ferry","color":5793266,
	"description":"The port has bought a second ferry. **“We sail every hour from the first of May,”** said Tomas Vrede, the harbour master, on Thursday.\n\n— **Tomas Vrede**, harbour master of Kelmouth",
	"footer":{"text":"Receipt 7KQ2-M4XD · 1 of 3"}}`

const answerButtons = `[{"type":1,"components":[{"type":2,"style":1,"custom_id":"more","label":"Next passage"},{"type":2,"style":2,"custom_id":"wrong","label":"Wrong?"},
	{"type":2,"style":5,"url":"https://post.example/ferry","label":"Article"},{"type":2,"style":2,"custom_id":"off","label":"Gone","disabled":true}]}]`

const menus = `[{"type":1,"components":[{"type":3,"custom_id":"one","placeholder":"Open a statement","options":[
		{"label":"We sail every hour","value":"hour","description":"19 Feb 2026"},{"label":"No barge will do","value":"barge"}]}]},
	{"type":1,"components":[{"type":5,"custom_id":"who","placeholder":"Who may ask","min_values":0,"max_values":2}]},
	{"type":1,"components":[{"type":6,"custom_id":"roles","placeholder":"Which roles"}]},
	{"type":1,"components":[{"type":8,"custom_id":"where","placeholder":"Where"}]}]`

const wrongForm = `{"title":"What is wrong?","custom_id":"wrong","components":[
	{"type":18,"label":"What is wrong","description":"The desk looks at it.","component":{"type":3,"custom_id":"what","options":[
		{"label":"The passage","value":"passage"},{"label":"The speaker","value":"speaker"}]}},
	{"type":18,"label":"Note","component":{"type":4,"custom_id":"note","style":2,"required":false,"placeholder":"In your own words"}},
	{"type":1,"components":[{"type":4,"custom_id":"desk","style":1,"label":"Your desk","min_length":2}]}]}`

// connect brings the bot online.
func connect(t *testing.T, d *discordtest.Server) *bot {
	t.Helper()
	b := &bot{t: t, d: d, slow: make(chan struct{})}
	b.call("PUT", "/applications/"+d.AppID()+"/commands", commands)
	ws, _, err := websocket.DefaultDialer.Dial("ws"+strings.TrimPrefix(d.URL(), "http")+"/gateway", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.WriteMessage(websocket.TextMessage, []byte(`{"op":2,"d":{"token":"test-token","intents":4609,"properties":{"os":"linux"}}}`)); err != nil {
		t.Fatal(err)
	}
	var work sync.WaitGroup
	work.Go(func() { b.read(ws, &work) })
	t.Cleanup(func() {
		ws.Close()
		work.Wait()
	})
	d.AwaitReady(t, 1)
	return b
}

func (b *bot) read(ws *websocket.Conn, work *sync.WaitGroup) {
	for {
		var e struct {
			Type string          `json:"t"`
			Data json.RawMessage `json:"d"`
		}
		if ws.ReadJSON(&e) != nil {
			return
		}
		work.Go(func() { b.event(e.Type, e.Data) })
	}
}

func (b *bot) call(method, path, body string) {
	req, err := http.NewRequest(method, b.d.URL()+"/api/v10"+path, bytes.NewReader([]byte(body)))
	if err != nil {
		b.t.Error(err)
		return
	}
	req.Header.Set("Authorization", "Bot test-token")
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return // the test is over
	}
	defer resp.Body.Close()
	if text, _ := io.ReadAll(resp.Body); resp.StatusCode > 299 {
		b.t.Errorf("%s %s %s: got %d %s", method, path, body, resp.StatusCode, text)
	}
}

// event is what the bot reads of messages and interactions.
type event struct {
	ID, Token, Content, Locale string
	ChannelID                  string `json:"channel_id"`
	Type                       int
	Author                     struct{ Bot bool }
	Mentions                   []struct{ ID string }
	Data                       struct {
		Name     string
		CustomID string `json:"custom_id"`
		Values   []string
		TargetID string `json:"target_id"`
		Options  []struct {
			Name    string
			Value   any
			Focused bool
		}
		Resolved struct {
			Attachments map[string]struct {
				Filename string
				Size     int
			}
			Messages map[string]struct{ Content string }
		}
		Components json.RawMessage
	}
}

func (b *bot) event(name string, data json.RawMessage) {
	var e event
	if err := json.Unmarshal(data, &e); err != nil {
		b.t.Error(err)
	}
	switch {
	case name == "MESSAGE_CREATE" && !e.Author.Bot && len(e.Mentions) > 0 && e.Mentions[0].ID == b.d.BotID():
		b.call("POST", "/channels/"+e.ChannelID+"/typing", "")
		b.call("POST", "/channels/"+e.ChannelID+"/messages", fmt.Sprintf(
			`{"content":%q,"embeds":[%s],"components":%s,"allowed_mentions":{"parse":[]},"message_reference":{"message_id":%q}}`, "", answer, answerButtons, e.ID))
	case name == "MESSAGE_UPDATE" && !e.Author.Bot:
		b.call("POST", "/channels/"+e.ChannelID+"/messages", fmt.Sprintf(`{"content":%q}`, "I saw the edit: "+e.Content))
	case name == "INTERACTION_CREATE":
		b.interaction(e)
	}
}

func (b *bot) interaction(e event) {
	back := func(kind int, data string) {
		b.call("POST", "/interactions/"+e.ID+"/"+e.Token+"/callback", fmt.Sprintf(`{"type":%d,"data":%s}`, kind, data))
	}
	say := func(text string, flags int) {
		body, err := json.Marshal(map[string]any{"content": text, "flags": flags, "allowed_mentions": map[string]any{"parse": []string{}}})
		if err != nil {
			b.t.Error(err)
		}
		back(4, string(body))
	}
	option := make(map[string]any)
	for _, o := range e.Data.Options {
		option[o.Name] = o.Value
	}
	switch e.Data.Name + e.Data.CustomID {
	case "ask":
		flags := 0
		if option["only_me"] == true {
			flags = discordtest.Ephemeral
		}
		if e.Type == 4 {
			back(8, `{"choices":[{"name":"The Harbour Post","value":"harbour-post"},{"name":"Skerry Courier","value":"skerry-courier"}]}`)
			return
		}
		back(4, fmt.Sprintf(`{"content":%q,"flags":%d,"embeds":[%s],"components":%s}`, fmt.Sprint("Asked: ", option["question"], " in ", option["outlet"]), flags, answer, answerButtons))
	case "check":
		for _, f := range e.Data.Resolved.Attachments {
			say(fmt.Sprintf("Read %s, %d bytes", f.Filename, f.Size), 0)
		}
	case "Check quotes":
		say("Checked: "+e.Data.Resolved.Messages[e.Data.TargetID].Content, discordtest.Ephemeral)
	case "menus":
		back(4, `{"content":"Choose.","components":`+menus+`}`)
	case "slow":
		back(5, `{}`)
		<-b.slow
		b.call("PATCH", "/webhooks/"+b.d.AppID()+"/"+e.Token+"/messages/@original", `{"content":"Here at last."}`)
	case "hostile":
		say(fmt.Sprint(option["text"]), 0)
	case "more":
		back(7, `{"content":"Second passage."}`)
	case "wrong":
		if e.Type == 3 {
			back(9, wrongForm)
			return
		}
		say("Thank you: "+compact(e.Data.Components), discordtest.Ephemeral)
	case "one", "who", "roles", "where":
		say("Chosen: "+strings.Join(e.Data.Values, ", "), discordtest.Ephemeral)
	}
}

// compact are the values of a form.
func compact(components json.RawMessage) string {
	var list []struct {
		Value      string
		Values     []string
		Component  json.RawMessage
		Components json.RawMessage
	}
	if json.Unmarshal(components, &list) != nil {
		return ""
	}
	var out []string
	for _, c := range list {
		out = append(out, c.Value, strings.Join(c.Values, "+"))
		if len(c.Component) > 0 {
			out = append(out, compact(json.RawMessage("["+string(c.Component)+"]")))
		}
		out = append(out, compact(c.Components))
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}
