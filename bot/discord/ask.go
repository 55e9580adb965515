package discord

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"time"

	"copydesk/bot"
)

// responder answers one request.
type responder interface {
	// hold shows the user that an answer is coming.
	hold(ctx context.Context) error
	// send shows the message, in the place of what hold showed if that was called.
	send(ctx context.Context, m message) error
}

// answer asks the Desk and sends what it says. A Desk that does not heed its context is not waited for.
func (s *service) answer(ctx context.Context, r responder, in inquiry, log *slog.Logger) {
	asking, cancel := context.WithTimeout(ctx, s.o.QuestionTimeout)
	defer cancel()
	began := time.Now()
	result := make(chan message, 1)
	go func() { result <- s.ask(asking, in, log) }()
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
	m.Content = in.above + m.Content
	s.deliver(ctx, r, m, log)
	log.Info("question answered", "length", len(in.Text), "took", time.Since(began))
}

// ask is the Desk's answer as a message, or an excuse.
func (s *service) ask(ctx context.Context, in inquiry, log *slog.Logger) (m message) {
	defer func() {
		if p := recover(); p != nil {
			m = fault(panicError(p), log)
		}
	}()
	q := s.lookBefore(ctx, in, log)
	a, err := s.desk.Ask(ctx, q)
	if err != nil {
		return s.excuse(ctx, err, log)
	}
	return render(q, a, time.Now())
}

// excuse is the sentence for a question that has no answer because of err.
func (s *service) excuse(ctx context.Context, err error, log *slog.Logger) message {
	switch {
	case errors.Is(err, bot.ErrEmptyQuestion):
		return message{Content: textEmpty}
	case errors.Is(err, bot.ErrLongQuestion):
		return message{Content: textLong()}
	case errors.Is(err, bot.ErrNoIndex):
		return message{Content: textNoIndex}
	case errors.Is(err, bot.ErrIndexing):
		return message{Content: textIndexing}
	case ctx.Err() != nil:
		log.Warn("question given up", "after", s.o.QuestionTimeout)
		return message{Content: textTimeout(s.o.QuestionTimeout)}
	}
	return fault(err, log)
}

// fault logs err under a number that the user is given.
func fault(err error, log *slog.Logger) message {
	reference := rand.Text()[:8]
	log.Error("question failed", "reference", reference, "error", err)
	return message{Content: textFault(reference)}
}
