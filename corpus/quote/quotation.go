package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// quotation is a stretch of a paragraph between quotation marks, the marks included. Quotations within a
// quotation are part of it.
type quotation struct {
	span corpus.Span
	// damaged says that the closing mark is missing: the span ends where the sentence does.
	damaged bool
}

// style groups the marks that close one another.
type style uint8

const (
	straight   style = iota // "
	curly                   // “ ” „
	guillemets              // « »
	doubled                 // '' and ``, two single marks
	single                  // ‘ ’ and '
)

// mark is one quotation mark and what it can do where it stands.
type mark struct {
	at, end      int
	style        style
	opens, shuts bool
}

// quotations finds the quotations of a paragraph. With singles, single marks count as outer ones; otherwise only
// double marks do. goesOn says that the next paragraph opens with a mark, so that the last quotation may stay open.
// The time is linear in the paragraph's length.
func quotations(qs []quotation, marks []mark, body string, para corpus.Span, singles, goesOn bool) ([]quotation, []mark) {
	marks = appendMarks(marks[:0], body, para, singles)
	first := len(qs)
	from, depth, inner := -1, 0, 0
	var outer style
	for i, m := range marks {
		switch {
		case from < 0:
			if m.opens {
				from, depth, inner, outer = i, 0, 0, m.style
			}
		case m.style != outer && !(m.style <= curly && outer <= curly):
			continue
		case m.style != outer && m.opens:
			inner++
		case m.style != outer && inner > 0:
			inner--
		case m.opens && !m.shuts:
			if nested(marks[i+1:], outer) {
				depth++
				continue
			}
			qs = unclosed(qs, body, para, corpus.Span{Start: marks[from].at, End: m.at})
			from, depth, inner = i, 0, 0
		case depth > 0:
			depth--
		case m.style == single && possessive(body, m, marks[i+1:]):
			continue
		default:
			qs = append(qs, quotation{span: corpus.Span{Start: marks[from].at, End: m.end}})
			from = -1
		}
	}
	if from >= 0 {
		rest := corpus.Span{Start: marks[from].at, End: para.End}
		switch before := strings.TrimRight(body[para.Start:rest.Start], " \u00a0"); {
		case goesOn:
			qs = append(qs, quotation{span: rest})
		case len(qs) > first && strings.HasSuffix(before, "."):
			// After a quotation with its cue, the rest of the paragraph is quoted: “…,” Brandt said. “…
			qs = append(qs, quotation{span: rest.Trim(body), damaged: true})
		default:
			qs = unclosed(qs, body, para, rest)
		}
	}
	return dropEmpty(qs, first, body), marks
}

// nested reports whether a second opening mark of one style begins a quotation within the first: then two closing
// marks follow before the next opening one.
func nested(next []mark, outer style) bool {
	shut := 0
	for i, m := range next {
		if i >= 4 || shut == 2 {
			break
		}
		if m.style != outer {
			continue
		}
		if !m.shuts {
			return false
		}
		shut++
	}
	return shut == 2
}

// possessive reports whether a single mark after an s is an apostrophe (“the players’ union”): then the closing
// mark is still to come.
func possessive(body string, m mark, next []mark) bool {
	if body[m.at-1] != 's' || len(next) == 0 {
		return false
	}
	return next[0].style == single && next[0].shuts && !next[0].opens
}

// unclosed appends the quotation that an opening mark without a closing one makes of what follows: it ends with the
// sentence. A mark with which a sentence begins makes none, since the cue may stand in that very sentence.
func unclosed(qs []quotation, body string, para, rest corpus.Span) []quotation {
	before := strings.TrimRight(body[para.Start:rest.Start], " \u00a0")
	if before == "" || strings.HasSuffix(before, ".") {
		return qs
	}
	rest = rest.Trim(body)
	for i := rest.Start; i < rest.End; i++ {
		if strings.IndexByte(".!?", body[i]) >= 0 && (i+1 == rest.End || body[i+1] == ' ' || body[i+1] == '\n') {
			rest.End = i + 1
			break
		}
	}
	return append(qs, quotation{span: rest, damaged: true})
}

