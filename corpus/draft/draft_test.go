package draft_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus/draft"
	"copydesk/corpus/quote"
)

func TestOutline(t *testing.T) {
	for _, tt := range []struct {
		name string // of the file; what the case is about stands before a bar
		data []byte
		want string
	}{
		{"a pasted message|", []byte("Mara Quill, the pilot:\n“We wait for the tide,” she said."), `
			lead: Mara Quill, the pilot:
			body: “We wait for the tide,” she said.`},
		{"a headline|a.txt", []byte("Pilots wait for the tide again\n\nVELL — “We wait,” said Mara Quill.\n\nThe ferry left at noon.\n"), `
			subhead: Pilots wait for the tide again
			lead: VELL — “We wait,” said Mara Quill.
			body: The ferry left at noon.`},
		{"a name is no headline|a.txt", []byte("Mara Quill\n\n“We wait for the tide.”"), `
			lead: Mara Quill
			body: “We wait for the tide.”`},
		{"Windows-1252|a.txt", []byte("\x93We wait,\x94 said Zo\xeb Quill\x97the pilot."), `
			lead: “We wait,” said Zoë Quill—the pilot.`},
		{"UTF-16 with a mark|a.txt", utf16("\ufeff“We wait,” said Zoë."), `
			lead: “We wait,” said Zoë.`},
		{"UTF-16 without|", utf16("“We wait,” said Zoë. “The tide has never waited for anybody in Vell.”"), `
			lead: “We wait,” said Zoë. “The tide has never waited for anybody in Vell.”`},
		{"Markdown|a.md", []byte("---\ntitle: x\n---\n# The *tide*\n\nMara Quill said: “We\nwait” &mdash; [again](https://vell.example/a_b).\n\n- one\n- two\n\n> “It turns.”\n\n| who | what |\n|---|---|\n| Quill | “no” |\n\n~~gone~~ kept[^1]\n\n[^1]: “A note.”\n"), `
			subhead: The tide
			lead: Mara Quill said: “We⏎wait” — again.
			body: one
			body: two
			body: “It turns.”
			body: who
			body: what
			body: Quill
			body: “no”
			body: kept
			body: “A note.”`},
		{"Markdown by its content|", []byte("> “We wait.”\n\n**Mara Quill** said so."), `
			lead: “We wait.”
			body: Mara Quill said so.`},
		{"HTML|a.html", []byte(`<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><script>alert("no")</script>
			<h1>The tide</h1><p>&ldquo;We
			wait,&rdquo; said <b>Mara</b> Quill.<br>She <del>ran</del> stayed.<p hidden>secret<p>Next.<div style="display: none">no</div>
			<ul><li>one<li><p>two</p></ul><table><tr><td>Quill<td>&quot;no&quot;</table><figure><figcaption>A ferry.</figcaption></figure><p>She said <q>stay</q>.</body></html>`), `
			subhead: The tide
			lead: “We wait,” said Mara Quill.
			body: She stayed.
			body: Next.
			body: one
			body: two
			body: Quill
			body: "no"
			caption: A ferry.
			body: She said “stay”.`},
		{"HTML by its content|a.txt", []byte(`<p>“We wait.”</p><p>She said.</p>`), `
			lead: “We wait.”
			body: She said.`},
		{"HTML in another charset|a.htm", []byte("<html><meta charset=\"windows-1251\"><p>\x93\xcf\xf0\xe8\xeb\xe8\xe2\x94, she said.</p>"), `
			lead: “Прилив”, she said.`},
		{"Word|a.docx", word(t,
			`<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>The tide</w:t></w:r></w:p>
			<w:p><w:r><w:t xml:space="preserve">“We </w:t></w:r><w:ins w:id="1"><w:r><w:t>wait</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>run</w:delText><w:t>run</w:t></w:r></w:del><w:r><w:t>,” she said.</w:t><w:footnoteReference w:id="2"/><w:br/><w:t>Twice</w:t><w:tab/><w:t>over.</w:t></w:r></w:p>
			<w:p><w:pPr><w:numPr/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
			<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Quill</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>“no”</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
			<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside the box.</w:t></w:r></w:p>
			<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Joined </w:t></w:r></w:p>
			<w:p><w:r><w:t>up.</w:t></w:r></w:p>
			<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Struck. </w:t></w:r><w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Not struck.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>
			<w:p><w:pPr><w:pStyle w:val="Beschriftung"/></w:pPr><w:r><w:t>A ferry.</w:t></w:r></w:p>`,
			file{"word/_rels/document.xml.rels", partRelations}, file{"word/styles.xml", styles},
			file{"word/footnotes.xml", wordXML("footnotes", `<w:footnote w:type="separator" w:id="0">`+wordParagraph("rule")+`</w:footnote><w:footnote w:id="2">`+wordParagraph("“A note.”")+`</w:footnote>`)},
			file{"word/comments.xml", wordXML("comments", wordParagraph("comment"))}), `
			subhead: The tide
			lead: “We wait,” she said.
			body: Twice	over.
			body: one
			body: Quill
			body: “no”
			body: In a box.
			body: Beside the box.
			body: Joined up.
			body: Not struck.
			caption: A ferry.
			body: “A note.”`},
		{"OpenDocument|a.odt", open(t,
			`<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
			<text:h text:outline-level="1">The tide</text:h>
			<text:p>“We<text:s text:c="2"/>
				wait,”<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>“A note.”</text:p></text:note-body></text:note> <text:span>she said.</text:span><office:annotation><dc:creator>x</dc:creator><text:p>comment</text:p></office:annotation><text:line-break/>Twice.</text:p>
			<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
			<table:table><table:table-row><table:table-cell><text:p>Quill</text:p></table:table-cell></table:table-row></table:table>
			<text:p><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>Beside the box.</text:p>`), `
			subhead: The tide
			lead: “We  wait,” she said.
			body: Twice.
			body: one
			body: Quill
			body: In a box.
			body: Beside the box.
			body: “A note.”`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, name, _ := strings.Cut(tt.name, "|")
			d := read(t, name, tt.data)
			want := strings.ReplaceAll(strings.TrimPrefix(tt.want, "\n"), "\t\t\t", "") + "\n"
			if diff := cmp.Diff(want, outline(d)); diff != "" {
				t.Errorf("outline (-want +got):\n%s", diff)
			}
		})
	}
}

