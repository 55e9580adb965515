package main

import (
	"strings"

	"copydesk/bot"
	"copydesk/bot/verify"
	"copydesk/corpus"
)

// stretch is a piece of one of two texts that are shown side by side.
type stretch struct {
	// Mark is "draft" for what only the draft has, "archive" for what only the archive has, "aside" for what a cue, an ellipsis
	// or brackets account for, "rest" for what is beyond the quotation, and empty for the rest.
	Mark string
	Text string
}

// draftSide is a quotation as the draft has it, beside a place of the archive.
func draftSide(m bot.Match) []stretch {
	var out []stretch
	for _, e := range m.Diff {
		switch {
		case e.Op == verify.Equal && e.Typed != "":
			out = appendStretch(out, "", e.Typed)
		case e.Op == verify.Equal:
			out = appendStretch(out, "", e.Text)
		case e.Op == verify.Insert:
			out = appendStretch(out, markFor("draft", e.Allowed), e.Text)
		}
	}
	return out
}

// archiveSide is a place of the archive as it is printed, to the ends of its sentences.
func archiveSide(m bot.Match) []stretch {
	before, after := restOfSentence(m)
	out := appendStretch(nil, "rest", before)
	for _, e := range m.Diff {
		switch e.Op {
		case verify.Equal:
			out = appendStretch(out, "", e.Text)
		case verify.Delete:
			out = appendStretch(out, markFor("archive", e.Allowed), e.Text)
		}
	}
	return appendStretch(out, "rest", after)
}

func markFor(mark, allowed string) string {
	switch allowed {
	case "":
		return mark
	case "typography":
		return ""
	}
	return "aside"
}

// appendStretch marks the words, and not the space around them.
func appendStretch(out []stretch, mark, text string) []stretch {
	bare := strings.TrimSpace(text)
	if mark == "" || bare == "" {
		if text == "" {
			return out
		}
		return append(out, stretch{"", text})
	}
	lead, trail, _ := strings.Cut(text, bare)
	for _, s := range []stretch{{"", lead}, {mark, bare}, {"", trail}} {
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

// restOfSentence is what stands in the archive around a match, to the ends of its sentences: where the draft has other words,
// they may have been left out or put in place of these.
func restOfSentence(m bot.Match) (before, after string) {
	text := m.Context.Text
	at := corpus.Span{Start: m.Start - m.Context.Start, End: m.End - m.Context.Start}
	whole := at
	for _, s := range corpus.Sentences(text, corpus.Span{End: len(text)}) {
		if s.Overlaps(at) {
			whole = corpus.Span{Start: min(whole.Start, s.Start), End: max(whole.End, s.End)}
		}
	}
	return text[whole.Start:at.Start], text[at.End:whole.End]
}
