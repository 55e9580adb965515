package wiretext

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"
)

var update = flag.Bool("update", false, "write the goldens anew")

// read is the one article, or the error, that a file gives.
func read(t testing.TB, name string, in io.Reader) (*corpus.Article, error) {
	t.Helper()
	var article *corpus.Article
	var failure error
	n := 0
	for item, err := range (Reader{}).Read(name, in) {
		article, failure = item.Article, err
		n++
	}
	if n != 1 || (article == nil) == (failure == nil) {
		t.Fatalf("Read(%q): got %d items, article %v, error %v, want one article or one error", name, n, article != nil, failure)
	}
	return article, failure
}

// TestGolden reads the texts in testdata, whose people, places and outlets are invented.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens: got %d, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := read(t, "wire/1.txt", bytes.NewReader(archive.Files[0].Data))
			if err != nil {
				t.Fatal(err)
			}
			got := describe(a)
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("article (-want +got):\n%s", diff)
			}
		})
	}
}

// describe writes what an article has, a line each.
func describe(a *corpus.Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("id", a.ID)
	field("headline", a.Headline)
	field("byline", a.Byline)
	field("dateline", a.Dateline)
	field("outlet", a.Outlet)
	if a.OutletInferred {
		field("outlet inferred", "yes")
	}
	field("published", a.Published.String())
	field("updated", a.Updated.String())
	field("embargo", a.Embargo.String())
	field("url", a.URL)
	field("language", a.Language)
	field("status", a.Status.String())
	field("version", a.Version)
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "\n%s: %s\n", p.Kind, p.Span.Of(a.Body))
		field("credit", p.Credit.Of(a.Body))
	}
	return b.String()
}

