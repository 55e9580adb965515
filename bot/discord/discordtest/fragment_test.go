package discordtest_test

import (
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
)

func TestFragment(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{
		Users: []discordtest.User{{ID: "402", Name: "<b>Per</b>"}}, Roles: []discordtest.Role{{ID: "500", Name: "Editors"}},
	})
	c := newClient(t, s)
	c.do("POST", channelMessages, `{"content":"<@402> <@&500> <#201> <@&1>","components":[{"type":1,"components":[
		{"type":2,"style":1,"custom_id":"a\"b","label":"<i>More</i>"},{"type":2,"style":5,"url":"https://harbour.example/","label":"Out"}]},
		{"type":1,"components":[{"type":3,"custom_id":"m","options":[{"label":"</button><script>","value":"v","default":true}]}]}],
		"embeds":[{"title":"<script>alert(1)</script>","color":255}]}`)
	m := s.AwaitMessage(t, "200", 1)
	own, _ := s.Message(s.Say(discordtest.UserMessage{Content: `"><script>alert(1)</script>`, Files: []discordtest.File{{Name: `"a" <b>.txt`, Data: strings.Repeat("x", 1500)}}}))
	tests := []struct {
		name, got string
		want      []string
		not       []string
	}{
		{"the bot's", string(s.Fragment(m, "400")), []string{
			"@&lt;b&gt;Per&lt;/b&gt;</span>", `>@Editors</span>`, `>#ferry story</span>`, `data-press="a&#34;b"`, "&lt;i&gt;More&lt;/i&gt;",
			`href="https://harbour.example/"`, `fill="#0000ff"`, "<span>&lt;/button&gt;&lt;script&gt;</span>", "&lt;script&gt;alert(1)&lt;/script&gt;",
		}, []string{"<script", "<b>Per", "data-text", "style="}},
		{"one's own", string(s.Fragment(own, "400")), []string{`data-text="&#34;&gt;&lt;script&gt;alert(1)`, "1.5 kB", "&#34;a&#34; &lt;b&gt;.txt"}, []string{"<script", "<b>", "style="}},
		{"another's", string(s.Fragment(own, "402")), nil, []string{"data-text"}},
	}
	for _, test := range tests {
		for _, want := range test.want {
			if !strings.Contains(test.got, want) {
				t.Errorf("%s: got no %s in\n%s", test.name, want, test.got)
			}
		}
		for _, not := range test.not {
			if strings.Contains(test.got, not) {
				t.Errorf("%s: got %s in\n%s", test.name, not, test.got)
			}
		}
	}
}

// A reply shows a line of what it answers, and says so when that is gone.
func TestFragmentOfAReply(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	question := s.Say(discordtest.UserMessage{Content: "Who?\nAnd when?"})
	reply, _ := s.Message(s.Say(discordtest.UserMessage{Content: "Nobody.", ReplyTo: question}))
	if got := string(s.Fragment(reply, "400")); !strings.Contains(got, `data-jump="m`+question+`"`) || !strings.Contains(got, `<span class="what">Who?</span>`) {
		t.Errorf("got %s, want the question above", got)
	}
	s.Delete(question)
	reply, _ = s.Message(reply.ID)
	if got := string(s.Fragment(reply, "400")); !strings.Contains(got, "Original message was deleted") {
		t.Errorf("got %s, want the question gone", got)
	}
}
