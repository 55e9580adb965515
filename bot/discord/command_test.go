package discord

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"copydesk/bot/discord/discordtest"
)

func routes(s *discordtest.Server) []string {
	var out []string
	for _, q := range s.Requests() {
		out = append(out, q.Route)
	}
	return out
}

func TestCommandsRegisteredOnce(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	first := start(t, s, says(ferryAnswer()), Options{})
	first.log.await(t, "commands registered", 1)
	first.stop()
	<-first.done
	puts := func() int {
		return len(slices.DeleteFunc(routes(s), func(r string) bool { return r != discordtest.RouteCommands }))
	}
	if got := puts(); got != 1 {
		t.Errorf("registered %d times, want once", got)
	}
	second := run(t, s, says(ferryAnswer()), Options{})
	second.log.await(t, "commands unchanged", 1)
	if got := puts(); got != 1 {
		t.Errorf("registered %d times after a second start, want once", got)
	}
}

func TestCommandsOfNamedGuilds(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	everywhere := start(t, s, says(ferryAnswer()), Options{})
	everywhere.log.await(t, "commands registered", 1)
	everywhere.stop()
	<-everywhere.done
	r := run(t, s, says(ferryAnswer()), Options{Guilds: []string{discordtest.GuildID}})
	r.log.await(t, "commands registered", 2)
	cs := s.Commands()
	if len(cs) != len(commands()) {
		t.Fatalf("got %d commands, want the guild's alone: %s", len(cs), cs)
	}
	var c struct {
		GuildID string `json:"guild_id"`
	}
	if err := json.Unmarshal(cs[0], &c); err != nil || c.GuildID != discordtest.GuildID {
		t.Errorf("got guild %q, %v", c.GuildID, err)
	}
}

// A registration that fails for the moment is repeated; meanwhile mentions are answered.
func TestRegistrationFails(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteCommands, Times: attempts, Status: 500, Body: "<html>"})
	r := start(t, s, says(ferryAnswer()), Options{})
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"})
	s.AwaitMessage(t, discordtest.ChannelID, 1)
	r.log.await(t, "commands not registered yet", 1)
	s.Run(ask(map[string]any{})).Reply(t)
}

func TestRegistrationForbidden(t *testing.T) {
	t.Parallel()
	s := newDouble(t, discordtest.Options{})
	s.Fail(discordtest.Fault{Route: discordtest.RouteGuildCommands, Status: 403, Body: `{"code": 50001, "message": "Missing Access"}`})
	r := start(t, s, says(ferryAnswer()), Options{Guilds: []string{discordtest.GuildID}})
	r.log.await(t, "commands not registered", 1)
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When?"})
	s.AwaitMessage(t, discordtest.ChannelID, 1)
}

// By default one can add the bot to a server or to one's own account, and use it wherever one is; where channels are named,
// in servers alone.
func TestInstallation(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		o                   Options
		installed, contexts []int
	}{
		{Options{}, []int{0, 1}, []int{0, 1, 2}},
		{Options{Channels: []string{discordtest.ChannelID}}, []int{0}, []int{0}},
	} {
		s := newDouble(t, discordtest.Options{})
		start(t, s, says(ferryAnswer()), tt.o).log.await(t, "commands registered", 1)
		for _, raw := range s.Commands() {
			var c struct {
				Name      string
				Installed []int `json:"integration_types"`
				Contexts  []int
			}
			if err := json.Unmarshal(raw, &c); err != nil || !cmp.Equal(c.Installed, tt.installed) || !cmp.Equal(c.Contexts, tt.contexts) {
				t.Errorf("%s: got %v, %v (%v), want %v, %v", c.Name, c.Installed, c.Contexts, err, tt.installed, tt.contexts)
			}
		}
	}
}

func reversed(cs []command) []command {
	slices.Reverse(cs)
	return cs
}

func TestSameCommands(t *testing.T) {
	registered := func(change func(*command)) []command {
		cs := globalCommands(Options{})
		slices.Reverse(cs[0].Contexts)
		slices.Reverse(cs[0].IntegrationTypes)
		change(&cs[0])
		return cs
	}
	for _, tt := range []struct {
		name       string
		have, want []command
		same       bool
	}{
		{"as registered", registered(func(*command) {}), globalCommands(Options{}), true},
		{"in a guild, with what Discord adds", registered(func(*command) {}), commands(), true},
		{"in another order", reversed(globalCommands(Options{})), globalCommands(Options{}), true},
		{"none", nil, []command{}, true},
		{"none yet", nil, commands(), false},
		{"other description", registered(func(c *command) { c.Description = "old" }), commands(), false},
		{"other option", registered(func(c *command) { c.Options[1].Name = "paper" }), commands(), false},
		{"other contexts", registered(func(*command) {}), globalCommands(Options{Channels: []string{"1"}}), false},
		{"other name in French", registered(func(c *command) { c.Names[discordgo.French] = "question" }), commands(), false},
		{"an option's description in German is new", registered(func(c *command) { delete(c.Options[0].Descriptions, discordgo.German) }), commands(), false},
	} {
		if got := sameCommands(tt.have, tt.want); got != tt.same {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.same)
		}
	}
}
