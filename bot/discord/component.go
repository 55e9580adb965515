package discord

import "copydesk/bot/discord/markdown"

// Buttons, menus and forms, as Discord takes them (https://discord.com/developers/docs/components/reference).

// Types of component.
const (
	rowType         = 1
	buttonType      = 2
	menuType        = 3
	inputType       = 4
	roleMenuType    = 6
	channelMenuType = 8
	labelType       = 18
)

// Styles of a button and of an input.
const (
	primaryStyle   = 1
	secondaryStyle = 2
	dangerStyle    = 4

	paragraphStyle = 2
)

// Discord's limits on components, in characters or in number.
const (
	maxRows        = 5
	maxInRow       = 5
	maxLabel       = 80
	maxCustomID    = 100
	maxMenu        = 25
	maxMenuText    = 100
	maxPlaceholder = 150
)

// component is a row, or what stands in one.
type component struct {
	Type     int    `json:"type"`
	Style    int    `json:"style,omitempty"`
	Label    string `json:"label,omitempty"`
	CustomID string `json:"custom_id,omitempty"`
	// Components are those of a row; Component is the one of a label.
	Components []component `json:"components,omitempty"`
	Component  *component  `json:"component,omitempty"`
	// Of menus.
	Placeholder   string         `json:"placeholder,omitempty"`
	Options       []menuOption   `json:"options,omitempty"`
	MinValues     *int           `json:"min_values,omitempty"`
	MaxValues     int            `json:"max_values,omitempty"`
	ChannelTypes  []int          `json:"channel_types,omitempty"`
	DefaultValues []defaultValue `json:"default_values,omitempty"`
	// Of inputs.
	MaxLength int   `json:"max_length,omitempty"`
	Required  *bool `json:"required,omitempty"`
}

// menuOption is one choice of a menu.
type menuOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
}

// defaultValue is a role or a channel that a menu shows as chosen.
type defaultValue struct {
	ID   string `json:"id"`
	Type string `json:"type"`
}

// modal is a form that a user fills in.
type modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []component `json:"components"`
}

func row(of ...component) component { return component{Type: rowType, Components: of} }

func button(style int, label string, p press) component {
	return component{Type: buttonType, Style: style, Label: label, CustomID: p.String()}
}

// menuRow is a row with a menu; there is room for maxMenu options.
func menuRow(placeholder string, p press, options []menuOption) component {
	return row(component{Type: menuType, CustomID: p.String(), Placeholder: placeholder, Options: options})
}

// choose is a menu's choice, in characters that it has room for. Discord reads no Markdown there.
func choose(label, description, value string) menuOption {
	return menuOption{markdown.Clip(label, maxMenuText, plain), value, markdown.Clip(description, maxMenuText, plain)}
}