// dropEmpty leaves out quotations without a letter or digit, from the first on.
func dropEmpty(qs []quotation, first int, body string) []quotation {
	kept := qs[:first]
	for _, q := range qs[first:] {
		if strings.IndexFunc(q.span.Of(body), wordRune) >= 0 {
			kept = append(kept, q)
		}
	}
	return kept
}

func wordRune(r rune) bool { return 'a' <= r && r <= 'z' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// appendMarks collects the quotation marks of a paragraph, in order.
func appendMarks(marks []mark, body string, para corpus.Span, singles bool) []mark {
	text := body[:para.End]
	for i := para.Start; i < para.End; {
		if !beginsMark[text[i]] {
			i++
			continue
		}
		m, ok := markAt(text, i, para.Start, singles)
		if ok {
			marks = append(marks, m)
		}
		i = max(m.end, i+1)
	}
	return marks
}

// beginsMark are the bytes with which quotation marks begin in UTF-8.
var beginsMark = [256]bool{'"': true, '\'': true, '`': true, 0xc2: true, 0xe2: true}

// markAt reads the mark at text[i:]. Its end is set even where it is not one that counts.
func markAt(text string, i, start int, singles bool) (mark, bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	m := mark{at: i, end: i + size}
	switch r {
	case '"':
		m.style = straight
		m.context(text, start)
		if digitBefore(text, i, start) && m.opens {
			return m, false
		}
		return m, m.opens || m.shuts
	case '“', '”', '„', '‟':
		m.style = curly
		m.context(text, start)
		return m.directed(r != '”'), true
	case '«', '»':
		m.style = guillemets
		m.opens, m.shuts = r == '«', r == '»'
		return m, true
	case '\'', '`':
		n := 1
		for i+n < len(text) && text[i+n] == byte(r) {
			n++
		}
		m.end = i + n
		if n == 2 || n == 3 {
			m.style = doubled
			m.context(text, start)
			return m, m.opens || m.shuts
		}
		if n > 3 {
			return m, false
		}
	case '‘', '’':
	default:
		return m, false
	}
	m.style = single
	m.context(text, start)
	m.shuts = m.shuts && r != '‘' && !wordAfter(text, m.end)
	m.opens = m.opens && r != '’' && wordAfter(text, m.end) && !digitAfter(text, m.end)
	return m, singles && m.opens != m.shuts
}

// directed makes a curly mark open or shut as its shape says, unless it clearly stands the wrong way round: an
// opening mark between a word and a space, a closing one between a space and a word.
func (m mark) directed(opening bool) mark {
	if m.opens != m.shuts && m.opens != opening {
		opening = !opening
	}
	m.opens, m.shuts = opening, !opening
	return m
}

// context decides what a mark without a direction does by its neighbours: it opens after white space, a bracket
// or a dash and before a word; it shuts after a word or a stop. Between two spaces it may do either.
func (m *mark) context(text string, start int) {
	before, _ := utf8.DecodeLastRuneInString(text[start:m.at])
	after, _ := utf8.DecodeRuneInString(text[m.end:])
	edgeBefore := m.at == start || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:“‘'\"", before)
	edgeAfter := m.end == len(text) || unicode.IsSpace(after)
	m.opens = edgeBefore && !edgeAfter
	m.shuts = m.at > start && (!unicode.IsSpace(before) || edgeAfter)
	if m.opens && m.shuts && !strings.ContainsRune("—–-/", before) {
		m.shuts = false
	}
}

func wordAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && wordRune(r)
}

func digitAfter(text string, i int) bool { return i < len(text) && text[i] >= '0' && text[i] <= '9' }

func digitBefore(text string, i, start int) bool {
	return i > start && text[i-1] >= '0' && text[i-1] <= '9'
}
