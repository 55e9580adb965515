package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/eval"
)

// evalCommand measures copydesk on labelled sets, one subcommand a kind.
type evalCommand struct {
	Ask evalAskCommand `cmd:"" help:"Measure the answers to a file of questions whose answers are known."`
}

type evalAskCommand struct {
	File   string `arg:"" help:"The questions, a JSON object a line; - reads standard input."`
	JSON   bool   `name:"json" help:"Print figures, times and misses as JSON."`
	Misses bool   `help:"List each question of which something went wrong, after the figures."`
	answering

	data string
}

// Help is what copydesk eval ask --help adds.
func (evalAskCommand) Help() string {
	return `Each question is a line of the file:

  {"id":"1","type":"fact","question":"How high is the mast?","answers":[
   {"article":"mast.txt","evidence":"The mast is 40 metres high, Orm said.","speaker":"Ada Orm"}]}

but in one line. answers are all places that answer it; [] says that nothing in the archive does. article is the article's
ID as copydesk ask --json prints it, evidence the sentence or two that answer, word for word, and speaker the full name
of who says so, the article's own words for somebody anonymous, or null where the outlet says it. type is optional.

hit@1, hit@3, hit@5: the right passage is the first, or among the first three or five. mrr@10: the mean of 1/rank.
evidence-sentence, speaker: of right passages among the first three, those with the right sentence marked and the right
speaker. answerable-answered: called answered, of those with answers. unanswerable-declined: declined, of those without.

It works while the bot runs; the times then have the way to it and back in them.

Examples:
  copydesk eval ask questions.jsonl
  copydesk eval ask --misses questions.jsonl | less
  copydesk eval ask --json questions.jsonl > before.json`
}

func (c *evalAskCommand) configure(all *cli) command {
	c.data = all.Data
	return c
}

// Run asks every question and prints how the answers did.
func (c *evalAskCommand) Run(ctx context.Context, s stdio) error {
	questions, err := c.questions(s.in)
	if err != nil {
		return err
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	desk, closeDesk, err := openDesk(ctx, c.data, "eval", options)
	if err != nil {
		return err
	}
	defer closeDesk()
	results, err := askAll(ctx, desk, questions)
	if err != nil {
		return err
	}
	report := eval.Score(results)
	if c.JSON {
		return printJSON(s.out, report)
	}
	return c.print(s.out, report, len(questions))
}

func (c *evalAskCommand) questions(in io.Reader) ([]eval.Question, error) {
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return nil, &failure{exitFailure, fmt.Sprintf("the questions cannot be read: %v", err), ""}
		}
		defer f.Close()
		in = f
	}
	questions, err := eval.ReadQuestions(c.File, in)
	if err != nil {
		return nil, &failure{exitFailure, "the questions are not right\n" + clean(err.Error()), "copydesk eval ask --help has what a line is like."}
	}
	return questions, nil
}

// askAll asks one question after the other, so that the times are those of one reporter.
func askAll(ctx context.Context, desk asker, questions []eval.Question) ([]eval.Result, error) {
	results := make([]eval.Result, 0, len(questions))
	for _, q := range questions {
		start := time.Now()
		answer, err := desk.Ask(ctx, bot.Question{Text: q.Text})
		if err != nil {
			return nil, err
		}
		results = append(results, eval.Result{Question: q, Answer: answer, Took: time.Since(start)})
	}
	return results, nil
}

// print shows the figures first, up to an empty line.
func (c *evalAskCommand) print(out io.Writer, r eval.Report, asked int) error {
	var b strings.Builder
	width := 0
	for name := range r.Figures.Rows() {
		width = max(width, len(name))
	}
	for name, value := range r.Figures.Rows() {
		number, of, _ := strings.Cut(value, " ")
		b.WriteString(strings.TrimRight(fmt.Sprintf("%-*s %6s %s", width, clean(name), number, of), " ") + "\n")
	}
	fmt.Fprintf(&b, "\nHalf of the questions took %.1f ms at most, 95%% of them %.1f ms.\n", r.Latency.P50, r.Latency.P95)
	b.WriteString(missed(r.Misses, asked))
	switch {
	case c.Misses:
		for _, m := range r.Misses {
			writeMiss(&b, m)
		}
	case len(r.Misses) > 0:
		b.WriteString("--misses lists them.\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}
