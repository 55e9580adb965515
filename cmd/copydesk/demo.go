package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"copydesk/bot"
	"copydesk/corpus/sample"
	"copydesk/index"
)

type demoCommand struct{}

// demoQuestions show a quotation with its speaker, a source that the article does not name, and a figure that a later
// version of the story corrects.
var demoQuestions = []string{
	`Who called the Tarrow bridge "a bridge to nowhere"?`,
	"Who said that nobody hires a barge for the view?",
	"how many litres of waste water leaked from the Ostrand mine",
}

// Help is what copydesk demo --help adds.
func (demoCommand) Help() string {
	return `It indexes a small archive whose people, places and outlets are all invented, asks it three questions, and on a terminal
goes on with yours. It needs no set-up and leaves nothing behind.

Example:
  copydesk demo`
}

func (c *demoCommand) configure(*cli) command { return c }

// Run indexes the sample archive in a temporary folder and answers from it.
func (c *demoCommand) Run(ctx context.Context, s stdio) (err error) {
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
	fmt.Fprintf(s.out, "%s of invented outlets indexed. Three questions:\n", plural(report.Added, "article"))
	desk := bot.New(x, bot.Options{})
	for _, q := range demoQuestions {
		fmt.Fprintf(s.out, "\n> %s\n\n", q)
		if err := demoAnswer(ctx, desk, bot.Question{Text: q}, s); err != nil {
			return err
		}
	}
	if isTerminal(s.in) && isTerminal(s.out) {
		return converse(ctx, desk, s)
	}
	fmt.Fprintln(s.out, "\nYour own archive: copydesk index FOLDER, then copydesk ask QUESTION. README.md has the bot's set-up.")
	return nil
}

// converse answers what is typed, each question as it reads after the one before, until an empty line, the end of the input,
// or Ctrl-C.
func converse(ctx context.Context, desk asker, s stdio) error {
	fmt.Fprintln(s.out, "\nAsk something yourself; an empty line ends the demo.")
	typed := make(chan string)
	go func() {
		defer close(typed)
		for lines := bufio.NewScanner(s.in); lines.Scan(); {
			typed <- lines.Text()
		}
	}()
	before := ""
	for {
		fmt.Fprint(s.out, "\n> ")
		select {
		case <-ctx.Done():
			fmt.Fprintln(s.out)
			return nil
		case line, ok := <-typed:
			if !ok || strings.TrimSpace(line) == "" {
				return nil
			}
			fmt.Fprintln(s.out)
			q := bot.Question{Text: line, Before: before}
			if err := demoAnswer(ctx, desk, q, s); err != nil {
				return err
			}
			if q.Check() == nil {
				before = line
			}
		}
	}
}

func demoAnswer(ctx context.Context, desk asker, q bot.Question, s stdio) error {
	answer, err := desk.Ask(ctx, q)
	if errors.Is(err, bot.ErrEmptyQuestion) || errors.Is(err, bot.ErrLongQuestion) {
		_, err = fmt.Fprintln(s.out, explain(err).text)
		return err
	}
	if err != nil {
		return err
	}
	answer.Passages = answer.Passages[:min(len(answer.Passages), 1)]
	return newPrinter(s.out).answer(answer)
}
