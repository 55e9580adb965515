package draft_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"copydesk/corpus/draft"
)

func TestRefusals(t *testing.T) {
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504)
	whole := word(t, wordParagraph("“We wait,” said Mara Quill."))
	for _, tt := range []struct {
		name string
		data []byte
		want draft.Reason
		kind string
	}{
		{"", nil, draft.Empty, ""},
		{"a.txt", []byte(" \n\t\n"), draft.Empty, ""},
		{"a.txt", []byte("— … —"), draft.Empty, ""},
		{"a.docx", word(t, wordParagraph("")), draft.Empty, ""},
		{"a.html", []byte("<html><script>alert(1)</script></html>"), draft.Empty, ""},
		{"a.txt", bytes.Repeat([]byte("tide "), draft.MaxText/4), draft.TooLong, ""},
		{"a.doc", []byte(compound + string(utf16("WordDocument"))), draft.OldWord, ""},
		{"a.docx", []byte(compound + string(utf16("EncryptedPackage"))), draft.Encrypted, ""},
		{"a.xls", []byte(compound + string(utf16("Workbook"))), draft.Unsupported, "a spreadsheet"},
		{"a.docx", []byte("%PDF-1.7\n"), draft.PDF, ""},
		{"a.txt", []byte(`{\rtf1\ansi tide}`), draft.Unsupported, "an RTF file"},
		{"a.md", []byte("\x89PNG\r\n\x1a\n"), draft.Unsupported, "a picture"},
		{"a.gz", []byte("\x1f\x8b\x08"), draft.Archive, ""},
		{"a.zip", pack(t, file{"a.txt", "tide"}), draft.Archive, ""},
		{"a.docx", pack(t, file{"inner.docx", string(whole)}), draft.Archive, ""},
		{"a.docx", word(t, wordParagraph("We wait."), file{"word/more.zip", "PK"}), draft.Nested, ""},
		{"a.odt", open(t, "<text:p>We wait.</text:p>", file{"more.odt", "PK"}), draft.Nested, ""},
		{"a.docx", word(t, wordParagraph("We wait."), file{"word/vbaProject.bin", "x"}), draft.Macros, ""},
		{"a.docm", pack(t, file{"[Content_Types].xml", strings.ReplaceAll(contentTypes, "vnd.openxmlformats-officedocument.wordprocessingml.document.main", "vnd.ms-word.document.macroEnabled.main")},
			file{"_rels/.rels", officeRelations}, file{"word/document.xml", wordXML("document", wordParagraph("We wait."))}), draft.Macros, ""},
		{"a.odt", open(t, "<text:p>We wait.</text:p>", file{"Basic/Standard/Module1.xml", "x"}), draft.Macros, ""},
		{"a.odt", open(t, "<text:p>We wait.</text:p>", file{"META-INF/manifest.xml", `<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}), draft.Encrypted, ""},
		{"a.odt", pack(t, file{"mimetype", "application/vnd.oasis.opendocument.text"}, file{"encrypted-package", "x"}), draft.Encrypted, ""},
		{"a.docx", locked(whole), draft.Encrypted, ""},
		{"a.xlsx", pack(t, file{"[Content_Types].xml", contentTypes}, file{"xl/workbook.xml", "<x/>"}), draft.Unsupported, "a spreadsheet"},
		{"a.ods", pack(t, file{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, file{"content.xml", "<x/>"}), draft.Unsupported, "a spreadsheet"},
		{"a.docx", whole[:len(whole)-30], draft.Damaged, ""},
		{"a.docx", whole[:len(whole)/2], draft.Damaged, ""},
		{"a.docx", word(t, "<w:p><w:r><w:t>We wait.</w:p>"), draft.Damaged, ""},
		{"a.docx", pack(t, append(wordFiles(wordParagraph("a")), file{"word/document.xml", wordXML("document", wordParagraph("b"))})...), draft.Damaged, ""},
		{"a.docx", pack(t, file{"[Content_Types].xml", contentTypes}, file{"_rels/.rels", officeRelations}), draft.Damaged, ""},
		{"a.docx", word(t, strings.Repeat("<w:tbl>", 600)+strings.Repeat("</w:tbl>", 600)), draft.Damaged, ""},
		{"a.docx", pack(t, file{"[Content_Types].xml", contentTypes}, file{"_rels/.rels", officeRelations},
			file{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "tide"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`}), draft.Entities, ""},
		{"a.html", []byte(`<!DOCTYPE html [<!ENTITY a "tide">]><html><p>&a;</p></html>`), draft.Entities, ""},
		{"a.xml", []byte(`<?xml version="1.0"?><news><p>We wait.</p></news>`), draft.Unsupported, "an XML file"},
		{"a.txt", []byte("\x00\x01\x02\x03tide\x00\xff\xfe"), draft.NoText, ""},
		{"", bytes.Repeat([]byte("\x01\x02tide"), 100), draft.NoText, ""},
	} {
		r := refusal(t, tt.name, tt.data)
		if r.Reason != tt.want || r.Kind != tt.kind {
			t.Errorf("%s (%.20q…): got %v, want %s %s", tt.name, tt.data, r, tt.want, tt.kind)
		}
		if s := r.Sentence(); strings.Count(s, ".")-strings.Count(s, " .")-strings.Count(s, "(.doc") > 1 || !strings.HasSuffix(s, ".") {
			t.Errorf("%s: got %q, want one sentence", tt.name, s)
		}
	}
}

