package ninjs

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/corpus"
)

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(archive.Files[0].Name), archive.Files[0].Data)
	}
	f.Add("f.jsonl", []byte("{\n{}\n[[\xff\xfe"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		for item, err := range (Reader{}).Read(name, bytes.NewReader(data)) {
			var e *corpus.Error
			switch {
			case err != nil && !errors.As(err, &e):
				t.Errorf("got error %v, want a *corpus.Error", err)
			case err != nil && (e.File != name || e.Line < 1 || e.Line > 1+bytes.Count(data, []byte("\n"))):
				t.Errorf("got an error at %q:%d", e.File, e.Line)
			case err == nil && (item.Article == nil) == (item.Skipped == ""):
				t.Errorf("got article %v and reason %q, want one of them", item.Article, item.Skipped)
			case item.Article != nil:
				checkArticle(t, item.Article)
			}
		}
	})
}

func checkArticle(t *testing.T, a *corpus.Article) {
	checkSpans(t, a)
	if len(a.Paragraphs) == 0 {
		t.Errorf("an article without paragraphs: %q", a.Body)
	}
	if !utf8.ValidString(a.Body) {
		t.Errorf("the body is not UTF-8: %q", a.Body)
	}
}

// FuzzExtract holds the text of markup to what its blocks say of it.
func FuzzExtract(f *testing.F) {
	for _, markup := range []string{
		"<p>One<p>Two", "a<br><br>b", "<table><tr><td>1<td>2</table>", "<pre> a\n b</pre>", "<figure><figcaption>c</figure>d",
		"<!DOCTYPE nitf [<!ENTITY x 'y'>]><nitf><body.content><hl2>h</hl2>&x;", "<q>a</q><s>b<p>c", "<ul><li>" + strings.Repeat("<ul>", 40),
	} {
		f.Add(markup)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		text, blocks := extract(markup)
		var parts []string
		for _, b := range blocks {
			parts = append(parts, b.span.Of(text))
			if s := b.span.Of(text); s == "" || b.span.Trim(text) != b.span {
				t.Errorf("block %q is empty or not trimmed", s)
			}
		}
		if got := strings.Join(parts, "\n\n"); got != text {
			t.Errorf("the blocks hold %q, the text is %q", got, text)
		}
	})
}
