package discord

import (
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
)

func TestEchoed(t *testing.T) {
	for _, tt := range []struct{ question, want string }{
		{"When will the ferry be raised?", "When will the ferry be raised?"},
		{hostile, markdown.OneLine(hostile)},
		{"# > -# 1. " + `\ \\`, `# > -# 1. \ \\`},
		{"ماذا قالت?", "ماذا قالت?"},
		{" two\nlines ", "two lines"},
		{"cut […]", "cut […]"},
		{"", ""},
	} {
		shown := echo(bot.Question{Text: tt.question, Outlet: "Ledger"}) + "Nothing in 3 articles answers that."
		if got := echoed(shown); got != tt.want {
			t.Errorf("%q: got %q, want %q", shown, got, tt.want)
		}
	}
	long := strings.Repeat("What did they say about the quay, and who heard it? ", 20)
	got := echoed(echo(bot.Question{Text: long}))
	if rest, ok := strings.CutPrefix(long, got); !ok || len(got) < maxQuoted/2 || !strings.HasPrefix(rest, " ") {
		t.Errorf("got %q, want whole words from the beginning of %q", got, long)
	}
	for _, content := range []string{"", "Nothing in 3 articles answers that.", "-# Read with the question before: “Who?”", "a\n> b"} {
		if got := echoed(content); got != "" {
			t.Errorf("%q: got %q, want nothing", content, got)
		}
	}
}
