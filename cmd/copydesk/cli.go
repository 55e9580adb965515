package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/alecthomas/kong"
)

// cli is the command line. A setting is taken from its flag, else from the environment, else from .env, else its
// default; .env.example has the same list.
type cli struct {
	Data string `default:"data" env:"COPYDESK_DATA" placeholder:"DIR" help:"Folder that holds the index."`
	Log  string `default:"info" enum:"debug,info,warn,error" env:"COPYDESK_LOG" placeholder:"LEVEL" help:"Least level that is logged: debug, info, warn or error."`

	Index        indexCommand        `cmd:"" help:"Add articles to the index, or bring it up to date with them."`
	Ask          askCommand          `cmd:"" help:"Answer a question from the index."`
	Quote        quoteCommand        `cmd:"" help:"Check a quotation against the archive: the words, the speaker."`
	Check        checkCommand        `cmd:"" help:"Check every quotation of a draft against the archive."`
	Said         saidCommand         `cmd:"" help:"Print what a person said."`
	Article      articleCommand      `cmd:"" help:"Print an article's card: what it is, and who says something in it."`
	Attributions attributionsCommand `cmd:"" help:"Print who says what in articles."`
	Eval         evalCommand         `cmd:"" help:"Measure copydesk on questions of your own."`
	Receipt      receiptCommand      `cmd:"" help:"Print what was asked and shown under the ID of a receipt."`
	Export       exportCommand       `cmd:"" help:"Print receipts, or the feedback on them, as JSON Lines or CSV."`
	Serve        serveCommand        `cmd:"" help:"Run the Discord bot."`
	Demo         demoCommand         `cmd:"" help:"Try the bot in an invented newsroom, in the browser or the terminal; nothing is kept."`
	Version      versionCommand      `cmd:"" help:"Print the version."`
}

// command is one subcommand with its flags read.
type command interface {
	Run(ctx context.Context, s stdio) error
}

const description = `copydesk answers questions from a newsroom's own archive, word for word, each answer with its source.

A setting comes from its flag, else from the environment, else from the file .env, else its default.`

// parse reads the command line; without a command it returns the exit code.
func parse(args []string, s stdio) (command, int) {
	var c cli
	exited, code := false, exitOK
	parser := kong.Must(&c,
		kong.Name("copydesk"), kong.Description(description), kong.Writers(s.out, s.err),
		kong.Exit(func(n int) { exited, code = true, n }), kong.ConfigureHelp(kong.HelpOptions{Compact: true, Summary: false}),
		kong.UsageOnError(),
	)
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if exited {
		return nil, code
	}
	if err != nil {
		fmt.Fprintf(s.err, "copydesk: %s\n%s\n", err, hint(err))
		return nil, exitMisuse
	}
	selected, ok := k.Selected().Target.Addr().Interface().(configured)
	if !ok {
		return nil, exitMisuse
	}
	return selected.configure(&c), exitOK
}

// configured is a subcommand that takes what it needs of the common settings.
type configured interface {
	configure(c *cli) command
}

func hint(err error) string {
	var p *kong.ParseError
	if errors.As(err, &p) && p.Context != nil {
		if n := p.Context.Selected(); n != nil {
			return fmt.Sprintf("See copydesk %s --help.", n.Path())
		}
	}
	return "See copydesk --help."
}
