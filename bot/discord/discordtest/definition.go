package discordtest

import (
	"regexp"
	"strings"
)

// nameForm is what the names of slash commands and options are made of.
var nameForm = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

const (
	subcommand      = 1
	subcommandGroup = 2
	lastOptionType  = 11
)

// checkCommands checks all commands of an application or a guild: each, how many there are, and their names.
func checkCommands(items []any) problems {
	var p problems
	kinds := map[int]int{}
	p.objects("", map[string]any{"": items}, "", 0, maxSlash+2*maxContextMenus, func(at string, c map[string]any) {
		for _, found := range checkCommand(c) {
			p = append(p, problem{join(at, found.path), found.code, found.text})
		}
		kinds[command(c).kind()]++
	})
	p.sameNames("", items, "APPLICATION_COMMANDS_DUPLICATE_NAME", func(c map[string]any) int { return command(c).kind() })
	for kind, n := range kinds {
		most := maxContextMenus
		if kind == int(SlashCommand) {
			most = maxSlash
		}
		if n > most {
			p.add("", "APPLICATION_COMMANDS_MAX", "%d commands of type %d, at most %d", n, kind, most)
		}
	}
	return p
}

// checkCommand checks one command.
func checkCommand(c map[string]any) problems {
	var p problems
	p.unknown("", c, commandKeys)
	if command(c).kind() == int(SlashCommand) {
		p.name("", c)
		p.about("", c)
		p.options("", c, 0)
	} else {
		p.text("", c, "name", 1, maxName)
		p.translations("", c, "name", maxName)
		p.text("", c, "description", 0, 0)
		p.translations("", c, "description", 0)
		p.list("", c, "options", 0, 0)
	}
	if n := commandText(c); n > maxCommandText {
		p.add("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d): %d characters.", maxCommandText, n)
	}
	return p
}

// checkCommandPatch checks a change to a command, of which only the parts given are there.
func checkCommandPatch(c map[string]any) problems {
	whole := map[string]any{"name": "unchanged", "description": "unchanged"}
	for key, v := range c {
		whole[key] = v
	}
	return checkCommand(whole)
}

// name checks a name: of the right characters, in lower case.
func (p *problems) name(path string, c map[string]any) {
	p.nameForm(join(path, "name"), p.text(path, c, "name", 1, maxName))
	for locale, translated := range p.translations(path, c, "name", maxName) {
		p.nameForm(join(join(path, "name_localizations"), locale), translated)
	}
}

func (p *problems) nameForm(path, s string) {
	if s != "" && (!nameForm.MatchString(s) || s != strings.ToLower(s)) {
		p.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: %q", s)
	}
}

// about checks the description of what a person types.
func (p *problems) about(path string, c map[string]any) {
	p.text(path, c, "description", 1, maxAbout)
	p.translations(path, c, "description", maxAbout)
}

// options checks the options of a command, subcommand or group, at a depth counted from 0.
func (p *problems) options(path string, c map[string]any, depth int) {
	optional := false
	p.objects(path, c, "options", 0, maxOptions, func(at string, o map[string]any) {
		p.name(at, o)
		p.about(at, o)
		required, _ := o["required"].(bool)
		if required && optional {
			p.add(join(at, "required"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !required
		p.option(at, o, depth)
	})
	items, _ := c["options"].([]any)
	p.sameNames(join(path, "options"), items, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", func(map[string]any) int { return 0 })
}

func (p *problems) option(path string, o map[string]any, depth int) {
	kind := p.integer(path, o, "type", subcommand, lastOptionType)
	switch {
	case o["type"] == nil:
		p.add(join(path, "type"), "BASE_TYPE_REQUIRED", "This field is required")
	case kind == subcommandGroup && depth > 0 || kind == subcommand && depth > 1:
		p.add(join(path, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "subcommands cannot be nested so deep")
	case kind <= subcommandGroup:
		p.options(path, o, depth+1)
		return
	}
	p.list(path, o, "options", 0, 0)
	p.choices(path, o, kind)
}

// choices checks the values that an option can be chosen from.
func (p *problems) choices(path string, o map[string]any, kind int) {
	p.objects(path, o, "choices", 0, maxChoices, func(at string, c map[string]any) {
		p.text(at, c, "name", 1, maxChoice)
		p.translations(at, c, "name", maxChoice)
		if kind == 3 {
			p.text(at, c, "value", 1, maxChoice)
		}
	})
	suggests, _ := o["autocomplete"].(bool)
	if list, _ := o["choices"].([]any); suggests && len(list) > 0 {
		p.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "choices and autocomplete exclude each other")
	}
	p.integer(path, o, "min_length", 0, maxOptionText)
	p.integer(path, o, "max_length", 1, maxOptionText)
}

// commandText counts the names, descriptions and values of a command and all that it has, each in the language in which
// it is longest.
func commandText(c map[string]any) int {
	sum := 0
	for _, key := range []string{"name", "description", "value"} {
		sum += longest(c, key)
	}
	for _, key := range []string{"options", "choices"} {
		items, _ := c[key].([]any)
		for _, v := range items {
			item, _ := v.(map[string]any)
			sum += commandText(item)
		}
	}
	return sum
}
