package ninjs

import (
	"regexp"
	"strings"
)

// format is how a body, or another text of an item, is written.
type format int

const (
	plain format = iota
	markup
	unreadable
)

var someTag = regexp.MustCompile(`(?i)</(?:p|div|h[1-6]|li|a|b|i|em|strong|span|blockquote)>|<br\s*/?>|<p>`)

// formatOf tells a part's format by its media type, then by its role ("xhtml", the end of "body_xhtml"), then
// by its text. XML of another vocabulary, and media types that are no text, cannot be read.
func formatOf(p part) format {
	kind, value := p.mediaType(), strings.TrimSpace(p.Value)
	isXML := strings.HasSuffix(kind, "xml")
	switch {
	case strings.Contains(kind, "html"), strings.Contains(kind, "nitf"):
		return markup
	case kind == "text/plain", kind == "text/markdown":
		return plain
	case strings.Contains(kind, "/") && !strings.HasPrefix(kind, "text/") && !isXML:
		return unreadable
	case kind == "" && strings.Contains(strings.ToLower(p.Role), "html"):
		return markup
	}
	root := rootOf(value)
	switch {
	case root == "" && someTag.MatchString(value), knownTag(root):
		return markup
	case root == "":
		return plain
	default:
		return unreadable
	}
}
