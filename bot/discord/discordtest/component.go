package discordtest

import "slices"

// Types of component.
const (
	rowComponent       = 1
	buttonComponent    = 2
	textSelect         = 3
	inputComponent     = 4
	userSelect         = 5
	roleSelect         = 6
	mentionableSelect  = 7
	channelSelect      = 8
	sectionComponent   = 9
	displayComponent   = 10
	galleryComponent   = 12
	fileComponent      = 13
	separatorComponent = 14
	containerComponent = 17
	labelComponent     = 18
	uploadComponent    = 19
)

// Styles of button.
const (
	linkButton    = 5
	premiumButton = 6
)

// survey is what is counted over all components of a message.
type survey struct {
	*problems
	count, display int
	customIDs      []string
}

// components checks the components of a message. Version 2 is what the message's flag says: without it, all
// that may stand there are rows of buttons and menus.
func (p *problems) components(path string, body map[string]any, version2 bool) {
	s := survey{problems: p}
	most, top := maxRows, []int{rowComponent}
	if version2 {
		most = maxComponents
		top = []int{rowComponent, sectionComponent, displayComponent, galleryComponent, fileComponent, separatorComponent, containerComponent}
	}
	p.objects(path, body, "components", 0, most, func(at string, c map[string]any) { s.component(at, c, top) })
	at := join(path, "components")
	if s.count > maxComponents {
		p.add(at, "BASE_TYPE_BAD_LENGTH", "%d components, at most %d", s.count, maxComponents)
	}
	if s.display > maxDisplay {
		p.add(at, "BASE_TYPE_MAX_LENGTH", "%d characters in text displays, at most %d", s.display, maxDisplay)
	}
}

// component checks one component, whose type must be one of those that may stand there.
func (s *survey) component(path string, c map[string]any, among []int) {
	s.count++
	kind := number(c["type"])
	if !slices.Contains(among, kind) {
		s.add(join(path, "type"), "UNION_TYPE_CHOICES", "type %v is none of %v", c["type"], among)
		return
	}
	switch kind {
	case rowComponent:
		s.row(path, c)
	case buttonComponent:
		s.button(path, c)
	case displayComponent:
		s.display += units(s.text(path, c, "content", 1, maxDisplay))
	case sectionComponent:
		s.nested(path, c, 1, 3, displayComponent)
		if accessory := s.object(path, c, "accessory"); accessory != nil {
			s.component(join(path, "accessory"), accessory, []int{buttonComponent, 11})
		} else {
			s.add(join(path, "accessory"), "BASE_TYPE_REQUIRED", "This field is required")
		}
	case containerComponent:
		s.nested(path, c, 1, maxComponents, rowComponent, sectionComponent, displayComponent, galleryComponent, fileComponent, separatorComponent)
	case galleryComponent:
		s.list(path, c, "items", 1, 10)
	case inputComponent:
		s.input(path, c, len(among) == 1)
	case textSelect, userSelect, roleSelect, mentionableSelect, channelSelect:
		s.menu(path, c, kind)
	}
}

func (s *survey) nested(path string, c map[string]any, least, most int, among ...int) {
	s.objects(path, c, "components", least, most, func(at string, inner map[string]any) { s.component(at, inner, among) })
}

// row checks a row: up to five buttons, or one menu.
func (s *survey) row(path string, row map[string]any) {
	s.nested(path, row, 1, maxButtons, buttonComponent, textSelect, userSelect, roleSelect, mentionableSelect, channelSelect)
	menus := 0
	inside, _ := row["components"].([]any)
	for _, v := range inside {
		if c, _ := v.(map[string]any); number(c["type"]) != buttonComponent {
			menus++
		}
	}
	if menus > 0 && len(inside) > 1 {
		s.add(join(path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "a menu takes the whole row")
	}
}

func (s *survey) button(path string, b map[string]any) {
	style := s.integer(path, b, "style", 1, premiumButton)
	label := s.text(path, b, "label", 0, maxLabel)
	if b["style"] == nil {
		s.add(join(path, "style"), "BASE_TYPE_REQUIRED", "This field is required")
	}
	if style != premiumButton && blank(label) && b["emoji"] == nil {
		s.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji")
	}
	switch style {
	case linkButton:
		s.text(path, b, "url", 1, maxLink)
		s.link(path, b, "url", maxLink, "http", "https", "discord")
	case premiumButton:
		s.text(path, b, "sku_id", 1, maxCustomID)
		return
	default:
		s.customID(path, b)
	}
	if filled(b, "url") && (style != linkButton || filled(b, "custom_id")) {
		s.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
	}
}

// customID checks a custom_id, which must be there and unlike the others of the message.
func (s *survey) customID(path string, c map[string]any) {
	id := s.text(path, c, "custom_id", 1, maxCustomID)
	if slices.Contains(s.customIDs, id) {
		s.add(join(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated: %q", id)
	}
	s.customIDs = append(s.customIDs, id)
}

func (s *survey) menu(path string, m map[string]any, kind int) {
	s.customID(path, m)
	s.text(path, m, "placeholder", 0, maxPlaceholder)
	s.integer(path, m, "min_values", 0, maxSelect)
	s.integer(path, m, "max_values", 1, maxSelect)
	if kind != textSelect {
		return
	}
	var values []string
	s.objects(path, m, "options", 1, maxSelect, func(at string, o map[string]any) {
		s.text(at, o, "label", 1, maxSelectText)
		s.text(at, o, "description", 0, maxSelectText)
		value := s.text(at, o, "value", 1, maxSelectText)
		if slices.Contains(values, value) {
			s.add(join(at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used: %q", value)
		}
		values = append(values, value)
	})
}

// filled reports whether the object has a text that is not empty.
func filled(object map[string]any, key string) bool {
	s, _ := object[key].(string)
	return s != ""
}
