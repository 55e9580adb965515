package discordtest

import (
	"net/http"
	"slices"
)

// getGateway tells where the gateway is.
func (s *Server) getGateway(*call) response {
	return response{status: http.StatusOK, body: map[string]any{"url": s.gatewayURL()}}
}

func (s *Server) getGatewayBot(*call) response {
	return response{status: http.StatusOK, body: map[string]any{
		"url": s.gatewayURL(), "shards": 1,
		"session_start_limit": map[string]any{"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1},
	}}
}

func (s *Server) me(*call) response {
	return response{status: http.StatusOK, body: s.o.user(botID).wire()}
}

func (s *Server) getUser(c *call) response {
	return response{status: http.StatusOK, body: s.o.user(c.PathValue("user")).wire()}
}

func (s *Server) getApplication(*call) response {
	return response{status: http.StatusOK, body: s.application()}
}

func (s *Server) getChannel(c *call) response {
	ch, bad := s.botChannel(c)
	if bad != nil {
		return *bad
	}
	return response{status: http.StatusOK, body: s.channelWire(ch)}
}

func (s *Server) getGuild(c *call) response {
	i := slices.IndexFunc(s.o.Guilds, func(g Guild) bool { return g.ID == c.PathValue("guild") })
	if i < 0 {
		return refuse(http.StatusNotFound, 10004, "Unknown Guild")
	}
	return response{status: http.StatusOK, body: s.guildWire(s.o.Guilds[i])}
}

// createDM opens the direct messages with a user: the channel that the options have for that.
func (s *Server) createDM(c *call) response {
	body, bad := s.form(c, checkDM)
	if bad != nil {
		return *bad
	}
	for _, ch := range s.o.Channels {
		ch, _ = s.o.channel(ch.ID)
		if ch.Type == DM && !ch.Foreign && ch.Recipient == body["recipient_id"] {
			return response{status: http.StatusOK, body: s.channelWire(ch)}
		}
	}
	return refuse(http.StatusForbidden, 50007, "Cannot send messages to this user")
}

func (u User) wire() map[string]any {
	return map[string]any{
		"id": u.ID, "username": u.Name, "discriminator": "0", "global_name": u.Name, "avatar": nil, "bot": u.Bot, "public_flags": 0,
	}
}

// users are the wire forms of users by ID.
func (s *Server) users(ids []string) []any {
	out := []any{}
	for _, id := range ids {
		out = append(out, s.o.user(id).wire())
	}
	return out
}

// joined is when everybody joined every guild.
const joined = "2024-03-01T09:00:00.000000+00:00"

// member is what a guild adds to a user.
func (u User) member() map[string]any {
	return map[string]any{
		"roles": append([]string{}, u.Roles...), "joined_at": joined, "nick": nil, "avatar": nil,
		"deaf": false, "mute": false, "flags": 0, "pending": false, "premium_since": nil,
	}
}

func (r Role) wire() map[string]any {
	return map[string]any{
		"id": r.ID, "name": r.Name, "permissions": "1071698660929", "position": 0, "color": 0, "hoist": false,
		"managed": false, "mentionable": false, "flags": 0,
	}
}

func (s *Server) application() map[string]any {
	flags := 1 << 23 // it has commands
	if s.o.MessageContent {
		flags |= 1 << 19 // message content, as an application in less than 100 guilds has it
	}
	return map[string]any{"id": botID, "name": "copydesk", "flags": flags, "description": "", "bot_public": false, "bot_require_code_grant": false}
}

func (s *Server) channelWire(ch Channel) map[string]any {
	w := map[string]any{"id": ch.ID, "type": ch.Type, "last_message_id": nil, "flags": 0}
	switch ch.Type {
	case DM:
		w["recipients"] = []any{s.o.user(ch.Recipient).wire()}
	case PublicThread:
		w["thread_metadata"] = map[string]any{"archived": false, "auto_archive_duration": 1440, "archive_timestamp": joined, "locked": false}
		fallthrough
	default:
		w["guild_id"], w["name"], w["position"] = ch.GuildID, ch.Name, 0
		w["permission_overwrites"] = []any{}
		w["parent_id"] = nil
		if ch.ParentID != "" {
			w["parent_id"] = ch.ParentID
		}
	}
	return w
}

// guildWire is a guild as GUILD_CREATE has it.
func (s *Server) guildWire(g Guild) map[string]any {
	channels, threads := []any{}, []any{}
	for _, ch := range s.o.Channels {
		switch {
		case ch.GuildID != g.ID || ch.Foreign:
		case ch.Type == PublicThread:
			threads = append(threads, s.channelWire(ch))
		default:
			channels = append(channels, s.channelWire(ch))
		}
	}
	bot := s.o.user(botID).member()
	bot["user"] = s.o.user(botID).wire()
	roles := []any{Role{g.ID, "@everyone"}.wire()}
	for _, r := range s.o.Roles {
		roles = append(roles, r.wire())
	}
	return map[string]any{
		"id": g.ID, "name": g.Name, "owner_id": UserID, "joined_at": joined, "large": false, "unavailable": false,
		"member_count": len(s.o.Users) + 2, "members": []any{bot}, "channels": channels, "threads": threads,
		"roles":  roles,
		"emojis": []any{}, "features": []any{}, "presences": []any{}, "voice_states": []any{}, "stickers": []any{},
		"stage_instances": []any{}, "guild_scheduled_events": []any{}, "preferred_locale": "en-US",
	}
}
