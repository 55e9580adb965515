package discord

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

// kindOfRequest is something that people do, each kind in a channel of its own.
type kindOfRequest struct {
	name string
	// route is where its outcome is sent.
	route string
	// slow says that the Desk takes longer than the bot's Patience.
	slow bool
	// want is in what is shown when all is well, and what that is.
	want, what string
	answered   bool // it is about a message that has an answer
	// prepare does what has to be there before, and returns what does the request itself and returns its ID.
	prepare func(*scenario) func() (id string)
}

var kindsOfRequest = []kindOfRequest{
	{"a command", discordtest.RouteCallback, false, "We shall raise her in May", "the answer", false, (*scenario).asksByCommand},
	{"a command that takes longer", discordtest.RouteEditReply, true, "We shall raise her in May", "the answer", false, (*scenario).asksByCommand},
	{"a draft", discordtest.RouteCallback, false, "quotations", "the report", false, (*scenario).sendsDraft},
	{"a button for the next passage", discordtest.RouteCallback, false, "crane barge", "the next passage", false, (*scenario).pressesNext},
	{"a button for the next passage that takes longer", discordtest.RouteEditReply, true, "crane barge", "the next passage", false, (*scenario).pressesNext},
	{"a button for the context", discordtest.RouteCallback, false, "The ferry lies deep.", "the paragraphs around the passage", false, (*scenario).pressesContext},
	{"a button whose receipt is gone", discordtest.RouteCallback, false, textNoReceipt, "a sentence that it is gone", false, (*scenario).pressesForgotten},
	{"a menu", discordtest.RouteCallback, false, "We shall raise her", "what was chosen", false, (*scenario).chooses},
	{"a form opened", discordtest.RouteCallback, false, "", "", false, (*scenario).opensForm},
	{"a form sent", discordtest.RouteCallback, false, "Thank you.", "thanks", false, (*scenario).sendsForm},
	{"a suggestion", discordtest.RouteCallback, false, "", "", false, (*scenario).types},
	{"a mention", discordtest.RouteCreateMessage, false, "We shall raise her in May", "the answer", false, (*scenario).mentions},
	{"a mention that takes longer", discordtest.RouteEditMessage, true, "We shall raise her in May", "the answer", false, (*scenario).mentions},
	{"a mention edited", discordtest.RouteEditMessage, false, "We shall raise her in May", "the new answer", true, (*scenario).edits},
	{"a mention deleted", discordtest.RouteDeleteMessage, false, "", "", true, (*scenario).deletes},
}

func requestNamed(name string) kindOfRequest {
	return kindsOfRequest[slices.IndexFunc(kindsOfRequest, func(k kindOfRequest) bool { return k.name == name })]
}

// scenario is one kind of request on a bot, which other kinds may share.
type scenario struct {
	*faultDesk
	kind    kindOfRequest
	channel string
	known   map[string]bool // messages that were there before the request
	since   int64
	made    *discordtest.Interaction // nil for messages
}

// faultDesk is a bot and its Discord.
type faultDesk struct {
	t    *testing.T
	s    *discordtest.Server
	r    *running
	desk *gatedArchive
	o    Options
}

// gatedArchive is an archive that answers once the gate, if there is one, is open.
type gatedArchive struct {
	*archive
	gate  atomic.Pointer[chan struct{}]
	asked atomic.Pointer[chan struct{}] // if not nil, closed when something is asked
}

func (a *gatedArchive) wait(ctx context.Context) {
	if asked := a.asked.Swap(nil); asked != nil {
		close(*asked)
	}
	if gate := a.gate.Load(); gate != nil {
		select {
		case <-*gate:
		case <-ctx.Done():
		}
	}
}

func (a *gatedArchive) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	a.wait(ctx)
	answer, err := a.archive.Ask(ctx, q)
	if strings.Contains(q.Text, "sink") { // what was asked before an edit is answered by something else
		answer.Passages = answer.Passages[2:]
	}
	return answer, err
}

