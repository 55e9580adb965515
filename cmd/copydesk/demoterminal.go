package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"copydesk/bot"
)

// demoQuestions show a quotation with its speaker, a source that the article does not name, and a figure that a later
// version of the story corrects.
var demoQuestions = []string{
	`Who called the Tarrow bridge "a bridge to nowhere"?`,
	"Who said that nobody hires a barge for the view?",
	"how many litres of waste water leaked from the Ostrand mine",
}

// demoTerminal asks the desk three questions and, on a terminal, goes on with what is typed.
func demoTerminal(ctx context.Context, desk asker, s stdio) error {
	fmt.Fprintln(s.out, "Three questions:")
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
