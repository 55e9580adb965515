package mention

import (
	"slices"
	"strings"
	"unicode"

	"copydesk/corpus"
)

// imprint is a mention of an outlet in a question.
type Imprint struct {
	// Span is that of its name in the question, with "the".
	corpus.Span
	// Outlets are those that the name may mean, as the archive spells them.
	Outlets []string
	// Sure says that the question asks for what the outlet published, and that the name is no other's. Otherwise it may
	// be what the question is about.
	Sure bool
}

// Outlets finds the outlets that a question's text names, in order, none within another. An outlet that is only
// what is talked about ("about the Courier") is left out.
func (r Roster) Outlets(text string) []Imprint {
	t := typedWords(text)
	var out []Imprint
	for i := 0; i < len(t.words); i++ {
		m, ok := r.match(t, i)
		if !ok {
			continue
		}
		var outlets []string
		for _, n := range m.names {
			outlets = append(outlets, n.outlets...)
		}
		out = append(out, Imprint{t.span(m.start, m.end), outlets, m.sure()})
		i = m.end - 1
	}
	return out
}

// naming is a name of outlets in its place.
type naming struct {
	names      []outletName // one at least; more where outlets share the name
	start, end int          // its words with the article, from start to before end
	name       int          // where it begins without the article
	// capitals says that it was typed as a name; several, that it has two words or capitals, as no other word would.
	capitals, several bool
	frame             frame
}

// match reads the longest name that begins with word i, or after the article there.
func (r Roster) match(t typed, i int) (naming, bool) {
	m := naming{start: i, name: i}
	if (t.at(i) == "the" || t.at(i) == "a" || t.at(i) == "an") && t.spaced(i+1, "") {
		m.name = i + 1
	}
	for m.end = min(m.name+r.longest, len(t.words)); m.end > m.name; m.end-- {
		if m.names = r.names[t.joined(m.name, m.end)]; len(m.names) > 0 {
			break
		}
	}
	if len(m.names) == 0 {
		m.clip(t, r.clipped)
	}
	if len(m.names) == 0 {
		return naming{}, false
	}
	m.capitals, m.several = t.named(m.name, m.end), m.end-m.name > 1 || t.capitals(m.name) > 1
	m.keep(t)
	for lopping[t.at(m.end)] && t.spaced(m.end, "") {
		m.end++
	}
	m.frame = t.frame(m)
	return m, len(m.names) > 0 && m.meant(t)
}

// clip reads "WaPo" and "Huffington Post".
func (m *naming) clip(t typed, names []outletName) {
	if !t.capital(m.name) {
		return
	}
	word := nameParts(t.words[m.name].Of(t.text))
	for _, n := range names {
		end, parts, least := m.name+1, word, 2
		if len(parts) == 1 {
			end, least = min(m.name+len(n.parts), len(t.words)), 3
			parts = strings.Fields(t.joined(m.name, end))
		}
		if (len(m.names) == 0 || end == m.end) && t.named(m.name, end) && n.clips(parts, least) {
			m.names, m.end = append(m.names, n), end
		}
	}
}

// keep drops those that would need an article or capitals: "Times" may be the end of another's name, and "far" a word.
func (m *naming) keep(t typed) {
	raw := t.span(m.name, m.end).Of(t.text)
	m.names = slices.DeleteFunc(slices.Clone(m.names), func(n outletName) bool {
		return n.short && m.name == m.start || n.initials && (t.shouted || raw != strings.ToUpper(raw))
	})
}

// meant reports whether the words are more likely an outlet's name than words, or somebody else's name.
func (m naming) meant(t typed) bool {
	if topics[t.at(m.start-1)] {
		return false
	}
	// "the Denver Post", which the archive may not have
	if m.name == m.start && t.spaced(m.name, "") && t.capital(m.name-1) && !linking[t.at(m.name-1)] && !openers[t.at(m.name-1)] {
		return false
	}
	// "the Post boss", "Time Warner"
	if m.frame == unframed && !t.closes(m.end) && !saying[t.at(m.end)] && (!m.several || !t.capital(m.end)) {
		return false
	}
	whole := slices.ContainsFunc(m.names, func(n outletName) bool { return !n.short })
	return m.frame != unframed || m.capitals && (m.several || m.name > 0 || t.at(m.end) == "on") || m.several && whole
}

// sure reports whether the name is one outlet's alone, typed as a name, and in a frame that says who published.
func (m naming) sure() bool {
	n := m.names[0]
	return m.frame != unframed && len(m.names) == 1 && (m.capitals || m.several && !n.short) && (m.frame != inside || !n.lopped)
}

// named reports whether the words from i to before j have capital letters as a name does.
func (t typed) named(i, j int) bool {
	for ; i < j; i++ {
		if !t.capital(i) && !linking[t.at(i)] && !t.possessive(i) {
			return false
		}
	}
	return true
}

// capitals is how many capital letters word i has.
func (t typed) capitals(i int) (n int) {
	if t.shouted {
		return 0
	}
	for _, r := range t.words[i].Of(t.text) {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}

// joined are the words from i to before j with spaces between; empty if something stands between that is in no name.
func (t typed) joined(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i {
			if !t.spaced(k, "-.&'’/") {
				return ""
			}
			b.WriteByte(' ')
		}
		b.WriteString(t.at(k))
	}
	return b.String()
}
