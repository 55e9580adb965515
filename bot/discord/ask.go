package discord

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"time"

	"copydesk/bot"
	"copydesk/corpus/draft"
)

// responder answers one request.
type responder interface {
	// hold shows the user that an answer is coming.
	hold(ctx context.Context) error
	// send shows the message, in the place of what hold showed if that was called.
	send(ctx context.Context, m message) error
}

// task is what one request asks for.
type task struct {
	above string // what is to stand above the answer
	size  int    // length of what was sent, in bytes, for the log
	work  func(context.Context) (message, error)
}

// follower is a responder that can show more than one message.
type follower interface {
	follow(ctx context.Context, m message) error
}

// answer does the task and sends what comes of it. A Desk that does not heed its context is not waited for.
func (s *service) answer(ctx context.Context, r responder, t task, log *slog.Logger) {
	asking, cancel := context.WithTimeout(ctx, s.o.QuestionTimeout)
	defer cancel()
	began := time.Now()
	result := make(chan message, 1)
	go func() { result <- s.do(asking, t, log) }()
	patience := time.NewTimer(s.o.Patience)
	defer patience.Stop()
	var m message
	for m.empty() {
		select {
		case m = <-result:
		case <-asking.Done():
			m = s.excuse(asking, asking.Err(), log)
		case <-s.giveUp:
			m = message{Content: textStopping}
		case <-patience.C:
			s.hold(ctx, r, log)
		}
	}
	m.Content = t.above + m.Content
	s.deliver(ctx, r, m, log)
	log.Info("request answered", "length", t.size, "took", time.Since(began))
}

// do is what comes of the task as a message, or an excuse.
func (s *service) do(ctx context.Context, t task, log *slog.Logger) (m message) {
	defer func() {
		if p := recover(); p != nil {
			m = fault(panicError(p), log)
		}
	}()
	m, err := t.work(ctx)
	if err != nil {
		return s.excuse(ctx, err, log)
	}
	return m
}

// question is the task to answer a question.
func (s *service) question(in inquiry, log *slog.Logger) task {
	return task{in.above, len(in.Text), func(ctx context.Context) (message, error) {
		q := s.lookBefore(ctx, in, log)
		a, err := s.desk.Ask(ctx, q)
		if err != nil {
			return message{}, err
		}
		return render(q, a, time.Now()), nil
	}}
}

// excuse is the sentence for a request that has no answer because of err.
func (s *service) excuse(ctx context.Context, err error, log *slog.Logger) message {
	var refusal *draft.Refusal
	switch {
	case errors.Is(err, bot.ErrEmptyQuestion):
		return message{Content: textEmpty}
	case errors.Is(err, bot.ErrLongQuestion):
		return message{Content: textLong()}
	case errors.Is(err, bot.ErrEmptyQuotation):
		return message{Content: textEmptyQuotation}
	case errors.Is(err, bot.ErrLongQuotation):
		return message{Content: textLongQuotation()}
	case errors.Is(err, bot.ErrEmptyName):
		return message{Content: textEmptyName}
	case errors.Is(err, bot.ErrLongName):
		return message{Content: textLongName}
	case errors.As(err, &refusal):
		return message{Content: escape(refusal.Sentence())}
	case errors.Is(err, errNoFile):
		log.Warn("file not fetched", "error", err)
		return message{Content: textNoFile}
	case errors.Is(err, bot.ErrNoIndex):
		return message{Content: textNoIndex}
	case errors.Is(err, bot.ErrIndexing):
		return message{Content: textIndexing}
	case ctx.Err() != nil:
		log.Warn("request given up", "after", s.o.QuestionTimeout)
		return message{Content: textTimeout(s.o.QuestionTimeout)}
	}
	return fault(err, log)
}

// fault logs err under a number that the user is given.
func fault(err error, log *slog.Logger) message {
	reference := rand.Text()[:8]
	log.Error("request failed", "reference", reference, "error", err)
	return message{Content: textFault(reference)}
}
