package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// longestTurn is the most bytes of the name in capitals with which a turn in a transcript begins.
const longestTurn = 40

// afterTurnMark is where the text of a paragraph begins: after the quotation mark that stands before a speaker in
// capitals and a colon, as where a transcript is quoted as a whole ("“BRANDT: We shall sail."). That mark quotes nobody.
func afterTurnMark(body string, para corpus.Span) int {
	text := para.Of(body)
	r, size := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("\"“", r) {
		return para.Start
	}
	name, _, ok := strings.Cut(text[size:min(len(text), size+longestTurn)], ": ")
	if !ok || len(name) < 3 || strings.IndexFunc(name, notInTurn) >= 0 {
		return para.Start
	}
	return para.Start + size
}

// notInTurn reports whether r cannot stand in the name of a speaker in capitals.
func notInTurn(r rune) bool { return !unicode.IsUpper(r) && !strings.ContainsRune(" .'’-", r) }

// countTurns counts the lines that begin with the same few words and a colon.
func countTurns(body string) map[string]int {
	turns := make(map[string]int)
	for line := range strings.Lines(body) {
		if name, _, ok := strings.Cut(line[:min(len(line), longestTurn)], ": "); ok {
			turns[name]++
		}
	}
	return turns
}
