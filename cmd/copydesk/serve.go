package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/lmittmann/tint"

	"copydesk/bot/discord"
	"copydesk/bot/ledger"
)

// whoMay are the roles, or users, that have a right.
type whoMay struct {
	AskRoles     []string `env:"COPYDESK_ASK_ROLES" placeholder:"ID" help:"Roles, or users, that may ask and look up; everybody if none is named."`
	CheckRoles   []string `env:"COPYDESK_CHECK_ROLES" placeholder:"ID" help:"Those that may check quotations and drafts, read others' receipts and sign them off; everybody may check if none is named."`
	EmbargoRoles []string `env:"COPYDESK_EMBARGO_ROLES" placeholder:"ID" help:"Those that are shown embargoed articles before their time, in answers that they alone see; nobody if none is named."`
	AdminRoles   []string `env:"COPYDESK_ADMIN_ROLES" placeholder:"ID" help:"Those that change a server's settings in Discord; whoever may manage the server if none is named."`
}

type serveCommand struct {
	Token    string   `env:"DISCORD_TOKEN" hidden:"" help:"Bot token; set it in the environment or in .env, not here."`
	Guilds   []string `env:"COPYDESK_GUILDS" placeholder:"ID" help:"Servers (guilds) in which the bot answers; all if none is named."`
	Channels []string `env:"COPYDESK_CHANNELS" placeholder:"ID" help:"Channels in which it answers, with their threads; all if none is named."`
	whoMay
	API string `env:"COPYDESK_DISCORD_API" placeholder:"URL" help:"Address of a proxy for Discord's API; Discord itself if empty."`

	UserRate    int `env:"COPYDESK_USER_RATE" default:"30" placeholder:"N" help:"Requests a minute that are taken from one user (default: 30)."`
	ChannelRate int `env:"COPYDESK_CHANNEL_RATE" default:"120" placeholder:"N" help:"Requests a minute that are taken in one channel (default: 120)."`
	Keep        int `default:"90" env:"COPYDESK_KEEP" placeholder:"DAYS" help:"Days for which receipts, feedback and whose message is whose answer are kept, at least 1 (default: 90)."`

	answering

	data, level string
}

// Help is what copydesk serve --help adds.
func (serveCommand) Help() string {
	return `The token comes from DISCORD_TOKEN, in the environment or in .env. The bot may be started before there is an index, and
picks it up when there is. Once connected it prints the links by which it is added to a server, or to somebody's own account. SIGTERM and Ctrl-C let it finish what it is answering; a second one ends it at once.

Examples:
  copydesk serve
  copydesk serve --guilds 1034567890123456789 --channels 1034567890123456790,1034567890123456791`
}

func (c *serveCommand) configure(all *cli) command {
	c.data, c.level = all.Data, all.Log
	return c
}

// Run runs the bot until ctx ends.
func (c *serveCommand) Run(ctx context.Context, s stdio) error {
	if c.Token == "" {
		return &failure{exitMisuse, "DISCORD_TOKEN is not set", tokenSteps}
	}
	if c.UserRate < 1 || c.ChannelRate < 1 {
		return &failure{exitMisuse, "--user-rate and --channel-rate are 1 or more a minute", ""}
	}
	keep, err := c.keep()
	if err != nil {
		return err
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	logger := newLogger(s, c.level)
	receipts, err := openLedger(ctx, c.data, ledger.Options{Keep: keep})
	if err != nil {
		return err
	}
	defer closeLedger(receipts, logger)
	lib := newLibrary(c.data, logger, options)
	defer lib.close()
	if _, err := lib.open(false); err != nil { // before requests come, those that a kill left among them
		return err
	}
	control, err := listenControl(c.data, lib, receipts, logger)
	if err != nil {
		return err
	}
	defer control.close()
	ctx, stop := context.WithCancel(ctx)
	var expiry sync.WaitGroup
	defer expiry.Wait()
	defer stop()
	expiry.Go(func() { expireHourly(ctx, receipts, logger) })
	watched := make(chan error, 1)
	go func() {
		err := lib.watch(ctx)
		if err != nil {
			stop()
		}
		watched <- err
	}()
	err = discord.Run(ctx, lib, discord.Options{
		AskRoles: c.AskRoles, CheckRoles: c.CheckRoles, EmbargoRoles: c.EmbargoRoles, AdminRoles: c.AdminRoles,
		UserRate: c.UserRate, ChannelRate: c.ChannelRate,
		Invite: func(in discord.Invitation) { printInvitation(s.err, in) },
		Token:  c.Token, API: c.API, Guilds: c.Guilds, Channels: c.Channels, Logger: logger, Ledger: receipts,
	})
	stop()
	return errors.Join(<-watched, err)
}

// printInvitation tells whoever runs the bot how it is added.
func printInvitation(w io.Writer, in discord.Invitation) {
	fmt.Fprintf(w, "To add the bot to a server, open %s\n", in.Server)
	if in.User != "" {
		fmt.Fprintf(w, "To add its commands to your own account, open %s\n", in.User)
	}
}

// maxKeep is the most days, a hundred years.
const maxKeep = 36500

func (c *serveCommand) keep() (time.Duration, error) {
	if c.Keep < 1 || c.Keep > maxKeep {
		return 0, &failure{exitMisuse, fmt.Sprintf("--keep %d: not a number of days from 1 to %d", c.Keep, maxKeep), ""}
	}
	return time.Duration(c.Keep) * 24 * time.Hour, nil
}

func newLogger(s stdio, level string) *slog.Logger {
	var l slog.Level
	if err := l.UnmarshalText([]byte(level)); err != nil {
		l = slog.LevelInfo
	}
	if isTerminal(s.err) && os.Getenv("NO_COLOR") == "" {
		return slog.New(tint.NewTextHandler(s.err, &tint.Options{Level: l, TimeFormat: time.TimeOnly}))
	}
	return slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: l}))
}
