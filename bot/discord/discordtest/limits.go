package discordtest

import (
	"strings"
	"unicode/utf16"
)

// Discord's limits, as its documentation states them; lengths are in characters, see units.
const (
	maxContent     = 2000
	maxEmbeds      = 10
	maxEmbedText   = 6000 // over all embeds of a message
	maxTitle       = 256
	maxDescription = 4096
	maxFields      = 25
	maxFieldName   = 256
	maxFieldValue  = 1024
	maxFooter      = 2048
	maxAuthor      = 256
	maxURL         = 2048
	maxColor       = 0xFFFFFF

	maxComponents  = 40 // of a message, nested ones included
	maxRows        = 5
	maxButtons     = 5 // in a row
	maxCustomID    = 100
	maxLabel       = 80
	maxLink        = 512 // URL of a button
	maxSelect      = 25
	maxSelectText  = 100
	maxPlaceholder = 150
	maxDisplay     = 4000 // over all text displays of a message

	maxMentions         = 100 // IDs in a list of allowed mentions
	maxFiles            = 10
	maxFile             = 10 << 20 // bytes
	maxSuggestions      = 25
	maxSuggestion       = 100
	maxModalTitle       = 45
	maxFormLabel        = 45
	maxInput            = 4000 // of a text input
	maxInputPlaceholder = 100
	maxName             = 32
	maxAbout            = 100 // description of a command or option
	maxOptions          = 25
	maxChoices          = 25
	maxChoice           = 100
	maxCommandText      = 8000
	maxSlash            = 100 // commands of a kind
	maxContextMenus     = 15
)

// units is the length of a text as the stricter of Discord's two ways of counting has it: its clients count
// UTF-16 code units, its server sometimes code points, which are never more.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

// blank reports whether nothing is left of a text that Discord has trimmed.
func blank(s string) bool { return strings.TrimSpace(s) == "" }
