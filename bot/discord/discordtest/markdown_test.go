package discordtest

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The ferry sails.", "The ferry sails."},
		{"one\ntwo", "one<br>two"},
		{"**The ferry** sails", "<strong>The ferry</strong> sails"},
		{"*The ferry* and _the tide_", "<em>The ferry</em> and <em>the tide</em>"},
		{"***both***", "<strong><em>both</em></strong>"},
		{"__under__ ~~out~~ ||hidden||", "<u>under</u> <s>out</s> <mark>hidden</mark>"},
		{`\*not bold\* \_nor\_ \[this\]`, "*not bold* _nor_ [this]"},
		{`**a \*\* b**`, "<strong>a ** b</strong>"},
		{"2 * 3 * 4", "2 * 3 * 4"},
		{"**open", "**open"},
		{"`code **here**` and ``a`b``", "<code>code **here**</code> and <code>a`b</code>"},
		{"[**The ferry**](https://harbour.example/a#:~:text=a,b)", `<a href="https://harbour.example/a#:~:text=a,b"><strong>The ferry</strong></a>`},
		{"[a](<https://harbour.example/a_(b)>)", `<a href="https://harbour.example/a_(b)">a</a>`},
		{"[a](javascript:alert(1))", "[a](javascript:alert(1))"},
		{"See https://harbour.example/a_b_c.", `See <a href="https://harbour.example/a_b_c">https://harbour.example/a_b_c</a>.`},
		{"<https://harbour.example/>", `<a href="https://harbour.example/">https://harbour.example/</a>`},
		{"> quoted\n> more\nafter", "<blockquote>quoted<br>more</blockquote>after"},
		{">>> all\nof it", "<blockquote>all<br>of it</blockquote>"},
		{"# Head\n-# small\n- item", "<h1>Head</h1><small>small</small><li>item</li>"},
		{"```\na < b\n**c**\n```\nafter", "<pre>a &lt; b\n**c**</pre>after"},
		{"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
		{"<@400> @everyone", `<span class="mention">@400</span> <span class="mention">@everyone</span>`},
		{"<t:1771484700:d>", "<code>19 February 2026 07:05</code>"},
		{`[a](https://harbour.example/"onclick="x)`, `<a href="https://harbour.example/&#34;onclick=&#34;x">a</a>`},
	}
	for _, test := range tests {
		if got := string(markdown(test.text)); got != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

// FuzzMarkdown proves that nothing but the tags above gets out.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{"**a** <b>", "[a](https://b/\"c)", "> `", "```", `\`, "[\\](https://x)"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxDescription {
			return // no message has it
		}
		out := strings.ToLower(string(markdown(text)))
		for _, bad := range []string{"<script", "<img", `href="javascript`} {
			if strings.Contains(out, bad) {
				t.Errorf("%q becomes %s", text, out)
			}
		}
		if opened, closed := strings.Count(out, "<strong>"), strings.Count(out, "</strong>"); opened != closed {
			t.Errorf("%q becomes %s: %d opened, %d closed", text, out, opened, closed)
		}
	})
}
