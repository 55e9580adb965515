package discord

import (
	"strings"
	"testing"
	"unicode/utf8"

	"copydesk/bot"
	"copydesk/corpus"
)

func TestQuotation(t *testing.T) {
	const text = "The old ferry sank in March. Nobody was hurt, the harbour master said. It will be raised in May."
	const says = "Nobody was hurt, the harbour master said."
	for _, tt := range []struct {
		name, text, evidence string
		bold                 bool
		limit                int
		want                 string
	}{
		{"whole", text, says, true, 1000, "> The old ferry sank in March. **Nobody was hurt, the harbour master said.** It will be raised in May."},
		{"no answer", text, says, false, 1000, "> The old ferry sank in March. Nobody was hurt, the harbour master said. It will be raised in May."},
		{"no evidence", text, "", true, 1000, "> The old ferry sank in March. Nobody was hurt, the harbour master said. It will be raised in May."},
		{"whole sentences", text, says, true, 85, "> *[…]* **Nobody was hurt, the harbour master said.** *[…]*"},
		{"whole sentence before", text + text, says, true, 120, "> The old ferry sank in March. **Nobody was hurt, the harbour master said.** *[…]*"},
		{"words around", text, "harbour master", true, 60, "> *[…]* was hurt, the **harbour master** said. *[…]*"},
		{"evidence alone", text, says, true, 62, "> *[…]* **Nobody was hurt, the harbour master said.** *[…]*"},
		{"cut evidence", text, says, true, 40, "> *[…]* **Nobody was hurt, the** *[…]*"},
		{"no room", text, says, true, 10, "> *[…]*"},
		{"from the start", text, "", true, 40, "> The old ferry sank in March. *[…]*"},
		{"paragraphs", "One.\n\nTwo two.\r\nThree.", "One.\n\nTwo two.", true, 1000, "> **One.**\n> \n> **Two two.**\n> Three."},
		{"asterisks", "He wrote *never* again**.", "*never* again**", true, 1000, `> He wrote **\*never\* again\*\***.`},
		{"markers", "1. One\n# Two\n> Three", "# Two", true, 1000, "> 1\\. One\n> **\\# Two**\n> \\> Three"},
		{"article's own mark", "A […] b", "b", true, 1000, `> A \[…\] **b**`},
	} {
		at := strings.Index(tt.text, tt.evidence)
		got := quotation(tt.text, extent{at, at + len(tt.evidence)}, tt.bold, tt.limit)
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestClip(t *testing.T) {
	for _, tt := range []struct {
		text  string
		limit int
		want  string
	}{
		{"A short headline", 20, "A short headline"},
		{" two\nlines\t here ", 20, "two lines here"},
		{"Minister resigns over ferry", 24, "Minister resigns […]"},
		{"Minister resigns over ferry", 25, "Minister resigns over […]"},
		{"Supercalifragilistic", 10, "[…]"},
		{"a*b", 4, `a\*b`},
		{"", 4, ""},
		{"💡💡 💡💡", 9, "💡💡 💡💡"},
		{"💡💡 💡💡", 8, "💡💡 […]"},
	} {
		if got := clip(tt.text, tt.limit, escape); got != tt.want {
			t.Errorf("clip(%q, %d): got %q, want %q", tt.text, tt.limit, got, tt.want)
		}
	}
}

func TestEvidenceIn(t *testing.T) {
	passage := func(start int, text string, evidenceStart int, evidence string) bot.Passage {
		p := bot.Passage{Span: corpus.Span{Start: start, End: start + len(text)}, Text: text}
		p.Evidence.Span = corpus.Span{Start: evidenceStart, End: evidenceStart + len(evidence)}
		p.Evidence.Text = evidence
		return p
	}
	for _, tt := range []struct {
		name string
		p    bot.Passage
		want extent
	}{
		{"second of two", passage(100, "tide tide", 105, "tide"), extent{5, 9}},
		{"misplaced", passage(100, "low tide", 0, "tide"), extent{4, 8}},
		{"beyond", passage(100, "low tide", 107, "tide"), extent{4, 8}},
		{"elsewhere", passage(100, "low tide", 300, "gale"), extent{}},
		{"none", passage(100, "low tide", 0, ""), extent{}},
	} {
		if got := evidenceIn(tt.p); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func FuzzQuotation(f *testing.F) {
	f.Add("The *quay* closed. It opened\n\nagain.", 4, 9, 40)
	f.Add("1. One 💡\r\n# Two", 0, 3, 12)
	f.Add("\xff\x00 \u2028 a", 1, 2, 8)
	f.Fuzz(func(t *testing.T, text string, start, size, limit int) {
		if limit < 20 || limit > 1<<16 || !utf8.ValidString(text) {
			t.Skip()
		}
		start = min(max(start, 0), len(text))
		end := start + min(max(size, 0), len(text)-start)
		if !utf8.ValidString(text[:start]) || !utf8.ValidString(text[:end]) {
			t.Skip()
		}
		got := quotation(text, extent{start, end}, true, limit)
		if length(got) > limit && strings.TrimSpace(text) != "" {
			t.Fatalf("%d characters, want at most %d: %q", length(got), limit, got)
		}
		want := " " + strings.Join(strings.Fields(shownWords(escape(text))), " ") + " "
		shown := strings.NewReplacer(cutMark, " ", "\n> ", "\n").Replace(strings.TrimPrefix(got, "> "))
		shown = strings.Join(strings.Fields(shownWords(shown)), " ")
		if shown != "" && !strings.Contains(want, " "+shown+" ") {
			t.Errorf("got %q, whose words %q are not in a row in %q", got, shown, want)
		}
	})
}

// shownWords takes the bold marks off and what is escaped out of its escapes.
func shownWords(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case s[i] != '*':
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
