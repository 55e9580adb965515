package discord

import (
	"context"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
)

func TestMay(t *testing.T) {
	const guild, manage = "1", 1 << 5
	plain := asker{guild: guild, user: "400"}
	roles := asker{guild: guild, user: "401", roles: []string{"501"}}
	manager := asker{guild: guild, user: "402", permissions: manage}
	direct := asker{user: "401"}
	for _, tt := range []struct {
		name   string
		o      Options
		access ledger.Access
		by     asker
		right  right
		want   bool
	}{
		{"anybody asks", Options{}, ledger.Access{}, plain, mayAsk, true},
		{"anybody checks", Options{}, ledger.Access{}, plain, mayCheck, true},
		{"nobody sees embargoed", Options{}, ledger.Access{}, manager, maySeeEmbargoed, false},
		{"who manages administers", Options{}, ledger.Access{}, manager, mayAdminister, true},
		{"others do not", Options{}, ledger.Access{}, roles, mayAdminister, false},
		{"nor anybody in direct messages", Options{}, ledger.Access{}, asker{user: "402", permissions: manage}, mayAdminister, false},
		{"the operator's administrators alone", Options{AdminRoles: []string{"501"}}, ledger.Access{}, manager, mayAdminister, false},
		{"the operator's administrators", Options{AdminRoles: []string{"501"}}, ledger.Access{}, roles, mayAdminister, true},
		{"role", Options{AskRoles: []string{"501"}}, ledger.Access{}, roles, mayAsk, true},
		{"user", Options{AskRoles: []string{"401"}}, ledger.Access{}, direct, mayAsk, true},
		{"no role", Options{AskRoles: []string{"501"}}, ledger.Access{}, plain, mayAsk, false},
		{"no role in direct messages", Options{AskRoles: []string{"501"}}, ledger.Access{}, direct, mayAsk, false},
		{"the operator binds administrators", Options{AskRoles: []string{"501"}}, ledger.Access{}, manager, mayAsk, false},
		{"the server's role", Options{}, ledger.Access{Check: []string{"501"}}, roles, mayCheck, true},
		{"not the server's role", Options{}, ledger.Access{Check: []string{"501"}}, plain, mayCheck, false},
		{"the server does not bind administrators", Options{}, ledger.Access{Ask: []string{"501"}}, manager, mayAsk, true},
		{"the server opens nothing", Options{CheckRoles: []string{"502"}}, ledger.Access{Check: []string{"501"}}, roles, mayCheck, false},
		{"embargo", Options{EmbargoRoles: []string{"501"}}, ledger.Access{}, roles, maySeeEmbargoed, true},
		{"no embargo", Options{EmbargoRoles: []string{"501"}}, ledger.Access{}, manager, maySeeEmbargoed, false},
	} {
		l := newLedger(t)
		if err := l.SetAccess(guild, tt.access); err != nil {
			t.Fatal(err)
		}
		s := newService(nil, Options{Ledger: l}.with(tt.o), nil)
		if got := s.may(tt.by, tt.right); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// with is o with the ledger of these.
func (o Options) with(other Options) Options {
	other.Ledger = o.Ledger
	return other.withDefaults()
}

// Whoever may not is told so in private, whatever they use: commands, buttons of somebody else's answer, mentions.
func TestRefusals(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{AskRoles: []string{editorsRole}, CheckRoles: []string{editorsRole}})
	c := ask(map[string]any{})
	if m := s.Run(c).Reply(t); m.Content != textMayNot[mayAsk] || !m.Ephemeral() {
		t.Errorf("got %q", m.Content)
	}
	c.UserID = editor
	answer := s.Run(c).Reply(t)
	for _, button := range []string{"Next", "Context", "Article", "Check", "Wrong?"} {
		m, _ := press1(t, s, answer, button, reporter)
		if m.Content != textMayNot[mayAsk] && m.Content != textMayNot[mayCheck] || !m.Ephemeral() || m.ID == answer.ID {
			t.Errorf("%s: got %q", button, m.Content)
		}
	}
	s.Say(discordtest.UserMessage{Content: "<@" + s.BotID() + "> When will the ferry be raised?"})
	if m := s.AwaitMessage(t, discordtest.DMID, 1); m.Content != textMayNot[mayAsk] {
		t.Errorf("got %q in direct messages", m.Content)
	}
	if got := s.Complete(discordtest.Command{Name: "said", Options: map[string]any{"speaker": "a"}, Focused: "speaker"}).Choices(t); len(got) != 0 {
		t.Errorf("got choices %v", got)
	}
}

// The server's administrators set where and to whom the bot answers, and nobody else does.
func TestSettings(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l})
	desk := discordtest.Command{Name: "desk"}
	if m := s.Run(desk).Reply(t); buttonOf(m, "Settings") != "" || !strings.Contains(m.Embeds[0].Description, "tern.7") {
		t.Errorf("a reporter got %+v", m.Embeds)
	}
	desk.UserID = chief
	settings, _ := press1(t, s, s.Run(desk).Reply(t), "Settings", chief)
	if !settings.Ephemeral() || len(componentsOf(settings)) != 3 {
		t.Fatalf("got %q with %+v", settings.Content, componentsOf(settings))
	}
	changed := s.Press(discordtest.Press{MessageID: settings.ID, CustomID: componentsOf(settings)[1].CustomID, Values: []string{editorsRole}, UserID: chief}).Reply(t)
	if changed.ID != settings.ID || componentsOf(changed)[1].DefaultValues[0].ID != editorsRole {
		t.Errorf("got %+v", componentsOf(changed))
	}
	if m := s.Run(ask(map[string]any{})).Reply(t); m.Content != textMayNot[mayAsk] {
		t.Errorf("a reporter got %q", m.Content)
	}
	s.Press(discordtest.Press{MessageID: settings.ID, CustomID: componentsOf(settings)[1].CustomID, UserID: chief}).Reply(t)
	s.Press(discordtest.Press{MessageID: settings.ID, CustomID: componentsOf(settings)[0].CustomID, Values: []string{discordtest.ChannelID}, UserID: chief}).Reply(t)
	for channel, want := range map[string]bool{discordtest.ChannelID: true, discordtest.ThreadID: true} {
		c := ask(map[string]any{})
		c.ChannelID = channel
		if m := s.Run(c).Reply(t); (len(m.Embeds) > 0) != want {
			t.Errorf("%s: got %q", channel, m.Content)
		}
	}
	a, err := l.Access(discordtest.GuildID)
	if err != nil || len(a.Ask) != 0 || len(a.Channels) != 1 {
		t.Errorf("got %+v, %v", a, err)
	}
}

