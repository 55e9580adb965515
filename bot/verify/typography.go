package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typography names what differs in the typography of the words that are the same: harmless, and listed so that it is not
// hidden. Each is named once, in the order in which it first occurs.
func (a *Alignment) Typography() []string {
	t := typographer{a: a}
	var before *pair
	for i := range a.pairs {
		x := &a.pairs[i]
		if x.op != same {
			before = nil
			continue
		}
		t.word(x.typed.Of(a.q.Text), x.had.Of(a.body), len(t.names) == 0 && i == 0)
		if before != nil {
			t.between(a.q.Text[before.typed.End:x.typed.Start], a.body[before.had.End:x.had.Start])
		}
		before = x
	}
	if before != nil {
		t.end(a.q.Text[before.typed.End:a.part.End], a.body[before.had.End:a.End])
	}
	return t.names
}

type typographer struct {
	a     *Alignment
	names []string
}

func (t *typographer) note(differs bool, name string) {
	if differs && !slices.Contains(t.names, name) {
		t.names = append(t.names, name)
	}
}

// word compares two spellings of a word.
func (t *typographer) word(typed, had string, first bool) {
	if typed == had {
		return
	}
	x, y := plainApostrophes(typed), plainApostrophes(had)
	t.note(strings.Contains(x, "'") && x != typed != (y != had), "apostrophes")
	if x == y {
		return
	}
	if strings.ContainsAny(x+y, "[]") {
		t.note(true, "brackets")
		return
	}
	if strings.EqualFold(x, y) {
		capital := first && x[min(len(x), 1):] == y[min(len(y), 1):]
		t.note(capital, "capital at the beginning")
		t.note(!capital, "capitals")
		return
	}
	drop := func(s, cut string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(cut, r) {
				return -1
			}
			return r
		}, s)
	}
	switch {
	case strings.EqualFold(drop(x, "."), drop(y, ".")):
		t.note(true, "stops in initials")
	case strings.EqualFold(drop(x, ","), drop(y, ",")):
		t.note(true, "commas in a number")
	case strings.EqualFold(x, "percent") || strings.EqualFold(y, "percent") || strings.EqualFold(x, "and") || strings.EqualFold(y, "and"):
		t.note(true, "a sign for a word")
	case len(x) != utf8.RuneCountInString(x) || len(y) != utf8.RuneCountInString(y):
		t.note(true, "accents or ligatures")
	default:
		t.note(true, "spelling of a number")
	}
}

// between compares what stands between two words.
func (t *typographer) between(typed, had string) {
	if typed == had {
		return
	}
	t.note(only(typed, quotationMark) != only(had, quotationMark), "quotation marks")
	t.note(only(typed, dash) != only(had, dash), "dashes")
	t.note(ellipsis(typed) != ellipsis(had), "an ellipsis")
	t.note(only(typed, enclosing) != only(had, enclosing), "brackets")
	t.note(only(typed, asking) != only(had, asking), "a question or exclamation mark")
	t.note(!ellipsis(typed) && !ellipsis(had) && only(typed, stop) != only(had, stop), "punctuation")
	blank := func(r rune) bool { return unicode.IsSpace(r) }
	t.note(only(typed, blank) != only(had, blank) && only(typed, dash) == only(had, dash), "spaces")
}

// end compares what stands behind the last word.
func (t *typographer) end(typed, had string) {
	stops := func(r rune) bool { return stop(r) || asking(r) }
	x, y := only(typed, stops), only(had, stops)
	t.note(only(typed, asking) != only(had, asking), "a question or exclamation mark")
	t.note(x != y, "closing punctuation")
}

// only are the characters of the text that are of a kind.
func only(text string, is func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if is(r) {
			return r
		}
		return -1
	}, text)
}

func quotationMark(r rune) bool { return strings.ContainsRune("\"“”„‟«»‹›‘’'`´", r) }
func dash(r rune) bool          { return unicode.Is(unicode.Pd, r) || r == '−' }
func enclosing(r rune) bool     { return strings.ContainsRune("()[]{}", r) }
func asking(r rune) bool        { return strings.ContainsRune("?!¿¡", r) }
func stop(r rune) bool          { return strings.ContainsRune(".,;:…", r) }

func plainApostrophes(word string) string {
	return strings.Map(func(r rune) rune {
		if apostrophe(r) {
			return '\''
		}
		return r
	}, word)
}

func dotted(word string) bool {
	return strings.Contains(word, ".") || len(word) > 1 && strings.ToUpper(word) == word
}

func lower(word string) bool { return strings.ToLower(word) == word }
