package main

import (
	"context"
	"strings"
	"time"

	"copydesk/bot"
)

type saidCommand struct {
	Name     []string `arg:"" help:"A name in any form, or an office such as \"the mayor of Port Ansel\"; in quotation marks or not."`
	About    string   `placeholder:"TOPIC" help:"Only statements that are about this, in words."`
	From     string   `placeholder:"DATE" help:"Only articles published on or after this day, month or year."`
	To       string   `placeholder:"DATE" help:"Only articles published on or before it."`
	All      bool     `help:"Print every statement, and not only the latest or, of a topic, the nearest."`
	JSON     bool     `name:"json" help:"Print all statements as JSON."`
	Synonyms string   `env:"COPYDESK_SYNONYMS" placeholder:"FILE" help:"The newsroom's own synonyms, for the topic, as for ask."`

	data string
}

// Help is what copydesk said --help adds.
func (saidCommand) Help() string {
	return `The statements come in the order of publication, word for word, each once; what the person is quoted with or reported to
have said is marked in its sentence. Where several people have the name, it lists them, and prints nobody's words. The exit
code is 0 if there is a statement, 3 if there is none. It works while the bot runs.

Examples:
  copydesk said "Philippa Norwen"
  copydesk said Norwen --about ferries --from 2025
  copydesk said "the mayor of Port Ansel" --json`
}

func (c *saidCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// sayer finds what people said: a desk of this process, or that of the running bot.
type sayer interface {
	Said(ctx context.Context, name, topic string, from, to time.Time) (bot.Statements, error)
}

// Run prints what somebody said.
func (c *saidCommand) Run(ctx context.Context, s stdio) error {
	name := strings.Join(c.Name, " ")
	from, to, err := period(c.From, c.To)
	if err == nil {
		err = bot.CheckName(name)
	}
	if err != nil {
		return err
	}
	options, err := answering{Threshold: 1, Synonyms: c.Synonyms}.options() // nothing is called an answer here
	if err != nil {
		return err
	}
	desk, closeDesk, err := openDesk(ctx, c.data, "said", options)
	if err != nil {
		return err
	}
	defer closeDesk()
	said, err := desk.Said(ctx, name, c.About, from, to)
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(s.out, said)
	} else {
		err = newPrinter(s.out).statements(said, saidQuery{name, c.About, c.All})
	}
	if err == nil && len(said.Statements) == 0 {
		return &failure{code: exitNoAnswer}
	}
	return err
}

// saidQuery is what was asked of copydesk said.
type saidQuery struct {
	name, topic string
	all         bool
}
