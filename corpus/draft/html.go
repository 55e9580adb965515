package draft

import (
	"strings"

	"golang.org/x/net/html"
)

// readHTML reads the text that a page shows, by its blocks: white space collapsed, entities decoded, <br> a line break,
// <q> in quotation marks; without scripts, styles and what is hidden or struck out. It works on the tokens and not on a
// tree, so that nesting costs nothing.
func readHTML(text string) (*content, error) {
	p := page{content: &content{format: HTML}}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			p.endBlock()
			return p.content, nil
		case html.DoctypeToken:
			if strings.Contains(strings.ToUpper(string(z.Text())), "<!ENTITY") {
				return nil, refuse(Entities)
			}
		case html.TextToken:
			p.text(z.Text())
		case html.StartTagToken:
			p.start(readTag(z))
		case html.SelfClosingTagToken:
			p.boundary(readTag(z).name)
			z.NextIsNotRawText() // <script/> is empty in XHTML
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(string(name))
		}
	}
}

// tag is a start tag.
type tag struct {
	name   string
	hidden bool
	marker bool // of a note, or the way back from it
}

func readTag(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: string(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "hidden":
			t.hidden = true
		case "style":
			style := strings.ToLower(strings.ReplaceAll(string(value), " ", ""))
			t.hidden = t.hidden || strings.Contains(style, "display:none") || strings.Contains(style, "mso-hide:all")
		case "role":
			t.marker = string(value) == "doc-noteref" || string(value) == "doc-backlink"
		}
	}
	return t
}

// page gathers the text of a page.
type page struct {
	*content
	current []byte // the block that is being read
	space   bool   // white space stands before what follows
	pre     int    // open elements whose white space is kept
	entries int    // open lists and tables
	heading bool
	caption bool
	skipped string // the element whose text is left out; empty if there is none
	depth   int    // of elements of that name
}

func (p *page) start(t tag) {
	if p.skipped == "p" && blockTags[t.name] {
		p.skipped = "" // a paragraph may go unclosed
	}
	switch {
	case p.skipped == t.name:
		p.depth++
		return
	case p.skipped != "":
		return
	case p.skips(t):
		p.skipped, p.depth = t.name, 1
		return
	}
	p.boundary(t.name)
	switch {
	case t.name == "q":
		p.text([]byte("“"))
	case t.name == "pre":
		p.pre++
	case entryTags[t.name]:
		p.entries++
	case headingTags[t.name]:
		p.heading = true
	case t.name == "figcaption" || t.name == "caption":
		p.caption = true
	}
}

// skips reports whether the text of the element is left out, and notes it if a reader would not expect that.
func (p *page) skips(t tag) bool {
	switch {
	case droppedTags[t.name] || t.marker:
		return true
	case struckTags[t.name]:
		p.note(StruckOut)
		return true
	case t.hidden && closedTags[t.name]:
		p.note(Hidden)
		return true
	}
	return false
}

func (p *page) end(name string) {
	if p.skipped != "" {
		if name == p.skipped {
			if p.depth--; p.depth == 0 {
				p.skipped = ""
			}
		}
		return
	}
	switch {
	case name == "q":
		p.space = false
		p.text([]byte("”"))
	case name == "pre":
		p.pre = max(p.pre-1, 0)
	}
	p.boundary(name)
	switch {
	case entryTags[name]:
		p.entries = max(p.entries-1, 0)
	case name == "figcaption" || name == "caption":
		p.caption = false
	}
}

// boundary does what the edge of an element does to the text about it.
func (p *page) boundary(name string) {
	switch {
	case p.skipped != "":
	case name == "br":
		if len(p.current) > 0 {
			p.current = append(p.current, '\n')
		}
		p.space = false
	case blockTags[name]:
		p.endBlock()
		p.heading = false // it may go unclosed
	}
}

// text adds to the block, its white space collapsed as HTML defines it; a no-break space is none.
func (p *page) text(text []byte) {
	if p.skipped != "" {
		return
	}
	if p.pre > 0 {
		p.current = append(p.current, text...)
		return
	}
	for _, b := range text {
		if b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' {
			p.space = true
			continue
		}
		if n := len(p.current); p.space && n > 0 && p.current[n-1] != '\n' {
			p.current = append(p.current, ' ')
		}
		p.space = false
		p.current = append(p.current, b)
	}
}

func (p *page) endBlock() {
	r := story
	switch {
	case p.heading:
		r = heading
	case p.caption:
		r = caption
	case p.entries > 0:
		r = entry
	}
	if len(p.current) > 0 {
		p.blocks = append(p.blocks, block{string(p.current), r})
	}
	p.current, p.space = p.current[:0], false
}

// The elements of HTML (https://html.spec.whatwg.org).
var (
	blockTags = set(`address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
		footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section
		summary table tbody td tfoot th thead tr ul`)
	headingTags = set(`h1 h2 h3 h4 h5 h6`)
	entryTags   = set(`dl menu ol table ul`)
	droppedTags = set(`audio canvas datalist iframe math noscript object script style svg template title video xml`)
	struckTags  = set(`del s strike`)
	// closedTags are those of which a hidden one ends where it is closed.
	closedTags = set(`a article aside blockquote div dl em figure footer form header i b main nav ol p pre section span strong sup table ul`)
)

func set(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
