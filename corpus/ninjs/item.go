package ninjs

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// item is a ninjs item, its properties in the order in which they stand.
type item []property

type property struct {
	key   string // in lower case
	value json.RawMessage
	line  int
}

// parse reads the item of a chunk. Where it fails, the chunk's line becomes that of the fault, and the chunk is the
// last only if its JSON is broken.
func parse(c *chunk) (item, error) {
	if !utf8.Valid(c.text) {
		c.last = false
		c.line += bytes.Count(c.text[:invalidAt(c.text)], []byte("\n"))
		return nil, errors.New("the text is not UTF-8")
	}
	var it item
	if err := json.Unmarshal(c.text, &it); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			c.line += bytes.Count(c.text[:max(syntax.Offset-1, 0)], []byte("\n"))
		}
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	for i := range it {
		it[i].line += c.line
	}
	if !it.isNews() {
		c.last = false
		return nil, errors.New("not a ninjs item: it has no uri, type, headline or body")
	}
	return it, nil
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// UnmarshalJSON reads an object's properties in their order; duplicates are kept. Lines are counted from 0.
func (it *item) UnmarshalJSON(text []byte) error {
	d := json.NewDecoder(bytes.NewReader(text))
	if _, err := d.Token(); err != nil {
		return err
	}
	line, counted := 0, 0
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		at := int(d.InputOffset())
		line += bytes.Count(text[counted:at], []byte("\n"))
		counted = at
		p := property{key: strings.ToLower(key.(string)), line: line}
		if err := d.Decode(&p.value); err != nil {
			return err
		}
		*it = append(*it, p)
	}
	return nil
}

// types are the kinds of news objects that the standard and the agencies' extensions of it know, and the
// reason to skip each; empty for text.
var types = map[string]string{
	"": "", "text": "",
	"picture": "picture", "photo": "picture", "image": "picture",
	"video": "video", "audio": "audio", "graphic": "graphic",
	"component": "component", "event": "event", "planning": "planning",
	"composite": "package", "package": "package",
}

// isNews reports whether an object has what makes it a ninjs item. Plenty of other JSON has a type,
// so that it must be one of news.
func (it item) isNews() bool {
	for _, p := range it {
		switch name, _, _ := strings.Cut(p.key, "_"); name {
		case "uri", "headline", "headlines", "body", "bodies":
			return true
		}
	}
	kind := code(it.text("type"))
	_, known := types[kind]
	return kind != "" && known
}

// all is the properties of those names, in the order of the names. A null is none.
func (it item) all(keys ...string) []property {
	var found []property
	for _, key := range keys {
		for _, p := range it {
			if p.key == key && string(p.value) != "null" {
				found = append(found, p)
			}
		}
	}
	return found
}

// has reports whether the item has one of the properties.
func (it item) has(keys ...string) bool { return len(it.all(keys...)) > 0 }

// text is the first of the properties that is a text or a number and not empty; else it is empty.
func (it item) text(keys ...string) string {
	for _, p := range it.all(keys...) {
		if s := text(p.value); s != "" {
			return s
		}
	}
	return ""
}

// text is a JSON string or number, trimmed; anything else is empty.
func text(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return strings.TrimSpace(s)
	}
	var n json.Number
	if json.Unmarshal(value, &n) == nil {
		return n.String()
	}
	return ""
}

// code is the last part of a controlled value ("ninat:text", "http://cv.iptc.org/newscodes/ninature/text"),
// in lower case.
func code(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	return s[strings.LastIndexAny(s, ":/")+1:]
}
