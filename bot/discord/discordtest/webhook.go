package discordtest

import "net/http"

// followUp sends another message. The first one after a deferral takes the place of "is thinking", and is as
// ephemeral as the deferral was.
func (s *Server) followUp(c *call) response {
	i, bad := s.webhook(c)
	if bad != nil {
		return *bad
	}
	body, bad := s.form(c, checkFollowUp)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if i.loading {
		delete(body, "flags")
		return i.change(c, i.original, body, FollowedUp)
	}
	m := s.newMessage(i.channel, s.o.user(botID))
	m.interaction, m.files = i, s.keepFiles(i.channel, c.files)
	m.apply(body)
	i.followUps = append(i.followUps, m)
	i.shown(FollowedUp, m)
	s.post(m)
	return response{status: http.StatusOK, body: m.wire(true)}
}

// change edits m, which ends its loading. s.mu is held.
func (i *Interaction) change(c *call, m *message, body map[string]any, kind EventKind) response {
	resp := i.s.edit(c, m, body)
	if resp.status != http.StatusOK {
		return resp
	}
	if m == i.original {
		i.loading = false
	}
	i.shown(kind, m)
	return resp
}

// replyIn finds the reply or follow-up that the path names. s.mu is held.
func (i *Interaction) replyIn(c *call) *message {
	id := c.PathValue("message")
	for _, m := range append([]*message{i.original}, i.followUps...) {
		if m != nil && !m.deleted && (m.id == id || id == "@original" && m == i.original) {
			return m
		}
	}
	return nil
}

func (s *Server) getReply(c *call) response {
	i, bad := s.webhook(c)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := i.replyIn(c)
	if m == nil {
		return unknownMessage
	}
	return response{status: http.StatusOK, body: m.wire(true)}
}

func (s *Server) editReply(c *call) response {
	i, bad := s.webhook(c)
	if bad != nil {
		return *bad
	}
	body, bad := s.form(c, checkReplyEdit)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := i.replyIn(c)
	if m == nil {
		return unknownMessage
	}
	return i.change(c, m, body, Edited)
}

func (s *Server) deleteReply(c *call) response {
	i, bad := s.webhook(c)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := i.replyIn(c)
	if m == nil {
		return unknownMessage
	}
	s.remove(m)
	i.shown(Removed, m)
	return response{status: http.StatusNoContent}
}
