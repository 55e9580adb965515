package draft

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
)

// maxMarkdown is the most bytes that are looked at as Markdown. A longer text is read as it stands.
const maxMarkdown = 1 << 20

// toHTML reads Markdown as GitHub does, with footnotes. A line break in a paragraph stays one, as in a chat.
var toHTML = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote),
	goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()),
)

// readMarkdown reads the text that Markdown shows. What is too intricate to be anybody's writing is read as plain text.
func readMarkdown(text string) (*content, error) {
	text = frontMatter.ReplaceAllString(text, "")
	if len(text) > maxMarkdown || intricate(text) {
		return &content{format: Markdown, plain: text}, nil
	}
	var out bytes.Buffer
	if err := toHTML.Convert([]byte(text), &out); err != nil {
		return nil, refuse(Damaged)
	}
	c, err := readHTML(out.String())
	if err == nil {
		c.format = Markdown
	}
	return c, err
}

// frontMatter is what programs put above a text, between lines of three hyphens.
var frontMatter = regexp.MustCompile(`\A---[ \t]*\r?\n(?:[^\n]*\n){0,100}?---[ \t]*(?:\r?\n|\z)`)

// The bounds of what is read as Markdown. The parser's time grows with the square of the marks in a paragraph, and its
// stack with the depth of lists and quoted lines.
const (
	maxMarks = 500   // in a paragraph
	maxDepth = 32    // markers that begin one line, or widths of indent
	maxNotes = 1_000 // footnotes and references to them: each reference is looked for among all notes
)

// intricate reports text that would take the parser beyond bounded time or stack.
func intricate(text string) bool {
	if strings.Count(text, "[^") > maxNotes {
		return true
	}
	marks := 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			marks = 0
			continue
		}
		for i := range len(line) {
			if strings.IndexByte("*_`[]<>!&\\~|()", line[i]) >= 0 {
				marks++
			}
		}
		if marks > maxMarks || depth(line) > maxDepth {
			return true
		}
	}
	return false
}

// depth is how many markers of containers, or indents of two spaces, stand before a line's first word.
func depth(line string) int {
	n, spaces := 0, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			spaces++
		case strings.IndexByte(">*+-.)", c) >= 0:
			n++
		case c < '0' || c > '9':
			return n + spaces/2
		}
	}
	return n + spaces/2
}
