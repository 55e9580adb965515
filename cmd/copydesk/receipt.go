package main

import (
	"context"
	"strings"

	"copydesk/bot/ledger"
)

type receiptCommand struct {
	ID   []string `arg:"" help:"The ID as the receipt has it; small letters, spaces and hyphens make no difference."`
	JSON bool     `name:"json" help:"Print the receipt as JSON."`

	data string
}

// Help is what copydesk receipt --help adds.
func (receiptCommand) Help() string {
	return `It prints what was asked, when, where and by whom; what was shown, word for word, from which version of which article and at which
bytes of its text; with which index; who signed it off; and the feedback on it. Where the article has been changed since, it
says so. The words of an article that may not be shown any more are held back. The exit code is 0 if there is such a
receipt, 3 if there is none. It works while the bot runs.

Examples:
  copydesk receipt 7K3QXM0A
  copydesk receipt 7k3q-xm0a --json`
}

func (c *receiptCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// Run prints a receipt.
func (c *receiptCommand) Run(ctx context.Context, s stdio) error {
	id, err := ledger.ParseID(strings.Join(c.ID, " "))
	if err != nil {
		return err
	}
	book, closeBook, err := openBook(ctx, c.data)
	if err != nil {
		return err
	}
	defer closeBook()
	view, err := book.receipt(ctx, id)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.out, view)
	}
	return newPrinter(s.out).receipt(view)
}
