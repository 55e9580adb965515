package discord

import (
	"net/url"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// permissions are the least with which the bot answers in a server. Its commands need none, nor does changing or
// deleting its own messages.
const permissions = discordgo.PermissionViewChannel | // to see that it is mentioned, and in which channel
	discordgo.PermissionSendMessages | // to reply to a mention in a channel
	discordgo.PermissionSendMessagesInThreads | // and in a thread
	discordgo.PermissionEmbedLinks | // passages are shown as embeds
	discordgo.PermissionReadMessageHistory // to reply to a message, and to read the question before a follow-up

// Invitation is how the bot is added.
type Invitation struct {
	// Server is the link by which whoever manages a server adds the bot to it, with the permissions that it needs.
	Server string
	// User is the link by which anybody adds the bot's commands to their own account, to use them in every server and
	// in direct messages. Empty where the options name servers or channels: it would answer nobody's there.
	User string
}

// invitation is that of the application with the ID.
func (o Options) invitation(app string) Invitation {
	in := Invitation{Server: authorize(url.Values{
		"client_id": {app}, "scope": {"bot applications.commands"}, "permissions": {strconv.Itoa(permissions)},
	})}
	if o.everywhere() {
		in.User = authorize(url.Values{"client_id": {app}, "scope": {"applications.commands"}, "integration_type": {"1"}})
	}
	return in
}

// authorize is the page on which Discord asks whether an application is to be let in
// (https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow).
func authorize(query url.Values) string {
	return "https://discord.com/oauth2/authorize?" + query.Encode()
}
