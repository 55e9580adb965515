package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
)

// killDesk is a desk with an index and a bot that runs.
func killDesk(t *testing.T) *desk {
	t.Helper()
	if testing.Short() {
		t.Skip("kills and restarts for several seconds")
	}
	t.Parallel()
	d := newDesk(t, discordtest.Options{Patience: 30 * time.Second})
	d.env = []string{"COPYDESK_CHANNEL_RATE=100000", "COPYDESK_USER_RATE=100000", "COPYDESK_LOG=debug"}
	d.run(0, "index", d.archive)
	d.start()
	return d
}

func (d *desk) asks(channel string) discordtest.Command {
	return discordtest.Command{Name: "ask", ChannelID: channel, Options: map[string]any{"question": ferryQuestion}}
}

// failing has the next requests of a route fail at the moment at which the function that it returns is called: so often is the
// request on its way.
func (d *desk) failing(route string, n int) (arrive func()) {
	hold := make(chan struct{})
	d.double.Fail(discordtest.Fault{Route: route, Times: n, Status: 500, Hold: hold})
	return func() {
		d.t.Helper()
		for range n {
			select {
			case hold <- struct{}{}:
			case <-time.After(20 * time.Second):
				d.t.Fatalf("%s is not asked for\n%s", route, d.log)
			}
		}
	}
}

// held keeps the next request of a route waiting until the test ends.
func (d *desk) held(route string, afterEffect bool) {
	hold := make(chan struct{})
	d.t.Cleanup(func() { close(hold) })
	d.double.Fail(discordtest.Fault{Route: route, Hold: hold, AfterEffect: afterEffect})
}

// ended waits until the bot has noted a request's outcome.
func (d *desk) ended(id string) {
	d.t.Helper()
	d.log.await(d.t, "noted as done\" id="+id+"\n", 1)
}

