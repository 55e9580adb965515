package wiretext

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"copydesk/corpus"
)

// A setter writes what a header line says into the facts.
type setter func(*facts)

var bar = regexp.MustCompile(`[\s\p{Zs}]+[|·•][\s\p{Zs}]+`)

// fieldOf reads a header line; nil if text is none. Of fields that share a line each must be one; a byline may
// have the outlet beside it, and a reading time may stand anywhere but first.
func fieldOf(text string) setter {
	var setters []setter
	for i, part := range bar.Split(text, -1) {
		set := oneField(part)
		if set == nil && i > 0 {
			set = beside(part)
		}
		if set == nil {
			return nil
		}
		setters = append(setters, set)
	}
	return func(f *facts) {
		for _, set := range setters {
			set(f)
		}
	}
}

var readingTime = regexp.MustCompile(`^\d+[ -]min(?:ute)?s?(?: read)?$`)

// beside reads what means something only next to another field.
func beside(part string) setter {
	switch {
	case readingTime.MatchString(part):
		return func(*facts) {}
	case outletName(part):
		return setOutlet(part)
	}
	return nil
}

// above reports whether a header line may stand above the headline: a date, an embargo or a status. Others ("Source: bank
// to cut rates") could be headlines.
func above(text string) bool {
	return datedField(text) != nil || embargoField(text) != nil || statusField.MatchString(text)
}

// oneField reads one field.
func oneField(text string) setter {
	if set := datedField(text); set != nil {
		return set
	}
	if set := embargoField(text); set != nil {
		return set
	}
	if set := bylineField(text); set != nil {
		return set
	}
	return keyedField(text)
}

var (
	dateLabel   = regexp.MustCompile(`(?i)^(?:(?:first|originally|last) )?(published|posted|filed|issued|created|date|dated|updated|modified|revised)(?: on| at)?:?[\s\p{Zs}]+(.+)$`)
	updateLabel = regexp.MustCompile(`(?i)^(?:updated|modified|revised)$`)
)

// datedField reads "Feb 19, 2026 - 07:05" and "Updated: 20 February 2026". The first date of each sort counts.
func datedField(text string) setter {
	label := ""
	if m := dateLabel.FindStringSubmatch(text); m != nil {
		label, text = m[1], m[2]
	}
	t, shaped := parseDate(text)
	if !shaped {
		return nil
	}
	return func(f *facts) {
		field := &f.published
		if updateLabel.MatchString(label) {
			field = &f.updated
		}
		if field.IsZero() {
			*field = t
		}
	}
}

var (
	embargoLine = regexp.MustCompile(`(?i)^(?:(?:strictly|under) )*(?:embargo(?:ed)?(?: (?:until|till|for|to|before)\b|:|$)|not for (?:publication|release|broadcast|use)(?: or \w+)? (?:before|until)\b|hold for release (?:at|until)\b):?[\s\p{Zs}]*(?:until\b[\s\p{Zs}]*)?(.*)$`)
	embargoTime = regexp.MustCompile(`(?i)^$|\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:noon|midnight|tomorrow|notice)\b`)
)

// embargoField reads an embargo. One whose end cannot be told withholds the article: showing it might break it.
func embargoField(text string) setter {
	m := embargoLine.FindStringSubmatch(text)
	if m == nil || !embargoTime.MatchString(m[1]) {
		return nil
	}
	t, _ := parseDate(m[1])
	return func(f *facts) {
		if t.IsZero() {
			f.status = max(f.status, corpus.Withheld)
		}
		if t.Latest().After(f.embargo.Latest()) {
			f.embargo = t
		}
	}
}

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

var (
	keyed       = regexp.MustCompile(`(?i)^(outlet|publication|newspaper|source|url|link|permalink|language|lang|status|pubstatus|version):[\s\p{Zs}]+(\S.*)$`)
	statusField = regexp.MustCompile(`(?i)^(?:pub)?status:[\s\p{Zs}]+[\w:]+$`)
)

// keyedField reads "Key: value" for the keys named at Reader.Read.
func keyedField(text string) setter {
	m := keyed.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	value := m[2]
	switch strings.ToLower(m[1]) {
	case "outlet", "publication", "newspaper", "source":
		if webAddress(value) {
			return func(f *facts) { f.url = value }
		}
		return setOutlet(value)
	case "url", "link", "permalink":
		if !webAddress(value) {
			return nil
		}
		return func(f *facts) { f.url = value }
	case "language", "lang":
		return setLanguage(value)
	case "status", "pubstatus":
		if !statusField.MatchString(text) {
			return nil
		}
		return func(f *facts) { f.status = max(f.status, corpus.ParseStatus(value)) }
	default:
		if strings.ContainsAny(value, " \u00a0") {
			return nil
		}
		return func(f *facts) { f.version = value }
	}
}

// setOutlet takes a short capitalised name; "Source: figures of the ministry, 2025." is a note.
func setOutlet(name string) setter {
	first, _ := utf8.DecodeRuneInString(name)
	if len(name) > 60 || closes(name) || unicode.IsLower(first) && !strings.Contains(name, ".") {
		return nil
	}
	return func(f *facts) {
		if f.outlet == "" {
			f.outlet = name
		}
	}
}

// setLanguage takes a BCP 47 tag; a language in words is left out.
func setLanguage(value string) setter {
	if len(strings.Fields(value)) > 2 {
		return nil
	}
	return func(f *facts) {
		if tag, err := language.Parse(value); err == nil {
			f.language = tag.String()
		}
	}
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
