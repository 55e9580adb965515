package discord

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot/mention"
)

// Every command and option has its words in every language, and no language has words that nothing uses.
func TestLanguagesAreWhole(t *testing.T) {
	for locale, d := range languages {
		unused := maps.Clone(d)
		look := func(what string, description string, keys ...string) {
			w := d.find(keys)
			if w.name == "" || (w.description == "") != (description == "") {
				t.Errorf("%s: %s: got %+v", locale, what, w)
			}
			for _, key := range keys {
				if _, ok := d[key]; ok {
					delete(unused, key)
					break
				}
			}
		}
		for _, c := range commands() {
			look(c.Name, c.Description, c.Name)
			for _, o := range c.Options {
				look(c.Name+" "+o.Name, o.Description, c.Name+" "+o.Name, o.Name)
			}
		}
		if len(unused) > 0 {
			t.Errorf("%s: nothing uses the words of %q", locale, slices.Sorted(maps.Keys(unused)))
		}
	}
}

// What is sent to Discord has the words in their places.
func TestLocalized(t *testing.T) {
	cs := commands()
	i := slices.IndexFunc(cs, func(c command) bool { return c.Name == saidCommand })
	said, check := cs[i], cs[slices.IndexFunc(cs, func(c command) bool { return c.Name == checkMessage })]
	for _, tt := range []struct{ what, got, want string }{
		{"name", said.Names[discordgo.French], "propos"},
		{"description", said.Descriptions[discordgo.SpanishLATAM], spanish[saidCommand].description},
		{"option of this command", said.Options[0].Names[discordgo.German], "person"},
		{"its description", said.Options[0].Descriptions[discordgo.German], german["said speaker"].description},
		{"option of several commands", said.Options[3].Names[discordgo.SpanishES], "hasta"},
		{"message command", check.Names[discordgo.German], "Zitate prüfen"},
		{"English", said.Names[discordgo.EnglishUS], ""},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if check.Descriptions != nil {
		t.Errorf("a message command has descriptions: %q", check.Descriptions)
	}
}

// The dates that the description of from gives as examples can be typed there, in each language.
func TestExamplesOfDates(t *testing.T) {
	descriptions := []string{textFromDescription}
	for _, d := range languages {
		descriptions = append(descriptions, d[fromOption].description)
	}
	for _, text := range descriptions {
		_, examples, _ := strings.Cut(text, ":")
		for example := range strings.SplitSeq(examples, ",") {
			example = strings.TrimSpace(example)
			if p, err := mention.ParsePeriod(example, time.Now()); err != nil || p.First.Year() != 2016 {
				t.Errorf("%s: %q: got %v, %v", text, example, p.First, err)
			}
		}
	}
}
