package discordtest

import (
	"maps"
	"slices"
)

// CommandType is Discord's number for a kind of command.
type CommandType int

const (
	SlashCommand   CommandType = 1
	UserCommand    CommandType = 2
	MessageCommand CommandType = 3
)

// Command is a use of a command by a person.
type Command struct {
	// Name is the command's; for a slash command, the names of a group and a subcommand follow after spaces.
	Name string
	// Type 0 is SlashCommand.
	Type CommandType
	// Options by name: strings, bools, integers, floats, Files. IDs of users, channels and roles are strings.
	Options map[string]any
	// Target is the ID of the message or user that a message or user command is used on.
	Target string
	// ChannelID is where; empty means the default ChannelID, in its guild.
	ChannelID string
	// UserID is who; empty means the default UserID.
	UserID string
	// Locale is the user's language; empty means en-US.
	Locale string
	// Focused names the option that is being typed, for Complete.
	Focused string
}

// Run has a person use a command. The command must be registered, which Run waits for, and the options such
// as Discord's clients let people send.
func (s *Server) Run(c Command) *Interaction {
	return s.interact(commandInteraction, c.ChannelID, c.UserID, c.Locale, func(i *Interaction) map[string]any {
		i.command = c.Name
		return s.commandData(c)
	})
}

// Complete has a person type in the option c.Focused of a command, which asks the bot for suggestions.
func (s *Server) Complete(c Command) *Interaction {
	return s.interact(autocompleteInteraction, c.ChannelID, c.UserID, c.Locale, func(*Interaction) map[string]any { return s.commandData(c) })
}

// Press is a use of a button or a select menu of a message.
type Press struct {
	MessageID, CustomID string
	// Values are the options chosen in a select menu.
	Values []string
	UserID string
}

// Press has a person use a component, which must be there, enabled and visible to the person.
func (s *Server) Press(p Press) *Interaction {
	s.t.Helper()
	m, component := s.pressable(p)
	if component == nil {
		return &Interaction{s: s}
	}
	return s.interact(componentInteraction, m.channel.ID, p.UserID, "", func(i *Interaction) map[string]any {
		i.under = m
		data := map[string]any{"custom_id": p.CustomID, "component_type": component["type"]}
		if number(component["type"]) != buttonComponent {
			data["values"] = append([]string{}, p.Values...)
		}
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
	case m.flags&Ephemeral != 0 && m.interaction != nil && m.interaction.user.ID != s.o.user(p.UserID).ID:
		s.t.Errorf("discordtest: press %q: only %s can see the message", p.CustomID, m.interaction.user.ID)
		return nil, nil
	}
	return m, component
}

// findComponent finds a component by its custom_id, however deep.
func findComponent(components []any, customID string) map[string]any {
	for _, c := range components {
		object, _ := c.(map[string]any)
		if object["custom_id"] == customID {
			return object
		}
		nested, _ := object["components"].([]any)
		if accessory := object["accessory"]; accessory != nil {
			nested = append(slices.Clone(nested), accessory)
		}
		if found := findComponent(nested, customID); found != nil {
			return found
		}
	}
	return nil
}

// Submit is a form that a person fills in and sends.
type Submit struct {
	// Of is the interaction that the bot answered with a form.
	Of *Interaction
	// Values are what was typed, by the custom_id of the input.
	Values map[string]string
}

// Submit has the person who was asked send the form.
func (s *Server) Submit(f Submit) *Interaction {
	s.t.Helper()
	form := decoded(f.Of.Form(s.t))
	return s.interact(modalInteraction, f.Of.channel.ID, f.Of.user.ID, "", func(i *Interaction) map[string]any {
		i.under = f.Of.under
		var rows []any
		for _, id := range slices.Sorted(maps.Keys(f.Values)) {
			input := map[string]any{"type": 4, "custom_id": id, "value": f.Values[id]}
			rows = append(rows, map[string]any{"type": 1, "components": []any{input}})
		}
		return map[string]any{"custom_id": form["custom_id"], "components": rows}
	})
}

// interact makes an interaction and sends it to the bot.
func (s *Server) interact(kind int, channelID, userID, locale string, data func(*Interaction) map[string]any) *Interaction {
	s.t.Helper()
	if channelID == "" {
		channelID = ChannelID
	}
	ch, ok := s.o.channel(channelID)
	if !ok {
		s.t.Errorf("discordtest: no channel %s", channelID)
		return &Interaction{s: s}
	}
	if locale == "" {
		locale = "en-US"
	}
	i := &Interaction{s: s, kind: kind, user: s.o.user(userID), channel: ch}
	details := data(i)
	s.mu.Lock()
	defer s.mu.Unlock()
	i.id, i.created = s.newID(), s.now
	i.token = "interaction-token-" + i.id
	s.interactions = append(s.interactions, i)
	i.delivered = s.dispatch("INTERACTION_CREATE", i.wire(details, locale))
	s.notify()
	return i
}

// wire is the interaction in Discord's JSON. s.mu is held.
func (i *Interaction) wire(data map[string]any, locale string) map[string]any {
	w := map[string]any{
		"id": i.id, "application_id": botID, "type": i.kind, "token": i.token, "version": 1,
		"channel_id": i.channel.ID, "channel": i.s.channelWire(i.channel), "data": data, "locale": locale,
		"app_permissions": "562949953601536", "entitlements": []any{}, "attachment_size_limit": 10 << 20,
	}
	if i.under != nil {
		w["message"] = i.under.wire(true)
	}
	if i.channel.GuildID == "" {
		w["user"], w["context"] = i.user.wire(), 1
		w["authorizing_integration_owners"] = map[string]any{"0": "0"}
		return w
	}
	m := i.user.member()
	m["user"], m["permissions"] = i.user.wire(), "2248473465835073"
	w["member"], w["context"], w["guild_id"], w["guild_locale"] = m, 0, i.channel.GuildID, "en-US"
	w["guild"] = map[string]any{"id": i.channel.GuildID, "locale": "en-US", "features": []any{}}
	w["authorizing_integration_owners"] = map[string]any{"0": i.channel.GuildID}
	return w
}
