package mention

import (
	"slices"
	"strings"
	"unicode"
)

// Roster is an archive's outlets by the ways in which people name them. It may be used by many goroutines at once.
type Roster struct {
	names   map[string][]outletName // by their words, folded and joined by spaces
	clipped []outletName            // those of several parts, for "WaPo"
	longest int                     // words
}

// outletName is a way to name outlets.
type outletName struct {
	outlets []string // as the archive spells them; they differ in case and "The" at most
	id      string   // the words of the full name without "the"
	parts   []string
	// short says that the name is but the last words of the full one, "the Times", which others may share.
	short bool
	// initials says that it is "NYT"; lopped, that a word such as "News" was left out.
	initials, lopped bool
}

// lopping are the words that people leave off an outlet's name, or put after it.
var lopping = set(`news daily com magazine newspaper online`)

// NewRoster learns the outlets' names; an empty one is nobody's.
func NewRoster(outlets []string) Roster {
	byID := make(map[string]*outletName)
	var order []string
	for _, o := range outlets {
		t := typedWords(o)
		words := withoutThe(t)
		id := strings.Join(words, " ")
		if id == "" {
			continue
		}
		if byID[id] == nil {
			byID[id] = &outletName{id: id}
			order = append(order, id)
		}
		n := byID[id]
		if !slices.Contains(n.outlets, o) {
			n.outlets = append(n.outlets, o)
		}
		if parts := nameParts(o); len(parts) > len(n.parts) {
			n.parts = parts
		}
	}
	r := Roster{names: make(map[string][]outletName)}
	for _, id := range order {
		r.learn(*byID[id])
	}
	return r
}

func withoutThe(t typed) []string {
	var words []string
	for i := range t.words {
		if i > 0 || len(t.words) == 1 || t.at(i) != "the" {
			words = append(words, t.at(i))
		}
	}
	return words
}

// learn enters the outlet's full name and what people make of it.
func (r *Roster) learn(n outletName) {
	words := strings.Fields(n.id)
	r.enter(n.id, n)
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return lopping[w] })
	if lopped := n; len(kept) > 0 && len(kept) < len(words) {
		lopped.lopped = true
		r.enter(strings.Join(kept, " "), lopped)
	}
	for i := 1; i < len(words); i++ {
		if tail := words[i:]; len(tail) > 1 || !lopping[tail[0]] && !linking[tail[0]] {
			short := n
			short.short = true
			r.enter(strings.Join(tail, " "), short)
		}
	}
	var initials strings.Builder
	for _, w := range words {
		if !linking[w] {
			initials.WriteString(w[:1])
		}
	}
	if s := initials.String(); len(s) >= 3 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" {
		n.initials = true
		r.enter(s, n)
	}
	if len(n.parts) > 1 {
		r.clipped = append(r.clipped, n)
	}
}

// Called are the outlets of which the text is a name: the full one, its last words, its initials; none if it is no outlet's.
func (r Roster) Called(text string) []string {
	t := typedWords(text)
	var out []string
	for _, n := range r.names[strings.Join(withoutThe(t), " ")] {
		out = append(out, n.outlets...)
	}
	return out
}

// enter adds a name, unless the same outlet has it in a better way.
func (r *Roster) enter(name string, n outletName) {
	if !slices.ContainsFunc(r.names[name], func(o outletName) bool { return o.id == n.id }) {
		r.names[name] = append(r.names[name], n)
		r.longest = max(r.longest, strings.Count(name, " ")+1)
	}
}

// nameParts are the words of a name, folded; of "HuffPost", both halves.
func nameParts(name string) []string {
	var b strings.Builder
	var last rune
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return withoutThe(typedWords(b.String()))
}

// clips reports whether each of the typed parts begins the name's, with as many letters at least, as in "WaPo"; or, where
// the name itself is clipped, is begun by it, as "Huffington Post" is by "HuffPost".
func (n outletName) clips(typed []string, least int) bool {
	if len(typed) != len(n.parts) {
		return false
	}
	clipped := len(n.parts) > strings.Count(n.id, " ")+1
	for i, part := range n.parts {
		if len(typed[i]) < least || !strings.HasPrefix(part, typed[i]) && !(clipped && strings.HasPrefix(typed[i], part)) {
			return false
		}
	}
	return true
}
