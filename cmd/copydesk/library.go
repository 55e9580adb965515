package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"copydesk/bot"
	"copydesk/index"
)

// library is the desk of a bot that runs before there is an index, or while another process builds it.
type library struct {
	data    string
	logger  *slog.Logger
	options bot.Options

	mu    sync.RWMutex
	index *index.Index
	desk  *bot.Desk
	why   error // why there is no desk
}

func newLibrary(data string, logger *slog.Logger, o bot.Options) *library {
	return &library{data: data, logger: logger, options: o, why: bot.ErrNoIndex}
}

// lookEvery is how often a missing index is looked for.
const lookEvery = time.Second

// watch opens the index as soon as it can be, and returns then, or when ctx ends. An error is one that waiting does
// not mend.
func (l *library) watch(ctx context.Context) error {
	for {
		done, err := l.open(false)
		if done || err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(lookEvery):
		}
	}
}

// open tries to open the index, and notes why it cannot.
func (l *library) open(create bool) (bool, error) {
	if l.isOpen() { // without the lock that would wait for a command that indexes, and questions for it
		return true, nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.index != nil {
		return true, nil
	}
	x, err := index.Open(l.data, index.Options{Command: "serve", Create: create})
	var locked *index.LockedError
	switch {
	case errors.Is(err, index.ErrMissing):
		l.explain(bot.ErrNoIndex)
		return false, nil
	case errors.As(err, &locked):
		if locked.Owner.Command == "serve" {
			return false, err
		}
		l.explain(bot.ErrIndexing)
		return false, nil
	case err != nil:
		return false, err
	}
	l.index, l.desk, l.why = x, bot.New(x, l.options), nil
	l.logger.Info("index open", "data", l.data)
	return true, nil
}

func (l *library) isOpen() bool {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.index != nil
}

func (l *library) explain(why error) {
	if !errors.Is(why, l.why) {
		l.logger.Info("waiting for the index", "data", l.data, "reason", why.Error())
	}
	l.why = why
}

// ingest brings the index up to date while questions go on being answered from it, and makes it if there is none. After
// an error of the index, such as a full disk, the index is opened anew: its last commit is whole, what is in memory may
// not be.
func (l *library) ingest(ctx context.Context, j job, notify func(index.Event)) (index.Report, error) {
	ok, err := l.open(true)
	if err != nil {
		return index.Report{}, err
	}
	if !ok {
		l.mu.RLock()
		defer l.mu.RUnlock()
		return index.Report{}, l.why
	}
	report, err := l.ingestOpen(ctx, j, notify)
	if err != nil {
		l.close()
		_, reopened := l.open(false)
		err = errors.Join(err, reopened)
	}
	return report, err
}

func (l *library) ingestOpen(ctx context.Context, j job, notify func(index.Event)) (index.Report, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.index == nil {
		return index.Report{}, bot.ErrNoIndex
	}
	return l.index.Ingest(ctx, j.plan(notify))
}

func (l *library) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.index == nil {
		return
	}
	if err := l.index.Close(); err != nil {
		l.logger.Error("index not closed", "error", err)
	}
	l.index, l.desk, l.why = nil, nil, bot.ErrNoIndex
}
