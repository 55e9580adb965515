package draft

import (
	"encoding/xml"
	"path"
	"strings"
)

// relations are the parts that a list of relations names, by the last word of their kind.
func (p *parcel) relations(name string) (relations, error) {
	out := make(relations)
	if !p.has(name) {
		return out, nil
	}
	base := path.Dir(path.Dir(name)) // "word/_rels/document.xml.rels" is about what is in "word"
	err := p.walk(name, relationReader{base, out})
	return out, err
}

type relations map[string]string

// relationsOf is the name of the list of a part's relations.
func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

type relationReader struct {
	base string
	out  relations
}

func (r relationReader) start(e *xml.StartElement) {
	if e.Name.Local != "Relationship" || attribute(e, "TargetMode") == "External" {
		return
	}
	target := attribute(e, "Target")
	if !strings.HasPrefix(target, "/") {
		target = path.Join(r.base, target)
	}
	kind := path.Base(attribute(e, "Type"))
	if r.out[kind] == "" {
		r.out[kind] = strings.TrimPrefix(path.Clean(target), "/")
	}
}

func (relationReader) end(xml.Name) {}
func (relationReader) text([]byte)  {}

// checkType refuses what the list of content types says to have macros, or to be no Word document.
func (p *parcel) checkType(part string) error {
	var t typeReader
	if err := p.walk("[Content_Types].xml", &t); err != nil {
		return err
	}
	switch {
	case t.macros:
		return refuse(Macros)
	case !p.has(part):
		return refuse(Damaged)
	}
	return nil
}

type typeReader struct{ macros bool }

func (t *typeReader) start(e *xml.StartElement) {
	kind := strings.ToLower(attribute(e, "ContentType"))
	t.macros = t.macros || strings.Contains(kind, "macroenabled") || strings.Contains(kind, "vbaproject")
}

func (*typeReader) end(xml.Name) {}
func (*typeReader) text([]byte)  {}

// wordStyles reads styles.xml: which styles are headings or captions. Their names are English whatever the language.
type wordStyles struct {
	of    map[string]role
	style string // the one that is being read
}

func (s *wordStyles) start(e *xml.StartElement) {
	value := attribute(e, "val")
	switch e.Name.Local {
	case "style":
		s.style = attribute(e, "styleId")
	case "name":
		switch name := strings.ToLower(value); {
		case name == "title", strings.HasPrefix(name, "heading "):
			s.of[s.style] = heading
		case name == "caption":
			s.of[s.style] = caption
		case strings.HasPrefix(name, "toc "), strings.HasPrefix(name, "list "):
			s.of[s.style] = entry
		}
	case "outlineLvl":
		if _, known := s.of[s.style]; !known && value != "9" {
			s.of[s.style] = heading
		}
	}
}

func (*wordStyles) end(xml.Name) {}
func (*wordStyles) text([]byte)  {}
