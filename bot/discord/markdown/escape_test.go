package markdown

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func TestEscape(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"Plain words, 10:30 a.m. (local) & more!", "Plain words, 10:30 a.m. (local) & more!"},
		{"*a* _b_ ~~c~~ `d` ||e||", `\*a\* \_b\_ \~\~c\~\~ ` + "\\`d\\`" + ` \|\|e\|\|`},
		{`back\slash`, `back\\slash`},
		{"[x](http://evil.example)", `\[x\](http\://evil.example)`},
		{"<@1> <#2> <t:3:R> </ask:4> <:n:5>", `\<\@1\> \<#2\> \<t:3:R\> \</ask:4\> \<:n:5\>`},
		{"@everyone @here", `\@everyone \@here`},
		{"https://a.example/b_c discord://-/x", `https\://a.example/b\_c discord\://-/x`},
		{"# h\n## h\n-# s\n- l\n* l\n+ l\n> q\n>>> q\n1. l\n 23. l", "\\# h\n\\## h\n\\-# s\n\\- l\n\\* l\n\\+ l\n\\> q\n\\>\\>\\> q\n1\\. l\n 23\\. l"},
		{"\u200b# h", "\u200b\\# h"},
		{"not a list: 1. x, C# and well-known", "not a list: 1. x, C# and well-known"},
		{"3.5 per cent", `3\.5 per cent`},
		{"a\r\nb\rc\u2028d\x00e\tf", "a\nb\nc\nde\tf"},
		{"1\x18. x http:\x00//x", "1\\. x http\\://x"},
		{"bad \xff byte", "bad \ufffd byte"},
		{"right\u202eleft zero\u200dwidth", "right\u202eleft zero\u200dwidth"},
	} {
		if got := Escape(tt.text); got != tt.want {
			t.Errorf("Escape(%q): got %q, want %q", tt.text, got, tt.want)
		}
	}
}

var (
	escapes  = regexp.MustCompile(`(?s)\\.`)
	anything = regexp.MustCompile("[*_~`|\\[\\]<>@\\\\]|:/")
	block    = regexp.MustCompile(`(?m)^[\s\p{Cf}]*(?:[#+-]|\d+\.)`)
)

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"*a\\*", "1. x", "# y", "a\n- b", "http://x", "\\", "\u200f1.", "a\r\n\r#b", "\xff", "\u0085-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Escape(text)
		shown := strings.Map(func(r rune) rune {
			if unicode.IsControl(r) && r != '\n' && r != '\t' {
				return -1
			}
			return r
		}, strings.Join(Lines(text), "\n"))
		if Unescape(got) != shown {
			t.Errorf("Escape(%q) = %q shows %q, want %q", text, got, Unescape(got), shown)
		}
		bare := escapes.ReplaceAllString(got, "")
		if m := anything.FindString(bare); m != "" {
			t.Errorf("Escape(%q) = %q: %q can begin something", text, got, m)
		}
		if m := block.FindString(escapes.ReplaceAllString(got, "x")); m != "" {
			t.Errorf("Escape(%q) = %q: a line begins with %q", text, got, m)
		}
	})
}

func TestIsolate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Maren Oyelaran", "Maren Oyelaran"},
		{"مرسى", "\u2068مرسى\u2069"},
		{"Harbour\u202eLedger", "\u2068Harbour\u202eLedger\u2069"},
	} {
		if got := Isolate(tt.text); got != tt.want {
			t.Errorf("Isolate(%q): got %q, want %q", tt.text, got, tt.want)
		}
	}
}
