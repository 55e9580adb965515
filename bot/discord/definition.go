package discord

import (
	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
)

// The commands and their options, by their English names, which events have whatever the user's language.
const (
	askCommand     = "ask"
	quoteCommand   = "quote"
	saidCommand    = "said"
	checkCommand   = "check"
	articleCommand = "article"
	deskCommand    = "desk"
	receiptCommand = "receipt"
	forgetCommand  = "forget-me"
	checkMessage   = "Check quotes"    // on a message
	findMessage    = "Find in archive" // on a message

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
	articleOption  = "article"
	idOption       = "id"
)

// The longest texts that can be typed into options, in characters.
const (
	maxTyped        = 6000 // the most that Discord lets anybody type
	maxTypedOutlet  = 100
	maxTypedDate    = 40
	maxTypedTopic   = 200
	maxTypedArticle = 300
	maxTypedReceipt = 40
)

// commands are what one can use, in all languages.
func commands() []command {
	cs := []command{
		slash(askCommand, textAskDescription,
			required(texts(questionOption, textQuestionDescription, bot.MaxQuestion)),
			suggested(texts(outletOption, textOutletDescription, maxTypedOutlet)),
			fromDay(), toDay(),
			yesOrNo(onlyMeOption, textOnlyMeDescription)),
		slash(quoteCommand, textQuoteDescription,
			required(texts(textOption, textTextDescription, maxTyped)),
			suggested(texts(speakerOption, textClaimedDescription, maxSpeaker)),
			public()),
		slash(saidCommand, textSaidDescription,
			required(suggested(texts(speakerOption, textWhoDescription, bot.MaxName))),
			texts(aboutOption, textAboutDescription, maxTypedTopic),
			fromDay(), toDay(), public()),
		slash(checkCommand, textCheckDescription,
			required(commandOption{Type: discordgo.ApplicationCommandOptionAttachment, Name: draftOption, Description: textDraftDescription}),
			public()),
		slash(articleCommand, textArticleDescription,
			required(suggested(texts(articleOption, textWhichArticleDescription, maxTypedArticle))),
			public()),
		slash(deskCommand, textDeskDescription),
		slash(receiptCommand, textReceiptDescription, required(texts(idOption, textReceiptIDDescription, maxTypedReceipt))),
		slash(forgetCommand, textForgetDescription),
		{Type: discordgo.MessageApplicationCommand, Name: checkMessage},
		{Type: discordgo.MessageApplicationCommand, Name: findMessage},
	}
	localize(cs)
	return cs
}

// slash is a command that is typed.
func slash(name, description string, options ...commandOption) command {
	return command{Type: discordgo.ChatApplicationCommand, Name: name, Description: description, Options: options}
}

func texts(name, description string, longest int) commandOption {
	return commandOption{Type: discordgo.ApplicationCommandOptionString, Name: name, Description: description, MaxLength: longest}
}

func yesOrNo(name, description string) commandOption {
	return commandOption{Type: discordgo.ApplicationCommandOptionBoolean, Name: name, Description: description}
}

func fromDay() commandOption { return suggested(texts(fromOption, textFromDescription, maxTypedDate)) }
func toDay() commandOption   { return suggested(texts(toOption, textToDescription, maxTypedDate)) }
func public() commandOption  { return yesOrNo(publicOption, textPublicDescription) }

// required is the option as one that has to be filled in.
func required(o commandOption) commandOption {
	o.Required = true
	return o
}

// suggested is the option as one for which there are suggestions while it is typed.
func suggested(o commandOption) commandOption {
	o.Autocomplete = true
	return o
}

// globalCommands can be used wherever the bot was added to a server, or by whoever added it to their account, everywhere.
// Where channels are named nobody can be known to be of the newsroom but in those: then in servers alone.
func globalCommands(o Options) []command {
	cs := commands()
	for i := range cs {
		cs[i].IntegrationTypes = []discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
		cs[i].Contexts = []discordgo.InteractionContextType{discordgo.InteractionContextGuild}
		if o.everywhere() {
			cs[i].IntegrationTypes = append(cs[i].IntegrationTypes, discordgo.ApplicationIntegrationUserInstall)
			cs[i].Contexts = append(cs[i].Contexts, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel)
		}
	}
	return cs
}

// everywhere reports whether no server and no channel is named in which alone the bot answers.
func (o Options) everywhere() bool { return len(o.Guilds) == 0 && len(o.Channels) == 0 }
