package ninjs

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/unicode"

	"copydesk/corpus"
)

var update = flag.Bool("update", false, "write what is read into the goldens")

// TestRead reads the first file of each archive in testdata and compares what comes out with the second.
// Every person, place, outlet and story in them is invented.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := archive.Files[0]
			got := describe(in.Name, in.Data)
			if *update {
				archive.Files = []txtar.File{in, {Name: "want", Data: []byte(got)}}
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("reading %s (-want +got):\n%s", in.Name, diff)
			}
		})
	}
}

// describe writes all that a file yields.
func describe(name string, data []byte) string {
	var b strings.Builder
	for item, err := range (Reader{}).Read(name, bytes.NewReader(data)) {
		switch {
		case err != nil:
			fmt.Fprintf(&b, "error: %v\n", err)
		case item.Article == nil:
			fmt.Fprintf(&b, "skipped: %s\n", item.Skipped)
		default:
			describeArticle(&b, item.Article)
		}
	}
	return b.String()
}

func describeArticle(b *strings.Builder, a *corpus.Article) {
	fmt.Fprintf(b, "article: %s\n", a.ID)
	for _, field := range []struct{ name, value string }{
		{"headline", a.Headline},
		{"byline", a.Byline},
		{"dateline", a.Dateline},
		{"outlet", a.Outlet},
		{"published", a.Published.String()},
		{"updated", a.Updated.String()},
		{"url", a.URL},
		{"language", a.Language},
		{"status", strings.TrimSuffix(a.Status.String(), "usable")},
		{"embargo", a.Embargo.String()},
		{"version", a.Version},
		{"note", a.Note},
	} {
		if field.value != "" {
			fmt.Fprintf(b, "  %s: %s\n", field.name, field.value)
		}
	}
	for _, p := range a.Paragraphs {
		fmt.Fprintf(b, "  [%s] %q", p.Kind, p.Span.Of(a.Body))
		if p.Credit.Len() > 0 {
			fmt.Fprintf(b, " credit %q", p.Credit.Of(a.Body))
		}
		b.WriteByte('\n')
	}
}

func TestReadNumbersItemsWithoutID(t *testing.T) {
	nameless := `{"headline":"Fair opens","body_text":"The fair opened."}`
	got := outline("wire/day.json", []byte("["+nameless+","+minimal("urn:a")+","+nameless+"]"))
	want := []string{"wire/day.json", "urn:a", "wire/day.json#3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadEncodings(t *testing.T) {
	text := strings.Replace(minimal("urn:a"), "Veldt", "Øst-Veldt 🎪", 1)
	for name, bom := range map[string]unicode.Endianness{"little": unicode.LittleEndian, "big": unicode.BigEndian} {
		t.Run("UTF-16 "+name, func(t *testing.T) {
			data, err := unicode.UTF16(bom, unicode.UseBOM).NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			checkEncoding(t, data)
		})
	}
	t.Run("UTF-8 marked", func(t *testing.T) { checkEncoding(t, "\ufeff"+text) })
}

func checkEncoding(t *testing.T, data string) {
	t.Helper()
	if !(Reader{}).Detect("export", []byte(data)[:120]) {
		t.Error("Detect: got false, want true")
	}
	for item, err := range (Reader{}).Read("f.json", strings.NewReader(data)) {
		if err != nil {
			t.Fatal(err)
		}
		if got, want := item.Article.Body, "The fair opened in Øst-Veldt 🎪."; got != want {
			t.Errorf("body: got %q, want %q", got, want)
		}
	}
}

func TestReadGivesUp(t *testing.T) {
	got := outline("f.jsonl", []byte(strings.Repeat("\x00\x01\n", 1000)+minimal("urn:a")))
	if len(got) != maxBadRun+1 {
		t.Fatalf("got %d errors, want %d", len(got), maxBadRun+1)
	}
	if want := "f.jsonl:100: too many faults in a row: the rest is not read"; got[maxBadRun] != want {
		t.Errorf("last error: got %q, want %q", got[maxBadRun], want)
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("the disk is on fire")
	for _, start := range []string{"", minimal("urn:a") + "\n", `{"uri":`, "no JSON"} {
		var got error
		r := bytes.NewReader([]byte(start))
		for _, err := range (Reader{}).Read("f.jsonl", iotest.DataErrReader(readThenFail{r, broken})) {
			got = err
		}
		var e *corpus.Error
		if !errors.As(got, &e) || !errors.Is(got, broken) {
			t.Errorf("after %q: got error %v, want a *corpus.Error of %v", start, got, broken)
		}
	}
}

// readThenFail fails where r ends.
type readThenFail struct {
	r   *bytes.Reader
	err error
}

func (f readThenFail) Read(p []byte) (int, error) {
	if f.r.Len() == 0 {
		return 0, f.err
	}
	return f.r.Read(p)
}

func TestReadStops(t *testing.T) {
	data := minimal("urn:a") + "\n" + minimal("urn:b")
	n := 0
	for range (Reader{}).Read("f.json", strings.NewReader(data)) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("got %d items, want 1", n)
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		name, head string
		want       bool
	}{
		{"a.json", "", true},
		{"a.JSON", "plain text", true},
		{"wire/a.jsonl", "{", true},
		{"a.ndjson", "{", true},
		{"a.txt", ` [{"uri": "urn:a", "versionCreated": "2026`, true},
		{"a", `{"body_text": "The fair`, true},
		{"a", `{"name": "left-pad"`, false},
		{"a.txt", `The key "headline": is there.`, false},
		{"a.xml", "<nitf>", false},
		{"a", "", false},
	}
	for _, tt := range tests {
		if got := (Reader{}).Detect(tt.name, []byte(tt.head)); got != tt.want {
			t.Errorf("Detect(%q, %q): got %t, want %t", tt.name, tt.head, got, tt.want)
		}
	}
}
