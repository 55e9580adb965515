package discord

import (
	"context"
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
