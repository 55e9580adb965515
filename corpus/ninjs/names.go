package ninjs

import (
	"regexp"
	"strings"

	"copydesk/corpus"
)

// headline is the item's main headline, or the nearest that it has.
func (it item) headline() string {
	for _, h := range mainFirst(it.family("headlines", "headline")) {
		if s := oneLine(h); s != "" {
			return s
		}
	}
	return oneLine(part{Value: it.text("title", "slugline")})
}

// oneLine is a short text without its markup and line breaks.
func oneLine(p part) string {
	value := p.Value
	if formatOf(p) == markup {
		value, _ = extract(value)
	}
	return squeeze(value)
}

// squeeze makes every stretch of white space one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// maxHeadline is the longest first sentence, in bytes, that serves as a headline.
const maxHeadline = 120

// firstSentence is the story's first sentence where it is short; else it is empty.
func firstSentence(a *corpus.Article) string {
	for _, p := range a.Paragraphs {
		if p.Kind != corpus.Lead {
			continue
		}
		if s := corpus.Sentences(a.Body, p.Span)[0]; s.Len() <= maxHeadline {
			return squeeze(s.Of(a.Body))
		}
	}
	return ""
}

// dateline is the place that the lead begins with.
func dateline(a *corpus.Article) string {
	for _, p := range a.Paragraphs {
		if p.Kind == corpus.Lead {
			place, _ := corpus.Dateline(p.Span.Of(a.Body))
			return place
		}
	}
	return ""
}

var byWord = regexp.MustCompile(`(?i)^by:?\s+`)

// byline is the author line without "By", or the authors whom the item lists.
func (it item) byline() string {
	line := oneLine(part{Value: it.text("by", "byline")})
	if line == "" {
		line = join(it.authors())
	}
	return byWord.ReplaceAllString(line, "")
}

// authors are the names in the item's lists of authors and those in the role of author in its other lists.
func (it item) authors() []string {
	var names []string
	for _, p := range it.parts("authors") {
		names = append(names, p.name())
	}
	if len(names) > 0 {
		return names
	}
	for _, p := range it.parts("people", "person", "infosources") {
		if isAuthor(p) {
			names = append(names, p.name())
		}
	}
	return names
}

// join writes names as a byline does: "A, B and C".
func join(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func isAuthor(p part) bool { return authorRoles[code(p.Role)] || authorRoles[code(p.Rel)] }

var authorRoles = set(`author by byline reporter writer`)

// outlet is who published the item.
func (it item) outlet() string {
	var first string
	for _, p := range it.parts("infosources") {
		switch name := p.name(); {
		case code(p.Role) == "publisher" && name != "":
			return name
		case first == "" && !isAuthor(p):
			first = name
		}
	}
	if first != "" {
		return first
	}
	for _, p := range it.parts("publisher", "copyrightholder", "provider", "source") {
		if name := p.name(); name != "" {
			return name
		}
	}
	return ""
}
