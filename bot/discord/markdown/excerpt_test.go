package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"copydesk/corpus"
)

func TestQuoteAround(t *testing.T) {
	const text = "The old ferry sank in March. Nobody was hurt, the harbour master said. It will be raised in May."
	const says = "Nobody was hurt, the harbour master said."
	for _, tt := range []struct {
		name, text, evidence string
		limit                int
		want                 string
	}{
		{"whole", text, says, 1000, "> The old ferry sank in March. **Nobody was hurt, the harbour master said.** It will be raised in May."},
		{"no evidence", text, "", 1000, "> The old ferry sank in March. Nobody was hurt, the harbour master said. It will be raised in May."},
		{"whole sentences", text, says, 85, "> *[…]* **Nobody was hurt, the harbour master said.** *[…]*"},
		{"whole sentence before", text + text, says, 120, "> The old ferry sank in March. **Nobody was hurt, the harbour master said.** *[…]*"},
		{"words around", text, "harbour master", 60, "> *[…]* was hurt, the **harbour master** said. *[…]*"},
		{"evidence alone", text, says, 62, "> *[…]* **Nobody was hurt, the harbour master said.** *[…]*"},
		{"cut evidence", text, says, 40, "> *[…]* **Nobody was hurt, the** *[…]*"},
		{"no room", text, says, 10, "> *[…]*"},
		{"from the start", text, "", 40, "> The old ferry sank in March. *[…]*"},
		{"paragraphs", "One.\n\nTwo two.\r\nThree.", "One.\n\nTwo two.", 1000, "> **One.**\n> \n> **Two two.**\n> Three."},
		{"asterisks", "He wrote *never* again**.", "*never* again**", 1000, `> He wrote **\*never\* again\*\***.`},
		{"markers", "1. One\n# Two\n> Three", "# Two", 1000, "> 1\\. One\n> **\\# Two**\n> \\> Three"},
		{"article's own mark", "A […] b", "b", 1000, `> A \[…\] **b**`},
	} {
		at := strings.Index(tt.text, tt.evidence)
		got := QuoteAround(tt.text, corpus.Span{Start: at, End: at + len(tt.evidence)}, tt.limit)
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
		if got := Clip(tt.text, tt.limit, Escape); got != tt.want {
			t.Errorf("Clip(%q, %d): got %q, want %q", tt.text, tt.limit, got, tt.want)
		}
	}
}

func FuzzQuoteAround(f *testing.F) {
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
		got := QuoteAround(text, corpus.Span{Start: start, End: end}, limit)
		if Length(got) > limit && strings.TrimSpace(text) != "" {
			t.Fatalf("%d characters, want at most %d: %q", Length(got), limit, got)
		}
		want := " " + strings.Join(strings.Fields(shownWords(Escape(text))), " ") + " "
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

func FuzzDivide(f *testing.F) {
	f.Add("The quay closed. It opened again, supercalifragilistically.", 7)
	f.Add("💡💡💡 \xff\x00 a", 2)
	f.Fuzz(func(t *testing.T, text string, most int) {
		if most < 1 || most > 1<<12 {
			t.Skip()
		}
		words, end := "", 0
		for _, e := range Divide(text, func(e corpus.Span) bool { return e.End-e.Start <= most }) {
			if e.Start < end || e.End <= e.Start || e.End > len(text) || e.End-e.Start > max(most, utf8.UTFMax) {
				t.Fatalf("got %v after %d of %q", e, end, text)
			}
			words, end = words+text[e.Start:e.End], e.End
		}
		if bare := func(s string) string { return strings.Join(strings.Fields(s), "") }; bare(words) != bare(text) {
			t.Errorf("got %q of %q", words, text)
		}
	})
}
