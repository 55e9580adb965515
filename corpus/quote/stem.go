package quote

import (
	"bytes"
	"strings"
)

// form is what the ending of a word makes of it.
type form uint8

const (
	formBase   form = iota // want; also nouns and adjectives
	formThird              // wants; also plurals
	formPast               // wanted
	formGerund             // wanting
)

var formNames = [...]string{"base", "third", "past", "gerund"}

// irregular are past forms that end in none of the endings that cutEnding cuts, and what they are forms of.
var irregular = func() map[string]string {
	m := make(map[string]string)
	f := strings.Fields(`sought seek thought think felt feel saw see seen see knew know known know said say told tell made make
		took take taken take gave give given give held hold kept keep led lead stood stand ran run found find left leave
		meant mean swore swear sworn swear chose choose chosen choose fought fight drew draw drawn draw wrote write
		written write spoke speak spoken speak went go gone go came come got get began begin begun begin paid pay sent
		send brought bring built build understood understand forgave forgive forbade forbid threw throw won win lost
		lose broke break shown show heard hear foresaw foresee overcame overcome`)
	for i := 0; i < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}()

// stemOf appends to dst what the forms of a word have in common, in lower case: "criticiz" of "criticizes". It is not
// ok for words that are too long to be known.
func stemOf(dst []byte, w string) (stem []byte, f form, ok bool) {
	if len(w) > longestEntry || len(w) < 3 {
		return dst, formBase, false
	}
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	if dst, f = cutEnding(dst); f == formBase {
		if lemma, ok := irregular[string(dst)]; ok {
			dst, f = append(dst[:0], lemma...), formPast
		}
	}
	return bytes.TrimSuffix(dst, []byte("e")), f, true
}

// cutEnding takes the ending of a verb's form off a word.
func cutEnding(w []byte) ([]byte, form) {
	ends := func(s string) bool { // the last letter decides most
		return len(w) > len(s)+2 && w[len(w)-1] == s[len(s)-1] && bytes.HasSuffix(w, []byte(s))
	}
	switch {
	case ends("ies"):
		return append(w[:len(w)-3], 'y'), formThird
	case ends("ied"):
		return append(w[:len(w)-3], 'y'), formPast
	case ends("ing"):
		return undouble(w[:len(w)-3]), formGerund
	case ends("ed"):
		return undouble(w[:len(w)-2]), formPast
	case ends("sses"), ends("shes"), ends("ches"):
		return w[:len(w)-2], formThird
	case ends("s") && w[len(w)-2] != 's':
		return w[:len(w)-1], formThird
	}
	return w, formBase
}

// undouble makes one letter of the two in which a stem ends before -ed and -ing: "plann", "shrugg".
func undouble(w []byte) []byte {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && w[n-1] != 'l' && w[n-1] != 's' {
		return w[:n-1]
	}
	return w
}
