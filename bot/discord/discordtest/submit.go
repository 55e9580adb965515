package discordtest

import (
	"fmt"
	"maps"
	"slices"
)

// Submit is a form that a person fills in and sends.
type Submit struct {
	// Of is the interaction that the bot answered with a form.
	Of *Interaction
	// Values are what was typed, by the custom_id of the input. An input that is left out keeps its value.
	Values map[string]string
	// Chosen are what was chosen in menus, by their custom_id. A menu that is left out keeps its defaults.
	Chosen map[string][]string
	// Locale is the user's language; empty means en-US.
	Locale string
}

// Submit has the person who was asked send the form, filled in such as Discord's clients let people send it.
func (s *Server) Submit(f Submit) *Interaction {
	s.t.Helper()
	form := decoded(f.Of.Form(s.t))
	return s.interact(modalInteraction, f.Of.channel.ID, f.Of.user.ID, f.Locale, func(i *Interaction) map[string]any {
		s.t.Helper()
		i.under = f.Of.under
		components, _ := form["components"].([]any)
		fill := filling{s: s, values: maps.Clone(f.Values), chosen: maps.Clone(f.Chosen), found: make(resolution)}
		data := map[string]any{"custom_id": form["custom_id"], "components": fill.all(components), "resolved": fill.found}
		fill.rest()
		return data
	})
}

// filling fills in a form.
type filling struct {
	s      *Server
	values map[string]string
	chosen map[string][]string
	found  resolution
	last   int // the id of the last component
}

// all gives the components as they are sent: each with its number, and those that take something with what they took.
func (f *filling) all(components []any) []any {
	f.s.t.Helper()
	out := []any{}
	for _, c := range components {
		object, _ := c.(map[string]any)
		out = append(out, f.one(object))
	}
	return out
}

func (f *filling) one(c map[string]any) map[string]any {
	f.s.t.Helper()
	f.last++
	kind := number(c["type"])
	out := map[string]any{"type": kind, "id": f.last}
	switch kind {
	case rowComponent:
		inside, _ := c["components"].([]any)
		out["components"] = f.all(inside)
	case labelComponent:
		inside, _ := c["component"].(map[string]any)
		out["component"] = f.one(inside)
	case inputComponent:
		out["custom_id"], out["value"] = c["custom_id"], f.typed(c)
	case textSelect, userSelect, roleSelect, mentionableSelect, channelSelect:
		values := f.selected(c)
		f.s.resolveSelected(kind, values, f.found)
		out["custom_id"], out["values"] = c["custom_id"], append([]string{}, values...)
	}
	return out
}

// typed is the text of an input.
func (f *filling) typed(input map[string]any) string {
	f.s.t.Helper()
	id, _ := input["custom_id"].(string)
	value, given := f.values[id]
	delete(f.values, id)
	if !given {
		value, _ = input["value"].(string)
	}
	least, most := number(input["min_length"]), maxInput
	if n := number(input["max_length"]); n > 0 {
		most = n
	}
	required, set := input["required"].(bool)
	if required || !set {
		least = max(least, 1)
	} else if value == "" {
		least = 0
	}
	if n := units(value); n < least || n > most {
		f.s.t.Errorf("discordtest: submit: input %q: %s", id, countOf(n, least, most))
	}
	return value
}

// selected are the values of a menu.
func (f *filling) selected(menu map[string]any) []string {
	f.s.t.Helper()
	id, _ := menu["custom_id"].(string)
	values, given := f.chosen[id]
	delete(f.chosen, id)
	if !given {
		options, _ := menu["options"].([]any)
		for _, o := range options {
			if option, _ := o.(map[string]any); option["default"] == true {
				value, _ := option["value"].(string)
				values = append(values, value)
			}
		}
	}
	if reason := unselectable(menu, values); reason != "" {
		f.s.t.Errorf("discordtest: submit: menu %q: %s", id, reason)
	}
	return values
}

// rest complains of what was filled in and is not in the form.
func (f *filling) rest() {
	f.s.t.Helper()
	left := slices.Concat(slices.Collect(maps.Keys(f.values)), slices.Collect(maps.Keys(f.chosen)))
	if len(left) > 0 {
		slices.Sort(left)
		f.s.t.Errorf("discordtest: submit: the form has no %q", left)
	}
}

// countOf says that n is outside its bounds.
func countOf(n, least, most int) string {
	return fmt.Sprintf("%d, and from %d to %d can be", n, least, most)
}
