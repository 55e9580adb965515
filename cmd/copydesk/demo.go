package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"copydesk/bot"
	"copydesk/corpus/sample"
	"copydesk/index"
)

type demoCommand struct {
	Port     int  `placeholder:"PORT" help:"Port of the page, on this computer's own address; any that is free if not given."`
	NoOpen   bool `name:"no-open" help:"Print the page's address and open no browser."`
	Terminal bool `help:"Ask in the terminal, without the page."`
}

// Help is what copydesk demo --help adds.
func (demoCommand) Help() string {
	return `It indexes a small archive whose people, places and outlets are all invented, and puts the bot into an invented newsroom:
a page in your browser that looks and works like Discord, with the bot itself at the other end. Ask, reply, use commands, buttons
and forms, as a reporter, an editor or an admin. It needs no account and no set-up, nothing leaves your computer, and nothing is kept.

The page is shown where the output is a terminal, or with --port or --no-open. Otherwise, and with --terminal, three questions
are answered as text, and on a terminal yours after them.

Examples:
  copydesk demo
  copydesk demo --port 8080 --no-open
  copydesk demo --terminal`
}

func (c *demoCommand) configure(*cli) command { return c }

// Run indexes the sample archive in a temporary folder and answers from it.
func (c *demoCommand) Run(ctx context.Context, s stdio) (err error) {
	if c.Port < 0 || c.Port > 65535 {
		return &failure{exitMisuse, fmt.Sprintf("--port %d: not a port, which is from 1 to 65535", c.Port), ""}
	}
	dir, err := os.MkdirTemp("", "copydesk-demo-")
	if err != nil {
		return fmt.Errorf("temporary folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	archive := filepath.Join(dir, "archive")
	if err := sample.Write(archive); err != nil {
		return err
	}
	x, err := index.Open(filepath.Join(dir, "data"), index.Options{Command: "demo", Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	report, err := x.Ingest(ctx, job{Paths: []string{archive}, Outlets: sample.Outlets()}.plan(nil))
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s of invented outlets indexed. ", plural(report.Added, "article"))
	desk := bot.New(x, bot.Options{})
	if c.showsPage(s) {
		return c.page(ctx, desk, dir, s)
	}
	return demoTerminal(ctx, desk, s)
}

// showsPage reports whether the demo is to be a page: where somebody sits at a terminal, or has asked for it.
func (c *demoCommand) showsPage(s stdio) bool {
	return !c.Terminal && (isTerminal(s.out) || c.Port != 0 || c.NoOpen)
}