func TestSeed(t *testing.T) {
	var want struct {
		Article, Headline, Published, Dateline, Outlet, Footer string
		Subheads                                               []string
		Captions                                               []struct{ Starts, Credit string }
	}
	data, err := os.ReadFile(corpustest.Shared(t, "eval", "seed-gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(corpustest.Shared(t, "corpus", "seed", want.Article))
	if err != nil {
		t.Fatal(err)
	}
	a, err := read(t, want.Article, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if a.Body != string(text) {
		t.Error("the body is not the file's text")
	}
	got := []string{a.ID, a.Headline, a.Published.String(), a.Dateline, a.Outlet}
	if diff := cmp.Diff([]string{want.Article, want.Headline, want.Published, want.Dateline, want.Outlet}, got); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	if !a.OutletInferred {
		t.Error("the outlet is not marked as inferred")
	}
	if diff := cmp.Diff(want.Subheads, slices.Collect(a.Subheads())); diff != "" {
		t.Errorf("subheads (-want +got):\n%s", diff)
	}
	for _, p := range a.Paragraphs {
		text := p.Span.Of(a.Body)
		switch p.Kind {
		case corpus.Caption:
			if len(want.Captions) == 0 || !strings.HasPrefix(text, want.Captions[0].Starts) || p.Credit.Of(a.Body) != want.Captions[0].Credit {
				t.Errorf("caption: got %q, credit %q, want %v", text, p.Credit.Of(a.Body), want.Captions)
				continue
			}
			want.Captions = want.Captions[1:]
		case corpus.Footer:
			if text != want.Footer {
				t.Errorf("footer: got %q, want %q", text, want.Footer)
			}
			want.Footer = ""
		}
	}
	if len(want.Captions) != 0 || want.Footer != "" {
		t.Errorf("not found: captions %v, footer %q", want.Captions, want.Footer)
	}
}

// failing yields zero bytes and then an error, as a disk may.
type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

// endless yields letters for ever; Read must stop by itself.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

func TestBadFiles(t *testing.T) {
	tests := []struct {
		name string
		in   io.Reader
		want string
	}{
		{"empty", strings.NewReader(""), "bad.txt: the file is empty"},
		{"blank", strings.NewReader(" \r\n\t\u00a0\n"), "bad.txt: the file has nothing but white space"},
		{"mark alone", strings.NewReader("\ufeff"), "bad.txt: the file has nothing but white space"},
		{"NUL", strings.NewReader("Head\n\nBody\x00 text."), "bad.txt: a binary file, not text"},
		{"controls", strings.NewReader("Head\n\nBo\x01\x02\x03dy text."), "bad.txt: a binary file, not text"},
		{"PDF", strings.NewReader("%PDF-1.7\nHead\n\nBody"), "bad.txt: a PDF file, not text"},
		{"picture", strings.NewReader("\x89PNG\r\n\x1a\n\x00\x00"), "bad.txt: a PNG file, not text"},
		{"Word", strings.NewReader("PK\x03\x04xl"), "bad.txt: a ZIP or Word file, not text"},
		{"headline alone", strings.NewReader("\n\nHead\n\nFeb 19, 2026\n"), "bad.txt:3: a headline without a paragraph under it"},
		{"date alone", strings.NewReader("Feb 19, 2026\n"), "bad.txt:1: no headline"},
		{"date and time alone", strings.NewReader("Feb 19, 2026 | 07:05\nEmbargoed until Friday | By A B"), "bad.txt:1: no headline"},
		{"footer alone", strings.NewReader("Head\n\nPhoto: Mira Solt/Nordfoto\n"), "bad.txt:1: a headline without a paragraph under it"},
		{"too large", &endless{}, "bad.txt: larger than 16 MB, the most that an article may have"},
		{"unreadable", failing{}, "bad.txt: disk on fire"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := read(t, "bad.txt", tt.in)
			var e *corpus.Error
			if !errors.As(err, &e) || err.Error() != tt.want {
				t.Errorf("got %v, want a *corpus.Error %q", err, tt.want)
			}
		})
	}
}

func TestLargeFileIsNotRead(t *testing.T) {
	in := new(endless)
	if _, err := read(t, "large.txt", in); !errors.Is(err, errLarge) {
		t.Fatalf("got %v, want %v", err, errLarge)
	}
	if most := 2 * corpus.MaxArticle; in.read > most {
		t.Errorf("got %d bytes read, want at most %d", in.read, most)
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		name, head string
		want       bool
	}{
		{"a.txt", story, true},
		{"wire/A.TXT", story, true},
		{"a.text", story, true},
		{"wire/0012", story, true},
		{"a.txt", "", true},
		{"a.txt", "\x00\x01", true},
		{"a.txt", "[UPDATED] Fair opens", true},
		{"a.txt", "<3 for the harbour fair", true},
		{"0012", "", false},
		{"0012", " \n", false},
		{"0012", "\x7fELF\x00\x00", false},
		{"run", "#!/bin/sh\necho", false},
		{"a.json", story, false},
		{"a.html", story, false},
		{".gitignore", story, false},
		{"accounts", "ann:x:0:0:Ann Veldt:/home/ann:/bin/sh\nbo:x:1:1:Bo:/home/bo:/bin/sh\n", false},
		{"hosts", "127.0.0.1 localhost\n10.0.0.2 press press.example\n", false},
		{"words", "fair\nferry\nquay\nrope\n", false},
		{"a.txt", "\ufeff<!DOCTYPE html>", false},
		{"a.txt", "\n <html>", false},
		{"a.txt", "<?xml version='1.0'?>", false},
		{"a.txt", `{"uri": "x"}`, false},
		{"a.txt", "[\n {\"uri\": 1}]", false},
		{"a.txt", `{\rtf1\ansi`, false},
	}
	for _, tt := range tests {
		if got := (Reader{}).Detect(tt.name, []byte(tt.head)); got != tt.want {
			t.Errorf("Detect(%q, %q): got %v, want %v", tt.name, tt.head, got, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	f.Add([]byte("\xff\xfeH\x00\n\x00a\x00"))
	f.Add([]byte("H\r\rBy A B | 1/1/2026 | 5 min read\r\nX (AP) -"))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := read(t, "f.txt", bytes.NewReader(data))
		if err != nil {
			return
		}
		if utf8.Valid(data) && a.Body != strings.TrimPrefix(string(data), "\ufeff") {
			t.Error("the body is not the file's text")
		}
		if !utf8.ValidString(a.Body) || a.Headline == "" || len(a.Paragraphs) == 0 {
			t.Errorf("got headline %q, %d paragraphs", a.Headline, len(a.Paragraphs))
		}
		end := 0
		for _, p := range a.Paragraphs {
			if p.Span.Start < end || p.Span.Len() <= 0 || p.Span.End > len(a.Body) || p.Span.Trim(a.Body) != p.Span {
				t.Fatalf("paragraph %v after %d of %d bytes", p, end, len(a.Body))
			}
			end = p.Span.End
		}
	})
}
