package markdown

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"copydesk/corpus"
)

// Excerpt is the widest stretch of text around keep, from the beginning of a word to the end of one, for which
// fits is true: all of text if that fits. If keep itself is too long it is cut at its end; if not even its first
// word fits the excerpt is empty. fits must be monotone: a stretch within one that fits must fit too.
func Excerpt(text string, keep corpus.Span, fits func(corpus.Span) bool) corpus.Span {
	if whole := (corpus.Span{Start: 0, End: len(text)}); fits(whole) {
		return whole
	}
	words := wordExtents(text)
	first, last := touching(words, keep)
	between := func(i, j int) corpus.Span { return corpus.Span{Start: words[i].Start, End: words[j-1].End} }
	around := func(n int) corpus.Span { return between(max(0, first-n), min(len(words), last+n)) }
	if first == last {
		return corpus.Span{}
	}
	if fits(around(0)) {
		return around(sort.Search(len(words), func(n int) bool { return !fits(around(n + 1)) }))
	}
	n := sort.Search(last-first, func(n int) bool { return !fits(between(first, first+n+1)) })
	if n == 0 {
		return corpus.Span{}
	}
	return between(first, first+n)
}

// touching are the words [first, last) that share a byte with e; all words if e is empty.
func touching(words []corpus.Span, e corpus.Span) (first, last int) {
	if e.Start == e.End {
		return 0, len(words)
	}
	first = sort.Search(len(words), func(i int) bool { return words[i].End > e.Start })
	last = sort.Search(len(words), func(i int) bool { return words[i].Start >= e.End })
	return first, max(first, last)
}

// wordExtents are the runs of text between white space.
func wordExtents(text string) []corpus.Span {
	var out []corpus.Span
	start := -1
	for i, r := range text {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			out = append(out, corpus.Span{Start: start, End: i})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, corpus.Span{Start: start, End: len(text)})
	}
	return out
}

// cutMark stands where copydesk leaves words out; in italics, so that it is not taken for the article's own.
const cutMark = "*[…]*"

// Clip writes text as one line of at most limit characters, shortened at a word's end if it must be.
func Clip(text string, limit int, write func(string) string) string {
	text = OneLine(text)
	shorten := func(e corpus.Span) string {
		if e.End == len(text) {
			return Isolate(write(text[e.Start:]))
		}
		return Isolate(strings.TrimSpace(write(text[:e.End]) + " […]"))
	}
	return shorten(Excerpt(text, corpus.Span{}, func(e corpus.Span) bool { return Length(shorten(e)) <= limit }))
}

// QuoteAround writes text as a block quote with a stretch of it in bold, at most limit characters long: cut around the
// stretch if it must be, between sentences if one ends there. Of an empty stretch it shows the beginning.
func QuoteAround(text string, bold corpus.Span, limit int) string {
	write := func(e corpus.Span) string { return Quote(text, e, []corpus.Span{bold}, Bold) }
	shown := Excerpt(text, bold, func(e corpus.Span) bool { return Length(write(e)) <= limit })
	return write(wholeSentences(text, shown, bold))
}

// sentenceEnd is a rough one: where a cut falls decides no more than how it reads.
var sentenceEnd = regexp.MustCompile(`[.!?…]["'”’»)\]]*(\s+)`)

// wholeSentences takes the part of a sentence off either end of shown, unless the evidence is in it.
func wholeSentences(text string, shown, evidence corpus.Span) corpus.Span {
	if shown.Start > 0 && shown.Start < evidence.Start {
		if m := sentenceEnd.FindStringIndex(text[shown.Start:evidence.Start]); m != nil {
			shown.Start += m[1]
		}
	}
	from := max(shown.Start, evidence.Start)
	if shown.End == len(text) || from >= shown.End {
		return shown
	}
	ends := sentenceEnd.FindAllStringSubmatchIndex(text[from:shown.End]+" ", -1)
	if n := len(ends); n > 0 && from+ends[n-1][2] >= evidence.End {
		shown.End = from + ends[n-1][2]
	}
	return shown
}

// Bold is the format of what a reader is to look at first.
const Bold = "**"

// Quote writes what is shown of text as a block quote, with the marks, which are in order, in a format: the marks of Discord's
// Markdown that begin it, such as Bold. What is left out at either end is shown as left out.
func Quote(text string, shown corpus.Span, marks []corpus.Span, format string) string {
	if shown.Start == shown.End {
		return "> " + cutMark
	}
	within := func(i int) int { return min(max(i, shown.Start), shown.End) }
	var b strings.Builder
	b.WriteString("> ")
	if strings.TrimSpace(text[:shown.Start]) != "" {
		b.WriteString(cutMark + " ")
	}
	at := shown.Start
	for _, m := range marks {
		from, to := within(m.Start), within(m.End)
		writeLines(&b, text[at:from], "")
		writeLines(&b, text[from:to], format)
		at = to
	}
	writeLines(&b, text[at:shown.End], "")
	if strings.TrimSpace(text[shown.End:]) != "" {
		b.WriteString(" " + cutMark)
	}
	return b.String()
}

// writeLines writes text within a block quote and, line by line since formatting ends with a line on some
// screens, between the marks of a format, which are turned round at its end.
func writeLines(b *strings.Builder, text, format string) {
	for i, line := range Lines(text) {
		if i > 0 {
			b.WriteString("\n> ")
		}
		core := strings.TrimFunc(line, unicode.IsSpace)
		if core == "" || format == "" {
			b.WriteString(Escape(line))
			continue
		}
		before, after, _ := strings.Cut(line, core)
		b.WriteString(before + format + Escape(core) + turned(format) + after)
	}
}

// turned is a format's marks in the order that ends it.
func turned(format string) string {
	marks := []byte(format)
	slices.Reverse(marks)
	return string(marks)
}
