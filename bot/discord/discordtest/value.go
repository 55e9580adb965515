package discordtest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// The checks of single values. Each takes the object and the key, and says nothing of one that is absent or
// null unless it is said to be required.

// text checks the length of a text, which is required, and not blank, if least is over 0.
func (p *problems) text(path string, object map[string]any, key string, least, most int) string {
	path = join(path, key)
	v := object[key]
	if v == nil {
		if least > 0 {
			p.add(path, "BASE_TYPE_REQUIRED", "This field is required")
		}
		return ""
	}
	s, ok := v.(string)
	switch {
	case !ok:
		p.add(path, "BASE_TYPE_BAD_TYPE", "not a text")
	case least > 0 && blank(s):
		p.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	case units(s) > most:
		p.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length: %d characters.", most, units(s))
	}
	return s
}

// link checks a web address.
func (p *problems) link(path string, object map[string]any, key string, most int, schemes ...string) {
	s := p.text(path, object, key, 0, most)
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		p.add(join(path, key), "URL_TYPE_INVALID_URL", "Not a well formed URL: %q", s)
	}
}

// integer checks that a number is whole and within bounds.
func (p *problems) integer(path string, object map[string]any, key string, least, most int) int {
	v := object[key]
	if v == nil {
		return least
	}
	n, ok := v.(json.Number)
	i, err := n.Int64()
	if !ok || err != nil || int(i) < least || int(i) > most {
		p.add(join(path, key), "NUMBER_TYPE_RANGE", "%v is not a whole number between %d and %d", v, least, most)
	}
	return int(i)
}

// list checks the number of items.
func (p *problems) list(path string, object map[string]any, key string, least, most int) []any {
	v := object[key]
	items, ok := v.([]any)
	if v != nil && !ok {
		p.add(join(path, key), "BASE_TYPE_BAD_TYPE", "not a list")
	} else if len(items) < least || len(items) > most {
		p.add(join(path, key), "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length: %d.", least, most, len(items))
	}
	return items
}

// objects is list for objects: it calls each with the path of every item.
func (p *problems) objects(path string, object map[string]any, key string, least, most int, each func(path string, item map[string]any)) {
	for i, v := range p.list(path, object, key, least, most) {
		at := join(join(path, key), strconv.Itoa(i))
		item, ok := v.(map[string]any)
		if !ok {
			p.add(at, "MODEL_TYPE_CONVERT", "not an object")
			continue
		}
		each(at, item)
	}
}

// object is an object under a key; nil if there is none.
func (p *problems) object(path string, object map[string]any, key string) map[string]any {
	v := object[key]
	inner, ok := v.(map[string]any)
	if v != nil && !ok {
		p.add(join(path, key), "MODEL_TYPE_CONVERT", "not an object")
	}
	return inner
}

// timestamp checks a time in ISO 8601.
func (p *problems) timestamp(path string, object map[string]any, key string) {
	s := p.text(path, object, key, 0, 64)
	if s == "" {
		return
	}
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		p.add(join(path, key), "DATE_TIME_TYPE_PARSE", "Could not parse %q. Should be ISO8601.", s)
	}
}