func (a *gatedArchive) Standing(ctx context.Context, article, version string) (bot.Standing, error) {
	a.wait(ctx)
	return a.archive.Standing(ctx, article, version)
}

// newFaultDesk starts a bot in a Discord that has a channel for every kind of request. before, if not nil, is done first.
func newFaultDesk(t *testing.T, d discordtest.Options, o Options, before func(*discordtest.Server)) *faultDesk {
	t.Helper()
	d.Channels = []discordtest.Channel{{ID: discordtest.DMID, Type: discordtest.DM}}
	for i, k := range kindsOfRequest {
		d.Channels = append(d.Channels, discordtest.Channel{ID: channelOf(i), GuildID: discordtest.GuildID, Name: strings.ReplaceAll(k.name, " ", "-")})
	}
	desk := &gatedArchive{archive: newArchive()}
	desk.draft = func(context.Context, string, io.Reader) (bot.Report, error) { return report(), nil }
	desk.names = func(context.Context, string) ([]string, error) { return []string{"Runa Ostberg"}, nil }
	o.UserRate, o.ChannelRate, o.Ledger = 60000, 60000, newLedger(t)
	f := &faultDesk{t: t, s: newDouble(t, d), desk: desk, o: o}
	if before != nil {
		before(f.s)
	}
	f.r = start(t, f.s, desk, f.o)
	return f
}

func channelOf(kind int) string { return fmt.Sprint(210 + kind) }

// set prepares a request of a kind. What it returns does it and returns what tells when it has ended.
func (f *faultDesk) set(k kindOfRequest) (sc *scenario, do func() (ended func())) {
	f.t.Helper()
	i := slices.IndexFunc(kindsOfRequest, func(other kindOfRequest) bool { return other.name == k.name })
	sc = &scenario{faultDesk: f, kind: k, channel: channelOf(i), known: make(map[string]bool)}
	act := k.prepare(sc)
	for _, m := range f.s.Seen(reporter, sc.channel, 0) {
		sc.known[m.ID] = true
	}
	sc.since, _ = f.s.Changed()
	return sc, func() func() {
		id := act()
		switch {
		case k.name == "a suggestion":
			return func() { f.r.log.await(f.t, "kind=suggestion request.id="+id+" ", 1) }
		case k.answered:
			return func() { f.done(id, 2) }
		default:
			return func() { f.done(id, 1) }
		}
	}
}

// base is an answer with buttons, all work on which is done.
func (sc *scenario) base(c discordtest.Command) discordtest.Message {
	c.ChannelID = sc.channel
	i := sc.s.Run(c)
	sc.done(i.ID(), 1)
	m := i.Reply(sc.t)
	m, _ = sc.s.Message(m.ID)
	return m
}

func (f *faultDesk) done(id string, n int) {
	f.t.Helper()
	f.r.log.await(f.t, "request noted as done\" id="+id+"\n", n)
}

func (sc *scenario) asksByCommand() func() string {
	return func() string {
		c := ask(map[string]any{})
		c.ChannelID = sc.channel
		sc.made = sc.s.Run(c)
		return sc.made.ID()
	}
}

func (sc *scenario) sendsDraft() func() string {
	return func() string {
		c := checkOf("ferry.txt", "“We shall raise her in May.”")
		c.ChannelID = sc.channel
		sc.made = sc.s.Run(c)
		return sc.made.ID()
	}
}

// presses is a press of the button below an answer.
func (sc *scenario) presses(word string) func() string {
	m := sc.base(ask(map[string]any{}))
	return func() string {
		sc.made = sc.s.Press(discordtest.Press{MessageID: m.ID, CustomID: buttonOf(m, word)})
		return sc.made.ID()
	}
}

func (sc *scenario) pressesNext() func() string    { return sc.presses("Next") }
func (sc *scenario) pressesContext() func() string { return sc.presses("Context") }
func (sc *scenario) opensForm() func() string      { return sc.presses("Wrong?") }

func (sc *scenario) pressesForgotten() func() string {
	press := sc.presses("Next")
	if _, _, err := sc.o.Ledger.Forget(reporter); err != nil {
		sc.t.Fatal(err)
	}
	return press
}

