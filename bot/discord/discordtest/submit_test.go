package discordtest_test

import (
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
)

// wrong is a form with labels: a menu that must be used, and a note that need not be.
const wrong = `{"type":9,"data":{"title":"What is wrong?","custom_id":"wrong","components":[
	{"type":10,"content":"Thank you."},
	{"type":18,"label":"What","description":"One of these.","component":{"type":3,"custom_id":"kind","options":[
		{"label":"The passage","value":"passage"},{"label":"The speaker","value":"speaker"}]}},
	{"type":18,"label":"Who","component":{"type":5,"custom_id":"who","required":false}},
	{"type":18,"label":"Note","component":{"type":4,"custom_id":"note","style":2,"required":false,"max_length":10}}]}}`

func TestSubmitLabels(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, wrong, 204, "")
	a.s.Submit(discordtest.Submit{Of: a.i, Values: map[string]string{"note": "Not her."}, Chosen: map[string][]string{"kind": {"speaker"}, "who": {"402"}}})
	data := sent(t, a.g)
	want := []any{
		map[string]any{"type": 10., "id": 1.},
		map[string]any{"type": 18., "id": 2., "component": map[string]any{"type": 3., "id": 3., "custom_id": "kind", "values": []any{"speaker"}}},
		map[string]any{"type": 18., "id": 4., "component": map[string]any{"type": 5., "id": 5., "custom_id": "who", "values": []any{"402"}}},
		map[string]any{"type": 18., "id": 6., "component": map[string]any{"type": 4., "id": 7., "custom_id": "note", "value": "Not her."}},
	}
	if diff := cmp.Diff(want, data["components"]); diff != "" {
		t.Errorf("components (-want +got):\n%s", diff)
	}
	if users, _ := data["resolved"].(map[string]any)["users"].(map[string]any); users["402"] == nil {
		t.Errorf("got %v, want user 402 resolved", data["resolved"])
	}
	if got := a.r.take(); got != "" {
		t.Errorf("got %q, want no complaint", got)
	}
}

func TestSubmitWhatAClientWouldNotSend(t *testing.T) {
	kind := map[string][]string{"kind": {"speaker"}}
	tests := []struct {
		values map[string]string
		chosen map[string][]string
		want   string
	}{
		{nil, nil, `menu "kind": 0, and from 1 to 1 can be`},
		{nil, map[string][]string{"kind": {"tide"}}, "no option has the value tide"},
		{map[string]string{"note": of("x", 11)}, kind, `input "note": 11, and from 0 to 10 can be`},
		{map[string]string{"tide": "high"}, kind, `the form has no ["tide"]`},
	}
	a := newAsking(t)
	a.must("POST", a.callback, wrong, 204, "")
	for _, test := range tests {
		a.s.Submit(discordtest.Submit{Of: a.i, Values: test.values, Chosen: test.chosen})
		if got := a.r.take(); !strings.Contains(got, test.want) {
			t.Errorf("%v %v: got %q, want %q", test.values, test.chosen, got, test.want)
		}
	}
}

func TestForms(t *testing.T) {
	note := `{"type":4,"custom_id":"note","style":2}`
	tests := []struct{ components, want string }{
		{`{"type":18,"label":"` + of("x", 46) + `","component":` + note + `}`, "data.components.0.label: Must be 45"},
		{`{"type":18,"label":"Note","description":"` + of("x", 101) + `","component":` + note + `}`, "data.components.0.description: Must be 100"},
		{`{"type":18,"label":"Note"}`, "data.components.0.component: This field is required"},
		{`{"type":18,"label":"Note","component":{"type":2,"custom_id":"note","style":1,"label":"Note"}}`, "type 2 is none of"},
		{`{"type":18,"label":"Note","component":{"type":4,"custom_id":"note","style":1,"label":"Note"}}`, "the label around the input has the label"},
		{`{"type":18,"label":"Note","component":{"type":4,"style":2}}`, "custom_id: This field is required"},
		{`{"type":18,"label":"Note","component":{"type":4,"custom_id":"note","style":2,"max_length":4001}}`, "4001 is not a whole number"},
		{`{"type":18,"label":"Note","component":` + note + `},{"type":18,"label":"Note","component":` + note + `}`, "cannot be duplicated"},
		{`{"type":1,"components":[` + note + `]}`, "label: This field is required"},
		{`{"type":1,"components":[{"type":3,"custom_id":"k","options":[{"label":"a","value":"a"}]}]}`, "type 3 is none of [4]"},
		{`{"type":17,"components":[` + note + `]}`, "type 17 cannot stand in a form"},
	}
	a := newAsking(t)
	for _, test := range tests {
		a.must("POST", a.callback, `{"type":9,"data":{"title":"Note","custom_id":"form","components":[`+test.components+`]}}`, 400, "")
		if got := a.r.take(); !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.components, got, test.want)
		}
	}
}

func TestPressMenuOfUsers(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":4,"data":{"content":"Who?","components":[{"type":1,"components":[{"type":5,"custom_id":"who","max_values":2}]}]}}`, 204, "")
	id := a.i.Reply(t).ID
	a.s.Press(discordtest.Press{MessageID: id, CustomID: "who", Values: []string{"402", "403"}})
	data := sent(t, a.g)
	users, _ := data["resolved"].(map[string]any)["users"].(map[string]any)
	if data["component_type"] != 5. || len(users) != 2 || users["403"] == nil {
		t.Errorf("got %v, want two users", data)
	}
	a.s.Press(discordtest.Press{MessageID: id, CustomID: "who"})
	if got := a.r.take(); !strings.Contains(got, "0, and from 1 to 2 can be") {
		t.Errorf("got %q, want nothing chosen refused", got)
	}
}
