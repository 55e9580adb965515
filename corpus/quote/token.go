package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// tokenKind is what a token is made of.
type tokenKind uint8

const (
	word      tokenKind = iota
	number              // begins with a digit
	suffix              // 's, 're and the like, cut off the word before
	comma               // ,
	stop                // . ! ? …
	colon               // :
	semicolon           // ;
	dash                // – — -- or a hyphen between spaces
	openParen           // ( [
	shutParen           // ) ]
	quoted              // a whole quotation
	other               // any other character
)

// token is a word, a punctuation mark, or a whole quotation.
type token struct {
	start, end int
	kind       tokenKind
	upper      bool // a word that begins with a capital
	first      bool // the first of its sentence
	class      class
	verb       verb
	mention    int32 // 1 more than the index of the mention that ends with it; 0 if none does
	quote      int   // index of the quotation, for kind quoted
}

func (t *token) is(c class) bool { return t.class&c != 0 }

// tokenize appends the tokens of a paragraph, whose quotations are given, to toks.
func tokenize(toks []token, body string, para corpus.Span, qs []quotation, firstQuote int) []token {
	at := para.Start
	for i, q := range qs {
		toks = tokenizeText(toks, body, at, q.span.Start)
		toks = append(toks, token{start: q.span.Start, end: q.span.End, kind: quoted, quote: firstQuote + i})
		at = q.span.End
	}
	return tokenizeText(toks, body, at, para.End)
}

func tokenizeText(toks []token, body string, at, end int) []token {
	for at < end {
		if body[at] == ' ' {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(body[at:end])
		switch {
		case wordRune(r) || (r == '$' || r == '#' || r == '@') && wordAfter(body[:end], at+1):
			var n int
			toks, n = appendWord(toks, body[:end], at, r)
			at = n
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			at += size
		default:
			var t token
			t, at = punctuation(body[:end], at, r, size)
			toks = append(toks, t)
		}
	}
	return toks
}

// punctuation reads a token that is no word; runs of dashes and stops are one.
func punctuation(text string, at int, r rune, size int) (token, int) {
	t := token{start: at, end: at + size, kind: other}
	switch r {
	case ',':
		t.kind = comma
	case '.', '!', '?', '…':
		t.kind = stop
		for t.end < len(text) && strings.IndexByte(".!?", text[t.end]) >= 0 {
			t.end++
		}
	case ':':
		t.kind = colon
	case ';':
		t.kind = semicolon
	case '—', '–', '-', '‒', '―':
		t.kind = dash
		for t.end < len(text) && text[t.end] == '-' {
			t.end++
		}
	case '(', '[':
		t.kind = openParen
	case ')', ']':
		t.kind = shutParen
	}
	return t, t.end
}

// appendWord reads the word at text[at:] with inner hyphens, full stops and apostrophes. A possessive or
// contracted ending becomes a token of its own, so that "Brandt's" is a name.
func appendWord(toks []token, text string, at int, first rune) ([]token, int) {
	end := at
	cut := -1
	for end < len(text) {
		if alphanumeric(text[end]) {
			end++
			continue
		}
		if text[end] == ' ' {
			break
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case wordRune(r) || end == at || unicode.Is(unicode.Mn, r):
		case r == '€' && strings.HasPrefix(text[end:], "€™") && strings.HasSuffix(text[at:end], "â"):
			cut, end = end-len("â"), end+len("€")
			size = len("™")
		case r == '\'' || r == '’' || r == '\uFFFD':
			if !wordAfter(text, end+size) {
				toks, at = finishWord(toks, text, at, end, cut, first)
				return pluralPossessive(toks, text, at, size)
			}
			cut = end
		case r == '-' || r == '.' || r == '&' || r == '/':
			if !wordAfter(text, end+size) {
				return finishWord(toks, text, at, end, cut, first)
			}
		case r == ',' && digitAfter(text, end+1) && text[end-1] >= '0' && text[end-1] <= '9':
		default:
			return finishWord(toks, text, at, end, cut, first)
		}
		end += size
	}
	return finishWord(toks, text, at, end, cut, first)
}

// alphanumeric reports whether c is an ASCII letter or digit.
func alphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// pluralPossessive makes a token of an apostrophe at text[at:] between a plural and a noun: "the dogs' owner".
func pluralPossessive(toks []token, text string, at, size int) ([]token, int) {
	if text[at-1] != 's' || !strings.HasPrefix(text[at+size:], " ") || !wordAfter(text, at+size+1) {
		return toks, at
	}
	return append(toks, token{start: at, end: at + size, kind: suffix, class: possessiveEnding}), at + size
}

func finishWord(toks []token, text string, at, end, cut int, first rune) ([]token, int) {
	if cut > at && contraction(text[cut:end]) {
		ending := token{start: cut, end: end, kind: suffix, class: suffixClass(text[cut:end])}
		return append(addWord(toks, text, at, cut, first), ending), end
	}
	toks = addWord(toks, text, at, end, first)
	t := &toks[len(toks)-1]
	if abbreviated(text, t) {
		t.end++
	}
	return toks, t.end
}

// contraction reports whether s, an apostrophe and what follows, is an ending that is cut off.
func contraction(s string) bool {
	switch strings.TrimLeft(s, "'’â€™\uFFFD") {
	case "s", "S", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// suffixClass makes every ending but 's an auxiliary; 's may be one, but is more often a possessive.
func suffixClass(s string) class {
	if strings.HasSuffix(s, "s") || strings.HasSuffix(s, "S") {
		return possessiveEnding
	}
	return auxiliary
}

// addWord appends the token of a word or number, with what the lexicon knows of it.
func addWord(toks []token, text string, at, end int, first rune) []token {
	toks = append(toks, token{start: at, end: end, upper: unicode.IsUpper(first)})
	t := &toks[len(toks)-1]
	if first >= '0' && first <= '9' || first == '$' {
		t.kind = number
		if strings.HasSuffix(text[at:end], "-year-old") {
			t.kind, t.class = word, person
		}
		return toks
	}
	e := lookup(text[at:end])
	t.class, t.verb = e.class, e.verb
	if t.upper && end-at > 1 && text[end-1] >= 'A' && text[end-1] <= 'Z' {
		t.class &^= functionWord
	}
	return toks
}

// abbreviated reports whether the full stop after the word belongs to it: a title, an initial, U.S.
func abbreviated(text string, t *token) bool {
	if t.end >= len(text) || text[t.end] != '.' || t.kind == number {
		return false
	}
	w := text[t.start:t.end]
	if t.is(title|abbreviation) || t.upper && (len(w) == 1 || w[1] == '-') {
		return true
	}
	return strings.IndexByte(w, '.') > 0
}

// longestEntry is the length in bytes of the longest word that the lexicon can hold.
const longestEntry = 24

// lookup finds what the lexicon knows of a word, whatever its case.
func lookup(w string) entry {
	if len(w) > longestEntry {
		return entry{}
	}
	var low [longestEntry]byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	if id := lexicon.words.of(low[:len(w)]); id != unnumbered {
		return lexicon.entries[id]
	}
	return guess(low[:len(w)])
}
