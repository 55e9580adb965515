package discord

import "github.com/bwmarrin/discordgo"

// words are what a command or an option is called in a language, and how it is described there.
type words struct{ name, description string }

// dictionary has the words of a language: those of a command under its English name, those of an option under
// "command option", or under the option's name alone where they are the same in all commands.
type dictionary map[string]words

// find returns the words under the first key that has any.
func (d dictionary) find(keys []string) words {
	for _, key := range keys {
		if w, ok := d[key]; ok {
			return w
		}
	}
	return words{}
}

// languages are those that the commands have beside English, which is for everybody else.
var languages = map[discordgo.Locale]dictionary{
	discordgo.German:       german,
	discordgo.French:       french,
	discordgo.SpanishES:    spanish,
	discordgo.SpanishLATAM: spanish,
}

// localize gives the commands and their options their names and descriptions in all languages.
func localize(cs []command) {
	for i := range cs {
		c := &cs[i]
		c.translation = translate(c.Name)
		for j := range c.Options {
			o := &c.Options[j]
			o.translation = translate(c.Name+" "+o.Name, o.Name)
		}
	}
}

// translation is names and descriptions by language, as Discord takes them.
type translation struct {
	Names        map[discordgo.Locale]string `json:"name_localizations,omitempty"`
	Descriptions map[discordgo.Locale]string `json:"description_localizations,omitempty"`
}

// translate looks for words under each of the keys in turn. A command on messages has no description.
func translate(keys ...string) translation {
	t := translation{Names: make(map[discordgo.Locale]string)}
	for locale, d := range languages {
		w := d.find(keys)
		t.Names[locale] = w.name
		if w.description == "" {
			continue
		}
		if t.Descriptions == nil {
			t.Descriptions = make(map[discordgo.Locale]string)
		}
		t.Descriptions[locale] = w.description
	}
	return t
}
