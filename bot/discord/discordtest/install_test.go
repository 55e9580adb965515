package discordtest_test

import (
	"encoding/json"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
)

// abroad has, besides the default channels, one of a guild and one among people that the bot is not in.
func abroad() discordtest.Options {
	return discordtest.Options{
		Patience: 1,
		Guilds:   []discordtest.Guild{{ID: "100", Name: "The Harbour Gazette"}},
		Channels: []discordtest.Channel{
			{ID: "200", GuildID: "100", Name: "newsroom"}, {ID: "300", Type: discordtest.DM},
			{ID: "210", GuildID: "110", Name: "tides", Foreign: true}, {ID: "310", Type: discordtest.DM, Recipient: "402", Foreign: true},
		},
		Users: []discordtest.User{{ID: "401", Name: "Jonna Ek", Roles: []string{"500"}}, {ID: "409", Name: "Per Lund", Admin: true}},
		Roles: []discordtest.Role{{ID: "500", Name: "Editors"}},
	}
}

func TestWhoInstalledIt(t *testing.T) {
	s := discordtest.New(t, abroad())
	c := newClient(t, s)
	g := c.ready()
	c.register(`{"name":"ask","description":"d","integration_types":[0,1],"contexts":[0,1,2]}`)
	tests := []struct {
		channel string
		context int
		owners  map[string]string
	}{
		{"200", 0, map[string]string{"0": "100"}},
		{"300", 1, map[string]string{"0": "0"}},
		{"210", 0, map[string]string{"1": "401"}},
		{"310", 2, map[string]string{"1": "401"}},
	}
	for _, test := range tests {
		s.Run(discordtest.Command{Name: "ask", ChannelID: test.channel, UserID: "401"})
		var got struct {
			Context int
			Owners  map[string]string `json:"authorizing_integration_owners"`
			Member  *struct {
				Roles       []string
				Permissions json.Number
			}
		}
		if err := json.Unmarshal(g.event("INTERACTION_CREATE").Data, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.owners, got.Owners); diff != "" || got.Context != test.context {
			t.Errorf("channel %s: got context %d and owners %v, want %d and %v", test.channel, got.Context, got.Owners, test.context, test.owners)
		}
		if test.context == 0 && (got.Member == nil || !cmp.Equal(got.Member.Roles, []string{"500"})) {
			t.Errorf("channel %s: got %+v, want an editor", test.channel, got.Member)
		}
	}
}

func TestPermissions(t *testing.T) {
	s := discordtest.New(t, abroad())
	c := newClient(t, s)
	g := c.ready()
	c.register(`{"name":"ask","description":"d"}`)
	for user, want := range map[string]int64{"401": 0, "409": 0x20} {
		s.Run(discordtest.Command{Name: "ask", UserID: user})
		var got struct {
			Member struct {
				Permissions int64 `json:",string"`
			}
		}
		if err := json.Unmarshal(g.event("INTERACTION_CREATE").Data, &got); err != nil {
			t.Fatal(err)
		}
		if got.Member.Permissions&0x20 != want {
			t.Errorf("user %s: got permissions %x, want %x of MANAGE_GUILD", user, got.Member.Permissions, want)
		}
	}
}

// A bot hears nothing of what it is not in, and cannot write there.
func TestForeignChannels(t *testing.T) {
	s := discordtest.New(t, abroad())
	c := newClient(t, s)
	g := c.ready()
	s.Say(discordtest.UserMessage{ChannelID: "210", Content: "<@" + s.BotID() + ">"})
	s.Say(discordtest.UserMessage{ChannelID: "310", Content: "Hello."})
	last := s.Say(discordtest.UserMessage{ChannelID: "300", Content: "Hello."})
	if got := field(t, g.event("MESSAGE_CREATE").Data, "id"); got != last {
		t.Errorf("got message %s first, want %s", got, last)
	}
	if status, body := c.do("POST", "/api/v10/channels/210/messages", `{"content":"c"}`); status != 403 || !strings.Contains(body, "50001") {
		t.Errorf("got %d %s, want no access", status, body)
	}
}

func TestUsable(t *testing.T) {
	s := discordtest.New(t, abroad())
	c := newClient(t, s)
	for _, definition := range []string{
		`{"name":"plain","description":"d"}`,
		`{"name":"guilds","description":"d","contexts":[0]}`,
		`{"name":"anywhere","description":"d","integration_types":[0,1],"contexts":[0,1,2]}`,
		`{"name":"mine","description":"d","integration_types":[1]}`,
		`{"name":"desk","description":"d","default_member_permissions":"32"}`,
		`{"name":"nobody","description":"d","default_member_permissions":"0"}`,
	} {
		c.register(definition)
	}
	tests := []struct{ channel, user, want string }{
		{"200", "401", "plain guilds anywhere mine"},
		{"200", "409", "plain guilds anywhere mine desk nobody"},
		{"300", "401", "plain anywhere mine desk nobody"},
		{"210", "401", "anywhere mine"},
		{"310", "401", "anywhere mine"},
		{"999", "401", ""},
	}
	for _, test := range tests {
		var names []string
		for _, raw := range s.Usable(test.channel, test.user) {
			names = append(names, field(t, raw, "name"))
		}
		if got := strings.Join(names, " "); got != test.want {
			t.Errorf("channel %s, user %s: got %q, want %q", test.channel, test.user, got, test.want)
		}
	}
}
