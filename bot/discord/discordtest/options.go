package discordtest

import (
	"os"
	"slices"
	"time"
)

// What is there unless Options say otherwise: one guild with a text channel and a thread in it, a direct
// message channel, and the person who does things where no user is named.
const (
	GuildID   = "100"
	ChannelID = "200"
	ThreadID  = "201"
	DMID      = "300"
	UserID    = "400"
)

const botID = "900000000000000001"

// Options are how a Discord is set up. The zero value is the default guild, its channels and one DM.
type Options struct {
	// Token is the one that is accepted; empty means "test-token".
	Token string
	// Schema is the path of Discord's openapi.json. Empty means what the environment has in SchemaVariable; if that is empty
	// too only the double's own checks are made.
	Schema string
	// Guilds that the bot is in; empty means one, with ID GuildID.
	Guilds []Guild
	// Channels in the guilds, and direct messages; empty means ChannelID, ThreadID and DMID.
	Channels []Channel
	// Users gives names and roles to IDs. Any other ID that acts has a name made up for it.
	Users []User
	// Roles are those of every guild, besides @everyone.
	Roles []Role
	// MessageContent says that the application may ask for the privileged intent of that name. Without it,
	// asking ends the connection with 4014.
	MessageContent bool
	// Heartbeat is the interval that HELLO asks for; 0 means 41.25 s, as Discord's.
	Heartbeat time.Duration
	// Start is the fake clock's first time; zero means the present, so that a bot that reads the age of an
	// ID off it finds it new.
	Start time.Time
	// Clock is asked for the time in place of the fake clock; time.Now suits a program. Advance is added to it.
	Clock func() time.Time
	// Keep bounds what is kept, so that a long run stays small: so many REST requests, events of a session for
	// RESUME, messages a channel, files and interactions, or up to twice that. 0 keeps all.
	Keep int
	// Patience is how long an Await or Reply waits, in real time, before it fails the test; 0 means 10 s.
	Patience time.Duration
}

// Guild is what Discord's users call a server.
type Guild struct {
	ID, Name string
}

// ChannelType is Discord's number for a kind of channel.
type ChannelType int

const (
	TextChannel  ChannelType = 0
	DM           ChannelType = 1
	PublicThread ChannelType = 11
)

// Channel is where messages are.
type Channel struct {
	ID   string
	Type ChannelType
	// GuildID is empty for a DM.
	GuildID string
	// ParentID is the channel that a thread is in.
	ParentID string
	Name     string
	// Recipient is the other person in a DM; empty means UserID.
	Recipient string
	// Foreign says that the bot is not in the channel, or its guild: it hears nothing of it and cannot write there, and people
	// there use those commands alone that they have installed for themselves. A foreign DM is one among people.
	Foreign bool
}

// User is a person or a bot.
type User struct {
	ID, Name string
	Bot      bool
	// Roles are the IDs of those that the user has in every guild.
	Roles []string
	// Admin says that the user may manage every guild.
	Admin bool
}

// Role is what people of a guild are.
type Role struct {
	ID, Name string
}

// SchemaVariable is the environment variable that has every double hold requests against Discord's openapi.json.
const SchemaVariable = "DISCORD_OPENAPI"

func (o Options) withDefaults() Options {
	if o.Schema == "" {
		o.Schema = os.Getenv(SchemaVariable)
	}
	if o.Token == "" {
		o.Token = "test-token"
	}
	if len(o.Guilds) == 0 {
		o.Guilds = []Guild{{GuildID, "The Harbour Gazette"}}
	}
	if len(o.Channels) == 0 {
		o.Channels = []Channel{
			{ID: ChannelID, GuildID: o.Guilds[0].ID, Name: "newsroom"},
			{ID: ThreadID, Type: PublicThread, GuildID: o.Guilds[0].ID, ParentID: ChannelID, Name: "ferry story"},
			{ID: DMID, Type: DM},
		}
	}
	if o.Heartbeat == 0 {
		o.Heartbeat = 41250 * time.Millisecond
	}
	if o.Start.IsZero() {
		o.Start = time.Now()
	}
	if o.Clock == nil {
		o.Clock = func() time.Time { return o.Start }
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Second
	}
	return o
}

// channel finds a channel; ok is false if there is none.
func (o Options) channel(id string) (c Channel, ok bool) {
	i := slices.IndexFunc(o.Channels, func(c Channel) bool { return c.ID == id })
	if i < 0 {
		return Channel{}, false
	}
	c = o.Channels[i]
	if c.Type == DM && c.Recipient == "" {
		c.Recipient = UserID
	}
	return c, true
}

// user finds a user, or makes one up for an ID that the options do not name. Empty means UserID.
func (o Options) user(id string) User {
	switch id {
	case "":
		id = UserID
	case botID:
		return User{ID: botID, Name: "copydesk", Bot: true}
	}
	for _, u := range o.Users {
		if u.ID == id {
			return u
		}
	}
	if id == UserID {
		return User{ID: UserID, Name: "Maren Oyelaran"}
	}
	return User{ID: id, Name: "user-" + id}
}
