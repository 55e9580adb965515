package discord

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"
)

// hold shows that an answer is coming; if that fails the answer may still arrive.
func (s *service) hold(ctx context.Context, r responder, log *slog.Logger) {
	ctx, cancel := context.WithTimeout(ctx, s.o.replyTimeout())
	defer cancel()
	if err := r.hold(ctx); err != nil {
		log.Warn("deferral failed", "error", err)
	}
}

// maxPersisting is how many replies may wait at once for Discord to be well again; each holds an answer in memory.
const maxPersisting = 256

// deliver sends the message or, if Discord does not take it, says so in its place. While Discord cannot be reached it is
// tried again, as long as an answer would still be taken.
func (s *service) deliver(ctx context.Context, r responder, m message, log *slog.Logger) {
	if err := m.check(); err != nil {
		m = fault(fmt.Errorf("message over the limits: %w", err), log)
	}
	began := time.Now()
	err := s.try(ctx, r, m, log)
	for temporary(err) && time.Since(began) < answerable && s.waitFor(ctx, err, log) {
		err = s.try(ctx, r, m, log)
	}
	if err != nil {
		log.Error("reply failed", "error", err)
	}
}

// waitFor waits before a further try; false if there is none to be.
func (s *service) waitFor(ctx context.Context, err error, log *slog.Logger) bool {
	select {
	case s.persisting <- struct{}{}:
	default:
		return false
	}
	defer func() { <-s.persisting }()
	log.Warn("reply not taken, tried again later", "error", err)
	return pause(ctx, s.o.RequestTimeout) == nil
}

// try is one try at sending the message, or what can be sent of it.
func (s *service) try(ctx context.Context, r responder, m message, log *slog.Logger) error {
	ctx, cancel := context.WithTimeout(ctx, s.o.replyTimeout())
	defer cancel()
	err := r.send(ctx, m)
	if refused(err, codeInvalidForm) && len(m.Embeds) > 0 { // Discord has its own idea of an address
		log.Warn("reply refused, sent again without links", "error", err)
		err = r.send(ctx, m.withoutLinks())
	}
	switch {
	case refused(err, codeEmptyMessage, codeMissingPermissions) && len(m.Embeds) > 0:
		log.Warn("reply needs the permission to embed links", "error", err)
		err = r.send(ctx, message{Content: textNoEmbeds})
	case refused(err, codeInvalidForm):
		err = r.send(ctx, fault(err, log))
	}
	if err != nil && !temporary(err) {
		log.Warn("reply refused", "error", err)
		err = r.otherwise(ctx, err)
	}
	return err
}

// withoutLinks is the message with headlines that lead nowhere.
func (m message) withoutLinks() message {
	out := m
	out.Embeds = nil
	for _, e := range m.Embeds {
		bare := *e
		bare.URL = ""
		out.Embeds = append(out.Embeds, &bare)
	}
	return out
}

// rescue ends a panic in the work for r: it is logged and the user told.
func (s *service) rescue(ctx context.Context, r responder, log *slog.Logger) {
	if p := recover(); p != nil {
		m := fault(panicError(p), log)
		defer s.recovered("rescue")
		s.deliver(ctx, r, m, log)
	}
}

// recovered ends a panic in work that nobody waits for.
func (s *service) recovered(work string) {
	if p := recover(); p != nil {
		s.log.Error("panic", "work", work, "error", panicError(p))
	}
}

// panicError is a panic with the place where it happened.
func panicError(p any) error { return fmt.Errorf("panic: %v\n%s", p, debug.Stack()) }
