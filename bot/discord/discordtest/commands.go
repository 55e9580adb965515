package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// command is one registered command in Discord's JSON.
type command map[string]any

func (c command) name() string { name, _ := c["name"].(string); return name }

// kind is 1 for a slash command, which is what an absent type means.
func (c command) kind() int { return max(number(c["type"]), 1) }

// Commands are the commands as they are registered now: the global ones, then those of each guild.
func (s *Server) Commands() []json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []json.RawMessage
	for _, guild := range append([]string{""}, s.guildIDs()...) {
		for _, c := range s.commands[guild] {
			out = append(out, mustJSON(c))
		}
	}
	return out
}

func (s *Server) guildIDs() []string {
	var ids []string
	for _, g := range s.o.Guilds {
		ids = append(ids, g.ID)
	}
	return ids
}

// register gives the command its IDs and puts it in the place of one of the same name and kind. s.mu is held.
func (s *Server) register(guild string, c command) (command, bool) {
	c["application_id"], c["version"] = botID, s.newID()
	if guild != "" {
		c["guild_id"] = guild
	}
	list := s.commands[guild]
	i := slices.IndexFunc(list, func(old command) bool { return old.name() == c.name() && old.kind() == c.kind() })
	if i >= 0 {
		c["id"] = list[i]["id"]
		list[i] = c
	} else {
		c["id"] = s.newID()
		s.commands[guild] = append(list, c)
	}
	s.notify()
	return c, i < 0
}

// putCommands makes the body's commands the only ones; those that keep their names keep their IDs.
func (s *Server) putCommands(c *call) response {
	if bad := s.otherApp(c); bad != nil {
		return *bad
	}
	items, bad := s.formList(c, checkCommands)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	guild := c.PathValue("guild")
	old := s.commands[guild]
	wanted := func(known command) bool {
		return slices.ContainsFunc(items, func(v any) bool {
			n := command(v.(map[string]any))
			return n.name() == known.name() && n.kind() == known.kind()
		})
	}
	s.commands[guild] = slices.DeleteFunc(slices.Clone(old), func(k command) bool { return !wanted(k) })
	out := []any{}
	for _, v := range items {
		registered, _ := s.register(guild, v.(map[string]any))
		out = append(out, registered)
	}
	s.notify()
	return response{status: http.StatusOK, body: out}
}

func (s *Server) createCommand(c *call) response {
	if bad := s.otherApp(c); bad != nil {
		return *bad
	}
	body, bad := s.form(c, checkCommand)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	registered, isNew := s.register(c.PathValue("guild"), body)
	if isNew {
		return response{status: http.StatusCreated, body: registered}
	}
	return response{status: http.StatusOK, body: registered}
}

// listCommands gives all commands, in all languages only if with_localizations says so.
func (s *Server) listCommands(c *call) response {
	if bad := s.otherApp(c); bad != nil {
		return *bad
	}
	whole := c.URL.Query().Get("with_localizations") == "true"
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []any{}
	for _, known := range s.commands[c.PathValue("guild")] {
		if whole {
			out = append(out, known)
		} else {
			out = append(out, untranslated(known))
		}
	}
	return response{status: http.StatusOK, body: out}
}

// find is the place of the command that the path names; -1 if there is none. s.mu is held.
func (s *Server) findCommand(c *call) int {
	return slices.IndexFunc(s.commands[c.PathValue("guild")], func(known command) bool {
		return known["id"] == c.PathValue("command")
	})
}

var unknownCommand = refuse(http.StatusNotFound, 10063, "Unknown application command")

func (s *Server) getCommand(c *call) response {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.findCommand(c)
	if i < 0 {
		return unknownCommand
	}
	return response{status: http.StatusOK, body: s.commands[c.PathValue("guild")][i]}
}

func (s *Server) patchCommand(c *call) response {
	body, bad := s.form(c, checkCommandPatch)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.findCommand(c)
	if i < 0 {
		return unknownCommand
	}
	changed := command{}
	for _, from := range []map[string]any{s.commands[c.PathValue("guild")][i], body} {
		for k, v := range from {
			changed[k] = v
		}
	}
	changed["version"] = s.newID()
	s.commands[c.PathValue("guild")][i] = changed
	s.notify()
	return response{status: http.StatusOK, body: changed}
}

func (s *Server) dropCommand(c *call) response {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.findCommand(c)
	if i < 0 {
		return unknownCommand
	}
	guild := c.PathValue("guild")
	s.commands[guild] = slices.Delete(slices.Clone(s.commands[guild]), i, i+1)
	s.notify()
	return response{status: http.StatusNoContent}
}

// otherApp refuses paths with another application's ID.
func (s *Server) otherApp(c *call) *response {
	if c.PathValue("app") == botID {
		return nil
	}
	s.t.Errorf("discordtest: %s %s: the application is %s", c.Method, c.RequestURI, botID)
	bad := refuse(http.StatusForbidden, 20012, "You are not authorized to perform this action on this application")
	return &bad
}
