package discordtest_test

import (
	"regexp"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
)

// Tomas Vrede and the Harbour Gazette are invented, as is all in these tests.
func TestPage(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":4,"data":{"flags":64,"embeds":[{
		"author":{"name":"The Harbour Gazette","url":"https://harbour.example/"},"title":"Ferry to sail <b>hourly</b>","url":"https://harbour.example/a",
		"description":"**“We sail every hour,”** said Tomas Vrede.\n\\*","color":5793266,"image":{"url":"https://harbour.example/ferry.png"},
		"fields":[{"name":"Speaker","value":"Tomas Vrede","inline":true}],"footer":{"text":"Paragraph 3"},"timestamp":"2026-02-19T07:05:00Z"}],
		"components":`+rowOfButtons+`}}`, 204, "")
	question, _ := a.s.Message(a.s.Say(discordtest.UserMessage{Content: "<@" + a.s.BotID() + "> Who runs <i>it</i>?"}))
	a.must("POST", channelMessages, `{"content":"The port.","message_reference":{"message_id":"`+question.ID+`"}}`, 200, "")
	page := discordtest.Page("Ferry & tide", a.i.Reply(t), question, a.s.AwaitMessage(t, "200", 1))
	for _, want := range []string{
		"<title>Ferry &amp; tide</title>", ">Maren Oyelaran</span> used <span class=\"used\">/ask</span>", "Only you can see this",
		`<a href="https://harbour.example/">The Harbour Gazette</a>`, `<a href="https://harbour.example/a">Ferry to sail &lt;b&gt;hourly&lt;/b&gt;</a>`,
		"<strong>“We sail every hour,”</strong> said Tomas Vrede.<br>*", `fill="#5865f2"`, "Speaker</b>Tomas Vrede",
		"Paragraph 3 • 19/02/2026 07:05", `button s1">More`, "disabled", `<span class="mention">@copydesk</span> Who runs &lt;i&gt;it&lt;/i&gt;?`,
		`@Maren Oyelaran</span> <span class="what"><span class="mention">@copydesk</span>`, "image https://harbour.example/ferry.png",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("got no %s in\n%s", want, page)
		}
	}
	if found := regexp.MustCompile(`<(?:script|img|link|iframe|style[^>])|src=|url\(|@import`).FindString(page); found != "" {
		t.Errorf("got %s, want a page complete in itself", found)
	}
	if alone := question.HTML(); !strings.Contains(alone, "Who runs &lt;i&gt;it&lt;/i&gt;?") {
		t.Errorf("got %s, want the question", alone)
	}
}