// Embargoed articles are for those who may see them, and only where nobody else sees the answer.
func TestClearance(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	desk := newArchive()
	desk.cleared = make(chan bool, 1)
	start(t, s, desk, Options{EmbargoRoles: []string{embargoRole}})
	for _, tt := range []struct {
		user    string
		private bool
		want    bool
	}{{editor, true, true}, {editor, false, false}, {reporter, true, false}} {
		c := ask(map[string]any{"only_me": tt.private})
		c.UserID = tt.user
		s.Run(c).Reply(t)
		if got := <-desk.cleared; got != tt.want {
			t.Errorf("%+v: got %v", tt, got)
		}
	}
	s.Say(discordtest.UserMessage{UserID: editor, Content: "<@" + s.BotID() + "> When?"})
	if <-desk.cleared {
		t.Error("a mention was answered with what is embargoed")
	}
}

// What somebody who sees embargoed articles shows to everyone is found anew, as everyone may see it; a passage that is free
// is shown as it is.
func TestEveryoneMaySeeLess(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	desk := newArchive()
	desk.cleared = make(chan bool, 1)
	said := make(chan bool, 1)
	desk.said = func(ctx context.Context, _, _ string, _, _ time.Time) (bot.Statements, error) {
		said <- bot.SeesEmbargoed(ctx)
		return statements(3), nil
	}
	start(t, s, desk, Options{EmbargoRoles: []string{embargoRole}})
	c := saidOf(map[string]any{"speaker": "Ostberg"})
	c.UserID = editor
	private := s.Run(c).Reply(t)
	if !<-said {
		t.Error("the editor was not cleared")
	}
	public, _ := press1(t, s, private, "Show everyone", editor)
	if <-said || public.Ephemeral() || !strings.Contains(public.Content, "3 statements") {
		t.Errorf("got %q with what is embargoed", public.Content)
	}
	c = ask(map[string]any{"only_me": true})
	c.UserID = editor
	answer := s.Run(c).Reply(t)
	<-desk.cleared
	if m, _ := press1(t, s, answer, "Show everyone", editor); !strings.Contains(m.Embeds[0].Description, "We shall raise her") || len(desk.cleared) != 0 {
		t.Errorf("got %+v, asked again %d times", m.Embeds, len(desk.cleared))
	}
}
