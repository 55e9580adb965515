package ninjs

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"copydesk/corpus"
)

// block is a stretch of extracted text that the markup sets apart.
type block struct {
	span corpus.Span
	role role
}

// extract reads the text of XHTML, HTML or NITF as a browser shows it: blocks parted by a blank line, white space
// collapsed, entities decoded, <br> a line break, <q> in quotation marks, table rows a line each with tabs between
// the cells. It works on the tokens, not on a tree, so that nesting costs nothing; entities that the document
// declares are not expanded.
func extract(markup string) (string, []block) {
	x := extractor{prolog: hasProlog(markup)}
	z := html.NewTokenizer(strings.NewReader(markup))
	z.AllowCDATA(true)
	for {
		switch z.Next() {
		case html.ErrorToken:
			x.endBlock()
			return x.out.String(), x.blocks
		case html.TextToken:
			x.text(z.Text())
		case html.StartTagToken:
			x.start(tag(z))
		case html.SelfClosingTagToken:
			name, _ := tag(z)
			x.boundary(name)
			z.NextIsNotRawText() // <script/> and <title/> are empty in XHTML
		case html.EndTagToken:
			name, _ := tag(z)
			x.end(name)
		}
	}
}

// hasProlog reports whether the document begins with declarations. Between them and its first element there is
// no text, only the end of an internal subset, which the tokenizer takes for text.
func hasProlog(markup string) bool {
	head := strings.ToLower(strings.TrimSpace(markup))
	return strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!doctype")
}

// tag is the name of the tokenizer's element and its classes.
func tag(z *html.Tokenizer) (name string, classes []string) {
	n, more := z.TagName()
	name = string(n)
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "class" {
			classes = strings.Fields(strings.ToLower(string(value)))
		}
	}
	return name, classes
}

// extractor gathers the text of a document.
type extractor struct {
	out     strings.Builder
	blocks  []block
	current []byte  // the block that is being read
	space   bool    // white space stands before what follows
	pre     int     // open elements whose white space is kept
	prolog  bool    // the first element is still to come
	open    []scope // the innermost last
}

// scope is an open element that gives its text a role.
type scope struct {
	tag   string
	depth int // open elements of that name, this one and those within it that have no role
	role  role
}

// maxScopes is how many elements with roles are told apart within one another.
const maxScopes = 32

func (x *extractor) role() role {
	if len(x.open) == 0 {
		return story
	}
	return x.open[len(x.open)-1].role
}

// scope is the number of the innermost scope of that name; -1 if there is none.
func (x *extractor) scope(name string) int {
	for i, s := range slices.Backward(x.open) {
		if s.tag == name {
			return i
		}
	}
	return -1
}

func (x *extractor) start(name string, classes []string) {
	x.prolog = false
	x.boundary(name)
	last := len(x.open) - 1
	switch {
	case name == "body":
		x.open = x.open[:0] // an HTML head may go unclosed
	case last >= 0 && blockTags[name] && phrasing[x.open[last].tag]:
		x.open = x.open[:last] // <p> and <h2> may go unclosed too
	}
	switch role := roleOf(name, classes); {
	case x.overrides(role):
		x.open = append(x.open, scope{name, 1, role})
	default:
		if i := x.scope(name); i >= 0 {
			x.open[i].depth++
		}
	}
	switch name {
	case "q":
		x.text([]byte("“"))
	case "pre":
		x.pre++
	}
}

// overrides reports whether the role counts within the scopes that are open.
func (x *extractor) overrides(r role) bool {
	switch {
	case r == story || x.role() == dropped || len(x.open) == maxScopes:
		return false
	case r == listed:
		return x.role() == story
	default:
		return true
	}
}

func (x *extractor) end(name string) {
	switch name {
	case "q":
		x.space = false
		x.text([]byte("”"))
	case "pre":
		x.pre = max(x.pre-1, 0)
	}
	x.boundary(name)
	i := x.scope(name)
	if i < 0 {
		return
	}
	if x.open[i].depth--; x.open[i].depth == 0 {
		x.open = x.open[:i]
	}
}

// boundary does what the edge of an element does to the text about it.
func (x *extractor) boundary(name string) {
	switch {
	case x.role() == dropped:
	case name == "br":
		x.separate('\n')
	case name == "td" || name == "th":
		if n := len(x.current); n > 0 && x.current[n-1] != '\t' {
			x.separate('\t')
		}
	case blockTags[name]:
		x.endBlock()
	}
}

// separate puts a line break or a tab into a block that has begun.
func (x *extractor) separate(b byte) {
	if len(x.current) > 0 {
		x.current = append(x.current, b)
	}
	x.space = false
}

// text adds to the block, its white space collapsed as HTML defines it; a no-break space is none.
func (x *extractor) text(text []byte) {
	if x.prolog || x.role() == dropped {
		return
	}
	if x.pre > 0 {
		x.current = append(x.current, text...)
		return
	}
	for _, b := range text {
		if b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' {
			x.space = true
			continue
		}
		if n := len(x.current); x.space && n > 0 && x.current[n-1] != '\n' && x.current[n-1] != '\t' {
			x.current = append(x.current, ' ')
		}
		x.space = false
		x.current = append(x.current, b)
	}
}

// endBlock sets the block apart, if it has text.
func (x *extractor) endBlock() {
	s := string(x.current)
	x.current, x.space = x.current[:0], false
	s = (corpus.Span{End: len(s)}).Trim(s).Of(s)
	if s == "" {
		return
	}
	if x.out.Len() > 0 {
		x.out.WriteString("\n\n")
	}
	from := x.out.Len()
	x.out.WriteString(s)
	x.blocks = append(x.blocks, block{corpus.Span{Start: from, End: x.out.Len()}, x.role()})
}
