// Package ninjs reads news items in IPTC ninjs, the JSON standard of https://iptc.org/standards/ninjs/, versions
// 1.x, 2.x and 3.x: the lower-case keys of the first two and the camel case of the third are read alike.
//
// # What becomes an article
//
// A text item with a body, and an item without a type that has one. Everything else is skipped, with its type as
// the reason: pictures, video, audio, graphics, components, events, planning; composites are skipped as packages,
// since the text they carry is delivered as an item of its own. A text item with no more than a description
// is skipped as "no body".
//
// # Where an article's fields come from
//
//   - ID: uri. An item without one has the file's name, with "#n" for the n-th item from the second on.
//   - Headline: the one whose role is main, else the first; else title, else slugline, else the first sentence
//     if it has no more than 120 bytes.
//   - Byline: by or byline without "By"; else authors, people and infosources in the role of author.
//   - Dateline: as printed in the lead; else located.
//   - Outlet: the infosource in the role of publisher, else the first that is not an author; else publisher,
//     copyrightholder, provider, source.
//   - Published: firstpublished, else firstcreated, contentcreated, versioncreated. Updated: versioncreated if it
//     is another time.
//   - URL: url or link, else a rendition of type text/html, else the uri; only http and https addresses with a
//     full host name.
//   - Status: pubstatus; where it stands twice, the stricter.
//   - Embargo: embargoed or embargoeduntil, the later.
//   - Note: ednote, see below.
//
// A date that is none is reported, and its article has no such time. An embargo that is no date must not be
// lifted by that: its article is withheld.
//
// # Notes
//
// IPTC defines ednote as a note for the staff of the receiving newsroom that is not to be published. Such notes are
// dropped. Two kinds are kept: a note that is marked as public, and one without a mark that begins by saying that
// it corrects, clarifies or updates the published text, since those are printed for readers by custom. A note
// that speaks to editors or forbids publication anywhere in it is dropped all the same.
//
// # Which body
//
// Of several bodies those whose role is main come first. Among equals markup (XHTML, HTML, NITF) is taken if it
// has at least as many story paragraphs as the plain text, whose value is otherwise the Body, byte for byte.
// A first paragraph that only repeats the headline stays in the Body and is no paragraph of the article.
package ninjs

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"copydesk/corpus"
)

// Reader reads files that hold one item, a list of items, items one after another, or one item a line
// (JSON Lines), in UTF-8 or, with a byte order mark, UTF-16. It never holds more than one item in memory.
//
// A line of JSON Lines that is no item is reported, and the reading goes on with the next. Elsewhere a fault in the
// JSON ends the file; the items before it have been read. So do a hundred faults in a row.
type Reader struct{}

var _ corpus.Reader = Reader{}

// Detect reports whether the file's name ends in .json, .jsonl or .ndjson, or its text begins as JSON and has keys
// of ninjs. What is wrong with a file that is JSON by its name alone, Read says.
func (Reader) Detect(name string, head []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".json", ".jsonl", ".ndjson":
		return true
	}
	text, _, err := transform.Bytes(utf8OrMarked(), head)
	if err != nil {
		return false
	}
	text = bytes.TrimSpace(text)
	return len(text) > 0 && (text[0] == '{' || text[0] == '[') && ownKey.Match(text)
}

// ownKey is a key that ninjs items have and other JSON seldom has.
var ownKey = regexp.MustCompile(`(?i)"(?:versioncreated|pubstatus|headlines?|headline_\w+|bodies|body_\w+|infosources|representationtype)"\s*:`)

// utf8OrMarked decodes UTF-16 that a byte order mark announces, drops the mark, and passes all else as it is.
func utf8OrMarked() transform.Transformer { return unicode.BOMOverride(encoding.Nop.NewDecoder()) }

// maxBadRun is how many faults in a row end the reading. A file of another kind has nothing else, and would fill
// the screen.
const maxBadRun = 100

var errGaveUp = errors.New("too many faults in a row: the rest is not read")

// Read yields the items of the file; see [Reader] for the shapes of files and the package for the fields. Every
// error is a *corpus.Error that has the line. A date that is none is an error that follows its article.
func (Reader) Read(name string, r io.Reader) iter.Seq2[corpus.Item, error] {
	return func(yield func(corpus.Item, error) bool) {
		fail := func(line int, err error) bool {
			return yield(corpus.Item{}, &corpus.Error{File: name, Line: line, Err: err})
		}
		give := func(found corpus.Item, faults []fault) bool {
			more := yield(found, nil)
			for i := 0; more && i < len(faults); i++ {
				more = fail(faults[i].line, faults[i].err)
			}
			return more
		}
		s := newSplitter(name, transform.NewReader(r, utf8OrMarked()))
		for n, bad := 1, 0; ; n++ {
			c, err := s.next()
			if err == io.EOF {
				return
			}
			var it item
			if err == nil {
				it, err = parse(&c)
			}
			if err == nil {
				bad = 0
				if !give(it.read(idOf(it, name, n))) {
					return
				}
				continue
			}
			if !fail(c.line, err) || c.last {
				return
			}
			if bad++; bad == maxBadRun {
				fail(c.line, errGaveUp)
				return
			}
		}
	}
}

// idOf is the item's uri, or the file's name with the item's number.
func idOf(it item, name string, n int) string {
	switch uri := it.text("uri"); {
	case uri != "":
		return uri
	case n == 1:
		return name
	default:
		return fmt.Sprintf("%s#%d", name, n)
	}
}
