package discord

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"copydesk/bot"
)

// extent is a half-open range of bytes of a passage's text.
type extent struct{ start, end int }

// evidenceIn is where the passage's evidence stands in its text; empty if it is not there.
func evidenceIn(p bot.Passage) extent {
	start := p.Evidence.Start - p.Start
	end := start + len(p.Evidence.Text)
	if start < 0 || end > len(p.Text) || p.Text[start:end] != p.Evidence.Text {
		if start = strings.Index(p.Text, p.Evidence.Text); start < 0 {
			return extent{}
		}
		end = start + len(p.Evidence.Text)
	}
	return extent{start, end}
}

// excerpt is the widest stretch of text around keep, from the beginning of a word to the end of one, that is at most limit
// characters long as it is written: all of text if that fits. If keep itself is too long it is cut at its end; if not even
// its first word fits the excerpt is empty. A stretch within one that fits must fit too.
func excerpt(text string, keep extent, limit int, write func(extent) string) extent {
	fits := fitting(limit, write)
	if whole := (extent{0, len(text)}); fits(whole) {
		return whole
	}
	words := wordExtents(text)
	first, last := touching(words, keep)
	between := func(i, j int) extent { return extent{words[i].start, words[j-1].end} }
	around := func(n int) extent { return between(max(0, first-n), min(len(words), last+n)) }
	if first == last {
		return extent{}
	}
	if fits(around(0)) {
		return around(sort.Search(len(words), func(n int) bool { return !fits(around(n + 1)) }))
	}
	n := sort.Search(last-first, func(n int) bool { return !fits(between(first, first+n+1)) })
	if n == 0 {
		return extent{}
	}
	return between(first, first+n)
}

// maxBytes is the most bytes that a character, as Discord counts them, takes in UTF-8.
const maxBytes = 3

// fitting reports which stretches are at most limit characters long as they are written. One that has too many bytes for
// that is not written out to see it.
func fitting(limit int, write func(extent) string) func(extent) bool {
	return func(e extent) bool { return e.end-e.start <= maxBytes*limit && length(write(e)) <= limit }
}

// touching are the words [first, last) that share a byte with e; all words if e is empty.
func touching(words []extent, e extent) (first, last int) {
	if e.start == e.end {
		return 0, len(words)
	}
	first = sort.Search(len(words), func(i int) bool { return words[i].end > e.start })
	last = sort.Search(len(words), func(i int) bool { return words[i].start >= e.end })
	return first, max(first, last)
}

// wordExtents are the runs of text between white space.
func wordExtents(text string) []extent {
	var out []extent
	start := -1
	for i, r := range text {
		switch space := unicode.IsSpace(r); {
		case space && start >= 0:
			out = append(out, extent{start, i})
			start = -1
		case !space && start < 0:
			start = i
		}
	}
	if start >= 0 {
		out = append(out, extent{start, len(text)})
	}
	return out
}

// cutMark stands where copydesk leaves words out; in italics, so that it is not taken for the article's own.
const cutMark = "*[…]*"

// clip writes text as one line of at most limit characters, shortened at a word's end if it must be.
func clip(text string, limit int, write func(string) string) string {
	text = oneLine(text)
	shorten := func(e extent) string {
		if e.end == len(text) {
			return isolate(write(text[e.start:]))
		}
		return isolate(strings.TrimSpace(write(text[:e.end]) + " […]"))
	}
	return shorten(excerpt(text, extent{}, limit, shorten))
}

// quotation writes text as a block quote with the evidence in bold, at most limit characters long: cut around
// the evidence if it must be, between sentences if one ends there.
func quotation(text string, evidence extent, bold bool, limit int) string {
	write := func(e extent) string { return writeQuotation(text, e, evidence, bold) }
	shown := excerpt(text, evidence, limit, write)
	return write(wholeSentences(text, shown, evidence))
}

// sentenceEnd is a rough one: where a cut falls decides no more than how it reads.
var sentenceEnd = regexp.MustCompile(`[.!?…]["'”’»)\]]*(\s+)`)

// wholeSentences takes the part of a sentence off either end of shown, unless the evidence is in it.
func wholeSentences(text string, shown, evidence extent) extent {
	if shown.start > 0 && shown.start < evidence.start {
		if m := sentenceEnd.FindStringIndex(text[shown.start:evidence.start]); m != nil {
			shown.start += m[1]
		}
	}
	from := max(shown.start, evidence.start)
	if shown.end == len(text) || from >= shown.end {
		return shown
	}
	ends := sentenceEnd.FindAllStringSubmatchIndex(text[from:shown.end]+" ", -1)
	if n := len(ends); n > 0 && from+ends[n-1][2] >= evidence.end {
		shown.end = from + ends[n-1][2]
	}
	return shown
}

func writeQuotation(text string, shown, evidence extent, bold bool) string {
	if !bold {
		return writeMarked(text, shown, nil, "")
	}
	return writeMarked(text, shown, []extent{evidence}, "**")
}

// writeMarked writes what is shown of text as a block quote, with the marks, which are in order, in a format.
func writeMarked(text string, shown extent, marks []extent, format string) string {
	if shown.start == shown.end {
		return "> " + cutMark
	}
	within := func(i int) int { return min(max(i, shown.start), shown.end) }
	var b strings.Builder
	b.WriteString("> ")
	if strings.TrimSpace(text[:shown.start]) != "" {
		b.WriteString(cutMark + " ")
	}
	at := shown.start
	for _, m := range marks {
		from, to := within(m.start), within(m.end)
		writeLines(&b, text[at:from], "")
		writeLines(&b, text[from:to], format)
		at = to
	}
	writeLines(&b, text[at:shown.end], "")
	if strings.TrimSpace(text[shown.end:]) != "" {
		b.WriteString(" " + cutMark)
	}
	return b.String()
}

// writeLines writes text within a block quote and, line by line since formatting ends with a line on some
// screens, between the marks of a format, which are turned round at its end.
func writeLines(b *strings.Builder, text, format string) {
	for i, line := range lines(text) {
		if i > 0 {
			b.WriteString("\n> ")
		}
		core := strings.TrimFunc(line, unicode.IsSpace)
		if core == "" || format == "" {
			b.WriteString(escape(line))
			continue
		}
		before, after, _ := strings.Cut(line, core)
		b.WriteString(before + format + escape(core) + turned(format) + after)
	}
}

// turned is a format's marks in the order that ends it.
func turned(format string) string {
	marks := []byte(format)
	slices.Reverse(marks)
	return string(marks)
}
