package discord

import (
	"fmt"

	"copydesk/bot/discord/markdown"

	"github.com/bwmarrin/discordgo"
)

// Discord's limits on a message, in characters.
const (
	maxContent     = 2000
	maxEmbeds      = 10
	maxEmbedsTotal = 6000 // over all embeds of a message
	maxTitle       = 256
	maxDescription = 4096
	maxFooter      = 2048
	maxAuthor      = 256
)

// check says which of Discord's limits the message breaks; nil if it keeps them all.
func (m message) check() error {
	if n := markdown.Length(m.Content); n > maxContent {
		return fmt.Errorf("content of %d characters", n)
	}
	if n := len(m.Embeds); n > maxEmbeds {
		return fmt.Errorf("%d embeds", n)
	}
	total := 0
	for i, e := range m.Embeds {
		n, err := checkEmbed(e)
		if err != nil {
			return fmt.Errorf("embed %d: %w", i+1, err)
		}
		total += n
	}
	if total > maxEmbedsTotal {
		return fmt.Errorf("embeds of %d characters", total)
	}
	if n := len(m.Components); n > maxRows {
		return fmt.Errorf("%d rows of components", n)
	}
	return nil
}

// checkEmbed returns what the embed counts towards maxEmbedsTotal.
func checkEmbed(e *discordgo.MessageEmbed) (total int, err error) {
	for _, p := range embedParts(e) {
		n := markdown.Length(p.text)
		if n > p.limit {
			return 0, fmt.Errorf("%s of %d characters", p.name, n)
		}
		total += n
	}
	return total, nil
}

type embedPart struct {
	name, text string
	limit      int
}

// embedParts are the texts of an embed as copydesk makes them: without fields.
func embedParts(e *discordgo.MessageEmbed) []embedPart {
	parts := []embedPart{{"title", e.Title, maxTitle}, {"description", e.Description, maxDescription}}
	if e.Author != nil {
		parts = append(parts, embedPart{"author", e.Author.Name, maxAuthor})
	}
	if e.Footer != nil {
		parts = append(parts, embedPart{"footer", e.Footer.Text, maxFooter})
	}
	return parts
}
