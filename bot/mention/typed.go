package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
	"copydesk/index"
)

// typed is a text as its typist's words and numbers, for the grammars of dates and outlets. The index's analysis will
// not do for them: to it "19.2.2016" is one word, and "2,016" is the year.
type typed struct {
	text  string
	words []word
	// shouted says that the text is all capitals, so that a capital letter marks no name.
	shouted bool
}

// word is an unbroken run of letters and digits.
type word struct {
	corpus.Span
	text string // lower case, without diacritics
}

func typedWords(text string) typed {
	t := typed{text: text, shouted: text == strings.ToUpper(text)}
	start := -1
	for i, r := range text {
		// A mark belongs to the letter before it: "Müller" may be typed as u and two dots.
		part := unicode.IsLetter(r) || unicode.IsNumber(r) || start >= 0 && unicode.IsMark(r)
		if part && start < 0 {
			start = i
		}
		if !part && start >= 0 {
			t.add(start, i)
			start = -1
		}
	}
	if start >= 0 {
		t.add(start, len(text))
	}
	return t
}

func (t *typed) add(start, end int) {
	w := word{corpus.Span{Start: start, End: end}, strings.ToLower(t.text[start:end])}
	if strings.ContainsFunc(w.text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		if f := index.Analyze(w.text); len(f) == 1 {
			w.text = f[0].Word
		}
	}
	t.words = append(t.words, w)
}

// at is the i-th word's text; empty before the first and after the last.
func (t typed) at(i int) string {
	if i < 0 || i >= len(t.words) {
		return ""
	}
	return t.words[i].text
}

// gap is what stands before word i, or after the last word; i is not negative.
func (t typed) gap(i int) string {
	start, end := 0, len(t.text)
	if i > 0 && len(t.words) > 0 {
		start = t.words[min(i, len(t.words))-1].End
	}
	if i < len(t.words) {
		end = t.words[i].Start
	}
	return t.text[start:end]
}

// spaced reports whether the words before i and i stand side by side, with nothing but space and the given marks between.
func (t typed) spaced(i int, marks string) bool {
	return i > 0 && i < len(t.words) && strings.Trim(t.gap(i), " \t\n\u00a0"+marks) == ""
}

// dashed reports whether nothing but a hyphen or dash joins the words before i and i.
func (t typed) dashed(i int) bool {
	if i <= 0 || i >= len(t.words) {
		return false
	}
	switch strings.TrimSpace(t.gap(i)) {
	case "-", "\u2010", "\u2011", "–", "—":
		return true
	}
	return false
}

// possessive reports whether word i is the "s" of the word before it.
func (t typed) possessive(i int) bool {
	return t.at(i) == "s" && (t.gap(i) == "'" || t.gap(i) == "’")
}

// capital reports whether word i was typed with a capital letter that says something.
func (t typed) capital(i int) bool {
	if i < 0 || i >= len(t.words) || t.shouted {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.text[t.words[i].Start:])
	return unicode.IsUpper(r)
}

// span is that of the words from i to before j, of which there is one at least.
func (t typed) span(i, j int) corpus.Span {
	return corpus.Span{Start: t.words[i].Start, End: t.words[j-1].End}
}

// closes reports whether the words before i are followed by none that they could describe: the text ends, a mark
// stands there, or a word that holds sentences together.
func (t typed) closes(i int) bool {
	return i >= len(t.words) || !t.spaced(i, "") || linking[t.at(i)]
}

// linking are words that begin what follows and are no noun or name.
var linking = set(`a about after against all an and any are as at because before but by can could did do does during for from had
	has have he her his how if in into is it its my not of on or our over she should since so than that the their they this to
	until was we were what when where whether which while who whom why will with would you your
	als am an auf bei das dem den der die ein eine hat im mit oder seit über und von vor war warum was wann welche welcher wer wie wo zu zum zur`)

func set(words string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
