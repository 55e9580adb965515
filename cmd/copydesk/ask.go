package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/mention"
	"copydesk/index"
)

type askCommand struct {
	Question []string `arg:"" optional:"" help:"The question, in quotation marks or not."`
	Outlet   string   `placeholder:"NAME" help:"Only articles of outlets with these words in their name."`
	From     string   `placeholder:"DATE" help:"Only articles published on or after this day, month or year."`
	To       string   `placeholder:"DATE" help:"Only articles published on or before it."`
	JSON     bool     `name:"json" help:"Print the answer as JSON."`
	Explain  bool     `help:"Say how the question was read, and what each passage scored and why."`
	Batch    string   `placeholder:"FILE" help:"Answer a file of questions, a JSON object {\"id\",\"question\"} a line, with a line of JSON each; - reads standard input."`
	answering

	data string
}

// Help is what copydesk ask --help adds.
func (askCommand) Help() string {
	return `The answer is the archive's own words. The exit code is 0 if something answers, 3 if nothing does; what is nearest is
then shown as that. It works while the bot runs.

Examples:
  copydesk ask "Who called the ferry plan reckless?"
  copydesk ask --outlet courier --from "March 2025" what did the harbour master say about dredging
  copydesk ask --batch questions.jsonl > answers.jsonl`
}

func (c *askCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// asker answers questions: a desk of this process, or that of the running bot.
type asker interface {
	Ask(ctx context.Context, q bot.Question) (bot.Answer, error)
}

// Run answers one question, or a file of them.
func (c *askCommand) Run(ctx context.Context, s stdio) error {
	if c.Batch != "" && len(c.Question) > 0 {
		return &failure{exitMisuse, "give a question or --batch, not both", ""}
	}
	q, err := c.question()
	if err == nil && c.Batch == "" {
		err = q.Check()
	}
	if err != nil {
		return err
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	desk, closeDesk, err := openDesk(ctx, c.data, "ask", options)
	if err != nil {
		return err
	}
	defer closeDesk()
	if c.Batch != "" {
		return c.batch(desk, q).run(ctx, s)
	}
	answer, err := desk.Ask(ctx, q)
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(s.out, answer)
	} else {
		err = newPrinter(s.out).answer(answer)
	}
	if err == nil && !answer.Answered {
		return &failure{code: exitNoAnswer}
	}
	return err
}

// question is the one on the command line, with its limits.
func (c *askCommand) question() (bot.Question, error) {
	q := bot.Question{Text: strings.Join(c.Question, " "), Outlet: c.Outlet, Explain: c.Explain}
	var err error
	q.From, q.To, err = period(c.From, c.To)
	return q, err
}

// period reads --from and --to; the zero time is no limit.
func period(from, to string) (first, last time.Time, err error) {
	for _, limit := range []struct {
		flag, text string
		day        *time.Time
		last       bool
	}{{"--from", from, &first, false}, {"--to", to, &last, true}} {
		if limit.text == "" {
			continue
		}
		p, err := mention.ParsePeriod(limit.text, time.Now())
		if err != nil {
			return first, last, &failure{exitMisuse, fmt.Sprintf("%s %q: %v", limit.flag, limit.text, err), `Write it like 2025-03-09, "9 March 2025", "March 2025" or 2025.`}
		}
		*limit.day = p.First
		if limit.last {
			*limit.day = p.Last
		}
	}
	if !first.IsZero() && !last.IsZero() && last.Before(first) {
		return first, last, &failure{exitMisuse, "--to is before --from", ""}
	}
	return first, last, nil
}

// lockWait is how long a question waits for another that has the index open.
const lockWait = 5 * time.Second

// brief are the commands that have the index open for a moment.
var brief = map[string]bool{"ask": true, "quote": true, "check": true, "said": true, "article": true, "receipt": true}

// anyDesk is a desk of this process, or that of the running bot.
type anyDesk interface {
	asker
	quoteChecker
	draftChecker
	sayer
	cardMaker
}

// openDesk finds the running bot's desk, or opens the index for the command. The function it returns closes what was
// opened.
func openDesk(ctx context.Context, data, command string, o bot.Options) (anyDesk, func(), error) {
	deadline := time.Now().Add(lockWait)
	for {
		if r, ok := findRemote(data); ok {
			return r, func() {}, nil
		}
		x, err := index.Open(data, index.Options{Command: command})
		if err == nil {
			return bot.New(x, o), func() { _ = x.Close() }, nil
		}
		var locked *index.LockedError
		if !errors.As(err, &locked) || !brief[locked.Owner.Command] || time.Now().After(deadline) {
			return nil, nil, err
		}
		select {
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// askLine is a line of a batch.
type askLine struct {
	ID       string `json:"id"`
	Question string `json:"question"`
}

// batchAnswer is a line of its output.
type batchAnswer struct {
	ID string `json:"id"`
	bot.Answer
	Error string `json:"error,omitempty"` // why the question could not be asked
}

// batch answers a file of questions, each within the limits of q.
func (c *askCommand) batch(desk asker, q bot.Question) batch[askLine, batchAnswer] {
	return batch[askLine, batchAnswer]{
		file: c.Batch, what: "question", whats: "questions", like: `{"id":"1","question":"Who spoke?"}`,
		do: func(ctx context.Context, line askLine) (batchAnswer, error) {
			q := q
			q.Text = line.Question
			answer, err := desk.Ask(ctx, q)
			out := batchAnswer{ID: line.ID, Answer: answer}
			if errors.Is(err, bot.ErrEmptyQuestion) || errors.Is(err, bot.ErrLongQuestion) {
				out.Error, out.Passages, err = err.Error(), []bot.Passage{}, nil
			}
			return out, err
		},
	}
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
