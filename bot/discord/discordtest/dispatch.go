package discordtest

import "slices"

// Intents that the double knows the meaning of.
const (
	intentGuilds         = 1 << 0
	intentMembers        = 1 << 1
	intentPresences      = 1 << 8
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
	intentMessageContent = 1 << 15
)

// forbidden are the intents that the application may not ask for.
func (s *Server) forbidden() int {
	privileged := intentMembers | intentPresences
	if !s.o.MessageContent {
		privileged |= intentMessageContent
	}
	return privileged
}

// held is an event that waits to be sent in another order.
type held struct {
	session *session
	name    string
	data    any
}

// dispatch sends an event to every session that goes on, and returns to how many. s.mu is held.
func (s *Server) dispatch(name string, data any) int {
	return s.dispatchTo(name, func(*session) (any, bool) { return data, true })
}

// dispatchTo sends each session what data makes of the event for it, if it is to hear of it. s.mu is held.
func (s *Server) dispatchTo(name string, data func(*session) (any, bool)) int {
	n := 0
	for _, sess := range s.sessions {
		d, hears := data(sess)
		if sess.ended || !hears {
			continue
		}
		n++
		for range s.copies {
			s.emit(held{sess, name, d})
		}
	}
	return n
}

// emit sends an event, or keeps it while events are held.
func (s *Server) emit(h held) {
	if s.holding {
		s.held = append(s.held, h)
		return
	}
	h.session.send(h.name, h.data)
}

// dispatchMessage tells of a message those sessions whose intents ask for it. s.mu is held.
func (s *Server) dispatchMessage(name string, m *message) {
	if m.flags&Ephemeral != 0 || m.channel.Foreign {
		return
	}
	s.dispatchTo(name, func(sess *session) (any, bool) {
		if sess.intents&m.intent() == 0 {
			return nil, false
		}
		w := m.whole(sess.intents&intentMessageContent != 0)
		if m.channel.GuildID != "" {
			w["guild_id"] = m.channel.GuildID
			w["member"] = m.author.member()
		}
		w["channel_type"] = m.channel.Type
		return w, true
	})
}

func (s *Server) dispatchDeletion(m *message) {
	if m.flags&Ephemeral != 0 || m.channel.Foreign {
		return
	}
	s.dispatchTo("MESSAGE_DELETE", func(sess *session) (any, bool) {
		if sess.intents&m.intent() == 0 {
			return nil, false
		}
		w := map[string]any{"id": m.id, "channel_id": m.channel.ID}
		if m.channel.GuildID != "" {
			w["guild_id"] = m.channel.GuildID
		}
		return w, true
	})
}

// intent is the one that a session needs to hear of m.
func (m *message) intent() int {
	if m.channel.GuildID == "" {
		return intentDirectMessages
	}
	return intentGuildMessages
}

// readable reports whether the bot may read m's content: with the intent, in a DM, its own, or if it is mentioned.
func (m *message) readable(intent bool) bool {
	return intent || m.channel.GuildID == "" || m.author.ID == botID || slices.Contains(m.mentions, botID)
}

func (m *message) referenceID() string {
	id, _ := m.reference["message_id"].(string)
	return id
}
