package discordtest

import "slices"

// Press is a use of a button or a select menu of a message.
type Press struct {
	MessageID, CustomID string
	// Values are what was chosen in a select menu: values of its options, or IDs of users, roles or channels.
	Values []string
	UserID string
	// Locale is the user's language; empty means en-US.
	Locale string
}

// Press has a person use a component, which must be there, enabled and visible to the person.
func (s *Server) Press(p Press) *Interaction {
	s.t.Helper()
	m, component := s.pressable(p)
	if component == nil {
		return &Interaction{s: s}
	}
	return s.interact(componentInteraction, m.channel.ID, p.UserID, p.Locale, func(i *Interaction) map[string]any {
		i.under = m
		kind := number(component["type"])
		data := map[string]any{"custom_id": p.CustomID, "component_type": kind}
		if kind == buttonComponent {
			return data
		}
		if reason := unselectable(component, p.Values); reason != "" {
			s.t.Errorf("discordtest: press %q: %s", p.CustomID, reason)
		}
		found := make(resolution)
		s.resolveSelected(kind, p.Values, found)
		data["values"], data["resolved"] = append([]string{}, p.Values...), found
		return data
	})
}

// pressable finds the message and the component of a Press, or fails the test.
func (s *Server) pressable(p Press) (*message, map[string]any) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message("", p.MessageID)
	if m == nil {
		s.t.Errorf("discordtest: press %q: no message %s", p.CustomID, p.MessageID)
		return nil, nil
	}
	component := findComponent(m.components, p.CustomID)
	disabled, _ := component["disabled"].(bool)
	switch {
	case component == nil:
		s.t.Errorf("discordtest: press %q: message %s has no such component", p.CustomID, p.MessageID)
		return nil, nil
	case disabled:
		s.t.Errorf("discordtest: press %q: the component is disabled", p.CustomID)
		return nil, nil
	case !m.visible(s.o.user(p.UserID)):
		s.t.Errorf("discordtest: press %q: only %s can see the message", p.CustomID, m.interaction.user.ID)
		return nil, nil
	}
	return m, component
}

// visible reports whether a user sees the message.
func (m *message) visible(u User) bool {
	return m.flags&Ephemeral == 0 || m.interaction == nil || m.interaction.user.ID == u.ID
}

// findComponent finds a component by its custom_id, however deep.
func findComponent(components []any, customID string) map[string]any {
	for _, c := range components {
		object, _ := c.(map[string]any)
		if object["custom_id"] == customID {
			return object
		}
		nested, _ := object["components"].([]any)
		for _, key := range []string{"accessory", "component"} {
			if one := object[key]; one != nil {
				nested = append(slices.Clone(nested), one)
			}
		}
		if found := findComponent(nested, customID); found != nil {
			return found
		}
	}
	return nil
}

// unselectable says why a client would not let a person choose the values; empty if it would.
func unselectable(menu map[string]any, values []string) string {
	least, most := 1, 1
	if menu["min_values"] != nil {
		least = number(menu["min_values"])
	}
	if required, set := menu["required"].(bool); set && !required {
		least = 0
	}
	if menu["max_values"] != nil {
		most = number(menu["max_values"])
	}
	if len(values) < least || len(values) > most {
		return countOf(len(values), least, most)
	}
	if number(menu["type"]) != textSelect {
		return ""
	}
	options, _ := menu["options"].([]any)
	for _, v := range values {
		if !slices.ContainsFunc(options, func(o any) bool { object, _ := o.(map[string]any); return object["value"] == v }) {
			return "no option has the value " + v
		}
	}
	return ""
}
