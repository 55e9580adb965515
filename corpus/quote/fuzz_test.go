package quote

import (
	"strings"
	"testing"

	"copydesk/corpus"
)

// FuzzAttribute holds the spans of every attribution to the body: in bounds, in order, without overlap, in the
// story's paragraphs.
func FuzzAttribute(f *testing.F) {
	for _, seed := range []string{
		"“One,” Ada Brandt said. “Two.”\n\n“Three.”",
		"Brandt, a vet in Hull, said the boat was “late.”",
		"''a'' said ''b'' `` \" “ ” ‘ ’ « » (((",
		"As X, who said Y said “Z, according to , W: “",
		"“" + strings.Repeat("a said “b” ", 50),
		"HULL (Wire) — \xff\xfe “\x80,” he said.\r\n\r\nShe said: \n\n“…”",
		strings.Repeat("\"", 64), strings.Repeat("he said he said that ", 40), "of Mr. I. 's ’s, Jr., the",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		a := article(body)
		last := 0
		taken := map[int]bool{}
		for _, at := range Attribute(a) {
			if len(at.Content) == 0 {
				t.Fatal("an attribution without content")
			}
			if at.Content[0].Start < last {
				t.Errorf("attributions: one begins at %d after one at %d", at.Content[0].Start, last)
			}
			last = at.Content[0].Start
			end := 0
			for _, s := range at.Content {
				checkSpan(t, a, s, false)
				if s.Start < end {
					t.Errorf("content: %v begins before %d, where the last ends", s, end)
				}
				end = s.End
				for i := s.Start; i < s.End; i++ {
					if taken[i] {
						t.Fatalf("content: byte %d is attributed twice", i)
					}
					taken[i] = true
				}
			}
			checkSpan(t, a, at.Cue, true)
			checkSpan(t, a, at.Source, true)
			if at.Confidence < 0 || at.Confidence > 1 {
				t.Errorf("confidence: got %v, want 0 to 1", at.Confidence)
			}
			if at.Source.Len() == 0 && at.Speaker != "" {
				t.Errorf("speaker without a source: %q", at.Speaker)
			}
		}
	})
}

func checkSpan(t *testing.T, a *corpus.Article, s corpus.Span, mayBeEmpty bool) {
	t.Helper()
	if s == (corpus.Span{}) && mayBeEmpty {
		return
	}
	if s.Start < 0 || s.End > len(a.Body) || s.Start >= s.End {
		t.Fatalf("span %v: want a stretch of the %d bytes", s, len(a.Body))
	}
	n := a.ParagraphAt(s.Start)
	if n == 0 || !a.Paragraphs[n-1].Kind.Story() || !a.Paragraphs[n-1].Span.Contains(s) {
		t.Errorf("span %v %q: not within a paragraph of the story", s, s.Of(a.Body))
	}
}

// FuzzQuotations holds quotations to their paragraph.
func FuzzQuotations(f *testing.F) {
	for _, seed := range []string{"“a” 'b' ''c'' \"d", "“a “b” c” ”d“", "«a»„b“‘c’ s’ d’", "'''x''' ``y''"} {
		f.Add(seed, true, true)
		f.Add(seed, false, false)
	}
	f.Fuzz(func(t *testing.T, text string, singles, goesOn bool) {
		body := "x " + text + " x"
		para := corpus.Span{Start: 2, End: 2 + len(text)}
		qs, _ := quotations(nil, nil, body, para, singles, goesOn)
		end := para.Start
		for _, q := range qs {
			if q.span.Start < end || q.span.End > para.End || q.span.Len() <= 0 {
				t.Errorf("quotation %v in %v after %d", q.span, para, end)
			}
			end = q.span.End
		}
	})
}
