package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"time"

	"copydesk/bot/discord"
	"copydesk/bot/discord/discordpage"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
)

// demoRate is how many requests a minute the bot takes: more than anybody clicks who tries everything.
const demoRate = 600

// page runs the bot in an invented newsroom, which it serves as a page, until ctx ends. Receipts are kept in the folder.
func (c *demoCommand) page(ctx context.Context, desk discord.Desk, dir string, s stdio) (err error) {
	l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(c.Port)))
	if err != nil {
		return &failure{exitFailure, fmt.Sprintf("port %d cannot be used: %v", c.Port, err), "Leave --port out, and any free port is taken."}
	}
	logger := newLogger(s, "warn")
	receipts, err := ledger.Open(filepath.Join(dir, ledger.Name), ledger.Options{})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer func() { err = errors.Join(err, receipts.Close()) }()
	setup := demoNewsroom()
	setup.Token = rand.Text()
	double, stop, err := discordtest.Start(setup, func(problem string) {
		logger.Error("a bug: Discord would not take this", "problem", problem)
	})
	if err != nil {
		return errors.Join(err, l.Close())
	}
	defer stop()
	demoGreetings(double)
	site := &http.Server{
		Handler:           discordpage.New(double, discordpage.Options{Title: "copydesk demo", People: demoPeople, Intros: demoIntros, Logger: logger}),
		ReadHeaderTimeout: 10 * time.Second, ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- site.Serve(l) }()
	address := "http://" + l.Addr().String() + "/"
	fmt.Fprintf(s.out, "The bot is at work in an invented newsroom, on this computer alone:\n\n  %s\n\n", address)
	c.open(address, s)
	err = discord.Run(ctx, desk, discord.Options{
		Token: setup.Token, API: double.URL(), CDN: double.URL(), Logger: logger, DrainTimeout: time.Second,
		Ledger: receipts, CheckRoles: []string{demoEditors, demoAdmin}, EmbargoRoles: []string{demoEditors},
		UserRate: demoRate, ChannelRate: demoRate,
	})
	err = errors.Join(err, site.Close())
	if end := <-served; !errors.Is(end, http.ErrServerClosed) {
		err = errors.Join(err, end)
	}
	return err
}

// open shows the page in the browser, and says how to go on.
func (c *demoCommand) open(address string, s stdio) {
	hint := "Open it in a browser."
	if !c.NoOpen && openBrowser(address) == nil {
		hint = "It opens in your browser."
	}
	fmt.Fprintln(s.out, hint, "Ctrl-C ends the demo and keeps nothing; copydesk demo --terminal asks here instead.")
}
