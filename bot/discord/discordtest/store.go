package discordtest

import (
	"slices"
	"time"
)

// typing is how often the bot has shown in a channel that it is typing, and when last.
type typing struct {
	times int
	last  time.Time
}

// latest is a list without its first items if there are more than most; 0 is any number. Twice as many are let
// come together before, so that a long run copies little.
func latest[E any](list []E, most int) []E {
	if most == 0 || len(list) <= 2*most {
		return list
	}
	return slices.Clone(list[len(list)-most:])
}

// remember adds a message to those of its channel, of which Options.Keep are kept. s.mu is held.
func (s *Server) remember(m *message) {
	all := append(s.written[m.channel.ID], m)
	kept := latest(all, s.o.Keep)
	for _, old := range all[:len(all)-len(kept)] {
		delete(s.messages, old.id)
		if s.nonces[old.nonce] == old {
			delete(s.nonces, old.nonce)
		}
	}
	s.written[m.channel.ID], s.messages[m.id] = kept, m
	if m.author.ID == botID {
		s.typing[m.channel.ID] = typing{times: s.typing[m.channel.ID].times}
	}
	if m.nonce != "" {
		s.nonces[m.nonce] = m
	}
}

// touch notes that a message has changed. s.mu is held.
func (s *Server) touch(m *message) {
	s.notify()
	m.revision = s.revision
}

// Seen are the messages of a channel that a user sees, oldest first, of those that have changed since a revision (see
// Changed); 0 means all. Those deleted since are among them.
func (s *Server) Seen(userID, channelID string, since int64) []Message {
	u := s.o.user(userID)
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	for _, m := range s.written[channelID] {
		if m.revision > since && m.visible(u) && (since > 0 || !m.deleted) {
			out = append(out, m.public())
		}
	}
	return out
}

// TypingSince is when the bot last showed in a channel that it is typing; zero if it never did, or has written there since.
func (s *Server) TypingSince(channelID string) time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.typing[channelID].last
}

// tokenOf is the token of the interaction with an ID.
func tokenOf(id string) string { return "interaction-token-" + id }

// expect adds an interaction to those that the bot may answer, of which Options.Keep are kept. s.mu is held.
func (s *Server) expect(i *Interaction) {
	all := append(s.interactions, i)
	s.interactions = latest(all, s.o.Keep)
	for _, old := range all[:len(all)-len(s.interactions)] {
		delete(s.tokens, old.token)
	}
	s.tokens[i.token] = i
}
