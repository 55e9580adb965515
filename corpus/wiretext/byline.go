package wiretext

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	bylineLabel = regexp.MustCompile(`(?i)^(?:by:?|byline:|authors?:|words(?: by)?:|text:|reporter:|written by:?)[\s\p{Zs}]+(\S.*)$`)
	nameEnd     = regexp.MustCompile(`,| and | & | in | for | of | with | at |/|;`)
)

// maxByline is the most words of a byline, with roles and places of several authors.
const maxByline = 16

// bylineField reads a byline: a name after "By", or the outlet itself ("By The Associated Press").
func bylineField(text string) setter {
	m := bylineLabel.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	names := m[1]
	first := nameEnd.Split(names, 2)[0]
	if len(strings.Fields(names)) > maxByline || !personName(first) && !outletName(first) || closes(names) {
		return nil
	}
	return func(f *facts) {
		if f.byline == "" {
			f.byline = names
		}
		if outlet := bylineOutlet(names); outlet != "" && f.outlet == "" {
			f.bylineOutlet = outlet
		}
	}
}

// bylineOutlet is the outlet at the end of a byline, "Anna Veldt, Harbour Post"; empty if there is none.
func bylineOutlet(names string) string {
	last := names
	for _, sep := range []string{", ", " / ", " for ", " of ", " at "} {
		if i := strings.LastIndex(last, sep); i >= 0 {
			last = last[i+len(sep):]
		}
	}
	last = strings.TrimPrefix(last, "the ")
	if outletName(last) {
		return last
	}
	return ""
}

// closes reports whether text ends as a sentence does; "Jr." and initials do not.
func closes(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return endsSentence(text) && len(last) > len("Jr.")
}

// personName reports two to five words of which each is capitalised or a particle, but not "Tuesday Evening". A
// single word in capitals is a desk or an agency ("By AFP").
func personName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 1 {
		return len(s) >= 2 && strings.ToUpper(s) == s && !strings.ContainsAny(s, "0123456789")
	}
	if len(words) < 2 || len(words) > 5 || notNames[strings.ToLower(words[0])] {
		return false
	}
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !particles[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

var (
	particles = wordSet(`de da do dos di del della der den des du la le van von zu ter ten al el bin ibn ben abu y e af av`)
	notNames  = wordSet(`the a an this that his her its their our monday tuesday wednesday thursday friday saturday sunday
		january february july september october november december early late mid next last noon midnight`)
)
