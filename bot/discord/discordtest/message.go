package discordtest

import (
	"encoding/json"
	"time"
)

// Flags of a message.
const (
	SuppressEmbeds = 1 << 2
	Ephemeral      = 1 << 6
	loadingFlag    = 1 << 7
	Silent         = 1 << 12
	ComponentsV2   = 1 << 15
)

// Message is a message as it stood at one moment.
type Message struct {
	ID, ChannelID, GuildID string
	Author                 User
	// Command is the name of the command that the message answers, and Invoker who used it; empty if it
	// answers none.
	Command     string
	CommandType CommandType
	Invoker     User
	Content     string
	Embeds      []Embed
	// Components are as they were sent; nil if there are none.
	Components json.RawMessage
	// AllowedMentions are as they were sent last; nil if they were not.
	AllowedMentions json.RawMessage
	// MessageReference is as it was sent; nil if the message is no reply.
	MessageReference json.RawMessage
	// Flags are Ephemeral and the others.
	Flags int
	// Pings are whom the message notifies.
	Pings Pings
	// Files are the files sent along.
	Files           []Attachment
	Created, Edited time.Time // on Discord's clock; Edited is zero if it was not
	Deleted         bool
	// Changed says that a client marks the message as edited. To fill in what the bot "is thinking" about is no change.
	Changed bool
	// Loading says that the bot "is thinking".
	Loading bool
	// ReplyTo is the message that this one replies to, or whose component it answers, with its author, text and embeds alone; nil
	// if there is none, or it is deleted.
	ReplyTo *Message
	// Raw is the message as Discord shows it to its author.
	Raw json.RawMessage
}

// Ephemeral reports whether only the person who asked sees the message.
func (m Message) Ephemeral() bool { return m.Flags&Ephemeral != 0 }

// message is the state of a message; s.mu guards it.
type message struct {
	s               *Server
	id              string
	channel         Channel
	author          User
	content, nonce  string
	embeds          []any
	components      []any
	allowed         any
	reference       map[string]any
	starter         bool // the first message of a thread, which stands for the one that the thread was started from
	flags           int
	files           []attached
	mentions        []string // users that a person's message mentions
	pinged          bool     // the author of the message that it replies to is among them
	interaction     *Interaction
	created, edited time.Time
	changed         bool
	deleted         bool
	revision        int64 // of the server, at the last change
}

// newMessage makes an empty message. s.mu is held.
func (s *Server) newMessage(ch Channel, author User) *message {
	return &message{s: s, id: s.newID(), channel: ch, author: author, created: s.now()}
}

// apply sets what a body of JSON gives; null clears, and what is absent stays.
func (m *message) apply(body map[string]any) {
	for key, v := range body {
		switch key {
		case "content":
			m.content, _ = v.(string)
		case "embeds":
			m.embeds, _ = v.([]any)
		case "components":
			m.components, _ = v.([]any)
		case "allowed_mentions":
			m.allowed = v
		case "flags":
			m.flags = m.flags&(Ephemeral|ComponentsV2) | number(v)
		}
	}
}

// public is the message as tests see it. s.mu is held.
func (m *message) public() Message {
	p := Message{
		ID: m.id, ChannelID: m.channel.ID, GuildID: m.channel.GuildID, Author: m.author,
		Content: m.content, Flags: m.flags, Pings: m.pings(),
		Created: m.created, Edited: m.edited, Changed: m.changed, Deleted: m.deleted, Loading: m.flags&loadingFlag != 0,
		Raw: mustJSON(m.wire(true)),
	}
	for _, f := range m.files {
		p.Files = append(p.Files, f.public())
	}
	if to := m.above(); to != nil {
		p.ReplyTo = &Message{ID: to.id, Author: to.author, Content: to.content, Flags: to.flags, Embeds: to.boxes()}
	}
	if m.interaction != nil {
		p.Command, p.CommandType, p.Invoker = m.interaction.command, m.interaction.commandType, m.interaction.user
	}
	p.Embeds = m.boxes()
	if len(m.components) > 0 {
		p.Components = mustJSON(m.components)
	}
	if m.allowed != nil {
		p.AllowedMentions = mustJSON(m.allowed)
	}
	if m.reference != nil {
		p.MessageReference = mustJSON(m.reference)
	}
	return p
}

// boxes are the embeds; nil if there are none.
func (m *message) boxes() (out []Embed) {
	if len(m.embeds) > 0 {
		// The body was checked before it was applied: whatever is not of Embed's types was refused.
		json.Unmarshal(mustJSON(m.embeds), &out)
	}
	return out
}

// above is the message that a client shows above m; nil if there is none. s.mu is held.
func (m *message) above() *message {
	if m.interaction != nil && m.interaction.under != nil {
		return m.s.message("", m.interaction.under.id)
	}
	return m.s.message("", m.referenceID())
}

// wire is the message in Discord's JSON; without its content if the bot may not read that. s.mu is held.
func (m *message) wire(readable bool) map[string]any {
	w := map[string]any{
		"id": m.id, "type": 0, "channel_id": m.channel.ID, "author": m.author.wire(),
		"content": "", "embeds": []any{}, "components": []any{}, "attachments": []any{},
		"mentions": m.s.users(m.mentions), "mention_roles": []any{}, "mention_everyone": false,
		"timestamp": stamp(m.created), "edited_timestamp": nil, "flags": m.flags, "tts": false, "pinned": false,
	}
	if !m.edited.IsZero() {
		w["edited_timestamp"] = stamp(m.edited)
	}
	if readable {
		w["content"], w["embeds"], w["components"] = m.content, richEmbeds(m.embeds), list(m.components)
		w["attachments"] = attachmentWires(m.files)
	}
	if m.reference != nil {
		w["type"], w["message_reference"] = 19, m.reference
	}
	if m.starter {
		w["type"] = 21
	}
	if m.interaction != nil {
		w["type"], w["application_id"], w["webhook_id"] = m.interaction.messageType(), botID, botID
		w["interaction_metadata"] = map[string]any{"id": m.interaction.id, "type": m.interaction.kind, "user": m.interaction.user.wire()}
	}
	return w
}

// whole is wire with the message that m refers to, null if that is deleted, each with its content if the bot may read
// it; intent says that it may read all. s.mu is held.
func (m *message) whole(intent bool) map[string]any {
	w := m.wire(m.readable(intent))
	if m.reference != nil {
		w["referenced_message"] = nil
		if to := m.s.message("", m.referenceID()); to != nil {
			w["referenced_message"] = to.wire(to.readable(intent))
		}
	}
	return w
}

// richEmbeds are embeds as Discord gives them back.
func richEmbeds(embeds []any) []any {
	out := make([]any, len(embeds))
	for i, e := range embeds {
		rich := map[string]any{"type": "rich"}
		object, _ := e.(map[string]any)
		for k, v := range object {
			if v != nil {
				rich[k] = v
			}
		}
		out[i] = rich
	}
	return out
}

// list makes an absent list an empty one.
func list(v []any) []any {
	if v == nil {
		return []any{}
	}
	return v
}

// stamp writes a time as Discord does.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000-07:00") }

// number is a whole number, of JSON or of Go; 0 for anything else.
func number(v any) int {
	if i, ok := v.(int); ok {
		return i
	}
	n, _ := v.(json.Number)
	i, _ := n.Int64()
	return int(i)
}

// mustJSON writes what this package made itself, or read as JSON before.
func mustJSON(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}
