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
	m.content, m.components = u.Content, u.Components
	if to := s.message(ch.ID, u.ReplyTo); to != nil {
		m.reference = map[string]any{"message_id": to.id, "channel_id": ch.ID}
		if !u.NoPing {
			m.mentions = append(m.mentions, to.author.ID)
		}
	} else if u.ReplyTo != "" {
		s.t.Errorf("discordtest: say in %s: no message %s to reply to", ch.ID, u.ReplyTo)
	}
	for _, found := range userMention.FindAllStringSubmatch(u.Content, -1) {
		if !slices.Contains(m.mentions, found[1]) {
			m.mentions = append(m.mentions, found[1])
		}
	}
	s.post(m)
	return m.id
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
		for _, m := range s.messages {
			if m.channel.ID != channelID || m.author.ID != botID || m.flags&(Ephemeral|loadingFlag) != 0 {
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
	for _, m := range s.messages {
		if m.id == id {
			return m.public(), true
		}
	}
	return Message{}, false
}
