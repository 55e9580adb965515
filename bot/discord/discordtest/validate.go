package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
)

// problem is one thing wrong with a body.
type problem struct {
	path string // the keys and indices that lead to it, with dots between; empty for the body itself
	code string // Discord's, such as BASE_TYPE_MAX_LENGTH
	text string
}

type problems []problem

func (p *problems) add(path, code, format string, args ...any) {
	*p = append(*p, problem{path, code, fmt.Sprintf(format, args...)})
}

// emptyCode marks a message of nothing, which has an error of its own.
const emptyCode = "EMPTY_MESSAGE"

var emptyMessage = refuse(http.StatusBadRequest, 50006, "Cannot send an empty message")

// form reads the body, an object, and checks it. A body that does not pass fails the test and is refused.
func (s *Server) form(c *call, check func(map[string]any) problems) (map[string]any, *response) {
	v, bad := s.body(c)
	if bad != nil {
		return nil, bad
	}
	object, ok := v.(map[string]any)
	if !ok {
		bad := s.reject(c, invalidForm(problems{{"", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"}}), "the body is no object")
		return nil, &bad
	}
	return object, s.judge(c, v, check(object))
}

// formList is form for a body that is a list.
func (s *Server) formList(c *call, check func([]any) problems) ([]any, *response) {
	v, bad := s.body(c)
	if bad != nil {
		return nil, bad
	}
	items, ok := v.([]any)
	if !ok {
		bad := s.reject(c, invalidForm(problems{{"", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"}}), "the body is no list")
		return nil, &bad
	}
	return items, s.judge(c, v, check(items))
}

// judge refuses a body that the schema or the checks find fault with.
func (s *Server) judge(c *call, v any, found problems) *response {
	found = slices.DeleteFunc(found, func(p problem) bool { return p.code == emptyCode && len(c.files) > 0 })
	for _, one := range s.schemas.check(c.route, v) {
		if !slices.ContainsFunc(found, func(p problem) bool { return p.path == one.path }) {
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		return nil
	}
	answer := invalidForm(found)
	if found[0].code == emptyCode {
		answer = emptyMessage
	}
	bad := s.reject(c, answer, found.String())
	return &bad
}

// reject fails the test over a request, and passes the answer on.
func (s *Server) reject(c *call, answer response, why string) response {
	s.t.Errorf("discordtest: %s %s: %s\n%s", c.Method, c.RequestURI, why, clip(c.body))
	return answer
}

// clip is a body at a length that a test's output bears.
func clip(body []byte) string {
	const most = 2000
	if len(body) > most {
		return string(body[:most]) + "…"
	}
	return string(body)
}

// body decodes the JSON of a request, which may come with files.
func (s *Server) body(c *call) (any, *response) {
	kind, params, err := mime.ParseMediaType(c.Header.Get("Content-Type"))
	if err == nil && kind == "multipart/form-data" {
		err = c.parts(params["boundary"])
	} else if err == nil && kind != "application/json" {
		err = fmt.Errorf("content type %s", kind)
	}
	var v any
	if err == nil {
		d := json.NewDecoder(bytes.NewReader(c.body))
		d.UseNumber()
		if err = d.Decode(&v); err == nil && d.More() {
			err = fmt.Errorf("more than one value")
		}
	}
	if err != nil {
		bad := s.reject(c, refuse(http.StatusBadRequest, 50109, "The request body contains invalid JSON."), err.Error())
		return nil, &bad
	}
	return v, nil
}

// parts takes apart a body with files; its JSON becomes the body.
func (c *call) parts(boundary string) error {
	r := multipart.NewReader(bytes.NewReader(c.body), boundary)
	c.body = nil
	for {
		p, err := r.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		b, err := io.ReadAll(p)
		switch {
		case err != nil:
			return err
		case p.FormName() == "payload_json":
			c.body = b
		case len(b) > maxFile:
			return fmt.Errorf("file %q: more than %d bytes", p.FileName(), maxFile)
		default:
			c.files = append(c.files, File{p.FileName(), string(b)})
		}
	}
}

// decoded reads JSON that is known to be an object.
func decoded(raw []byte) map[string]any {
	var object map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	d.Decode(&object)
	return object
}

// String lists the problems, one a line.
func (p problems) String() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = strings.TrimPrefix(one.path+": "+one.text, ": ")
	}
	return strings.Join(lines, "\n")
}

// invalidForm is error 50035 with its tree of errors.
func invalidForm(found problems) response {
	tree := map[string]any{}
	for _, p := range found {
		at := tree
		for _, key := range strings.FieldsFunc(p.path, func(r rune) bool { return r == '.' }) {
			next, ok := at[key].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[key] = next
			}
			at = next
		}
		list, _ := at["_errors"].([]any)
		at["_errors"] = append(list, map[string]any{"code": p.code, "message": p.text})
	}
	return response{status: http.StatusBadRequest, body: map[string]any{"code": 50035, "message": "Invalid Form Body", "errors": tree}}
}
