package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"copydesk/bot"
	"copydesk/corpus/draft"
	"copydesk/index"
)

// remote is the running bot, as another command reaches it.
type remote struct{ where }

// findRemote finds the bot that runs with this data folder. A file that a crashed one left behind is not one.
func findRemote(data string) (remote, bool) {
	var r remote
	text, err := os.ReadFile(filepath.Join(data, controlName))
	if err != nil || json.Unmarshal(text, &r.where) != nil {
		return r, false
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	resp, err := r.request(ctx, http.MethodGet, "/alive", nil)
	if err != nil {
		return r, false
	}
	return r, resp.Body.Close() == nil && resp.StatusCode == http.StatusOK
}

func (r remote) request(ctx context.Context, method, path string, v any) (*http.Response, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, "http://"+r.Address+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+r.Token)
	return http.DefaultClient.Do(req)
}

// errLost: the bot went away in mid-command.
var errLost = &failure{exitFailure, "the running bot did not answer", "See its log, and try again."}

// replies calls handle for each line until one ends it.
func (r remote) replies(ctx context.Context, path string, v any, handle func(reply) (done bool)) error {
	resp, err := r.request(ctx, http.MethodPost, path, v)
	if err != nil {
		return errors.Join(ctx.Err(), errLost)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the running bot: %s", resp.Status)
	}
	lines := json.NewDecoder(resp.Body)
	for {
		var one reply
		err := lines.Decode(&one)
		switch {
		case err != nil && ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, io.EOF), err != nil:
			return errLost
		case one.Refusal != nil:
			return one.Refusal
		case one.Error != "":
			return decodeError(one.Error)
		case handle(one):
			return nil
		}
	}
}

func decodeError(code string) error {
	if err, ok := errorCodes[code]; ok {
		return err
	}
	return errors.New(code)
}

// Ask asks the running bot.
func (r remote) Ask(ctx context.Context, q bot.Question) (answer bot.Answer, err error) {
	err = r.replies(ctx, "/ask", q, func(one reply) bool {
		if one.Answer != nil {
			answer = *one.Answer
		}
		return one.Answer != nil
	})
	return answer, err
}

// CheckQuote has the running bot check a quotation.
func (r remote) CheckQuote(ctx context.Context, text, claimed string) (check bot.Check, err error) {
	err = r.replies(ctx, "/quote", quoteRequest{text, claimed}, func(one reply) bool {
		if one.Check != nil {
			check = *one.Check
		}
		return one.Check != nil
	})
	return check, err
}

// CheckDraft has the running bot check a draft.
func (r remote) CheckDraft(ctx context.Context, name string, in io.Reader) (report bot.Report, err error) {
	data, err := io.ReadAll(io.LimitReader(in, draft.MaxFile+1)) // one more, which is refused there
	if err != nil {
		return report, err
	}
	err = r.replies(ctx, "/check", draftRequest{name, data}, func(one reply) bool {
		if one.Draft != nil {
			report = *one.Draft
		}
		return one.Draft != nil
	})
	return report, err
}

// Said asks the running bot.
func (r remote) Said(ctx context.Context, name, topic string, from, to time.Time) (said bot.Statements, err error) {
	err = r.replies(ctx, "/said", saidRequest{name, topic, from, to}, func(one reply) bool {
		if one.Said != nil {
			said = *one.Said
		}
		return one.Said != nil
	})
	return said, err
}

// Article asks the running bot.
func (r remote) Article(ctx context.Context, ref string) (card bot.Card, err error) {
	err = r.replies(ctx, "/article", articleRequest{ref}, func(one reply) bool {
		if one.Card != nil {
			card = *one.Card
		}
		return one.Card != nil
	})
	return card, err
}

// index has the running bot index. When ctx ends, so does its indexing; what it read is kept.
func (r remote) index(ctx context.Context, j job, notify func(index.Event)) (report index.Report, err error) {
	err = r.replies(ctx, "/index", j, func(one reply) bool {
		if one.Step != nil {
			e := index.Event{File: one.Step.File, Size: one.Step.Size}
			if one.Step.Err != "" {
				e.Err = errors.New(one.Step.Err)
			}
			notify(e)
		}
		if one.Report != nil {
			report = *one.Report
		}
		return one.Report != nil
	})
	if errors.Is(err, context.Canceled) {
		return index.Report{Interrupted: true}, nil
	}
	return report, err
}
