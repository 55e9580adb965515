package main

import (
	"context"
	"strings"

	"copydesk/bot"
)

type articleCommand struct {
	Ref        []string `arg:"" name:"article" help:"Its ID, or words of its headline, outlet and date; in quotation marks or not."`
	Statements bool     `help:"Print what each source says, word for word."`
	JSON       bool     `name:"json" help:"Print the card as JSON, the statements included."`

	data string
}

// Help is what copydesk article --help adds.
func (articleCommand) Help() string {
	return `The card has the article's headline, outlet, byline and date, and its sources: who is quoted or reported in it, named or
anonymous, and in how many places. Words may be unfinished or misspelt; where several articles fit, the others are listed below.
The exit code is 3 if none does. It works while the bot runs.

Examples:
  copydesk article urn:sample:ferry-strike
  copydesk article ferry strike courier 2025 --statements`
}

func (c *articleCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// cardMaker shows articles' cards: a desk of this process, or that of the running bot.
type cardMaker interface {
	Article(ctx context.Context, ref string) (bot.Card, error)
}

// Run prints an article's card.
func (c *articleCommand) Run(ctx context.Context, s stdio) error {
	desk, closeDesk, err := openDesk(ctx, c.data, "article", bot.Options{})
	if err != nil {
		return err
	}
	defer closeDesk()
	card, err := desk.Article(ctx, strings.Join(c.Ref, " "))
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.out, card)
	}
	return newPrinter(s.out).card(card, c.Statements)
}
