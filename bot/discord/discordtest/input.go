package discordtest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// commandData is the data of an interaction by which a person uses a command, after waiting for the command
// to be registered.
func (s *Server) commandData(c Command) map[string]any {
	s.t.Helper()
	c.Type = max(c.Type, SlashCommand)
	name, under := c.Name, ""
	if c.Type == SlashCommand {
		name, under, _ = strings.Cut(c.Name, " ")
	}
	known := s.awaitCommand(c, name)
	data := map[string]any{"id": known["id"], "name": name, "type": c.Type}
	if id, ok := known["guild_id"]; ok {
		data["guild_id"] = id
	}
	if c.Type != SlashCommand {
		s.target(c, data)
		return data
	}
	definitions, _ := known["options"].([]any)
	found := make(resolution)
	c.Options = s.upload(c, found)
	options := s.nest(c, definitions, strings.Fields(under))
	s.resolveOptions(options, found)
	data["options"] = options
	if len(found) > 0 {
		data["resolved"] = found
	}
	return data
}

// upload puts the Files among the options on the content network, and returns the options with their IDs in place.
func (s *Server) upload(c Command, found resolution) map[string]any {
	ch, _ := s.o.channel(cmp.Or(c.ChannelID, ChannelID))
	options := maps.Clone(c.Options)
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, v := range options {
		if f, ok := v.(File); ok {
			a := s.keepFiles(ch, []File{f})[0]
			options[name] = attachmentID(a.id)
			found.add("attachments", a.id, a.wire(true))
		}
	}
	return options
}

// awaitCommand waits for a command that the person can use there: one of the guild or one registered everywhere.
func (s *Server) awaitCommand(c Command, name string) command {
	s.t.Helper()
	if c.ChannelID == "" {
		c.ChannelID = ChannelID
	}
	ch, _ := s.o.channel(c.ChannelID)
	u := s.o.user(c.UserID)
	found := command{}
	s.await(s.t, func() string { return fmt.Sprintf("command /%s registered", name) }, func() bool {
		for _, known := range s.usable(ch, u) {
			if known.name() == name && known.kind() == int(c.Type) {
				found = known
				return true
			}
		}
		return false
	})
	return found
}

// target fills in what a message or user command is used on. The bot may read a message command's target.
func (s *Server) target(c Command, data map[string]any) {
	s.t.Helper()
	data["target_id"] = c.Target
	if c.Type == UserCommand {
		data["resolved"] = map[string]any{"users": map[string]any{c.Target: s.o.user(c.Target).wire()}}
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message("", c.Target)
	if m == nil {
		s.t.Errorf("discordtest: message command %q: no message %s", c.Name, c.Target)
		return
	}
	data["resolved"] = map[string]any{"messages": map[string]any{c.Target: m.wire(true)}}
}

// nest puts the options under the subcommands that path names.
func (s *Server) nest(c Command, definitions []any, path []string) []any {
	s.t.Helper()
	if len(path) == 0 {
		return s.typed(c, definitions)
	}
	def := named(definitions, path[0])
	if def == nil {
		s.t.Errorf("discordtest: command /%s: no subcommand %q", c.Name, path[0])
		return nil
	}
	under, _ := def["options"].([]any)
	return []any{map[string]any{"name": path[0], "type": def["type"], "options": s.nest(c, under, path[1:])}}
}

// typed writes the options in the order of the definitions, and fails the test over those that a client
// would not let a person send.
func (s *Server) typed(c Command, definitions []any) []any {
	s.t.Helper()
	out := []any{}
	left := maps.Clone(c.Options)
	for _, d := range definitions {
		def, _ := d.(map[string]any)
		name, _ := def["name"].(string)
		v, given := left[name]
		delete(left, name)
		if !given {
			if required, _ := def["required"].(bool); required && c.Focused == "" {
				s.t.Errorf("discordtest: command /%s: option %q is required", c.Name, name)
			}
			continue
		}
		option := map[string]any{"name": name, "type": def["type"], "value": v}
		if name == c.Focused {
			option["focused"] = true
		} else if reason := misfit(def, v); reason != "" {
			s.t.Errorf("discordtest: command /%s: option %q: %s", c.Name, name, reason)
		}
		out = append(out, option)
	}
	for _, name := range slices.Sorted(maps.Keys(left)) {
		s.t.Errorf("discordtest: command /%s: no option %q", c.Name, name)
	}
	return out
}

func named(definitions []any, name string) map[string]any {
	for _, d := range definitions {
		if def, _ := d.(map[string]any); def["name"] == name {
			return def
		}
	}
	return nil
}

// misfit says why a client would not send the value; empty if it would.
func misfit(def map[string]any, v any) string {
	ok := false
	switch number(def["type"]) {
	case 4:
		_, ok = v.(int)
	case 5:
		_, ok = v.(bool)
	case 10:
		_, ok = v.(float64)
	case 11:
		_, ok = v.(attachmentID)
	default:
		_, ok = v.(string)
	}
	if !ok {
		return fmt.Sprintf("%v (%T) is not of type %d", v, v, number(def["type"]))
	}
	text, isText := v.(string)
	if least := number(def["min_length"]); isText && units(text) < least {
		return fmt.Sprintf("%d characters, at least %d", units(text), least)
	}
	if longest := number(def["max_length"]); isText && longest > 0 && units(text) > longest {
		return fmt.Sprintf("%d characters, at most %d", units(text), longest)
	}
	if isText && units(text) > maxOptionText {
		return fmt.Sprintf("%d characters, at most %d", units(text), maxOptionText)
	}
	return unchosen(def, v)
}

// attachmentID is what stands for a File in an option.
type attachmentID string

// unchosen says that the value is none of the definition's choices, if it has any.
func unchosen(def map[string]any, v any) string {
	choices, _ := def["choices"].([]any)
	for _, c := range choices {
		choice, _ := c.(map[string]any)
		if fmt.Sprint(choice["value"]) == fmt.Sprint(v) {
			return ""
		}
	}
	if len(choices) == 0 {
		return ""
	}
	return fmt.Sprintf("%v is none of the choices", v)
}

// maxOptionText is the longest text that a client lets a person type into an option.
const maxOptionText = 6000