// receipts opens the ledger of a bot that is not running and wants it whole, with nothing under way.
func (d *desk) receipts() (n int) {
	d.t.Helper()
	l, err := ledger.Open(filepath.Join(d.data, "receipts.db"), ledger.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer l.Close()
	for r, err := range l.Receipts() {
		if err != nil || r.ID == "" || len(r.Result) == 0 || len(r.Asked) == 0 {
			d.t.Errorf("receipt %q: %v", r.ID, err)
		}
		n++
	}
	left, err := l.Pending()
	if err != nil || len(left) > 0 {
		d.t.Errorf("%d requests are left, %v", len(left), err)
	}
	return n
}

// shown are the bot's messages in a channel that a person sees.
func (d *desk) shown(channel string) (out []discordtest.Message) {
	for _, m := range d.double.Seen(discordtest.UserID, channel, 0) {
		if m.Author.ID == d.double.BotID() {
			out = append(out, m)
		}
	}
	return out
}

func isAnswer(m discordtest.Message) bool {
	return !m.Loading && len(m.Embeds) == 1 && strings.Contains(m.Embeds[0].Description, "bridge to nowhere")
}

// Killed with a command under way, the bot answers it when it runs again: once, in the place of what it had shown.
func TestServeKilledWithCommand(t *testing.T) {
	d := killDesk(t)
	const channel = discordtest.ThreadID // where the bot looks for a question before
	for _, tt := range []struct {
		name string
		kill func(c discordtest.Command) *discordtest.Interaction // the bot at some moment
	}{
		{"before it is acknowledged", func(c discordtest.Command) *discordtest.Interaction {
			arrive := d.failing(discordtest.RouteCallback, 2)
			i := d.double.Run(c)
			arrive()
			return i
		}},
		{"after it was answered, without having heard so", func(c discordtest.Command) *discordtest.Interaction {
			d.held(discordtest.RouteCallback, true)
			i := d.double.Run(c)
			i.Reply(t)
			return i
		}},
		{"after it was deferred", func(c discordtest.Command) *discordtest.Interaction {
			d.held(discordtest.RouteListMessages, false)
			i := d.double.Run(c)
			i.AwaitDeferral(t)
			return i
		}},
	} {
		before := len(d.shown(channel))
		i := tt.kill(d.asks(channel))
		d.kill()
		d.start()
		d.ended(i.ID())
		all := d.shown(channel)
		if m := i.Reply(t); len(all) != before+1 || !isAnswer(all[before]) || m.ID != all[before].ID {
			t.Errorf("killed %s: %s; %d messages, want one answer: %+v", tt.name, i, len(all)-before, all[before:])
		}
	}
	d.stop()
	d.receipts()
}

// Killed with a mention under way, the bot answers it by one message, as the question is by then.
func TestServeKilledWithMention(t *testing.T) {
	d := killDesk(t)
	const channel = discordtest.ThreadID
	mention := discordtest.UserMessage{ChannelID: channel, Content: "<@" + d.double.BotID() + "> " + ferryQuestion}
	for _, tt := range []struct {
		name      string
		kill      func() string
		meanwhile func(id string) // before it starts again
		messages  int
	}{
		{"before the reply", func() string {
			arrive := d.failing(discordtest.RouteCreateMessage, 2)
			id := d.double.Say(mention)
			arrive()
			return id
		}, nil, 1},
		{"after the reply, without having heard so", func() string {
			d.held(discordtest.RouteCreateMessage, true)
			n := len(d.shown(channel))
			id := d.double.Say(mention)
			d.double.AwaitMessage(t, channel, n+1)
			return id
		}, nil, 1},
		{"with a message that holds the place", func() string {
			d.held(discordtest.RouteListMessages, false)
			n := len(d.shown(channel))
			id := d.double.Say(mention)
			d.double.AwaitMessage(t, channel, n+1)
			return id
		}, nil, 1},
		{"with a question that was edited meanwhile", func() string {
			arrive := d.failing(discordtest.RouteCreateMessage, 2)
			id := d.double.Say(discordtest.UserMessage{ChannelID: channel, Content: "<@" + d.double.BotID() + "> Who reads the log?"})
			arrive()
			return id
		}, func(id string) { d.double.Edit(id, mention.Content) }, 1},
		{"with a question that was deleted meanwhile", func() string {
			arrive := d.failing(discordtest.RouteCreateMessage, 2)
			id := d.double.Say(mention)
			arrive()
			return id
		}, func(id string) { d.double.Delete(id) }, 0},
	} {
		before := len(d.shown(channel))
		id := tt.kill()
		d.kill()
		if tt.meanwhile != nil {
			tt.meanwhile(id)
		}
		d.start()
		d.ended(id)
		all := d.shown(channel)[before:]
		if len(all) != tt.messages || tt.messages > 0 && (!isAnswer(all[0]) || all[0].ReplyTo == nil || all[0].ReplyTo.ID != id) {
			t.Errorf("killed %s: %d messages, want %d: %+v", tt.name, len(all), tt.messages, all)
		}
	}
	d.stop()
	d.receipts()
}

// Killed while a button changes a message, the bot changes it when it runs again; and buttons from before a kill work.
func TestServeKilledWithButton(t *testing.T) {
	d := killDesk(t)
	m := d.double.Run(d.asks("")).Reply(t)
	for _, afterEffect := range []bool{false, true} {
		press := discordtest.Press{MessageID: m.ID, CustomID: nextButton(t, m)}
		arrive := func() {}
		if afterEffect {
			d.held(discordtest.RouteCallback, true)
		} else {
			arrive = d.failing(discordtest.RouteCallback, 2)
		}
		i := d.double.Press(press)
		if arrive(); afterEffect {
			i.Reply(t)
		}
		d.kill()
		d.start()
		d.ended(i.ID())
		next, _ := d.double.Message(m.ID)
		if all := d.shown(discordtest.ChannelID); next.Embeds[0].Description == m.Embeds[0].Description || i.Reply(t).ID != m.ID || all[0].ID != m.ID {
			t.Errorf("effect %v: the message stays as it was: %+v", afterEffect, next.Embeds)
		}
		m = next
	}
	d.stop()
	d.receipts()
}

// nextButton is the custom_id of the button to the next passage.
func nextButton(t *testing.T, m discordtest.Message) string {
	t.Helper()
	id, ok := "", false
	for part := range strings.SplitSeq(string(m.Components), `"custom_id":"`) {
		if id, _, ok = strings.Cut(part, `"`); ok && strings.HasPrefix(id, "show:") {
			return id
		}
	}
	t.Fatalf("no button to another passage: %s", m.Components)
	return ""
}

// A request that ends the bot each time is given up with a word; one too old for an answer without.
func TestServeGivesUp(t *testing.T) {
	d := killDesk(t)
	killing := func(again *discordtest.Interaction) *discordtest.Interaction {
		arrive := d.failing(discordtest.RouteCallback, 2)
		if again != nil {
			d.start()
		} else {
			again = d.double.Run(d.asks(""))
		}
		arrive()
		d.kill()
		return again
	}
	i := killing(killing(nil))
	d.start()
	if m := i.Reply(t); !strings.Contains(m.Content, "I was interrupted twice") || !m.Ephemeral() {
		t.Errorf("got %q, private %v, want a private word", m.Content, m.Ephemeral())
	}
	d.ended(i.ID())
	i = killing(nil)
	d.age(16 * time.Minute)
	d.start()
	d.ended(i.ID())
	if got := i.History(); len(got) != 0 || strings.Count(d.log.String(), "request too old to be answered") != 1 {
		t.Errorf("too old: got %s\n%s", i, d.log)
	}
	d.stop()
	d.receipts()
}

// age makes the requests under way older.
func (d *desk) age(by time.Duration) {
	d.t.Helper()
	l, err := ledger.Open(filepath.Join(d.data, "receipts.db"), ledger.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer l.Close()
	left, err := l.Pending()
	if err != nil || len(left) == 0 {
		d.t.Fatalf("%d requests are under way, %v", len(left), err)
	}
	for _, r := range left {
		r.At = r.At.Add(-by)
		if err := l.Begin(r); err != nil {
			d.t.Fatal(err)
		}
	}
}

// Killed at any moment under a stream of requests, the bot leaves none half answered and none answered twice. Only what
// reached it in the last moment can be lost, which Discord shows as a command that did not respond.
func TestServeKilledUnderLoad(t *testing.T) {
	const kills, stream = 10, 24
	d := killDesk(t)
	asked := make(map[string]bool) // mentions without an answer
	var all []*discordtest.Interaction
	for range kills {
		for n := range stream {
			c := d.asks("")
			c.UserID = fmt.Sprint(4000 + n)
			all = append(all, d.double.Run(c))
			if n%4 == 0 {
				asked[d.double.Say(discordtest.UserMessage{UserID: c.UserID, Content: "<@" + d.double.BotID() + "> " + ferryQuestion})] = true
			}
		}
		all[len(all)-1-rand.IntN(stream)].Reply(t)
		d.kill()
		d.start()
	}
	last := d.double.Run(d.asks("")).Reply(t)
	d.log.await(t, "requests of the run before taken up", d.starts)
	d.stop()
	if strings.Contains(d.log.String(), "reply failed") {
		t.Errorf("a reply failed:\n%s", d.log)
	}
	lost, answers := 0, d.shown(discordtest.ChannelID)
	for _, i := range all {
		switch got := i.History(); {
		case len(got) == 0:
			lost++
		case got[len(got)-1].Kind == discordtest.Deferred:
			t.Errorf("half answered: %s", i)
		}
	}
	whole := 0
	for _, m := range answers {
		switch {
		case isAnswer(m):
			whole++
		case !strings.Contains(m.Content, "interrupted") && !strings.Contains(m.Content, "Please try again in"): // a busy machine
			t.Errorf("half answered: %q, %d embeds", m.Content, len(m.Embeds))
		}
		if m.ReplyTo != nil && !asked[m.ReplyTo.ID] {
			t.Errorf("answered twice: %s", m.ReplyTo.ID)
		}
		if m.ReplyTo != nil {
			delete(asked, m.ReplyTo.ID)
		}
	}
	t.Logf("%d messages; in the last moments %d commands and %d mentions were lost", len(answers), lost, len(asked))
	if n := d.receipts(); n < whole || lost > len(all)/3 || nextButton(t, last) == "" {
		t.Errorf("%d receipts of %d answers, %d of %d commands lost", n, whole, lost, len(all))
	}
}
