package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"os"
	"strconv"
	"sync"
	"time"

	"copydesk/bot/discord/discordtest"
)

// patience is how long an interaction is waited for: long past the 3 s after which Discord gives up on it.
const patience = 70 * time.Second

// kept is how much the double keeps of what was: more than is sent while one interaction is answered.
const kept = 20_000

// run does what the plan says and writes the report. The error says what did not go as it should.
func run(ctx context.Context, p plan, out io.Writer) (err error) {
	dir, err := os.MkdirTemp("", "copydesk-load-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	watch := new(complaints)
	defer watch.end()
	double := discordtest.New(watch, discordtest.Options{
		Channels: invented(p.channels), Clock: time.Now, Keep: kept, Patience: patience,
	})
	if err := loopback(double.URL()); err != nil {
		return err
	}
	bot, err := start(ctx, p, dir, double)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, bot.stop()) }()
	double.AwaitReady(watch, 1)
	if err := watch.verdict(); err != nil {
		return err
	}
	m, err := newMix(p, double)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Sending %d interactions, %d a second, of %d users in %d channels.\n", p.interactions(), p.rate, p.users, p.channels)
	t := newTally()
	usage := bot.watch(ctx)
	fire(ctx, p, m, t)
	t.print(out)
	usage.stop().print(out)
	return errors.Join(t.verdict(), watch.verdict())
}

// loopback refuses any address but one of this machine's own.
func loopback(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	ip, err := netip.ParseAddr(u.Hostname())
	if err != nil || !ip.IsLoopback() {
		return fmt.Errorf("%s: not on the loopback address", address)
	}
	return nil
}

// invented are channels of the double's one server.
func invented(n int) []discordtest.Channel {
	out := make([]discordtest.Channel, n)
	for i := range out {
		out[i] = discordtest.Channel{ID: channelID(i), GuildID: discordtest.GuildID, Name: fmt.Sprintf("desk-%d", i)}
	}
	return out
}

func channelID(n int) string { return strconv.Itoa(700_000 + n) }
func userID(n int) string    { return strconv.Itoa(800_000 + n) }

// fire sends the interactions at even intervals, not waiting for answers, and then waits for those.
func fire(ctx context.Context, p plan, m *mix, t *tally) {
	var under sync.WaitGroup
	defer under.Wait()
	interval := time.Second / time.Duration(p.rate)
	began := time.Now()
	for n := range p.interactions() {
		due := began.Add(time.Duration(n) * interval)
		select {
		case <-time.After(time.Until(due)):
		case <-ctx.Done():
			return
		}
		t.late(time.Since(due))
		a := m.next()
		under.Go(func() { t.add(m.send(a)) })
	}
}
