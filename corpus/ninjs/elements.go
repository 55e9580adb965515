package ninjs

import (
	"strings"

	"golang.org/x/net/html"
)

// role is what an element makes of its text.
type role int

const (
	story   role = iota
	listed       // story in a list: a short line is an entry, not a heading
	table        // the same in a table
	heading      // the rest are paragraphs of their own kind
	caption
	credit
	footer
	dropped // not the story's, and not shown: code, controls, notes to editors, struck-out words
)

// The elements of HTML and of NITF 3 (https://iptc.org/standards/nitf/), which have no name with two meanings.
var (
	blockTags = set(`address article aside block blockquote body body.content body.end body.head bq byline caption center
		credit dd details dir div dl dt fieldset figcaption figure fn footer form h1 h2 h3 h4 h5 h6 head header hgroup hl1 hl2
		hr html li main media media-caption media-producer menu nav nitf nitf-table note ol option p pre section summary
		table tagline tbody tfoot thead tr ul`)
	inlineTags = set(`a abbr b bdi bdo big br cite code em font i img ins kbd mark q small span strong sub sup time tt u
		person org location chron event function money num object.title lang`)
	// phrasing are elements with a role that hold no blocks: one that is not closed ends where the next block begins.
	phrasing = set(`button h1 h2 h3 h4 h5 h6 hl1 hl2 p s strike`)

	roles = func() map[string]role {
		tags := make(map[string]role)
		for role, names := range map[role]string{
			listed:  "dl menu ol ul",
			table:   "nitf-table table",
			heading: "h1 h2 h3 h4 h5 h6 hl1 hl2",
			caption: "figcaption figure media media-caption",
			credit:  "credit media-producer",
			footer:  "body.end footer",
			dropped: "audio body.head button canvas del head iframe map math media-metadata media-object media-reference nav " +
				"noembed noframes noscript note object rp rt s script select strike style svg template textarea title video",
		} {
			for name := range set(names) {
				tags[name] = role
			}
		}
		return tags
	}()
)

// classRoles are the classes that agencies and content systems agree on for what no element is for.
var classRoles = map[string]role{
	"byline": credit, "credit": credit, "dat": credit, "photo-credit": credit,
	"caption": caption, "wp-caption-text": caption,
	"subhead": heading, "subheading": heading, "crosshead": heading,
}

// roleOf is an element's role by its name, or if it is a block without one, by its classes.
func roleOf(name string, classes []string) role {
	if r := roles[name]; r != story || !blockTags[name] {
		return r
	}
	for _, c := range classes {
		if r, ok := classRoles[c]; ok {
			return r
		}
	}
	return story
}

// rootOf is the name of the element that a document begins with; empty for text that begins otherwise.
func rootOf(text string) string {
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			return string(name)
		case html.TextToken:
			if strings.TrimSpace(string(z.Text())) != "" {
				return ""
			}
		case html.ErrorToken, html.EndTagToken:
			return ""
		}
	}
}

// knownTag reports whether the element is one of HTML or NITF.
func knownTag(name string) bool { return blockTags[name] || inlineTags[name] || roles[name] != story }

func set(words string) map[string]bool {
	s := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}
