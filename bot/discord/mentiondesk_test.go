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

// mentionDesk is a bot that is mentioned in a channel, and what its Desk was asked.
type mentionDesk struct {
	*running
	t     *testing.T
	s     *discordtest.Server
	l     *ledger.Ledger
	asked chan string
	gate  chan struct{} // questions wait for it to be closed; those that are superseded do not
}

func newMentionDesk(t *testing.T, o Options) *mentionDesk {
	t.Helper()
	d := &mentionDesk{t: t, s: newDouble(t, discordtest.Options{}), l: newLedger(t), asked: make(chan string, 100), gate: make(chan struct{})}
	o.Ledger = d.l
	d.running = start(t, d.s, deskFunc(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
		d.asked <- q.Text
		select {
		case <-d.gate:
			return ferryAnswer(), nil
		case <-ctx.Done():
			return bot.Answer{}, ctx.Err()
		}
	}), o)
	return d
}

// open lets the Desk answer at once.
func (d *mentionDesk) open() *mentionDesk {
	close(d.gate)
	return d
}

func (d *mentionDesk) to(text string) string { return "<@" + d.s.BotID() + "> " + text }

func (d *mentionDesk) mention(text string) (id string) {
	return d.s.Say(discordtest.UserMessage{Content: d.to(text)})
}

// edit changes a message a little later: it is by the time of an edit that Discord's repetitions are told from another.
func (d *mentionDesk) edit(id, text string) {
	d.s.Advance(time.Millisecond)
	d.s.Edit(id, text)
}

// question waits for what the Desk is asked next.
func (d *mentionDesk) question() string {
	d.t.Helper()
	select {
	case q := <-d.asked:
		return q
	case <-time.After(20 * time.Second):
		d.t.Fatal("the Desk is not asked")
		return ""
	}
}

// done waits until work on a message has ended for the n-th time.
func (d *mentionDesk) done(id string, n int) {
	d.t.Helper()
	d.log.await(d.t, "request noted as done\" id="+id+"\n", n)
}

// end stops the bot, waits until all its work has ended, and gives what its Desk was asked.
func (d *mentionDesk) end() string {
	d.t.Helper()
	d.stop()
	if err := <-d.running.done; err != nil {
		d.t.Errorf("got error %v, want nil", err)
	}
	if left, err := d.l.Pending(); err != nil || len(left) > 0 {
		d.t.Errorf("%d requests are left without an outcome, %v", len(left), err)
	}
	close(d.asked)
	var all []string
	for q := range d.asked {
		all = append(all, q)
	}
	return strings.Join(all, " ")
}

// replies are the bot's messages in the channel that are there.
func (d *mentionDesk) replies() (out []discordtest.Message) {
	for _, m := range d.s.Seen(reporter, discordtest.ChannelID, 0) {
		if m.Author.ID == d.s.BotID() {
			out = append(out, m)
		}
	}
	return out
}

// sent is how many requests of a route there were.
func (d *mentionDesk) sent(route string) (n int) {
	for _, r := range d.s.Requests() {
		if r.Route == route {
			n++
		}
	}
	return n
}

// whole reports whether a message is the answer to a question as the ledger has it: with its receipt, and so its buttons.
func (d *mentionDesk) whole(m discordtest.Message, question, text string) bool {
	reply, known, err := d.l.Reply(question)
	return err == nil && known && reply.Answer == m.ID && reply.Asked == text && len(m.Embeds) == 1 &&
		reply.Receipt == receiptOf(m) && strings.Contains(buttonOf(m, "Next"), reply.Receipt)
}
