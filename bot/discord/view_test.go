package discord

import (
	"encoding/json"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
)

// buttonOf is the custom_id of the first button of a message whose label has the word; empty if there is none.
func buttonOf(m discordtest.Message, word string) string {
	for _, c := range componentsOf(m) {
		if c.Type == buttonType && strings.Contains(c.Label, word) {
			return c.CustomID
		}
	}
	return ""
}

// componentsOf are the components in the message's rows.
func componentsOf(m discordtest.Message) []component {
	var rows, out []component
	if json.Unmarshal(m.Components, &rows) != nil {
		return nil
	}
	for _, r := range rows {
		out = append(out, r.Components...)
	}
	return out
}

func TestPressText(t *testing.T) {
	for _, p := range []press{{showVerb, "7K2M9QXD", "3"}, {openVerb, "7K2M9QXD", "c/0/s12"}, {verb: settingsVerb}, {accessVerb, "", "ask"}, {signVerb, "7K2M9QXD", ""}} {
		if got, ok := parsePress(p.String()); !ok || got != p || len(p.String()) > maxCustomID {
			t.Errorf("%q: got %+v, %v", p.String(), got, ok)
		}
	}
	for _, id := range []string{"", ":", "::x", "show:", "show::", strings.Repeat("x", maxCustomID+1)} {
		if p, ok := parsePress(id); ok {
			t.Errorf("%q: got %+v, want a refusal", id, p)
		}
	}
}

func FuzzParsePress(f *testing.F) {
	f.Add("show:7K2M9QXD:c/0/s12")
	f.Fuzz(func(t *testing.T, id string) {
		if p, ok := parsePress(id); ok && p.String() != id {
			t.Errorf("%q: got %+v", id, p)
		}
	})
}
