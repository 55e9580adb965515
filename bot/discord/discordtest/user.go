package discordtest

import "strconv"

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
		i.command, i.commandType = c.Name, max(c.Type, SlashCommand)
		return s.commandData(c)
	})
}

// Complete has a person type in the option c.Focused of a command, which asks the bot for suggestions.
func (s *Server) Complete(c Command) *Interaction {
	return s.interact(autocompleteInteraction, c.ChannelID, c.UserID, c.Locale, func(*Interaction) map[string]any { return s.commandData(c) })
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
	i.id, i.created = s.newID(), s.now()
	i.token = tokenOf(i.id)
	s.expect(i)
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
	w["context"], w["authorizing_integration_owners"] = i.channel.context(), i.installedBy()
	if i.channel.GuildID == "" {
		w["user"] = i.user.wire()
		return w
	}
	m := i.user.member()
	m["user"], m["permissions"] = i.user.wire(), strconv.FormatInt(i.user.permissions(), 10)
	w["member"], w["guild_id"], w["guild_locale"] = m, i.channel.GuildID, "en-US"
	w["guild"] = map[string]any{"id": i.channel.GuildID, "locale": "en-US", "features": []any{}}
	return w
}
