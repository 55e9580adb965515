package discord

import (
	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// The commands and their options, by the names that users see.
const (
	askCommand   = "ask"
	quoteCommand = "quote"
	saidCommand  = "said"
	checkCommand = "check"
	checkMessage = "Check quotes" // on a message

	questionOption = "question"
	outletOption   = "outlet"
	fromOption     = "from"
	toOption       = "to"
	onlyMeOption   = "only_me"
	textOption     = "text"
	speakerOption  = "speaker"
	publicOption   = "public"
	aboutOption    = "about"
	draftOption    = "draft"
)

// maxTyped is the longest text that Discord lets people type into an option.
const maxTyped = 6000

// commands are what one can use.
func commands() []command {
	text, yes := discordgo.ApplicationCommandOptionString, discordgo.ApplicationCommandOptionBoolean
	public := commandOption{Type: yes, Name: publicOption, Description: textPublicDescription}
	return []command{{
		Type:        discordgo.ChatApplicationCommand,
		Name:        askCommand,
		Description: textAskDescription,
		Options: []commandOption{
			{Type: text, Name: questionOption, Description: textQuestionDescription, Required: true, MaxLength: bot.MaxQuestion},
			{Type: text, Name: outletOption, Description: textOutletDescription, MaxLength: 100},
			{Type: text, Name: fromOption, Description: textFromDescription, MaxLength: 40},
			{Type: text, Name: toOption, Description: textToDescription, MaxLength: 40},
			{Type: yes, Name: onlyMeOption, Description: textOnlyMeDescription},
		},
	}, {
		Type:        discordgo.ChatApplicationCommand,
		Name:        quoteCommand,
		Description: textQuoteDescription,
		Options: []commandOption{
			{Type: text, Name: textOption, Description: textTextDescription, Required: true, MaxLength: maxTyped},
			{Type: text, Name: speakerOption, Description: textClaimedDescription, MaxLength: maxSpeaker, Autocomplete: true},
			public,
		},
	}, {
		Type:        discordgo.ChatApplicationCommand,
		Name:        saidCommand,
		Description: textSaidDescription,
		Options: []commandOption{
			{Type: text, Name: speakerOption, Description: textWhoDescription, Required: true, MaxLength: bot.MaxName, Autocomplete: true},
			{Type: text, Name: aboutOption, Description: textAboutDescription, MaxLength: 200},
			{Type: text, Name: fromOption, Description: textFromDescription, MaxLength: 40},
			{Type: text, Name: toOption, Description: textToDescription, MaxLength: 40},
			public,
		},
	}, {
		Type:        discordgo.ChatApplicationCommand,
		Name:        checkCommand,
		Description: textCheckDescription,
		Options: []commandOption{
			{Type: discordgo.ApplicationCommandOptionAttachment, Name: draftOption, Description: textDraftDescription, Required: true},
			public,
		},
	}, {
		Type: discordgo.MessageApplicationCommand,
		Name: checkMessage,
	}}
}

// globalCommands can be used in servers and, unless channels are named, in direct messages to the bot.
func globalCommands(o Options) []command {
	cs := commands()
	for i := range cs {
		cs[i].IntegrationTypes = []discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
		cs[i].Contexts = []discordgo.InteractionContextType{discordgo.InteractionContextGuild}
		if len(o.Channels) == 0 {
			cs[i].Contexts = append(cs[i].Contexts, discordgo.InteractionContextBotDM)
		}
	}
	return cs
}