// locked marks every entry as encrypted, in the list and before the data.
func locked(data []byte) []byte {
	out := bytes.Clone(data)
	for _, h := range []struct {
		signature string
		flags     int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for i := 0; ; i += 4 {
			n := bytes.Index(out[i:], []byte(h.signature))
			if n < 0 {
				break
			}
			i += n
			out[i+h.flags] |= 1
		}
	}
	return out
}

// Bombs are refused without unpacking them.
func TestBombs(t *testing.T) {
	for _, tt := range []struct {
		name string
		make func(t *testing.T) []byte
	}{
		{"a long paragraph", func(t *testing.T) []byte { return stuffed(t, 40<<20) }},
		{"a gigabyte by what it says", func(t *testing.T) []byte { return claim(stuffed(t, 100), 1<<30) }},
		{"more than it says", func(t *testing.T) []byte { return claim(stuffed(t, 40<<20), 1000) }},
		{"many entries", func(t *testing.T) []byte {
			var files []file
			for i := range 6000 {
				files = append(files, file{strings.Repeat("a", i%200) + string(rune('a'+i/200)), ""})
			}
			return pack(t, files...)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := tt.make(t)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r := refusal(t, "a.docx", data)
			runtime.ReadMemStats(&after)
			if r.Reason != draft.Bomb && r.Reason != draft.Damaged {
				t.Errorf("got %v, want a bomb", r)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 256<<20 {
				t.Errorf("%d MB were allocated, want less", spent>>20)
			}
		})
	}
}

// claim makes the list of the archive say of its last entry that it has n bytes.
func claim(data []byte, n uint32) []byte {
	i := bytes.LastIndex(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[i+24:], n)
	return data
}

// stuffed is a .docx whose text goes on with n times the letter a.
func stuffed(t *testing.T, n int64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range []file{{"[Content_Types].xml", contentTypes}, {"_rels/.rels", officeRelations}} {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, f.text)
	}
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, strings.TrimSuffix(wordXML("document", "<w:body><w:p><w:r><w:t>"), "</w:document>"))
	if _, err := io.CopyN(w, letters{}, n); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type letters struct{}

func (letters) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

// A document of any size costs no more than the largest that is read.
func TestTooLarge(t *testing.T) {
	r := &counted{r: io.LimitReader(letters{}, 100<<20)}
	_, err := draft.Read("a.docx", r)
	var refused *draft.Refusal
	if !errors.As(err, &refused) || refused.Reason != draft.TooLarge {
		t.Errorf("got %v, want %s", err, draft.TooLarge)
	}
	if r.n > draft.MaxFile+1<<20 {
		t.Errorf("%d bytes were read, want not many more than %d", r.n, draft.MaxFile)
	}
}

type counted struct {
	r io.Reader
	n int
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += n
	return n, err
}

// What is written to keep a parser busy is read all the same, to its end; without bounds these take minutes.
func TestIntricate(t *testing.T) {
	const (
		size = 1 << 18
		last = "The tide turns."
	)
	for name, texts := range map[string][]string{
		"a.md": {
			"[", "![[", "*a ", "a**b", "`", "<!--", "&", "\\", ">", "> ", "- ", "1. ", "|", "|\n", "[^1]", "[^1]:a\n\n", "[a]: b\n\n",
			"# [a](b)\n\n", "\n>", "(", "**a*_b", "<a ", "~~", "a\n",
		},
		"a.html": {"<div>", "<ul><li>", "<p hidden>", "<b>", "<", "&amp", "<q>", "<table><tr><td>"},
	} {
		for _, text := range texts {
			data := "<html>" + strings.Repeat(text, size/len(text)) + "\n\n<p>" + last
			if name == "a.md" {
				data = "# Tides\n\n" + strings.Repeat(text, size/len(text)) + "\n\n" + last
			}
			if d := read(t, name, []byte(data)); !strings.HasSuffix(d.Article.Body, last) {
				t.Errorf("%s, %q repeated: got a body that ends in %q, want %q", name, text, d.Article.Body[max(0, len(d.Article.Body)-30):], last)
			}
		}
	}
}
