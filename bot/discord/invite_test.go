package discord

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot/discord/discordtest"
)

func TestInvitation(t *testing.T) {
	const (
		server = "https://discord.com/oauth2/authorize?client_id=42&permissions=274877991936&scope=bot+applications.commands"
		user   = "https://discord.com/oauth2/authorize?client_id=42&integration_type=1&scope=applications.commands"
	)
	for _, tt := range []struct {
		name string
		o    Options
		want Invitation
	}{
		{"everywhere", Options{}, Invitation{server, user}},
		{"in named servers", Options{Guilds: []string{"100"}}, Invitation{server, ""}},
		{"in named channels", Options{Channels: []string{"200"}}, Invitation{server, ""}},
	} {
		if diff := cmp.Diff(tt.want, tt.o.invitation("42")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Whoever runs the bot is told once how it is added, not again when the connection was lost.
func TestInvitedOnce(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	got := make(chan Invitation, 2)
	r := start(t, s, says(ferryAnswer()), Options{Invite: func(in Invitation) { got <- in }})
	if in, want := <-got, (Options{}).invitation(s.AppID()); in != want {
		t.Errorf("got %+v, want %+v", in, want)
	}
	s.Invalidate(false)
	s.AwaitReady(t, 2)
	r.stop()
	<-r.done
	if len(got) > 0 {
		t.Errorf("told again: %+v", <-got)
	}
}
