package main

import (
	"context"
	"errors"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// book is where receipts are looked up: the ledger of this process, or that of the running bot.
type book interface {
	// receipt finds a receipt, with what may be shown of it now.
	receipt(ctx context.Context, id string) (receiptView, error)
	// export calls yield for each line until there are no more, or it returns an error.
	export(ctx context.Context, q exportRequest, yield func(exportLine) error) error
}

// openBook finds the running bot's book, or opens the data folder's. The function it returns closes what was opened.
func openBook(ctx context.Context, data string) (book, func(), error) {
	if r, ok := findRemote(data); ok {
		return r, func() {}, nil
	}
	if _, err := os.Stat(filepath.Join(data, ledger.Name)); errors.Is(err, os.ErrNotExist) {
		return emptyBook{}, func() {}, nil
	}
	l, err := openLedger(ctx, data, ledger.Options{})
	if errors.Is(err, errServing) { // since just now
		return openBook(ctx, data)
	}
	if err != nil {
		return nil, nil, err
	}
	return localBook{l, func(ctx context.Context) (stander, func(), error) { return openStander(ctx, data) }}, func() { _ = l.Close() }, nil
}

// openLedger opens the ledger of a data folder, or makes it, and waits for a command that has it. The error is errServing if
// that is the bot.
func openLedger(ctx context.Context, data string, o ledger.Options) (*ledger.Ledger, error) {
	deadline := time.Now().Add(lockWait)
	for {
		l, err := ledger.Open(filepath.Join(data, ledger.Name), o)
		if !errors.Is(err, ledger.ErrLocked) || time.Now().After(deadline) {
			return l, err
		}
		if _, ok := findRemote(data); ok {
			return nil, errServing
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func closeLedger(l *ledger.Ledger, logger *slog.Logger) {
	if err := l.Close(); err != nil {
		logger.Error("receipts not closed", "error", err)
	}
}

// expireEvery is how often what is older than the setting is deleted.
const expireEvery = time.Hour

// expireHourly deletes what has expired, at once and from then on, until ctx ends.
func expireHourly(ctx context.Context, l *ledger.Ledger, logger *slog.Logger) {
	for {
		n, err := l.Expire()
		switch {
		case err != nil:
			logger.Error("expired receipts not deleted", "error", err)
		case n > 0:
			logger.Info("expired receipts deleted", "entries", n)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(expireEvery):
		}
	}
}

// stander says what has become of an article.
type stander interface {
	Standing(ctx context.Context, article, version string) (bot.Standing, error)
}

// openStander opens the index of a data folder.
func openStander(ctx context.Context, data string) (stander, func(), error) {
	desk, closeDesk, err := openDesk(ctx, data, "receipt", bot.Options{})
	if err != nil {
		return nil, nil, err
	}
	s, ok := desk.(stander)
	if !ok { // a bot that was started just now
		closeDesk()
		return nil, nil, bot.ErrIndexing
	}
	return s, closeDesk, nil
}

// localBook is a ledger that this process has open.
type localBook struct {
	ledger *ledger.Ledger
	desk   func(context.Context) (stander, func(), error) // and what closes it
}

func (b localBook) receipt(ctx context.Context, id string) (receiptView, error) {
	r, err := b.ledger.Receipt(id)
	if err != nil {
		return receiptView{}, err
	}
	feedback, err := b.ledger.FeedbackOn(r.ID)
	if err != nil {
		return receiptView{}, err
	}
	desk, closeDesk, err := b.desk(ctx)
	if err != nil {
		return viewReceipt(ctx, r, feedback, nil)
	}
	defer closeDesk()
	return viewReceipt(ctx, r, feedback, desk)
}

func (b localBook) export(ctx context.Context, q exportRequest, yield func(exportLine) error) error {
	if q.Feedback {
		return exportEach(ctx, b.ledger.Feedback(), yield, func(f ledger.Feedback) (exportLine, bool) {
			return exportLine{Feedback: &f}, !f.At.Before(q.Since)
		})
	}
	return exportEach(ctx, b.ledger.Receipts(), yield, func(r ledger.Receipt) (exportLine, bool) {
		return exportLine{Receipt: newReceiptLine(r)}, !r.At.Before(q.Since)
	})
}

// exportEach yields the lines of those that are wanted. What cannot be read is a line too.
func exportEach[T any](ctx context.Context, all iter.Seq2[T, error], yield func(exportLine) error, line func(T) (exportLine, bool)) error {
	for v, err := range all {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		one, wanted := exportLine{}, true
		if err != nil {
			one.Problem = err.Error()
		} else {
			one, wanted = line(v)
		}
		if !wanted {
			continue
		}
		if err := yield(one); err != nil {
			return err
		}
	}
	return nil
}

// emptyBook is that of a data folder without one.
type emptyBook struct{}

func (emptyBook) receipt(context.Context, string) (receiptView, error) {
	return receiptView{}, ledger.ErrNoReceipt
}

func (emptyBook) export(context.Context, exportRequest, func(exportLine) error) error { return nil }
