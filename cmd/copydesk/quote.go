package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
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
		return c.batch(ctx, desk, s)
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

func (c *quoteCommand) batch(ctx context.Context, desk quoteChecker, s stdio) error {
	in := s.in
	if c.Batch != "-" {
		f, err := os.Open(c.Batch)
		if err != nil {
			return &failure{exitFailure, fmt.Sprintf("the quotations cannot be read: %v", err), ""}
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(s.out)
	return errors.Join(checkLines(ctx, desk, c.Batch, in, out), out.Flush())
}

// quoteLine is a line of a batch.
type quoteLine struct {
	ID      string `json:"id"`
	Quote   string `json:"quote"`
	Speaker string `json:"claimed_speaker"`
}

// batchCheck is a line of the output.
type batchCheck struct {
	ID string `json:"id"`
	bot.Check
	Error string `json:"error,omitempty"` // why the quotation could not be checked
}

// checkLines checks a line's quotation each, as many at once as there are processors, and prints the checks in the order
// of the lines.
func checkLines(ctx context.Context, desk quoteChecker, name string, in io.Reader, out io.Writer) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type result struct {
		check batchCheck
		err   error
	}
	pending := make(chan chan result, runtime.GOMAXPROCS(0))
	readErr := make(chan error, 1)
	go func() {
		defer close(pending)
		readErr <- eachQuoteLine(name, in, func(line quoteLine) bool {
			one := make(chan result, 1)
			select {
			case pending <- one:
			case <-ctx.Done():
				return false
			}
			go func() {
				check, err := checkLine(ctx, desk, line)
				one <- result{check, err}
			}()
			return true
		})
	}()
	for one := range pending {
		r := <-one
		if r.err != nil {
			return r.err
		}
		if err := printJSON(out, r.check); err != nil {
			return err
		}
	}
	return <-readErr
}

// eachQuoteLine reads the lines until do returns false.
func eachQuoteLine(name string, in io.Reader, do func(quoteLine) bool) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var line quoteLine
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return &failure{exitFailure, fmt.Sprintf("%s:%d: not a quotation", name, n), `Each line is like {"id":"1","quote":"We shall sail.","claimed_speaker":"Ada Orm"}`}
		}
		if !do(line) {
			return nil
		}
	}
	return lines.Err()
}

func checkLine(ctx context.Context, desk quoteChecker, line quoteLine) (batchCheck, error) {
	check, err := desk.CheckQuote(ctx, line.Quote, line.Speaker)
	out := batchCheck{ID: line.ID, Check: check}
	if errors.Is(err, bot.ErrEmptyQuotation) || errors.Is(err, bot.ErrLongQuotation) {
		out.Error, out.Matches, err = err.Error(), []bot.Match{}, nil
	}
	return out, err
}
