package draft

import (
	"encoding/xml"
	"strings"
)

// readParcel reads a document that is an archive.
func readParcel(data []byte) (*content, error) {
	p, err := openParcel(data)
	if err != nil {
		return nil, err
	}
	if p.has("mimetype") || p.has("content.xml") {
		return p.openDocument()
	}
	if err := p.knownAs(); err != nil {
		return nil, err
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	return p.word()
}

// knownAs refuses archives that are no Word document.
func (p *parcel) knownAs() error {
	for _, k := range []struct{ file, kind string }{
		{"xl/workbook.xml", "a spreadsheet"}, {"xl/workbook.bin", "a spreadsheet"}, {"ppt/presentation.xml", "a presentation"},
		{"Index/Document.iwa", "a Pages document"}, {"Index.zip", "a Pages document"}, {"META-INF/MANIFEST.MF", "a program"},
	} {
		if p.has(k.file) {
			return unsupported(k.kind)
		}
	}
	if !p.has("[Content_Types].xml") && !p.has("_rels/.rels") {
		return refuse(Archive)
	}
	return nil
}

// word reads the text of the document and then its notes.
func (p *parcel) word() (*content, error) {
	root, err := p.relations("_rels/.rels")
	if err != nil {
		return nil, err
	}
	part := root["officeDocument"]
	if err := p.checkType(part); err != nil {
		return nil, err
	}
	related, err := p.relations(relationsOf(part))
	if err != nil {
		return nil, err
	}
	w := wordReader{gatherer: gatherer{content: &content{format: Word}}, styles: wordStyles{of: make(map[string]role)}}
	if name := related["styles"]; p.has(name) {
		if err := p.walk(name, &w.styles); err != nil {
			return nil, err
		}
	}
	if err := p.walk(part, &w); err != nil {
		return nil, err
	}
	for _, kind := range []string{"footnotes", "endnotes"} {
		w.notes = true
		if name := related[kind]; p.has(name) {
			if err := p.walk(name, &w); err != nil {
				return nil, err
			}
		}
	}
	if p.has(related["comments"]) {
		w.note(Comments)
	}
	return w.done(), nil
}

// wordReader reads document.xml, footnotes.xml and endnotes.xml (ECMA-376, part 1, 17).
type wordReader struct {
	gatherer
	styles     wordStyles
	skipped    int // open elements within one that is left out, that one included
	properties int // open elements within those that describe a paragraph
	tables     int
	notes      bool // what is read are notes
	struck     bool // the run is not shown
	inText     bool
}

func (w *wordReader) start(e *xml.StartElement) {
	switch {
	case w.skipped > 0:
		w.skipped++
		return
	case w.leftOut(e):
		w.skipped = 1
		return
	case !wordName(e.Name):
		return
	case w.properties > 0:
		w.properties++
		w.property(e)
		return
	}
	switch e.Name.Local {
	case "p":
		r := story
		if w.tables > 0 || w.notes {
			r = entry
		}
		w.begin(r, w.notes)
	case "pPr":
		w.properties = 1
	case "tbl":
		w.tables++
	case "r":
		w.struck = false
	case "strike", "dstrike":
		w.hide(e, StruckOut)
	case "vanish":
		w.hide(e, Hidden)
	case "ins", "moveTo":
		w.note(TrackedChanges)
	case "t":
		w.inText = true
	case "tab", "ptab":
		w.show("\t")
	case "br", "cr":
		w.show("\n")
	case "noBreakHyphen":
		w.show("\u2011")
	}
}

func wordName(n xml.Name) bool { return strings.Contains(n.Space, "wordprocessingml") }

// leftOut reports whether the element has what is not of the text: deletions, the second form of what is there already,
// former properties, the rule above notes.
func (w *wordReader) leftOut(e *xml.StartElement) bool {
	switch name := e.Name.Local; name {
	case "del", "moveFrom":
		w.note(TrackedChanges)
		if p := w.current(); w.properties > 0 && p != nil {
			p.joined = true // it marks the end of the paragraph
		}
		return true
	case "Fallback", "rt":
		return true
	case "footnote", "endnote":
		kind := attribute(e, "type")
		return kind != "" && kind != "normal"
	default:
		return strings.HasSuffix(name, "PrChange")
	}
}

// property reads what is said of a paragraph.
func (w *wordReader) property(e *xml.StartElement) {
	p := w.current()
	if p == nil {
		return
	}
	switch e.Name.Local {
	case "pStyle":
		if r, ok := w.styles.of[attribute(e, "val")]; ok && p.role == story {
			p.role = r
		}
	case "outlineLvl":
		if p.role == story && attribute(e, "val") != "9" {
			p.role = heading
		}
	case "numPr":
		if p.role == story {
			p.role = entry
		}
	case "ins", "moveTo":
		w.note(TrackedChanges)
	}
}

func (w *wordReader) hide(e *xml.StartElement, why Note) {
	switch attribute(e, "val") {
	case "0", "false", "off":
		return
	}
	w.struck = true
	w.note(why)
}

func (w *wordReader) end(name xml.Name) {
	switch {
	case w.skipped > 0:
		w.skipped--
		return
	case !wordName(name):
		return
	case w.properties > 0:
		w.properties--
		return
	}
	switch name.Local {
	case "p":
		w.finish()
	case "tbl":
		w.tables = max(w.tables-1, 0)
	case "r":
		w.struck = false
	case "t":
		w.inText = false
	}
}

func (w *wordReader) text(b []byte) {
	if w.inText && w.skipped == 0 {
		w.show(lineEnds.Replace(string(b)))
	}
}

// lineEnds in the text of XML are white space, no line breaks.
var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

func (w *wordReader) show(text string) {
	if !w.struck {
		w.write(text)
	}
}
