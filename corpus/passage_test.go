package corpus

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The texts are invented.
const (
	shortText = "The fair opened."
	longText  = "The fair opened on Thursday to queues that reached the old customs house, and nobody in Brink could remember a year like it."
)

// articleOf is an article that has the paragraphs of body.
func articleOf(body string) *Article {
	return &Article{Body: body, Paragraphs: SplitParagraphs(body, Span{End: len(body)})}
}

func TestPassages(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // kind, paragraph, subhead: text
	}{
		{"none", "", nil},
		{"one", shortText, []string{"lead 1 : " + shortText}},
		{"short ones are joined", shortText + "\n\n" + shortText + "\n\n" + longText + "\n\n" + longText,
			[]string{"lead 1 : " + shortText + "\n\n" + shortText + "\n\n" + longText, "body 4 : " + longText}},
		{"a short one joins what precedes", longText + "\n\n" + shortText + "\n\n" + longText,
			[]string{"lead 1 : " + longText + "\n\n" + shortText, "body 3 : " + longText}},
		{"subheads part and name", shortText + "\n\nNew stalls\n\n" + shortText + "\n\n" + shortText + "\n\nOld stalls\n\n" + shortText,
			[]string{"lead 1 : " + shortText, "body 3 New stalls: " + shortText + "\n\n" + shortText, "body 6 Old stalls: " + shortText}},
		{"captions part", shortText + "\n\nThe gate. | Mira Solt/AFP\n\n" + shortText + "\n\n© 2026 Harbour Post",
			[]string{"lead 1 : " + shortText, "caption 2 : The gate. | Mira Solt/AFP", "body 3 : " + shortText, "footer 4 : © 2026 Harbour Post"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf(tt.body)
			var got []string
			for _, p := range Passages(a) {
				got = append(got, fmt.Sprintf("%v %d %s: %s", p.Kind, p.Paragraph, p.Subhead, p.Span.Of(a.Body)))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPassagesAreBounded(t *testing.T) {
	tests := []struct{ name, body string }{
		{"short paragraphs", strings.Repeat(shortText+"\n\n", 200)},
		{"long paragraph", strings.Repeat(longText+" ", 100)},
		{"long sentence", strings.Repeat("and so on ", 1000)},
		{"no spaces", strings.Repeat("é", 5000)},
		{"one sentence too long", shortText + " " + strings.Repeat("and so on ", 300) + "ended. " + longText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf(tt.body)
			checkPassages(t, a)
			passages := Passages(a)
			for _, p := range passages {
				if p.Span.Len() > maxPassage {
					t.Errorf("got a passage of %d bytes, want %d at most", p.Span.Len(), maxPassage)
				}
			}
			if most := 2 + len(a.Body)/(maxJoined/4); len(passages) > most {
				t.Errorf("got %d passages of %d bytes, want %d at most", len(passages), len(a.Body), most)
			}
		})
	}
}

// A long paragraph is cut where sentences end, into parts of similar length.
func TestPassagesCutAtSentences(t *testing.T) {
	a := articleOf(strings.TrimSpace(strings.Repeat(longText+" ", 30)))
	passages := Passages(a)
	if want := 3; len(passages) != want {
		t.Fatalf("got %d passages of %d bytes, want %d", len(passages), len(a.Body), want)
	}
	for _, p := range passages {
		text := p.Span.Of(a.Body)
		if !strings.HasPrefix(text, "The fair") || !strings.HasSuffix(text, "like it.") {
			t.Errorf("not cut at a sentence: %q", text)
		}
	}
}

// Paragraphs with other text between them, such as a byline, are not joined.
func TestPassagesLeaveOutWhatIsBetween(t *testing.T) {
	const body = "Analysis\nBy Anna Veldt\n" + shortText
	lead := Span{0, len("Analysis")}
	rest := Span{len(body) - len(shortText), len(body)}
	a := &Article{Body: body, Paragraphs: []Paragraph{{Kind: Lead, Span: lead}, {Kind: Body, Span: rest}}}
	want := []Passage{{lead, Lead, 1, ""}, {rest, Body, 2, ""}}
	if diff := cmp.Diff(want, Passages(a)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// checkPassages checks that passages are in order and of one kind, and that every paragraph but subheads is covered.
func checkPassages(t *testing.T, a *Article) {
	t.Helper()
	covered := make([]bool, len(a.Body))
	end := 0
	for _, p := range Passages(a) {
		if p.Span.Start < end || p.Span.Len() <= 0 || p.Span.End > len(a.Body) || p.Span.Trim(a.Body) != p.Span {
			t.Fatalf("passage %v of %d bytes after %d is out of place", p, len(a.Body), end)
		}
		if first := a.Paragraphs[p.Paragraph-1]; first.Kind != p.Kind || !first.Span.Overlaps(p.Span) {
			t.Fatalf("passage %v: its first paragraph is %v", p, first)
		}
		for i := p.Span.Start; i < p.Span.End; i++ {
			covered[i] = true
		}
		end = p.Span.End
	}
	for _, p := range a.Paragraphs {
		for i, r := range p.Span.Of(a.Body) {
			if at := p.Span.Start + i; !blank(r) && covered[at] == (p.Kind == Subhead) {
				t.Fatalf("%v %v: byte %d in a passage: %v", p.Kind, p.Span, at, covered[at])
			}
		}
	}
}

func FuzzPassages(f *testing.F) {
	for _, archive := range paragraphTexts(f) {
		f.Add(string(archive.Files[0].Data))
	}
	f.Add(strings.Repeat(longText+" ", 20))
	f.Add(strings.Repeat("\x80", 2000))
	f.Fuzz(func(t *testing.T, body string) {
		checkPassages(t, articleOf(body))
	})
}
