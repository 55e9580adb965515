package discordtest

import (
	"net/http"
	"slices"
	"strconv"
	"time"
)

var (
	unknownChannel = refuse(http.StatusNotFound, 10003, "Unknown Channel")
	missingAccess  = refuse(http.StatusForbidden, 50001, "Missing Access")
	unknownMessage = refuse(http.StatusNotFound, 10008, "Unknown Message")
)

// botChannel is the channel that the path names, if the bot may use it.
func (s *Server) botChannel(c *call) (Channel, *response) {
	ch, ok := s.o.channel(c.PathValue("channel"))
	switch {
	case !ok:
		return ch, &unknownChannel
	case ch.Foreign:
		return ch, &missingAccess
	}
	return ch, nil
}

// message finds a message that is not deleted; an empty channel means any. s.mu is held.
func (s *Server) message(channelID, id string) *message {
	m := s.messages[id]
	if m == nil || m.deleted || channelID != "" && m.channel.ID != channelID {
		return nil
	}
	return m
}

// post adds a message and tells the gateway.
func (s *Server) post(m *message) {
	s.remember(m)
	s.dispatchMessage("MESSAGE_CREATE", m)
	s.touch(m)
}

func (s *Server) createMessage(c *call) response {
	ch, bad := s.botChannel(c)
	if bad != nil {
		return *bad
	}
	body, bad := s.form(c, checkCreate)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.sameNonce(body); m != nil {
		return response{status: http.StatusOK, body: m.wire(true)}
	}
	m := s.newMessage(ch, s.o.user(botID))
	m.files = s.keepFiles(ch, c.files)
	m.nonce, _ = body["nonce"].(string)
	m.apply(body)
	if bad := s.refer(c, m, body); bad != nil {
		return *bad
	}
	s.post(m)
	return response{status: http.StatusOK, body: m.wire(true)}
}

// nonceHolds is how long a message's nonce stands for it; Discord says "the past few minutes".
const nonceHolds = 5 * time.Minute

// sameNonce finds the bot's message that a body with enforce_nonce repeats, nil if there is none. s.mu is held.
func (s *Server) sameNonce(body map[string]any) *message {
	nonce, _ := body["nonce"].(string)
	if enforce, _ := body["enforce_nonce"].(bool); !enforce || nonce == "" {
		return nil
	}
	if m := s.nonces[nonce]; m != nil && s.now().Sub(m.created) < nonceHolds {
		return m
	}
	return nil
}

// refer makes m a reply if the body says so. A message that does not exist is an error unless the body
// allows for it.
func (s *Server) refer(c *call, m *message, body map[string]any) *response {
	ref, ok := body["message_reference"].(map[string]any)
	if !ok {
		return nil
	}
	id, _ := ref["message_id"].(string)
	if s.message(m.channel.ID, id) == nil {
		if must, set := ref["fail_if_not_exists"].(bool); set && !must {
			return nil
		}
		bad := invalidForm(problems{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})
		return &bad
	}
	m.reference = map[string]any{"message_id": id, "channel_id": m.channel.ID}
	if m.channel.GuildID != "" {
		m.reference["guild_id"] = m.channel.GuildID
	}
	return nil
}

func (s *Server) editMessage(c *call) response {
	body, bad := s.form(c, checkEdit)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message(c.PathValue("channel"), c.PathValue("message"))
	if m == nil || m.flags&Ephemeral != 0 {
		return unknownMessage
	}
	if m.author.ID != botID {
		return refuse(http.StatusForbidden, 50005, "Cannot edit a message authored by another user")
	}
	return s.edit(c, m, body)
}

// edit changes m unless that would leave nothing of it. s.mu is held.
func (s *Server) edit(c *call, m *message, body map[string]any) response {
	changed := *m
	changed.apply(body)
	changed.flags &^= loadingFlag
	changed.files = slices.Concat(m.files, s.keepFiles(m.channel, c.files))
	if changed.empty() {
		return s.reject(c, emptyMessage, "nothing is left of the message")
	}
	if changed.flags&ComponentsV2 != 0 && (changed.content != "" || len(changed.embeds) > 0) {
		return s.reject(c, invalidForm(problems{{"flags", legacyCode, "the message has components of version 2"}}), "content or embeds beside components of version 2")
	}
	changed.changed = m.changed || m.flags&loadingFlag == 0
	changed.edited = s.now()
	*m = changed
	s.dispatchMessage("MESSAGE_UPDATE", m)
	s.touch(m)
	return response{status: http.StatusOK, body: m.wire(true)}
}

func (m *message) empty() bool {
	return blank(m.content) && len(m.embeds) == 0 && len(m.components) == 0 && len(m.files) == 0
}

func (s *Server) deleteMessage(c *call) response {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message(c.PathValue("channel"), c.PathValue("message"))
	if m == nil || m.flags&Ephemeral != 0 {
		return unknownMessage
	}
	s.remove(m)
	return response{status: http.StatusNoContent}
}

// remove deletes m. s.mu is held.
func (s *Server) remove(m *message) {
	m.deleted = true
	s.dispatchDeletion(m)
	s.touch(m)
}

func (s *Server) getMessage(c *call) response {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message(c.PathValue("channel"), c.PathValue("message"))
	if m == nil || m.flags&Ephemeral != 0 {
		return unknownMessage
	}
	return response{status: http.StatusOK, body: m.whole(s.o.MessageContent)}
}

// listMessages gives the newest first, of those before an ID if there is one, as many as limit says, or 50.
func (s *Server) listMessages(c *call) response {
	if _, bad := s.botChannel(c); bad != nil {
		return *bad
	}
	limit, err := strconv.Atoi(c.URL.Query().Get("limit"))
	if err != nil || limit < 1 || limit > 100 {
		limit = 50
	}
	before := c.URL.Query().Get("before")
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []any{}
	for _, m := range slices.Backward(s.written[c.PathValue("channel")]) {
		if len(found) < limit && !m.deleted && m.flags&Ephemeral == 0 && (before == "" || older(m.id, before)) {
			found = append(found, m.whole(s.o.MessageContent))
		}
	}
	return response{status: http.StatusOK, body: found}
}

// startTyping notes that the bot says it is typing; a body is not wanted.
func (s *Server) startTyping(c *call) response {
	ch, bad := s.botChannel(c)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.typing[ch.ID] = typing{s.typing[ch.ID].times + 1, s.now()}
	s.notify()
	return response{status: http.StatusNoContent}
}

// Typing counts how often the bot has shown in a channel that it is typing.
func (s *Server) Typing(channelID string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.typing[channelID].times
}
