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

// maxLine is the longest header line, in bytes.
const maxLine = 200

// fieldOf reads a header line; nil if text is none. Of fields that share a line each must be one; a byline may
// have the outlet beside it, and a reading time may stand anywhere but first.
func fieldOf(text string) setter {
	if len(text) > maxLine {
		return nil
	}
	if set := datedField(text); set != nil { // "Feb 19, 2026 | 07:05"
		return set
	}
	var setters []setter
	for i, part := range bar.Split(text, -1) {
		set := oneField(part)
		if set == nil && i > 0 {
			set = beside(part)
		}
		if set == nil {
			return embargoField(text) // which must not be lost for what stands beside it
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

// above reads a header line that may stand above the headline, a date, an embargo or a status; nil if text is none. Others
// ("Source: bank to cut rates") could be headlines.
func above(text string) setter {
	if datedField(text) == nil && embargoField(text) == nil && !statusField.MatchString(text) {
		return nil
	}
	return fieldOf(text)
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
