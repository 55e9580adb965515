package discord

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// The events are read from their JSON, each field that is used and no other: discordgo drops a whole message
// for one component that it does not know.

// readyEvent says who the bot is.
type readyEvent struct {
	User        user `json:"user"`
	Application struct {
		ID string `json:"id"`
	} `json:"application"`
}

type user struct {
	ID         string `json:"id"`
	Bot        bool   `json:"bot"`
	Username   string `json:"username"`
	GlobalName string `json:"global_name"`
}

// name is the one that people see.
func (u user) name() string {
	if u.GlobalName != "" {
		return u.GlobalName
	}
	return u.Username
}

// channel is a channel as events and REST give it.
type channel struct {
	ID       string `json:"id"`
	Type     int    `json:"type"`
	ParentID string `json:"parent_id"`
}

// Types of channel that are threads: of announcements, public, private.
const (
	newsThread    = 10
	publicThread  = 11
	privateThread = 12
)

// home is the channel that c is in if c is a thread, and c itself if not.
func (c channel) home() string {
	switch c.Type {
	case newsThread, publicThread, privateThread:
		return c.ParentID
	}
	return c.ID
}

// messageEvent is a message that somebody wrote.
type messageEvent struct {
	ID        string `json:"id"`
	Flags     int    `json:"flags"`
	Edited    string `json:"edited_timestamp"` // when; empty if it was not
	Member    member `json:"member"`           // of the author, in servers
	Type      int    `json:"type"`
	GuildID   string `json:"guild_id"`
	ChannelID string `json:"channel_id"`
	WebhookID string `json:"webhook_id"`
	Content   string `json:"content"`
	Author    user   `json:"author"`
	Mentions  []user `json:"mentions"`
	Reference struct {
		MessageID string `json:"message_id"`
		ChannelID string `json:"channel_id"`
	} `json:"message_reference"`
	// Referenced is the message that a reply answers or a thread was started from; nil if it is deleted.
	Referenced *messageEvent `json:"referenced_message"`

	raw json.RawMessage // the event as it came
	// again says that the bot was killed while it answered the message, givenUp that this was once too often.
	again, givenUp bool
}

// member is what a server knows of a user.
type member struct {
	User        user     `json:"user"`
	Roles       []string `json:"roles"`
	Permissions string   `json:"permissions"` // in the channel, a number; of interactions only
}

// private reports whether one person alone sees the message.
func (m messageEvent) private() bool { return m.Flags&int(discordgo.MessageFlagsEphemeral) != 0 }

// asker is who wrote the message.
func (m messageEvent) asker() asker {
	return asker{guild: m.GuildID, channel: m.ChannelID, user: m.Author.ID, roles: m.Member.Roles}
}

// deletionEvent is of one message or of several.
type deletionEvent struct {
	ID  string   `json:"id"`
	IDs []string `json:"ids"`
}

// Types of message that people write, and what Discord puts first in a thread that was started from a message.
const (
	plainMessage  = 0
	replyMessage  = 19
	threadStarter = 21
)

// repliesTo reports whether the message is a reply to one of the user with the ID.
func (m messageEvent) repliesTo(id string) bool {
	return m.Type == replyMessage && m.Referenced != nil && m.Referenced.Author.ID == id
}

// question is what the message asks the bot whose ID is self; ok is false if it asks nothing: written by a bot
// or a webhook, by Discord itself, or, outside direct messages, without naming the bot, unless it replies to the bot and
// reads like a question. The name of the bot is left out of the text, those of other people stand for their mentions.
func (m messageEvent) question(self string) (text string, ok bool) {
	if m.Author.ID == "" || m.Author.Bot || m.Author.ID == self || m.WebhookID != "" || m.Type != plainMessage && m.Type != replyMessage {
		return "", false
	}
	own := strings.NewReplacer("<@"+self+">", " ", "<@!"+self+">", " ")
	text = own.Replace(m.Content)
	if m.GuildID != "" && text == m.Content && !(m.repliesTo(self) && questioning(text)) {
		return "", false
	}
	for _, u := range m.Mentions {
		text = strings.NewReplacer("<@"+u.ID+">", u.name(), "<@!"+u.ID+">", u.name()).Replace(text)
	}
	return strings.TrimSpace(text), true
}

