package discord

import (
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
)

// Questions under way when the end comes are answered, if that does not take too long.
func TestDrain(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, holds(ferryAnswer(), release), Options{Patience: time.Millisecond})
	i := s.Run(ask(map[string]any{}))
	i.AwaitDeferral(t)
	r.stop()
	s.AwaitClosed(t)
	close(release)
	if m := i.Reply(t); len(m.Embeds) != 1 {
		t.Errorf("got %d embeds, want 1", len(m.Embeds))
	}
	if err := <-r.done; err != nil {
		t.Errorf("got error %v, want nil", err)
	}
}

func TestDrainIsBounded(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, holds(bot.Answer{}, nil), Options{Patience: time.Millisecond, DrainTimeout: 20 * time.Millisecond})
	i := s.Run(ask(map[string]any{}))
	i.AwaitDeferral(t)
	r.stop()
	if m := i.Reply(t); !strings.Contains(m.Content, textStopping) {
		t.Errorf("got %q, want %q", m.Content, textStopping)
	}
	if err := <-r.done; err != nil {
		t.Errorf("got error %v, want nil", err)
	}
}

// A Discord that does not answer any more keeps nothing from ending either.
func TestDrainWithoutDiscord(t *testing.T) {
	t.Parallel()
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCallback, Times: 100, Hold: hold})
	r := start(t, s, holds(bot.Answer{}, nil), Options{Patience: time.Millisecond, DrainTimeout: 20 * time.Millisecond})
	asked := s.Run(ask(map[string]any{}))
	r.stop()
	if err := <-r.done; err != nil {
		t.Errorf("got error %v, want nil; %s", err, kinds(asked))
	}
}

// What was cut off is not forgotten: the next start answers it.
func TestCutOffIsTakenUp(t *testing.T) {
	t.Parallel()
	hold := make(chan struct{})
	t.Cleanup(func() { close(hold) })
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCallback, Hold: hold})
	l := newLedger(t)
	r := start(t, s, says(ferryAnswer()), Options{Ledger: l, DrainTimeout: 20 * time.Millisecond})
	i := s.Run(ask(map[string]any{}))
	for left := []ledger.Request(nil); len(left) == 0; { // until the bot has heard of it
		left, _ = l.Pending()
	}
	r.stop()
	<-r.done
	run(t, s, says(ferryAnswer()), Options{Ledger: l})
	if m := i.Reply(t); len(m.Embeds) != 1 || kinds(i) != "replied" {
		t.Errorf("%s: got %+v", kinds(i), m.Embeds)
	}
}

func TestOptionsThatAreNone(t *testing.T) {
	l := newLedger(t)
	for _, tt := range []struct {
		o    Options
		want string
	}{
		{Options{}, "discord: no token"},
		{Options{Token: " Bot "}, "discord: no token"},
		{Options{Token: "t", CheckRoles: []string{"editors"}}, `discord: role that may check "editors": not an ID, which is a number`},
		{Options{Token: "t", Guilds: []string{"newsroom"}}, `discord: guild "newsroom": not an ID, which is a number`},
		{Options{Token: "t", Channels: []string{"#desk"}}, `discord: channel "#desk": not an ID, which is a number`},
		{Options{Token: "t", API: "127.0.0.1:80"}, `discord: API "127.0.0.1:80": not an http address`},
	} {
		tt.o.Ledger = l
		err := Run(t.Context(), says(bot.Answer{}), tt.o)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%+v: got error %v, want %s", tt.o, err, tt.want)
		}
	}
}
