package person

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// naming is a way of naming somebody, taken apart.
type naming struct {
	words  []string // all words, folded, without articles
	given  []string // first and middle names, folded; initials have one letter
	family string   // the last name, folded
	suffix string   // jr, sr, ii, iii or iv; empty if there is none
	titles []string // titles before the name, folded
	// described says that it is no name: "a senior official", "the mayor", "Varga's campaign".
	described bool
	// named says that a capital stands in it beside that of its first word.
	named bool
}

// word is a word of a naming.
type word struct {
	fold       string
	upper      bool // it begins with a capital
	possessive bool
	comma      bool // a comma stands behind it
}

// parse takes a naming apart.
func parse(text string) naming {
	ws := split(text)
	var n naming
	for i, w := range ws {
		if !articles[w.fold] {
			n.words = append(n.words, w.fold)
			n.named = n.named || w.upper && (i > 0 || len(ws) == 1 || w.possessive)
		}
	}
	capitalise(ws)
	core := nameIn(ws)
	if len(core) == 0 || describes(core) {
		n.described = true
		return n
	}
	for len(core) > 1 && titles[core[0].fold] {
		n.titles = append(n.titles, core[0].fold)
		core = core[1:]
	}
	if last := core[len(core)-1]; len(core) > 1 && suffixes[last.fold] {
		n.suffix = last.fold
		core = core[:len(core)-1]
	}
	for _, w := range core[:len(core)-1] {
		n.given = append(n.given, w.fold)
	}
	n.family = core[len(core)-1].fold
	return n
}

// split divides a naming into words.
func split(text string) []word {
	if i := strings.IndexByte(text, '('); i > 0 {
		text = text[:i]
	}
	var out []word
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '—' || r == '–' }) {
		bare := strings.Trim(f, ".,;:!?\"“”'’‘()[]*@")
		if bare == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(bare)
		w := word{fold: fold(bare), upper: unicode.IsUpper(first) || unicode.IsDigit(first) || strings.Contains(bare, ".com"), comma: strings.HasSuffix(f, ",")}
		if own, ok := strings.CutSuffix(w.fold, "'s"); ok {
			w.fold, w.possessive = own, true
		} else if strings.HasSuffix(f, "s'") || strings.HasSuffix(f, "s’") {
			w.possessive = true
		}
		out = append(out, w)
	}
	return out
}

// fold brings the spellings of a name together: case, accents, apostrophes, stops.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case 0x300 <= r && r <= 0x36f || r == '.':
		case strings.ContainsRune("’‘ʼ`", r):
			b.WriteByte('\'')
		case r == '\u2010' || r == '\u2011':
			b.WriteByte('-')
		case stroked[unicode.ToLower(r)] != "":
			b.WriteString(stroked[unicode.ToLower(r)])
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

var stroked = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i"}

// capitalise gives capitals to a naming that was typed without any, unless it looks like a description.
func capitalise(ws []word) {
	for i, w := range ws {
		if w.upper || i == 0 && articles[w.fold] || agents[w.fold] || bodies[w.fold] {
			return
		}
	}
	for i := range ws {
		ws[i].upper = !prepositions[ws[i].fold] && !particles[ws[i].fold]
	}
}

// nameIn is the name among the words: the last run of capitals before a comma, "of" or "for", so that the role before it
// or behind it stays away. An article, or a lower-case word before "of", leaves no name.
func nameIn(ws []word) []word {
	end := len(ws)
	for i, w := range ws {
		if i > 0 && (prepositions[w.fold] && !w.upper || ws[i-1].comma && !suffixes[w.fold]) {
			end = i
			break
		}
	}
	ws = ws[:end]
	if len(ws) == 0 || articles[ws[0].fold] && !ws[0].upper || articles[ws[0].fold] && !slices.ContainsFunc(ws[1:], func(w word) bool { return w.upper }) {
		return nil
	}
	if articles[ws[0].fold] {
		ws = ws[1:]
	}
	start := len(ws)
	for start > 0 && (ws[start-1].upper || particles[ws[start-1].fold] && start < len(ws)) {
		start--
	}
	ws = ws[start:]
	return ws
}

// describes reports whether what looks like a name is what somebody or something is: "Varga's campaign", "Varga Campaign".
func describes(core []word) bool {
	last := core[len(core)-1]
	return bodies[last.fold] || agents[last.fold] || titles[last.fold] && !slices.ContainsFunc(core, func(w word) bool { return !titles[w.fold] }) ||
		slices.ContainsFunc(core, func(w word) bool { return w.possessive })
}
