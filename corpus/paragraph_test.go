package corpus

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the goldens anew")

// paragraphTexts are the texts in testdata/paragraphs, whose people, places and outlets are invented.
func paragraphTexts(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	files, err := filepath.Glob("testdata/paragraphs/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens: got %d, %v", len(files), err)
	}
	texts := make(map[string]*txtar.Archive)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = archive
	}
	return texts
}

func TestSplitParagraphs(t *testing.T) {
	for file, archive := range paragraphTexts(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			body := string(archive.Files[0].Data)
			got := describe(body, SplitParagraphs(body, Span{End: len(body)}))
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

// The line ends of other systems divide the same paragraphs, whose own line ends stay.
func TestSplitParagraphsLineEnds(t *testing.T) {
	for file, archive := range paragraphTexts(t) {
		for _, end := range []string{"\r\n", "\r", "\u2028"} {
			body := strings.ReplaceAll(string(archive.Files[0].Data), "\n", end)
			got := describe(body, SplitParagraphs(body, Span{End: len(body)}))
			if diff := cmp.Diff(string(archive.Files[1].Data), strings.ReplaceAll(got, end, "\n")); diff != "" {
				t.Errorf("%s with %q (-want +got):\n%s", file, end, diff)
			}
		}
	}
}

// describe writes each paragraph's kind, text and credit.
func describe(body string, ps []Paragraph) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%s: %s\n", p.Kind, p.Span.Of(body))
		if p.Credit.Len() > 0 {
			fmt.Fprintf(&b, "  credit: %s\n", p.Credit.Of(body))
		}
	}
	return b.String()
}

func TestSplitParagraphsWithin(t *testing.T) {
	const body = "Headline\n\nOne.\n\nTwo.\n\nNot three."
	got := SplitParagraphs(body, Span{10, 20})
	want := []Paragraph{{Kind: Lead, Span: Span{10, 14}}, {Kind: Body, Span: Span{16, 20}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := SplitParagraphs(body, Span{8, 10}); len(got) != 0 {
		t.Errorf("white space: got %v, want none", got)
	}
}

func TestKindText(t *testing.T) {
	for k := Body; k <= Footer; k++ {
		text, err := k.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got Kind
		if err := got.UnmarshalText(text); err != nil || got != k {
			t.Errorf("%s: got %v, %v, want %v", text, got, err, k)
		}
		if want := k == Body || k == Lead; k.Story() != want {
			t.Errorf("%v.Story(): got %v, want %v", k, k.Story(), want)
		}
	}
	var k Kind
	if err := k.UnmarshalText([]byte("poem")); err == nil {
		t.Error("poem: got no error")
	}
}

// checkParagraphs checks that paragraphs are in order, trimmed, and hold each byte that is not white space once.
func checkParagraphs(t *testing.T, body string, ps []Paragraph) {
	t.Helper()
	end, leads := 0, 0
	for _, p := range ps {
		if p.Span.Start < end || p.Span.Len() <= 0 || p.Span.End > len(body) || p.Span.Trim(body) != p.Span {
			t.Fatalf("paragraph %v of %d bytes after %d is out of place", p, len(body), end)
		}
		if p.Credit != (Span{}) && (!p.Span.Contains(p.Credit) || p.Credit.Len() <= 0) {
			t.Fatalf("paragraph %v: the credit is out of place", p)
		}
		if lost := strings.TrimFunc(body[end:p.Span.Start], blank); lost != "" {
			t.Fatalf("%q at %d is in no paragraph", lost, end)
		}
		if p.Kind == Lead {
			leads++
		}
		end = p.Span.End
	}
	if lost := strings.TrimFunc(body[end:], blank); lost != "" {
		t.Fatalf("%q at %d is in no paragraph", lost, end)
	}
	if leads > 1 {
		t.Fatalf("got %d leads, want one at most", leads)
	}
}

func FuzzSplitParagraphs(f *testing.F) {
	for _, archive := range paragraphTexts(f) {
		f.Add(string(archive.Files[0].Data))
	}
	f.Add("a\r\rb\u2029c\f\u0085d | e/AP")
	f.Fuzz(func(t *testing.T, body string) {
		checkParagraphs(t, body, SplitParagraphs(body, Span{End: len(body)}))
	})
}

func BenchmarkSplitParagraphs(b *testing.B) {
	var all strings.Builder
	for _, archive := range paragraphTexts(b) {
		all.Write(archive.Files[0].Data)
		all.WriteString("\n\n")
	}
	body := all.String()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		SplitParagraphs(body, Span{End: len(body)})
	}
}
