// Package draft reads what an editor has before print: a pasted text, or a document in plain text, Markdown, HTML, .docx
// or .odt. It becomes an article of paragraphs, in which quotations are found as they are in the archive's.
//
// Whoever sends a document may be careless or hostile. No document costs more than bounded memory and time; what cannot
// be read, or had better not be, is refused in one sentence that says what to do.
package draft

import (
	"errors"
	"io"
	"slices"

	"copydesk/corpus"
)

const (
	// MaxFile is the most bytes that a document may have, pictures included.
	MaxFile = 25 << 20
	// MaxText is the most bytes of text that a draft may have: that of a thick book.
	MaxText = 4 << 20
)

// Draft is a document as it was read.
type Draft struct {
	// Article has the text as Body and Paragraphs. Its headline is the heading that the draft begins with, if it does; it
	// is then the first paragraph too. Its ID is the document's name. All else is empty.
	Article *corpus.Article
	Format  Format
	// Notes say what of the document was left out or decided, each once.
	Notes []Note
}

// Note is a sentence to the reader of a report: what of a document is not in its text.
type Note string

// The Notes.
const (
	TrackedChanges Note = "Tracked changes were read as if accepted: insertions were kept, deletions left out."
	Comments       Note = "Comments were left out."
	StruckOut      Note = "Text that is struck out was left out."
	Hidden         Note = "Hidden text was left out."
)

// Read reads a draft. name is that of the file, and empty for a pasted text; the kind is told by the content, and by
// the name only where that may be either. What is the fault of the document is a *Refusal, all else an error of r.
func Read(name string, r io.Reader) (*Draft, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxFile:
		return nil, refuse(TooLarge)
	}
	format, err := detect(name, data)
	if err != nil {
		return nil, err
	}
	c, err := parse(format, data)
	if err != nil {
		return nil, err
	}
	a, err := c.article()
	if err != nil {
		return nil, err
	}
	a.ID = name
	return &Draft{a, c.format, c.notes}, nil
}

func parse(format Format, data []byte) (*content, error) {
	if format == Word {
		return readParcel(data)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	switch format {
	case HTML:
		return readHTML(text)
	case Markdown:
		return readMarkdown(text)
	}
	return &content{format: Text, plain: text}, nil
}

// content is what a format's reader makes of a document.
type content struct {
	format Format
	plain  string  // a text without markup; empty if there are blocks
	blocks []block // in order
	notes  []Note
}

func (c *content) note(n Note) {
	if !slices.Contains(c.notes, n) {
		c.notes = append(c.notes, n)
	}
}

// asRefusal is err if it is a refusal already, and one for damage otherwise.
func asRefusal(err error) error {
	var r *Refusal
	if errors.As(err, &r) {
		return err
	}
	return refuse(Damaged)
}
