package discord

import (
	"net/url"
	"strings"
	"testing"
)

func TestLink(t *testing.T) {
	long := strings.Repeat("one two three four five ", 4) + "the last words are these six here."
	for _, tt := range []struct{ name, address, evidence, want string }{
		{"short", "https://gazette.example/a", "The quay closed.", "https://gazette.example/a#:~:text=The%20quay%20closed"},
		{"quoted", "https://gazette.example/a", "“We waited,” she said.", "https://gazette.example/a#:~:text=We%20waited%2C%E2%80%9D%20she%20said"},
		{"reserved", "http://gazette.example", "A-B, C & D", "http://gazette.example#:~:text=A%2DB%2C%20C%20%26%20D"},
		{"long", "https://gazette.example/a?id=1", long, "https://gazette.example/a?id=1#:~:text=one%20two%20three%20four%20five%20one,last%20words%20are%20these%20six%20here"},
		{"two paragraphs", "https://gazette.example/a", "It closed.\n\nIt opened.", "https://gazette.example/a#:~:text=It%20closed,It%20opened"},
		{"fragment kept", "https://gazette.example/a#part%202", "Closed", "https://gazette.example/a#part%202:~:text=Closed"},
		{"directive replaced", "https://gazette.example/a#p:~:text=old", "Closed", "https://gazette.example/a#p:~:text=Closed"},
		{"route kept", "https://gazette.example/#/story/1", "Closed", "https://gazette.example/#/story/1:~:text=Closed"},
		{"no words", "https://gazette.example/a", " … ", "https://gazette.example/a"},
		{"spaces in path", "https://gazette.example/a b", "", "https://gazette.example/a%20b"},
		{"no address", "", "Closed", ""},
		{"other scheme", "javascript:alert(1)", "Closed", ""},
		{"file", "file:///etc/passwd", "Closed", ""},
		{"relative", "/a", "Closed", ""},
		{"no host", "https:///a", "Closed", ""},
		{"user", "https://gazette.example@evil.example/", "Closed", ""},
		{"control", "https://gazette.example/\n", "Closed", "https://gazette.example/#:~:text=Closed"},
		{"too long", "https://gazette.example/" + strings.Repeat("a", maxURL), "Closed", ""},
		{"no room", "https://gazette.example/" + strings.Repeat("a", maxURL-40), "The quay closed", "https://gazette.example/" + strings.Repeat("a", maxURL-40)},
	} {
		if got := link(tt.address, tt.evidence); got != tt.want {
			t.Errorf("%s: link(%q, %q): got %q, want %q", tt.name, tt.address, tt.evidence, got, tt.want)
		}
	}
}

func FuzzLink(f *testing.F) {
	f.Add("https://gazette.example/a#b", "The quay, they said - closed & shut.")
	f.Add("http://x", "\xff\n\n%")
	f.Fuzz(func(t *testing.T, address, evidence string) {
		got := link(address, evidence)
		if got == "" {
			return
		}
		u, err := url.Parse(got)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || len(got) > maxURL {
			t.Fatalf("link(%q, %q) = %q: no address to open: %v", address, evidence, got, err)
		}
		_, directive, ok := strings.Cut(got, ":~:text=")
		if !ok {
			return
		}
		if strings.ContainsAny(directive, " -&\n") || strings.Count(directive, ",") > 1 {
			t.Errorf("link(%q, %q) = %q: the directive is not encoded", address, evidence, got)
		}
		for part := range strings.SplitSeq(directive, ",") {
			text, err := url.PathUnescape(part)
			if words := strings.Join(strings.Fields(strings.ToValidUTF8(evidence, " ")), " "); err != nil || !strings.Contains(words, text) {
				t.Errorf("link(%q, %q): %q is not in the evidence: %v", address, evidence, text, err)
			}
		}
	})
}
