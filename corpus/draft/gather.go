package draft

// gatherer puts the paragraphs of a document into blocks. One may stand within another, as those of a text box and of a
// note do: the text of a box comes before the paragraph that holds it, that of notes after all.
type gatherer struct {
	*content
	open    []paragraph
	carried []byte // the text of a paragraph whose end was deleted
	after   []block
}

// paragraph is one that is being read.
type paragraph struct {
	text   []byte
	role   role
	joined bool // its end was deleted: the next goes on with it
	note   bool // it is of a note
}

func (g *gatherer) begin(r role, note bool) {
	g.open = append(g.open, paragraph{text: g.carried, role: r, note: note})
	g.carried = nil
}

// current is the innermost paragraph; nil if none is open.
func (g *gatherer) current() *paragraph {
	if len(g.open) == 0 {
		return nil
	}
	return &g.open[len(g.open)-1]
}

func (g *gatherer) write(text string) {
	if p := g.current(); p != nil {
		p.text = append(p.text, text...)
	}
}

func (g *gatherer) finish() {
	p := g.current()
	if p == nil {
		return
	}
	g.open = g.open[:len(g.open)-1]
	switch b := (block{string(p.text), p.role}); {
	case p.joined:
		g.carried = p.text
	case len(p.text) == 0:
	case p.note:
		g.after = append(g.after, b)
	default:
		g.blocks = append(g.blocks, b)
	}
}

// done closes what a document left open and puts the notes behind its text.
func (g *gatherer) done() *content {
	for len(g.open) > 0 {
		g.finish()
	}
	if len(g.carried) > 0 {
		g.blocks = append(g.blocks, block{string(g.carried), story})
	}
	g.blocks = append(g.blocks, g.after...)
	return g.content
}
