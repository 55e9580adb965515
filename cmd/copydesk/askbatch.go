package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"copydesk/bot"
)

// batch answers a file of questions, each within the limits.
func (c *askCommand) batch(ctx context.Context, desk asker, limits bot.Question, s stdio) error {
	in := s.in
	if c.Batch != "-" {
		f, err := os.Open(c.Batch)
		if err != nil {
			return &failure{exitFailure, fmt.Sprintf("the questions cannot be read: %v", err), ""}
		}
		defer f.Close()
		in = f
	}
	out := bufio.NewWriter(s.out)
	if err := answerLines(ctx, desk, limits, c.Batch, in, out); err != nil {
		return errors.Join(err, out.Flush())
	}
	return out.Flush()
}

// maxLine bounds a line of a batch.
const maxLine = 1 << 20

// batchAnswer is a line of the output.
type batchAnswer struct {
	ID string `json:"id"`
	bot.Answer
	Error string `json:"error,omitempty"` // why the question could not be asked
}

// answerLines answers a question a line, as many at a time as there are processors, in order.
func answerLines(ctx context.Context, desk asker, q bot.Question, name string, in io.Reader, out io.Writer) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	waiting := make(chan chan batchResult, runtime.GOMAXPROCS(0))
	go func() {
		defer close(waiting)
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, maxLine)
		for n := 1; lines.Scan(); n++ {
			line := bytes.Clone(lines.Bytes())
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			result := make(chan batchResult, 1)
			select {
			case waiting <- result:
			case <-ctx.Done():
				return
			}
			go func() { result <- answerLine(ctx, desk, q, fmt.Sprintf("%s:%d", name, n), line) }()
		}
		if err := lines.Err(); err != nil {
			result := make(chan batchResult, 1)
			result <- batchResult{err: err}
			select {
			case waiting <- result:
			case <-ctx.Done():
			}
		}
	}()
	for result := range waiting {
		r := <-result
		if r.err != nil {
			return r.err
		}
		if err := printJSON(out, r.answer); err != nil {
			return err
		}
	}
	return nil
}

// batchResult is a line's answer, or why there can be none.
type batchResult struct {
	answer batchAnswer
	err    error
}

func answerLine(ctx context.Context, desk asker, q bot.Question, where string, text []byte) batchResult {
	var line struct {
		ID       string `json:"id"`
		Question string `json:"question"`
	}
	if err := json.Unmarshal(text, &line); err != nil {
		return batchResult{err: &failure{exitFailure, where + ": not a question", `Each line is like {"id":"1","question":"Who spoke?"}`}}
	}
	q.Text = line.Question
	answer, err := desk.Ask(ctx, q)
	result := batchAnswer{ID: line.ID, Answer: answer}
	if errors.Is(err, bot.ErrEmptyQuestion) || errors.Is(err, bot.ErrLongQuestion) {
		result.Error, result.Passages, err = err.Error(), []bot.Passage{}, nil
	}
	return batchResult{result, err}
}
