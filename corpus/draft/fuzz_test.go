package draft_test

import (
	"bytes"
	"errors"
	"testing"
	"unicode/utf8"

	"copydesk/corpus"
	"copydesk/corpus/draft"
	"copydesk/corpus/quote"
)

// sound fails the test unless the document is refused, or read into paragraphs that an article may have.
func sound(t *testing.T, name string, data []byte) {
	t.Helper()
	d, err := draft.Read(name, bytes.NewReader(data))
	var r *draft.Refusal
	switch {
	case errors.As(err, &r):
		if r.Sentence() == "" {
			t.Errorf("%v has no sentence", r)
		}
		return
	case err != nil:
		t.Fatalf("got %v, want a refusal", err)
	}
	a := d.Article
	if !utf8.ValidString(a.Body) || len(a.Body) > draft.MaxText || len(a.Paragraphs) == 0 {
		t.Fatalf("a body of %d bytes, valid: %v, with %d paragraphs", len(a.Body), utf8.ValidString(a.Body), len(a.Paragraphs))
	}
	last := 0
	for _, p := range a.Paragraphs {
		if p.Span.Start < last || p.Span.Len() <= 0 || p.Span.End > len(a.Body) || p.Span != p.Span.Trim(a.Body) {
			t.Fatalf("paragraph %v after %d in %q", p.Span, last, a.Body)
		}
		last = p.Span.End
	}
	for _, at := range quote.Attribute(a) {
		for _, s := range at.Content {
			if !(corpus.Span{End: len(a.Body)}).Contains(s) {
				t.Fatalf("content %v beyond %d bytes", s, len(a.Body))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.md", []byte("# Tides\n\n> “We wait,”\n\n- said *Mara* Quill[^1]\n\n[^1]: Twice.\n"))
	f.Add("a.html", []byte("<html><h1>Tides</h1><p>&ldquo;We wait,&rdquo;<br>said <s>Tobin</s> Quill<ul><li>x"))
	f.Add("a.txt", []byte("\xff\xfeW\x00e\x00"))
	f.Add("", []byte("\x93We wait,\x94 said Mara Quill."))
	f.Add("a.docx", word(f, wordParagraph("“We wait,” said Mara Quill.")))
	f.Add("a.odt", open(f, "<text:p>“We wait,” said Mara Quill.</text:p>"))
	f.Add("a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\x00o\x00r\x00d\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) { sound(t, name, data) })
}

func FuzzWord(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:pStyle w:val="h"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>We wait.</w:t></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:ins><w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t><w:br/></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:p><w:r><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:txbxContent></w:r></w:p></w:p>`)
	f.Fuzz(func(t *testing.T, body string) { sound(t, "a.docx", word(t, body)) })
}

func FuzzOpenDocument(f *testing.F) {
	f.Add(`<text:h>Tides</text:h><text:p>We<text:s text:c="3"/>wait.<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>`)
	f.Add(`<text:tracked-changes/><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>`)
	f.Fuzz(func(t *testing.T, body string) { sound(t, "a.odt", open(t, body)) })
}
