package discord

import (
	"strings"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/verify"
	"copydesk/corpus"
)

// marked is a text with the stretches of it that differ from another, in order.
type marked struct {
	text  string
	marks []corpus.Span
}

// sides are the archive's words and the quotation's, each with what the other has not. What may differ, such as what an
// ellipsis stands for, is not marked.
func sides(m bot.Match) (had, typed marked) {
	for _, e := range m.Diff {
		fault := e.Allowed == ""
		if e.Op != verify.Insert {
			had.add(e.Text, fault && e.Op == verify.Delete)
		}
		switch {
		case e.Op == verify.Insert:
			typed.add(e.Text, fault)
		case e.Op == verify.Equal && e.Typed != "":
			typed.add(e.Typed, false)
		case e.Op == verify.Equal:
			typed.add(e.Text, false)
		}
	}
	return had, typed
}

// add appends a stretch, whose mark takes in neither the space nor the punctuation around it.
func (m *marked) add(text string, mark bool) {
	start := len(m.text)
	m.text += text
	bare := strings.TrimRight(strings.TrimLeft(text, " \n\t\u00a0]),.;:!?…”’»—–-"), " \n\t\u00a0[(,.;:…“‘«—–-")
	if mark && bare != "" {
		start += strings.Index(text, bare)
		m.marks = append(m.marks, corpus.Span{Start: start, End: start + len(bare)})
	}
}

// markFormat is bold and underlined, since bold alone is used for other things.
const markFormat = "**__"

// write writes the text as a block quote of at most limit characters: if it must be cut, around the marks.
func (m marked) write(limit int) string {
	m.text = strings.TrimRight(m.text, " \n")
	keep := corpus.Span{}
	if n := len(m.marks); n > 0 {
		keep = corpus.Span{Start: m.marks[0].Start, End: m.marks[n-1].End}
	}
	write := func(e corpus.Span) string { return markdown.Quote(m.text, e, m.marks, markFormat) }
	return write(markdown.Excerpt(m.text, keep, func(e corpus.Span) bool { return markdown.Length(write(e)) <= limit }))
}
