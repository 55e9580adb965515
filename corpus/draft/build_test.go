package draft_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"copydesk/corpus/draft"
)

// All people, places and words in these documents are invented.

// file is an entry of an archive.
type file struct{ name, text string }

func pack(t testing.TB, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	officeRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
		<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
		<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	partRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
		<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
		<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
		<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="/word/comments.xml"/></Relationships>`
	styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
		<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
		<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style></w:styles>`
)

func wordXML(root, body string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:` + root + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` +
		body + `</w:` + root + `>`
}

// wordFiles are the entries of a .docx with that body; more come after them.
func wordFiles(body string, more ...file) []file {
	return append([]file{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", officeRelations},
		{"word/document.xml", wordXML("document", "<w:body>"+body+"</w:body>")},
	}, more...)
}

func word(t testing.TB, body string, more ...file) []byte {
	t.Helper()
	return pack(t, wordFiles(body, more...)...)
}

func wordParagraph(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func openFiles(body string, more ...file) []file {
	return append([]file{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>` +
			body + `</office:text></office:body></office:document-content>`},
	}, more...)
}

func open(t testing.TB, body string, more ...file) []byte {
	t.Helper()
	return pack(t, openFiles(body, more...)...)
}

func read(t testing.TB, name string, data []byte) *draft.Draft {
	t.Helper()
	d, err := draft.Read(name, bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// outline has a line for each paragraph, its kind before it.
func outline(d *draft.Draft) string {
	var b strings.Builder
	for _, p := range d.Article.Paragraphs {
		b.WriteString(p.Kind.String() + ": " + strings.ReplaceAll(p.Span.Of(d.Article.Body), "\n", "⏎") + "\n")
	}
	return b.String()
}

func refusal(t testing.TB, name string, data []byte) *draft.Refusal {
	t.Helper()
	d, err := draft.Read(name, bytes.NewReader(data))
	var r *draft.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%s: got %v, %v, want a refusal", name, d, err)
	}
	return r
}
