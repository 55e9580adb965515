package ninjs

import (
	"encoding/json"
	"slices"
	"strings"
)

// part is one of an item's headlines, bodies, notes, sources, people or renditions. A plain text is a part that
// has only a Value.
type part struct {
	Role        string
	Rel         string
	ContentType string
	MimeType    string
	Value       string
	Text        string
	Name        string
	Literal     string
	Href        string
	Type        string
	Visibility  string
	Audience    string
	Public      *bool
	// odd says that a field is of the wrong type and was left out.
	odd bool
}

// parts reads a text, an object or a list of either. What is of another type is left out, within an object too.
func parts(value json.RawMessage) []part {
	var list []json.RawMessage
	if json.Unmarshal(value, &list) != nil {
		list = []json.RawMessage{value}
	}
	var found []part
	for _, v := range list {
		var p part
		if json.Unmarshal(v, &p.Value) == nil {
			found = append(found, p)
			continue
		}
		if len(v) > 0 && v[0] == '{' {
			p.odd = json.Unmarshal(v, &p) != nil
			found = append(found, p)
		}
	}
	return found
}

// parts are those of all the properties.
func (it item) parts(keys ...string) []part {
	var found []part
	for _, p := range it.all(keys...) {
		found = append(found, parts(p.value)...)
	}
	return found
}

// family is all of an item's headlines or bodies in their order: the list of ninjs 2 and 3 ("headlines"), the single
// property of ninjs 1 ("headline"), whose role is main, and its named ones ("headline_extended"), whose role is the name.
func (it item) family(list, single string) []part {
	var found []part
	for _, p := range it {
		role, named := strings.CutPrefix(p.key, single+"_")
		switch {
		case p.key == list:
			found = append(found, parts(p.value)...)
			continue
		case p.key == single:
			role = "main"
		case !named:
			continue
		}
		for _, one := range parts(p.value) {
			one.Role = role
			found = append(found, one)
		}
	}
	return found
}

// mainFirst puts the parts whose role is main before the others.
func mainFirst(ps []part) []part {
	slices.SortStableFunc(ps, func(a, b part) int {
		return compareBool(code(b.Role) == "main", code(a.Role) == "main")
	})
	return ps
}

// mediaType is the part's content type in lower case, without parameters.
func (p part) mediaType() string {
	kind := p.ContentType
	if kind == "" {
		kind = p.MimeType
	}
	kind, _, _ = strings.Cut(strings.ToLower(kind), ";")
	return strings.TrimSpace(kind)
}

// name is what a source or a person is called.
func (p part) name() string {
	for _, s := range []string{p.Name, p.Value, p.Literal} {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