// The same story in every format gives the same attributions.
func TestAttribute(t *testing.T) {
	paragraphs := []string{
		"Mara Quill, the chief pilot of Vell, was in no hurry on Monday.",
		"“We wait for the tide,” Quill said. “It has never waited for us.”",
		"“That is an excuse,” said Tobin Arle, who owns the ferry.",
	}
	docs := map[string][]byte{
		"a.txt":  []byte(strings.Join(paragraphs, "\n\n")),
		"a.md":   []byte("*" + paragraphs[0] + "*\n\n" + strings.Join(paragraphs[1:], "\n\n")),
		"a.html": []byte("<html><p>" + strings.Join(paragraphs, "</p><p>") + "</p></html>"),
		"a.docx": word(t, wordParagraph(paragraphs[0])+wordParagraph(paragraphs[1])+wordParagraph(paragraphs[2])),
		"a.odt":  open(t, "<text:p>"+strings.Join(paragraphs, "</text:p><text:p>")+"</text:p>"),
	}
	want := []string{"Mara Quill: “We wait for the tide,” “It has never waited for us.”", "Tobin Arle: “That is an excuse,”"}
	for name, data := range docs {
		d := read(t, name, data)
		var got []string
		for _, at := range quote.Attribute(d.Article) {
			line := at.Speaker + ":"
			for _, s := range at.Content {
				line += " " + s.Of(d.Article.Body)
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: attributions (-want +got):\n%s", name, diff)
		}
	}
}

func TestNotes(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want []draft.Note
	}{
		{"a.txt", []byte("The tide turned."), nil},
		{"a.docx", word(t, `<w:p><w:ins><w:r><w:t>We wait.</w:t></w:r></w:ins><w:r><w:rPr><w:strike/></w:rPr><w:t>x</w:t></w:r></w:p>`), []draft.Note{draft.TrackedChanges, draft.StruckOut}},
		{"b.docx", word(t, wordParagraph("We wait.")), nil},
		{"a.odt", open(t, `<text:tracked-changes/><text:p>We wait.<office:annotation><text:p>x</text:p></office:annotation></text:p>`), []draft.Note{draft.TrackedChanges, draft.Comments}},
		{"a.html", []byte(`<p>We <s>ran</s> wait.</p><div hidden>x</div>`), []draft.Note{draft.StruckOut, draft.Hidden}},
	} {
		if diff := cmp.Diff(tt.want, read(t, tt.name, tt.data).Notes); diff != "" {
			t.Errorf("%s: notes (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want draft.Format
	}{
		{"a.docx", []byte("We wait."), draft.Text},
		{"a.txt", word(t, wordParagraph("We wait.")), draft.Word},
		{"a.docx", open(t, "<text:p>We wait.</text:p>"), draft.OpenDocument},
		{"a.md", []byte("We wait."), draft.Markdown},
		{"a.md", []byte("<b>We</b> wait."), draft.Markdown},
		{"a.md", []byte("<!doctype html><p>We wait."), draft.HTML},
		{"", []byte("# We wait\n\nNow."), draft.Markdown},
		{"", []byte("We wait. We #wait 2 * 3 * 4 > 5."), draft.Text},
		{"a.txt", []byte("\ufeff  <!-- x --><html><p>We wait."), draft.HTML},
	} {
		if got := read(t, tt.name, tt.data).Format; got != tt.want {
			t.Errorf("%s, %.20q: got %s, want %s", tt.name, tt.data, got, tt.want)
		}
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("broken")
	if _, err := draft.Read("", io.MultiReader(strings.NewReader("We wait"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

// utf16 is little-endian; the texts have no characters beyond the first plane.
func utf16(text string) []byte {
	var out []byte
	for _, r := range text {
		out = append(out, byte(r), byte(r>>8))
	}
	return out
}
