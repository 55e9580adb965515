package discord

import (
	"github.com/bwmarrin/discordgo"
)

// message is what one Discord message says.
type message struct {
	Content    string
	Embeds     []*discordgo.MessageEmbed
	Components []component // rows

	receipt string // the ID of its receipt; empty if there is none
	aside   bool   // it stands beside what a button is below, and does not take its place
}

func (m message) empty() bool { return m.Content == "" && len(m.Embeds) == 0 }

// fits reports whether the message keeps Discord's limits once it has the number of its receipt.
func (m message) fits() bool { return m.withReceipt("00000000").check() == nil }

// withReceipt is the message with the number of its receipt, in the smallest print there is.
func (m message) withReceipt(id string) message {
	m.receipt = id
	number := "Receipt " + id
	if len(m.Embeds) == 0 {
		m.Content = joined("\n", []string{m.Content, "-# " + number})
		return m
	}
	last := *m.Embeds[len(m.Embeds)-1]
	text := ""
	if last.Footer != nil {
		text = last.Footer.Text
	}
	last.Footer = footer(text, number)
	m.Embeds = append(m.Embeds[:len(m.Embeds)-1:len(m.Embeds)-1], &last)
	return m
}

// How much is shown.
const (
	maxPassage     = 2000 // of a passage on a page, as Discord's Markdown; copydesk's are seldom longer than 1,400 bytes
	maxName        = 120  // a name, role, heading or byline
	maxQuoted      = 300  // the question, where it is repeated
	maxBefore      = 120  // the question before, where it is
	maxMended      = 3    // misspelt words that are shown as they were read
	maxListedQuote = 100  // of a quotation in a list
	maxCompared    = 400  // a text that is compared
	maxPassed      = 6    // words that were passed over
)

// The stripes beside what answers and beside the rest.
const (
	colourAnswer = 0x2e7d5b
	colourOther  = 0x8a8f98
)
