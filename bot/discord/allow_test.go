package discord

import (
	"strconv"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
)

func TestAllowed(t *testing.T) {
	const guild, channel, thread = "1", "10", "11"
	for _, tt := range []struct {
		name                 string
		o                    Options
		guild, home, channel string
		want                 bool
	}{
		{"everywhere", Options{}, guild, channel, channel, true},
		{"everywhere, direct", Options{}, "", "20", "20", true},
		{"guild", Options{Guilds: []string{"1"}}, guild, channel, channel, true},
		{"other guild", Options{Guilds: []string{"2"}}, guild, channel, channel, false},
		{"guild, direct", Options{Guilds: []string{"1"}}, "", "20", "20", false},
		{"channel", Options{Channels: []string{"9", "10"}}, guild, channel, channel, true},
		{"other channel", Options{Channels: []string{"9"}}, guild, channel, channel, false},
		{"thread of the channel", Options{Channels: []string{"10"}}, guild, channel, thread, true},
		{"the thread itself", Options{Channels: []string{"11"}}, guild, channel, thread, true},
		{"thread of another", Options{Channels: []string{"9"}}, guild, channel, thread, false},
		{"channel of another guild", Options{Guilds: []string{"2"}, Channels: []string{"10"}}, guild, channel, channel, false},
		{"channels, direct", Options{Channels: []string{"10"}}, "", "20", "20", false},
	} {
		s := &service{o: tt.o}
		if got := s.allowed(tt.guild, tt.home, tt.channel); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// In other channels a command is refused in private and a mention passed over.
func TestOtherChannels(t *testing.T) {
	t.Parallel()
	const other = "202"
	s := newDouble(t, discordtest.Options{Channels: []discordtest.Channel{
		{ID: discordtest.ChannelID, GuildID: discordtest.GuildID, Name: "newsroom"},
		{ID: discordtest.ThreadID, Type: discordtest.PublicThread, GuildID: discordtest.GuildID, ParentID: discordtest.ChannelID},
		{ID: other, GuildID: discordtest.GuildID, Name: "canteen"},
		{ID: discordtest.DMID, Type: discordtest.DM},
	}})
	asked := make(chan string, 10)
	r := start(t, s, records(asked), Options{Channels: []string{discordtest.ChannelID}})
	c := ask(map[string]any{})
	c.ChannelID = other
	if m := s.Run(c).Reply(t); m.Content != textNotHere || !m.Ephemeral() {
		t.Errorf("got %q (ephemeral %v), want a private refusal", m.Content, m.Ephemeral())
	}
	c.ChannelID = discordtest.ThreadID
	s.Run(c).Reply(t)
	for n := range 2 {
		for _, channel := range []string{other, discordtest.DMID, discordtest.ThreadID} {
			s.Say(discordtest.UserMessage{ChannelID: channel, Content: "<@" + s.BotID() + "> " + channel})
		}
		s.AwaitMessage(t, discordtest.ThreadID, 2+n)
	}
	s.Fail(discordtest.Fault{Route: discordtest.RouteGetChannel, Status: 404, Body: `{"code": 10003, "message": "Unknown Channel"}`})
	s.Dispatch("MESSAGE_CREATE", map[string]any{
		"id": "7001", "channel_id": "203", "guild_id": discordtest.GuildID, "type": 0,
		"content": "<@" + s.BotID() + "> where", "author": map[string]any{"id": "400"},
	})
	r.log.await(t, "its channel cannot be looked up", 1)
	close(asked)
	var got []string
	for q := range asked {
		got = append(got, q)
	}
	if len(got) != 3 || got[1] != discordtest.ThreadID || got[2] != discordtest.ThreadID {
		t.Errorf("got questions %q, want those in the thread alone", got)
	}
	looked := 0
	for _, q := range s.Requests() {
		if q.Route == discordtest.RouteGetChannel && strings.HasSuffix(q.Path, "/"+discordtest.ThreadID) {
			looked++
		}
	}
	if looked != 1 {
		t.Errorf("the thread was looked up %d times, want once", looked)
	}
}

func TestHomesAreForgotten(t *testing.T) {
	var h homes
	for i := range 3 * maxHomes {
		id := strconv.Itoa(i)
		h.put(id, "home")
		if _, ok := h.get(id); !ok || len(h.known) > maxHomes {
			t.Fatalf("channel %d: known %v, %d remembered", i, ok, len(h.known))
		}
	}
}