func (sc *scenario) chooses() func() string {
	card := sc.base(discordtest.Command{Name: "article", Options: map[string]any{"article": "ferry"}})
	return func() string {
		sc.made = sc.s.Press(discordtest.Press{MessageID: card.ID, CustomID: componentsOf(card)[0].CustomID, Values: []string{"s0"}})
		return sc.made.ID()
	}
}

func (sc *scenario) sendsForm() func() string {
	id := sc.opensForm()()
	sc.done(id, 1)
	form := sc.made
	return func() string {
		sc.made = sc.s.Submit(discordtest.Submit{Of: form, Chosen: map[string][]string{whatField: {"speaker"}}})
		return sc.made.ID()
	}
}

func (sc *scenario) types() func() string {
	return func() string {
		sc.made = sc.s.Complete(discordtest.Command{Name: "said", ChannelID: sc.channel, Options: map[string]any{"speaker": "ru"}, Focused: "speaker"})
		return sc.made.ID()
	}
}

func (sc *scenario) says(text string) string {
	return sc.s.Say(discordtest.UserMessage{ChannelID: sc.channel, Content: "<@" + sc.s.BotID() + "> " + text})
}

func (sc *scenario) mentions() func() string {
	return func() string { return sc.says("When will the ferry be raised?") }
}

// answered is a mention that has its answer.
func (sc *scenario) answered() string {
	id := sc.says("When did it sink?")
	sc.done(id, 1)
	return id
}

func (sc *scenario) edits() func() string {
	id := sc.answered()
	return func() string {
		sc.s.Edit(id, "<@"+sc.s.BotID()+"> When will it be raised?")
		return id
	}
}

func (sc *scenario) deletes() func() string {
	id := sc.answered()
	return func() string {
		sc.s.Delete(id)
		return id
	}
}

// sees says in words what the person sees of the request.
func (sc *scenario) sees() string {
	var parts []string
	for _, m := range sc.s.Seen(reporter, sc.channel, sc.since) {
		if m.Author.ID == sc.s.BotID() {
			parts = append(parts, sc.describe(m))
		}
	}
	for _, m := range sc.s.Seen(reporter, discordtest.DMID, sc.since) {
		parts = append(parts, "by direct message, "+sc.gist(m))
	}
	if sc.made != nil {
		for _, e := range sc.made.History() {
			switch e.Kind {
			case discordtest.Asked:
				parts = append(parts, "the form")
			case discordtest.Suggested:
				parts = append(parts, fmt.Sprintf("%d suggestion", len(e.Choices)))
			}
		}
		switch {
		case len(parts) > 0:
		case sc.kind.name == "a suggestion":
			parts = append(parts, "no suggestions; typing goes on")
		case len(sc.made.History()) == 0:
			parts = append(parts, "Discord's own “did not respond”")
		}
	}
	switch {
	case len(parts) > 0:
	case sc.kind.answered:
		return "the answer before, still"
	default:
		return "nothing"
	}
	return strings.Join(parts, "; and ")
}

func (sc *scenario) describe(m discordtest.Message) string {
	switch text := sc.gist(m); {
	case m.Deleted:
		return "the answer is gone too"
	case m.Loading:
		return "“copydesk is thinking…”, for ever"
	case sc.known[m.ID]:
		return text + ", in its place"
	case m.Ephemeral():
		return text + ", alone"
	default:
		return text
	}
}

// reference is the number of a fault, which is never the same.
var reference = regexp.MustCompile("`[A-Z2-7]{8}`")

// gist is what a message says.
func (sc *scenario) gist(m discordtest.Message) string {
	text := m.Content
	for _, e := range m.Embeds {
		text += "\n" + e.Title + "\n" + e.Description
	}
	if sc.kind.want != "" && strings.Contains(text, sc.kind.want) {
		return sc.kind.what
	}
	return "“" + reference.ReplaceAllString(m.Content, "`…`") + "”"
}
