package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// schemas are the parts of Discord's OpenAPI description that requests are held against; nil checks nothing.
type schemas struct {
	byName map[string]*jsonschema.Schema
}

// The component schemas of openapi.json by route, and by type of callback.
var (
	routeSchemas = map[string]string{
		RouteFollowUp:           "IncomingWebhookInteractionRequest",
		RouteEditReply:          "IncomingWebhookUpdateRequestPartial",
		RouteCreateMessage:      "MessageCreateRequest",
		RouteEditMessage:        "MessageEditRequestPartial",
		RouteCreateDM:           "CreatePrivateChannelRequest",
		RouteCommands:           "ApplicationCommandUpdateRequest",
		RouteGuildCommands:      "ApplicationCommandUpdateRequest",
		RouteCreateCommand:      "ApplicationCommandCreateRequest",
		RouteCreateGuildCommand: "ApplicationCommandCreateRequest",
		RouteEditCommand:        "ApplicationCommandPatchRequestPartial",
		RouteEditGuildCommand:   "ApplicationCommandPatchRequestPartial",
	}
	callbackSchemas = map[int]string{
		callReply:       "CreateMessageInteractionCallbackRequest",
		callDefer:       "CreateMessageInteractionCallbackRequest",
		callDeferUpdate: "UpdateMessageInteractionCallbackRequest",
		callUpdate:      "UpdateMessageInteractionCallbackRequest",
		callSuggest:     "ApplicationCommandAutocompleteCallbackRequest",
		callForm:        "ModalInteractionCallbackRequest",
	}
)

// loaded keeps the compiled schemas by path: they do not change while tests run, and take a while.
var loaded sync.Map

func loadSchemas(path string) (*schemas, error) {
	once, _ := loaded.LoadOrStore(path, sync.OnceValues(func() (*schemas, error) { return compileSchemas(path) }))
	return once.(func() (*schemas, error))()
}

func compileSchemas(path string) (*schemas, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("openapi.json", doc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s := &schemas{make(map[string]*jsonschema.Schema)}
	names := slices.Concat(slices.Collect(maps.Values(routeSchemas)), slices.Collect(maps.Values(callbackSchemas)))
	for _, name := range names {
		if s.byName[name], err = c.Compile("openapi.json#/components/schemas/" + name); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return s, nil
}

// check holds a body against the schema of its route, if there are schemas and it has one.
func (s *schemas) check(route string, v any) problems {
	if s == nil {
		return nil
	}
	if items, ok := v.([]any); ok {
		var p problems
		for i, item := range items {
			for _, found := range s.check(route, item) {
				p.add(join(strconv.Itoa(i), found.path), found.code, "%s", found.text)
			}
		}
		return p
	}
	name := routeSchemas[route]
	object, _ := v.(map[string]any)
	if route == RouteCallback {
		name = callbackSchemas[number(object["type"])]
	}
	schema := s.byName[name]
	if schema == nil {
		return nil
	}
	return faults(schema.Validate(numericPermissions(object)))
}

// numericPermissions writes default_member_permissions as the number that the schema asks for. The
// documentation, and the server, take a text.
func numericPermissions(body map[string]any) map[string]any {
	text, ok := body["default_member_permissions"].(string)
	if _, err := strconv.ParseUint(text, 10, 64); !ok || err != nil {
		return body
	}
	body = maps.Clone(body)
	body["default_member_permissions"] = json.Number(text)
	return body
}

// faults are what validation found.
func faults(err error) problems {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	var p problems
	for _, leaf := range leaves(invalid) {
		p.add(strings.Join(leaf.InstanceLocation, "."), "SCHEMA", "%s", reason(leaf))
	}
	return p
}

func leaves(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	causes := e.Causes
	switch e.ErrorKind.(type) {
	case *kind.OneOf, *kind.AnyOf:
		causes = likeliest(e)
	}
	var out []*jsonschema.ValidationError
	for _, cause := range causes {
		out = append(out, leaves(cause)...)
	}
	return out
}

// likeliest is the alternative of a union that was meant: one that complains neither of the value as a whole
// nor of its "type". The others would only say what the value is not.
func likeliest(union *jsonschema.ValidationError) []*jsonschema.ValidationError {
	meant := func(alternative *jsonschema.ValidationError) bool {
		return !slices.ContainsFunc(leaves(alternative), func(leaf *jsonschema.ValidationError) bool {
			at := leaf.InstanceLocation[len(union.InstanceLocation):]
			return len(at) == 0 || len(at) == 1 && at[0] == "type"
		})
	}
	if i := slices.IndexFunc(union.Causes, meant); i >= 0 {
		return union.Causes[i : i+1]
	}
	return union.Causes[:1]
}

// reason is what a leaf says, without the schema's address.
func reason(leaf *jsonschema.ValidationError) string {
	out := leaf.BasicOutput()
	for out.Error == nil && len(out.Errors) > 0 {
		out = &out.Errors[0]
	}
	if out.Error == nil {
		return "is invalid"
	}
	return out.Error.String()
}
