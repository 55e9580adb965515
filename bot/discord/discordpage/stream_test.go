package discordpage_test

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
)

// events reads what the page is sent of a channel.
func events(t *testing.T, h http.Handler, user, channel string) func(text string) {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	resp, err := http.Get(server.URL + "/api/stream?user=" + user + "&channel=" + channel)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	lines := bufio.NewScanner(resp.Body)
	late := time.AfterFunc(patience, func() { resp.Body.Close() })
	t.Cleanup(func() { late.Stop() })
	return func(text string) {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), text) {
				return
			}
		}
		t.Fatalf("%s did not come: %v", text, lines.Err())
	}
}

func TestStream(t *testing.T) {
	d, h := handler(t)
	b := &bot{t: t, d: d}
	question := d.Say(discordtest.UserMessage{Content: "Who?"})
	await := events(t, h, "400", "200")
	await(`"reset":true,"messages":[{"id":"` + question + `"`)
	b.call("POST", "/channels/200/typing", "")
	await(`"typing":true`)
	b.call("POST", "/channels/200/messages", `{"content":"The port."}`)
	await(`"typing":false`)
	d.Say(discordtest.UserMessage{ChannelID: "201", Content: "Elsewhere."})
	await(`"elsewhere":["201"]`)
	d.Say(discordtest.UserMessage{ChannelID: "301", UserID: "401", Content: "Not for all."})
	d.Edit(question, "Who runs it?")
	await("Who runs it?")
	d.Delete(question)
	await(`{"id":"` + question + `","html":""}`)
}