// openers are the words with which people begin a question that has no question mark.
var openers = strings.Fields(`who whom whose what which when where why how and did does do is are was were has have had can
	could will would should wer wen wem was wann wo warum wie und`)

// questioning tells a question from a word of thanks.
func questioning(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return strings.Contains(text, "?") || len(words) > 1 && slices.Contains(openers, words[0])
}

// interactionEvent is a command, a button, a menu or a form that somebody used, or an option that they type.
type interactionEvent struct {
	ID        string  `json:"id"`
	AppID     string  `json:"application_id"`
	Type      int     `json:"type"`
	Token     string  `json:"token"`
	GuildID   string  `json:"guild_id"`
	ChannelID string  `json:"channel_id"`
	Channel   channel `json:"channel"`
	Data      struct {
		Name    string   `json:"name"`
		Options []option `json:"options"`
		// TargetID is the message that a message command is used on.
		TargetID string `json:"target_id"`
		// CustomID is that of the button, menu or form, and Values what was chosen in a menu.
		CustomID string   `json:"custom_id"`
		Values   []string `json:"values"`
		// Components are the fields of a form.
		Components []formField `json:"components"`
		// Resolved are what IDs in the options, and TargetID, stand for.
		Resolved struct {
			Messages    map[string]messageEvent `json:"messages"`
			Attachments map[string]attachment   `json:"attachments"`
		} `json:"resolved"`
	} `json:"data"`
	Member member `json:"member"`
	Sender user   `json:"user"` // in direct messages, in Member's place
	// Message is the one that the button or menu is below.
	Message messageEvent `json:"message"`

	raw json.RawMessage // the event as it came
}

// formField is a field of a form, within a label or a row.
type formField struct {
	CustomID   string      `json:"custom_id"`
	Value      string      `json:"value"`
	Values     []string    `json:"values"`
	Component  *formField  `json:"component"`
	Components []formField `json:"components"`
}

// field is what was filled in or chosen in the field with the ID; empty if nothing was.
func (i interactionEvent) field(id string) string {
	return formField{Components: i.Data.Components}.find(id)
}

func (f formField) find(id string) string {
	if f.CustomID == id {
		return f.Value + strings.Join(f.Values, "")
	}
	inner := f.Components
	if f.Component != nil {
		inner = append(inner[:len(inner):len(inner)], *f.Component)
	}
	for _, c := range inner {
		if v := c.find(id); v != "" {
			return v
		}
	}
	return ""
}

// Types of interaction that copydesk tells apart.
const (
	pingInteraction         = 1
	commandInteraction      = 2
	componentInteraction    = 3
	autocompleteInteraction = 4
	formInteraction         = 5
)

// user is who did it.
func (i interactionEvent) user() user {
	if i.Member.User.ID != "" {
		return i.Member.User
	}
	return i.Sender
}

func (i interactionEvent) userID() string { return i.user().ID }

// asker is who did it, and where.
func (i interactionEvent) asker() asker {
	permissions, _ := strconv.ParseInt(i.Member.Permissions, 10, 64) // of whoever has none, 0
	return asker{guild: i.GuildID, channel: i.ChannelID, user: i.userID(), roles: i.Member.Roles, permissions: permissions}
}

// attachment is a file that somebody sent.
type attachment struct {
	Name string `json:"filename"`
	Size int64  `json:"size"` // in bytes
	URL  string `json:"url"`
}

// option is one option of a command, as far as it is filled in.
type option struct {
	Name  string          `json:"name"`
	Value json.RawMessage `json:"value"`
	// Focused says that it is being typed.
	Focused bool `json:"focused"`
}

// text is the value of the option named; empty if it is not given or no text.
func (i interactionEvent) text(name string) string {
	var s string
	i.value(name, &s)
	return s
}

// focused is the name of the option that is being typed; empty if none is.
func (i interactionEvent) focused() string {
	for _, o := range i.Data.Options {
		if o.Focused {
			return o.Name
		}
	}
	return ""
}

// flag is the value of the option named; false if it is not given.
func (i interactionEvent) flag(name string) bool {
	var b bool
	i.value(name, &b)
	return b
}

func (i interactionEvent) value(name string, to any) {
	for _, o := range i.Data.Options {
		if o.Name == name {
			_ = json.Unmarshal(o.Value, to) // of another type it stays zero
		}
	}
}
