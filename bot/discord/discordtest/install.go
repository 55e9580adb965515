package discordtest

import (
	"encoding/json"
	"slices"
	"strconv"
)

// Where an interaction can be, in Discord's numbers.
const (
	inGuild   = 0
	inBotDM   = 1
	inPrivate = 2 // direct messages that the bot is not in
)

// How an application can be installed, in Discord's numbers.
const (
	toGuild = 0
	toUser  = 1
)

// Permissions of members of a guild.
const (
	everyone    = 2248473465835073 // what a new guild allows everyone
	manageGuild = 1 << 5
)

func (ch Channel) context() int {
	switch {
	case ch.GuildID != "":
		return inGuild
	case ch.Foreign:
		return inPrivate
	}
	return inBotDM
}

// permissions are the user's in every guild.
func (u User) permissions() int64 {
	if u.Admin {
		return everyone | manageGuild
	}
	return everyone
}

// installedBy is what authorizing_integration_owners says: the guild that the bot is in, or the user who has installed it
// for themselves. The bot's own DMs stand for a guild "0".
func (i *Interaction) installedBy() map[string]any {
	switch {
	case i.channel.Foreign:
		return map[string]any{"1": i.user.ID}
	case i.channel.GuildID == "":
		return map[string]any{"0": "0"}
	}
	return map[string]any{"0": i.channel.GuildID}
}

// usable are the commands that the user can use in a channel. s.mu is held.
func (s *Server) usable(ch Channel, u User) []command {
	var out []command
	for _, c := range slices.Concat(s.commands[ch.GuildID], s.commands[""]) {
		named := slices.ContainsFunc(out, func(o command) bool { return o["id"] == c["id"] })
		if !named && c.usableIn(ch) && c.permits(ch, u) {
			out = append(out, c)
		}
	}
	return out
}

// Usable are the commands, in Discord's JSON, that a user can use in a channel, in the order of their registration.
func (s *Server) Usable(channelID, userID string) []json.RawMessage {
	ch, ok := s.o.channel(channelID)
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []json.RawMessage
	for _, c := range s.usable(ch, s.o.user(userID)) {
		out = append(out, mustJSON(c))
	}
	return out
}

// usableIn reports whether the command is for such a channel: by its contexts, and by how it can be installed.
func (c command) usableIn(ch Channel) bool {
	contexts, listed := c["contexts"].([]any)
	if listed && !holds(contexts, ch.context()) {
		return false
	}
	if offered, set := c["dm_permission"].(bool); set && !offered && !listed && ch.context() != inGuild {
		return false
	}
	kinds, listed := c["integration_types"].([]any)
	switch {
	case ch.Foreign:
		return listed && holds(kinds, toUser)
	case !listed:
		return true
	}
	return holds(kinds, toGuild) || holds(kinds, toUser)
}

// permits reports whether the user has the permissions that the command asks for by default.
func (c command) permits(ch Channel, u User) bool {
	text, asks := c["default_member_permissions"].(string)
	if !asks || ch.GuildID == "" {
		return true
	}
	needed, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil || needed == 0:
		return u.Admin
	}
	return u.permissions()&needed == needed
}

// holds reports whether a list of JSON numbers has n.
func holds(list []any, n int) bool {
	return slices.ContainsFunc(list, func(v any) bool { return number(v) == n })
}
