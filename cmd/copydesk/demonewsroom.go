package main

import (
	"time"

	"copydesk/bot/discord/discordpage"
	"copydesk/bot/discord/discordtest"
)

// The newsroom of the demo and all people in it are invented, as is the archive.
const (
	demoReporter = "1401"
	demoEditor   = "1402"
	demoAdmin    = "1403"
	demoGuild    = "1100"
	demoRoom     = "1200" // #newsroom
	demoDesk     = "1201" // #copy-desk
	demoThread   = "1202"
	demoEditors  = "1300" // the role
)

var demoPeople = []string{demoReporter, demoEditor, demoAdmin}

// demoKeeps is how many messages of a channel stay on the page; more than anybody writes in a demo.
const demoKeeps = 500

func demoNewsroom() discordtest.Options {
	o := discordtest.Options{
		Guilds: []discordtest.Guild{{ID: demoGuild, Name: "The Harbour Post"}},
		Channels: []discordtest.Channel{
			{ID: demoRoom, GuildID: demoGuild, Name: "newsroom"},
			{ID: demoThread, Type: discordtest.PublicThread, GuildID: demoGuild, ParentID: demoRoom, Name: "Tarrow bridge"},
			{ID: demoDesk, GuildID: demoGuild, Name: "copy-desk"},
		},
		Users: []discordtest.User{
			{ID: demoReporter, Name: "Juno Hartwick"},
			{ID: demoEditor, Name: "Bram Solvang", Roles: []string{demoEditors}},
			{ID: demoAdmin, Name: "Tobin Reyes", Admin: true},
		},
		Roles: []discordtest.Role{{ID: demoEditors, Name: "Editor"}},
		Clock: time.Now, Keep: demoKeeps,
	}
	for _, id := range demoPeople {
		o.Channels = append(o.Channels, discordtest.Channel{ID: id + "0", Type: discordtest.DM, Recipient: id})
	}
	return o
}

// demoIntros say what to try in each channel.
var demoIntros = map[string]discordpage.Intro{
	demoRoom: {
		Text: "The bot answers from the newsroom's archive, word for word, each passage with its article and who says it. Mention it, or type / for its commands.",
		Tries: []string{
			"@copydesk Who called the Tarrow bridge “a bridge to nowhere”?",
			"@copydesk Who said that nobody hires a barge for the view?",
			"/ask", "/said",
		},
	},
	demoDesk: {
		Text:  "Here editors check quotations before they are printed, so be Bram Solvang (the corner with the name): the menu (⋯) of a message has “Check quotes”, /check takes a document, /quote a single quotation.",
		Tries: []string{"/quote", "/check"},
	},
	demoThread: {
		Text:  "In a thread a question is read with the one before it: ask, then ask “and what did she say about the price?”",
		Tries: []string{"@copydesk What did Maud Ellery-Voss say about the Tarrow bridge?", "@copydesk and what did she say about the price?"},
	},
	demoReporter + "0": demoDirect, demoEditor + "0": demoDirect, demoAdmin + "0": demoDirect,
}

var demoDirect = discordpage.Intro{
	Text:  "Here nobody else reads along. No mention is needed.",
	Tries: []string{"how many litres of waste water leaked from the Ostrand mine"},
}

// demoDraft has one quotation that is right, one with a number changed and one that somebody else said.
const demoDraft = `“In 2023 I called this a bridge to nowhere,” Premier Maud Ellery-Voss said at the opening. In the campaign she had called it “a bridge to nowhere at the price of three hospitals.”

“We have waited for this bridge,” Premier Maud Ellery-Voss said, “since before I was born.”`

// demoGreetings are what has been written before one comes in.
func demoGreetings(double *discordtest.Server) {
	double.Say(discordtest.UserMessage{
		ChannelID: demoDesk, UserID: demoEditor, Content: "Two pars for tonight. Can somebody check the quotes? The file is the same, for /check.\n\n" + demoDraft,
		Files: []discordtest.File{{Name: "bridge.txt", Data: demoDraft + "\n"}},
	})
}
