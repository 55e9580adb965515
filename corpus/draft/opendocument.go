package draft

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// openDocument reads the text of an OpenDocument, or refuses what else has its outward form.
func (p *parcel) openDocument() (*content, error) {
	kind, err := p.mimeType()
	if err != nil {
		return nil, err
	}
	switch {
	case p.has("encrypted-package"):
		return nil, refuse(Encrypted)
	case strings.Contains(kind, "opendocument.spreadsheet"):
		return nil, unsupported("a spreadsheet")
	case strings.Contains(kind, "opendocument.presentation"):
		return nil, unsupported("a presentation")
	case strings.Contains(kind, "epub"):
		return nil, unsupported("an e-book")
	case !strings.Contains(kind, "opendocument.text"):
		return nil, refuse(Archive)
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	var m manifestReader
	if p.has("META-INF/manifest.xml") {
		if err := p.walk("META-INF/manifest.xml", &m); err != nil {
			return nil, err
		}
	}
	if m.encrypted {
		return nil, refuse(Encrypted)
	}
	o := openReader{gatherer: gatherer{content: &content{format: OpenDocument}}}
	if err := p.walk("content.xml", &o); err != nil {
		return nil, err
	}
	return o.done(), nil
}

// mimeType is what the archive says it is; one that leaves it out is taken for a text.
func (p *parcel) mimeType() (string, error) {
	if !p.has("mimetype") {
		return "application/vnd.oasis.opendocument.text", nil
	}
	r, err := p.open("mimetype")
	if err != nil {
		return "", err
	}
	defer r.Close()
	kind, err := io.ReadAll(io.LimitReader(r, 200))
	return string(kind), err
}

type manifestReader struct{ encrypted bool }

func (m *manifestReader) start(e *xml.StartElement) {
	m.encrypted = m.encrypted || e.Name.Local == "encryption-data"
}

func (*manifestReader) end(xml.Name) {}
func (*manifestReader) text([]byte)  {}

// openReader reads content.xml (ISO/IEC 26300, OpenDocument 1.2, part 1).
type openReader struct {
	gatherer
	skipped int // open elements within one that is left out, that one included
	entries int // open lists, tables and indexes
	notes   int // open notes
}

func (o *openReader) start(e *xml.StartElement) {
	switch {
	case o.skipped > 0:
		o.skipped++
		return
	case o.leftOut(e):
		o.skipped = 1
		return
	}
	switch e.Name.Local {
	case "h":
		o.begin(heading, o.notes > 0)
	case "p":
		if inText(e.Name) {
			o.begin(o.roleOf(e), o.notes > 0)
		}
	case "list", "table", "table-of-content":
		o.entries++
	case "note-body":
		o.notes++
	case "s":
		n, err := strconv.Atoi(attribute(e, "c"))
		if err != nil {
			n = 1
		}
		o.write(strings.Repeat(" ", min(max(n, 1), maxSpaces)))
	case "tab":
		o.write("\t")
	case "line-break":
		o.write("\n")
	}
}

// maxSpaces is the longest run of spaces that is written out.
const maxSpaces = 100

func inText(n xml.Name) bool { return strings.HasSuffix(n.Space, ":text:1.0") }

func (o *openReader) roleOf(e *xml.StartElement) role {
	switch style := attribute(e, "style-name"); {
	case o.entries > 0 || o.notes > 0:
		return entry
	case style == "Title":
		return heading
	case style == "Caption" || style == "Illustration" || style == "Figure":
		return caption
	}
	return story
}

// leftOut reports whether the element has what is not of the text: deletions, comments, the numbers of notes, the reading
// of characters.
func (o *openReader) leftOut(e *xml.StartElement) bool {
	switch e.Name.Local {
	case "tracked-changes":
		o.note(TrackedChanges)
		return true
	case "annotation":
		o.note(Comments)
		return true
	case "hidden-text", "hidden-paragraph":
		o.note(Hidden)
		return true
	case "automatic-styles", "font-face-decls", "scripts", "note-citation", "ruby-text", "desc", "title":
		return true
	}
	return attribute(e, "display") == "none" && e.Name.Local == "section"
}

func (o *openReader) end(name xml.Name) {
	if o.skipped > 0 {
		o.skipped--
		return
	}
	switch name.Local {
	case "h":
		o.finish()
	case "p":
		if inText(name) {
			o.finish()
		}
	case "list", "table", "table-of-content":
		o.entries--
	case "note-body":
		o.notes--
	}
}

// text collapses white space, as OpenDocument has it: spaces that count are elements.
func (o *openReader) text(b []byte) {
	p := o.current()
	if o.skipped > 0 || p == nil {
		return
	}
	for _, c := range b {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if n := len(p.text); n == 0 || p.text[n-1] == ' ' || p.text[n-1] == '\n' {
				continue
			}
			c = ' '
		}
		p.text = append(p.text, c)
	}
}
