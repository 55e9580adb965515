package discordtest

import "net/http"

// The routes that a Fault can name.
const (
	RouteCallback       = "POST /interactions/{interaction}/{token}/callback"
	RouteFollowUp       = "POST /webhooks/{app}/{token}"
	RouteGetReply       = "GET /webhooks/{app}/{token}/messages/{message}"
	RouteEditReply      = "PATCH /webhooks/{app}/{token}/messages/{message}"
	RouteDeleteReply    = "DELETE /webhooks/{app}/{token}/messages/{message}"
	RouteCreateMessage  = "POST /channels/{channel}/messages"
	RouteEditMessage    = "PATCH /channels/{channel}/messages/{message}"
	RouteDeleteMessage  = "DELETE /channels/{channel}/messages/{message}"
	RouteGetMessage     = "GET /channels/{channel}/messages/{message}"
	RouteGetChannel     = "GET /channels/{channel}"
	RouteTyping         = "POST /channels/{channel}/typing"
	RouteGateway        = "GET /gateway"
	RouteGatewayBot     = "GET /gateway/bot"
	RouteMe             = "GET /users/@me"
	RouteCreateDM       = "POST /users/@me/channels"
	RouteCommands       = "PUT /applications/{app}/commands"
	RouteGuildCommands  = "PUT /applications/{app}/guilds/{guild}/commands"
	RouteCreateCommand  = "POST /applications/{app}/commands"
	routeListMessages   = "GET /channels/{channel}/messages"
	routeApplication    = "GET /applications/@me"
	routeOAuth          = "GET /oauth2/applications/@me"
	routeGuild          = "GET /guilds/{guild}"
	routeUser           = "GET /users/{user}"
	routeListCommands   = "GET /applications/{app}/commands"
	routeGuildList      = "GET /applications/{app}/guilds/{guild}/commands"
	routeGuildCreate    = "POST /applications/{app}/guilds/{guild}/commands"
	routeGetCommand     = "GET /applications/{app}/commands/{command}"
	routePatchCommand   = "PATCH /applications/{app}/commands/{command}"
	routeDropCommand    = "DELETE /applications/{app}/commands/{command}"
	routeGuildGet       = "GET /applications/{app}/guilds/{guild}/commands/{command}"
	routeGuildPatch     = "PATCH /applications/{app}/guilds/{guild}/commands/{command}"
	routeGuildDrop      = "DELETE /applications/{app}/guilds/{guild}/commands/{command}"
	routeEverythingElse = "/"
)

// routes is what REST knows. Interaction tokens are their own authorisation; GET /gateway needs none.
func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for route, do := range map[string]func(*call) response{
		RouteCallback: s.callback, RouteFollowUp: s.followUp,
		RouteGetReply: s.getReply, RouteEditReply: s.editReply, RouteDeleteReply: s.deleteReply,
		RouteGateway: s.getGateway,
	} {
		mux.HandleFunc(route, s.handle(route, true, do))
	}
	for route, do := range map[string]func(*call) response{
		RouteCreateMessage: s.createMessage, RouteEditMessage: s.editMessage, RouteDeleteMessage: s.deleteMessage,
		RouteGetMessage: s.getMessage, routeListMessages: s.listMessages,
		RouteGetChannel: s.getChannel, RouteTyping: s.startTyping, RouteCreateDM: s.createDM,
		RouteGatewayBot: s.getGatewayBot, RouteMe: s.me, routeUser: s.getUser, routeGuild: s.getGuild,
		routeApplication: s.getApplication, routeOAuth: s.getApplication,
		RouteCommands: s.putCommands, RouteGuildCommands: s.putCommands,
		RouteCreateCommand: s.createCommand, routeGuildCreate: s.createCommand,
		routeListCommands: s.listCommands, routeGuildList: s.listCommands,
		routeGetCommand: s.getCommand, routeGuildGet: s.getCommand,
		routePatchCommand: s.patchCommand, routeGuildPatch: s.patchCommand,
		routeDropCommand: s.dropCommand, routeGuildDrop: s.dropCommand,
	} {
		mux.HandleFunc(route, s.handle(route, false, do))
	}
	mux.HandleFunc(routeEverythingElse, s.unknownRoute)
	return mux
}
