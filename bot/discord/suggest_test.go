package discord

import (
	"context"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

// The next letter ends the search for the one before, which is acknowledged all the same.
func TestSuggestsForTheNewestLetter(t *testing.T) {
	t.Parallel()
	begun := make(chan struct{}, 1)
	desk := editing{Desk: says(bot.Answer{}), names: func(ctx context.Context, typed string) ([]string, error) {
		if typed == "ad" {
			return []string{"Ada Orm"}, nil
		}
		begun <- struct{}{}
		<-ctx.Done()
		return nil, ctx.Err()
	}}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{})
	typing := func(typed string) *discordtest.Interaction {
		return s.Complete(discordtest.Command{Name: "said", Options: map[string]any{"speaker": typed}, Focused: "speaker"})
	}
	first := typing("a")
	<-begun
	second := typing("ad")
	if got := second.Choices(t); len(got) != 1 || got[0].Name != "Ada Orm" {
		t.Errorf("the second letter: got %v", got)
	}
	if got := first.Choices(t); len(got) != 0 {
		t.Errorf("the first letter: got %v, want none", got)
	}
}

// completes is a Desk that completes whatever is typed with the same texts.
type completes struct {
	unasked
	texts []string
}

func (d completes) Names(context.Context, string) ([]string, error)   { return d.texts, nil }
func (d completes) Outlets(context.Context, string) ([]string, error) { return d.texts, nil }

func (d completes) Articles(context.Context, string) ([]bot.Citation, error) {
	var out []bot.Citation
	for _, text := range d.texts {
		out = append(out, citation(text, text, text, text, ferry.Published))
	}
	return out, nil
}

// Whatever an archive calls its people, outlets and articles, Discord takes the suggestions.
func TestHostileSuggestions(t *testing.T) {
	t.Parallel()
	desk := completes{texts: []string{"", hostile}}
	for _, unit := range oddUnits {
		desk.texts = append(desk.texts, unit, "a"+unit, strings.Repeat(unit, 200))
	}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{})
	for option, command := range map[string]string{"speaker": "said", "outlet": "ask", "article": "article", "from": "said"} {
		i := s.Complete(discordtest.Command{Name: command, Options: map[string]any{option: "\u202ea"}, Focused: option})
		for _, c := range i.Choices(t) {
			if c.Name == "" || c.Value == "" {
				t.Errorf("%s: got %+v", option, c)
			}
		}
	}
}
