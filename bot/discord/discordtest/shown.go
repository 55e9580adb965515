package discordtest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// shownMessage is what the template needs of a message.
type shownMessage struct {
	Message
	Above          *above
	Own, Mentioned bool // of whom it is shown to
	Shown          []component
}

// above is the line above a message: what it answers.
type above struct {
	Who  *User
	What string
	Jump string // the ID of the message that is answered; may be empty
}

// show prepares a message for the template, for a user; empty is nobody.
func show(m Message, userID string) shownMessage {
	out := shownMessage{
		Message: m, Above: m.answered(),
		Own: userID != "" && m.Author.ID == userID, Mentioned: userID != "" && slices.Contains(m.Pings.Users, userID),
	}
	// Components were checked when they were sent; what the template has no place for is left out.
	json.Unmarshal(m.Components, &out.Shown)
	return out
}

// answered says which command or message is answered; nil if the message answers none.
func (m Message) answered() *above {
	switch {
	case m.Command != "":
		name := m.Command
		if m.CommandType == SlashCommand {
			name = "/" + name
		}
		return &above{Who: &m.Invoker, What: strings.NewReplacer("*", `\*`, "_", `\_`).Replace(name)}
	case m.ReplyTo != nil:
		return &above{&m.ReplyTo.Author, m.ReplyTo.gist(), m.ReplyTo.ID}
	case m.MessageReference != nil:
		return &above{What: "*Original message was deleted*"}
	}
	return nil
}

// gist is a line, in Markdown, that stands for the message.
func (m Message) gist() string {
	if line := firstLine(m.Content); line != "" {
		return line
	}
	for _, e := range m.Embeds {
		if e.Title != "" {
			return e.Title
		}
		if line := firstLine(e.Description); line != "" {
			return line
		}
	}
	return "*a message without text*"
}

func firstLine(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return first
}

// Time is the time of writing.
func (m shownMessage) Time() string { return m.Created.UTC().Format("02/01/2006 15:04") }

// Stamp is the time of writing for machines.
func (m shownMessage) Stamp() string { return m.Created.UTC().Format(time.RFC3339) }

// component is a component as it is shown.
type component struct {
	Type        int          `json:"type"`
	Style       int          `json:"style,omitempty"`
	CustomID    string       `json:"custom_id,omitempty"`
	Label       string       `json:"label,omitempty"`
	URL         string       `json:"url,omitempty"`
	Content     string       `json:"content,omitempty"`
	Placeholder string       `json:"placeholder,omitempty"`
	Disabled    bool         `json:"disabled,omitempty"`
	Emoji       emoji        `json:"emoji,omitzero"`
	Options     []menuOption `json:"options,omitempty"`
	Least       *int         `json:"min_values,omitempty"`
	Most        *int         `json:"max_values,omitempty"`
	Channels    []int        `json:"channel_types,omitempty"`
	Components  []component  `json:"components,omitempty"`
	Accessory   *component   `json:"accessory,omitempty"`
	AccentColor int          `json:"accent_color,omitempty"`
}

type emoji struct {
	Name string `json:"name"`
}

// menuOption is one of the things that a menu offers.
type menuOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
	Default     bool   `json:"default,omitempty"`
	Emoji       emoji  `json:"emoji,omitzero"`
}

// Menu reports whether the component is a select menu.
func (c component) Menu() bool {
	return slices.Contains([]int{textSelect, userSelect, roleSelect, mentionableSelect, channelSelect}, c.Type)
}

// Closed is what a menu shows while it is closed: what is chosen, or what it is for.
func (c component) Closed() string {
	var chosen []string
	for _, o := range c.Options {
		if o.Default {
			chosen = append(chosen, o.Label)
		}
	}
	switch {
	case len(chosen) > 0:
		return strings.Join(chosen, ", ")
	case c.Placeholder != "":
		return c.Placeholder
	}
	return "Make a selection"
}
