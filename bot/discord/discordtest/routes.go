package discordtest

import "net/http"

// The routes that a Fault can name.
const (
	RouteCallback           = "POST /interactions/{interaction}/{token}/callback"
	RouteFollowUp           = "POST /webhooks/{app}/{token}"
	RouteGetReply           = "GET /webhooks/{app}/{token}/messages/{message}"
	RouteEditReply          = "PATCH /webhooks/{app}/{token}/messages/{message}"
	RouteDeleteReply        = "DELETE /webhooks/{app}/{token}/messages/{message}"
	RouteCreateMessage      = "POST /channels/{channel}/messages"
	RouteEditMessage        = "PATCH /channels/{channel}/messages/{message}"
	RouteDeleteMessage      = "DELETE /channels/{channel}/messages/{message}"
	RouteGetMessage         = "GET /channels/{channel}/messages/{message}"
	RouteGetChannel         = "GET /channels/{channel}"
	RouteAttachment         = "GET /attachments/{channel}/{attachment}/{name}" // of the content network
	RouteTyping             = "POST /channels/{channel}/typing"
	RouteGateway            = "GET /gateway"
	RouteGatewayBot         = "GET /gateway/bot"
	RouteMe                 = "GET /users/@me"
	RouteCreateDM           = "POST /users/@me/channels"
	RouteCommands           = "PUT /applications/{app}/commands"
	RouteGuildCommands      = "PUT /applications/{app}/guilds/{guild}/commands"
	RouteCreateCommand      = "POST /applications/{app}/commands"
	RouteListMessages       = "GET /channels/{channel}/messages"
	RouteApplication        = "GET /applications/@me"
	RouteOAuthApplication   = "GET /oauth2/applications/@me"
	RouteGetGuild           = "GET /guilds/{guild}"
	RouteGetUser            = "GET /users/{user}"
	RouteListCommands       = "GET /applications/{app}/commands"
	RouteListGuildCommands  = "GET /applications/{app}/guilds/{guild}/commands"
	RouteCreateGuildCommand = "POST /applications/{app}/guilds/{guild}/commands"
	RouteGetCommand         = "GET /applications/{app}/commands/{command}"
	RouteEditCommand        = "PATCH /applications/{app}/commands/{command}"
	RouteDeleteCommand      = "DELETE /applications/{app}/commands/{command}"
	RouteGetGuildCommand    = "GET /applications/{app}/guilds/{guild}/commands/{command}"
	RouteEditGuildCommand   = "PATCH /applications/{app}/guilds/{guild}/commands/{command}"
	RouteDeleteGuildCommand = "DELETE /applications/{app}/guilds/{guild}/commands/{command}"
)

// routes is what REST knows. Interaction tokens are their own authorisation; GET /gateway needs none.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for route, do := range map[string]func(*call) response{
		RouteCallback: s.callback, RouteFollowUp: s.followUp,
		RouteGetReply: s.getReply, RouteEditReply: s.editReply, RouteDeleteReply: s.deleteReply,
		RouteGateway: s.getGateway, RouteAttachment: s.getAttachment,
	} {
		mux.HandleFunc(route, s.handle(route, true, do))
	}
	for route, do := range map[string]func(*call) response{
		RouteCreateMessage: s.createMessage, RouteEditMessage: s.editMessage, RouteDeleteMessage: s.deleteMessage,
		RouteGetMessage: s.getMessage, RouteListMessages: s.listMessages,
		RouteGetChannel: s.getChannel, RouteTyping: s.startTyping, RouteCreateDM: s.createDM,
		RouteGatewayBot: s.getGatewayBot, RouteMe: s.me, RouteGetUser: s.getUser, RouteGetGuild: s.getGuild,
		RouteApplication: s.getApplication, RouteOAuthApplication: s.getApplication,
		RouteCommands: s.putCommands, RouteGuildCommands: s.putCommands,
		RouteCreateCommand: s.createCommand, RouteCreateGuildCommand: s.createCommand,
		RouteListCommands: s.listCommands, RouteListGuildCommands: s.listCommands,
		RouteGetCommand: s.getCommand, RouteGetGuildCommand: s.getCommand,
		RouteEditCommand: s.patchCommand, RouteEditGuildCommand: s.patchCommand,
		RouteDeleteCommand: s.dropCommand, RouteDeleteGuildCommand: s.dropCommand,
	} {
		mux.HandleFunc(route, s.handle(route, false, do))
	}
	mux.HandleFunc("/", s.unknownRoute)
	return mux
}
