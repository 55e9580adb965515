package discordtest

import (
	"fmt"
	"slices"
)

// UserMessage is what a person writes.
type UserMessage struct {
	// Content is the text; <@ID> in it is a mention.
	Content string
	// ChannelID is where; empty means the default ChannelID.
	ChannelID string
	// UserID is who; empty means the default UserID.
	UserID string
	// ReplyTo is the ID of a message that this one answers, with a ping to its author unless NoPing is set.
	ReplyTo string
	NoPing  bool
	// Files are sent along.
	Files []File
	// Components are those of another bot's message, of whatever types, as JSON.
	Components []any
}

// Say has a person, or another bot, write a message, and returns its ID. The bot is sent the content only in a
// DM, when it is mentioned, or with the Message Content intent.
func (s *Server) Say(u UserMessage) string {
	s.t.Helper()
	if u.ChannelID == "" {
		u.ChannelID = ChannelID
	}
	ch, ok := s.o.channel(u.ChannelID)
	if !ok {
		s.t.Errorf("discordtest: no channel %s", u.ChannelID)
		return ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.newMessage(ch, s.o.user(u.UserID))
	m.content, m.components, m.files = u.Content, u.Components, s.keepFiles(ch, u.Files)
	if to := s.message(ch.ID, u.ReplyTo); to != nil {
		m.reference = map[string]any{"message_id": to.id, "channel_id": ch.ID}
		if m.pinged = !u.NoPing; m.pinged {
			m.mentions = append(m.mentions, to.author.ID)
		}
	} else if u.ReplyTo != "" {
		s.t.Errorf("discordtest: say in %s: no message %s to reply to", ch.ID, u.ReplyTo)
	}
	m.mention()
	s.post(m)
	return m.id
}

// mention adds whom the message's text mentions.
func (m *message) mention() {
	for _, found := range userMention.FindAllStringSubmatch(m.content, -1) {
		if !slices.Contains(m.mentions, found[1]) {
			m.mentions = append(m.mentions, found[1])
		}
	}
}

// Edit has a person change the text of their message. The bot is told, with the text only if it may read the message as it
// is now: a bot that is no longer mentioned is not shown it.
func (s *Server) Edit(id, content string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message("", id)
	if m == nil || m.author.ID == botID {
		s.t.Errorf("discordtest: edit: no person's message %s", id)
		return
	}
	m.content, m.edited, m.changed, m.mentions = content, s.now(), true, nil
	if to := s.message(m.channel.ID, m.referenceID()); to != nil && m.pinged {
		m.mentions = append(m.mentions, to.author.ID)
	}
	m.mention()
	s.dispatchMessage("MESSAGE_UPDATE", m)
	s.touch(m)
}

// Delete has a person delete a message.
func (s *Server) Delete(id string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message("", id)
	if m == nil {
		s.t.Errorf("discordtest: delete: no message %s", id)
		return
	}
	s.remove(m)
}

// Dismiss has a person put away a message that only they see; the bot does not hear of it.
func (s *Server) Dismiss(id string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.message("", id)
	if m == nil || m.flags&Ephemeral == 0 {
		s.t.Errorf("discordtest: dismiss: no private message %s", id)
		return
	}
	m.deleted = true
	s.touch(m)
}

// StartThread has a person start a thread, which is one of the options' channels, from a message: the thread then begins
// with a message of Discord's own that refers to that one.
func (s *Server) StartThread(threadID, messageID string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	thread, ok := s.o.channel(threadID)
	from := s.message(thread.ParentID, messageID)
	if !ok || from == nil {
		s.t.Errorf("discordtest: no thread %s, or no message %s in its channel", threadID, messageID)
		return
	}
	m := s.newMessage(thread, s.o.user(""))
	m.starter = true
	m.reference = map[string]any{"message_id": messageID, "channel_id": thread.ParentID, "guild_id": thread.GuildID}
	s.post(m)
}

// AwaitMessage waits for the n-th message, counted from 1, that the bot wrote in a channel, deleted ones
// included, and returns it as it is now. Answers to interactions count unless they are ephemeral or still loading.
func (s *Server) AwaitMessage(t T, channelID string, n int) Message {
	t.Helper()
	var found Message
	s.await(t, func() string { return fmt.Sprintf("message %d of the bot in channel %s", n, channelID) }, func() bool {
		left := n
		for _, m := range s.written[channelID] {
			if m.author.ID != botID || m.flags&(Ephemeral|loadingFlag) != 0 {
				continue
			}
			if left--; left == 0 {
				found = m.public()
				return true
			}
		}
		return false
	})
	return found
}

// Message returns a message as it is now, deleted or not; ok is false if there never was one.
func (s *Server) Message(id string) (m Message, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m := s.messages[id]; m != nil {
		return m.public(), true
	}
	return Message{}, false
}
