package main

import (
	"context"
	"errors"
	"strings"

	"copydesk/bot"
)

type quoteCommand struct {
	Quote   []string `arg:"" optional:"" help:"The quotation, in the shell's quotation marks or not."`
	Speaker string   `placeholder:"NAME" help:"Who is said to have said it: a name, with a title or without, or an office."`
	JSON    bool     `name:"json" help:"Print the check as JSON."`
	Batch   string   `placeholder:"FILE" help:"Check a file of quotations, a JSON object {\"id\",\"quote\",\"claimed_speaker\"} a line, with a line of JSON each; - reads standard input."`

	data string
}

// Help is what copydesk quote --help adds.
func (quoteCommand) Help() string {
	return `It finds every place in the archive with these words or nearly, and says whether they are verbatim, altered, misattributed,
stitched together of separate quotations, or not found; whose they are; and what was changed. Quotation marks, dashes, capitals
and closing stops make no difference; [brackets] are yours; what an ellipsis stands for is shown.

The exit code is 0 if the quotation is verbatim and nothing about it is in doubt, 3 otherwise. It works while the bot runs.

Examples:
  copydesk quote --speaker "Maud Ellery-Voss" "I was right about the price."
  copydesk quote "a bridge to nowhere at the price of two hospitals"
  copydesk quote --batch quotations.jsonl > checks.jsonl`
}

func (c *quoteCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// quoteChecker checks quotations: a desk of this process, or that of the running bot.
type quoteChecker interface {
	CheckQuote(ctx context.Context, text, claimed string) (bot.Check, error)
}

// Run checks one quotation, or a file of them.
func (c *quoteCommand) Run(ctx context.Context, s stdio) error {
	text := strings.Join(c.Quote, " ")
	switch {
	case c.Batch != "" && text != "":
		return &failure{exitMisuse, "give a quotation or --batch, not both", ""}
	case c.Batch != "" && c.Speaker != "":
		return &failure{exitMisuse, "give --speaker or --batch, not both", "In a batch each line has its claimed_speaker."}
	case c.Batch == "" && strings.TrimSpace(text) == "":
		return bot.ErrEmptyQuotation
	}
	desk, closeDesk, err := openDesk(ctx, c.data, "quote", bot.Options{})
	if err != nil {
		return err
	}
	defer closeDesk()
	if c.Batch != "" {
		return c.batch(desk).run(ctx, s)
	}
	check, err := desk.CheckQuote(ctx, text, c.Speaker)
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(s.out, check)
	} else {
		err = newPrinter(s.out).check(check)
	}
	if err == nil && (check.Verdict != bot.Verbatim || !check.Sure) {
		return &failure{code: exitNoAnswer}
	}
	return err
}

// quoteLine is a line of a batch.
type quoteLine struct {
	ID      string `json:"id"`
	Quote   string `json:"quote"`
	Speaker string `json:"claimed_speaker"`
}

// batchCheck is a line of its output.
type batchCheck struct {
	ID string `json:"id"`
	bot.Check
	Error string `json:"error,omitempty"` // why the quotation could not be checked
}

// batch checks a file of quotations.
func (c *quoteCommand) batch(desk quoteChecker) batch[quoteLine, batchCheck] {
	return batch[quoteLine, batchCheck]{
		file: c.Batch, what: "quotation", whats: "quotations", like: `{"id":"1","quote":"We shall sail.","claimed_speaker":"Ada Orm"}`,
		do: func(ctx context.Context, line quoteLine) (batchCheck, error) {
			check, err := desk.CheckQuote(ctx, line.Quote, line.Speaker)
			out := batchCheck{ID: line.ID, Check: check}
			if errors.Is(err, bot.ErrEmptyQuotation) || errors.Is(err, bot.ErrLongQuotation) {
				out.Error, out.Matches, err = err.Error(), []bot.Match{}, nil
			}
			return out, err
		},
	}
}
