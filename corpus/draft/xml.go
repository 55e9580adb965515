package draft

import (
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
)

// maxNesting is how deep elements may stand within one another. Tables within tables of text boxes stay below fifty.
const maxNesting = 500

// handler takes the parts of an XML document.
type handler interface {
	start(e *xml.StartElement)
	end(name xml.Name)
	text(b []byte)
}

// walk reads an XML document of the archive. It refuses one that declares entities, and one that is not well formed.
func (p *parcel) walk(name string, h handler) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	depth := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return asRefusal(err)
		}
		switch t := t.(type) {
		case xml.Directive:
			return refuse(Entities)
		case xml.StartElement:
			if depth++; depth > maxNesting {
				return refuse(Damaged)
			}
			h.start(&t)
		case xml.EndElement:
			depth--
			h.end(t.Name)
		case xml.CharData:
			h.text(t)
		}
	}
}

// attribute is the value of the attribute by that name in any namespace; empty if there is none.
func attribute(e *xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
