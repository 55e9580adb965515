package discord

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
)

// hold shows that an answer is coming; if that fails the answer may still arrive.
func (s *service) hold(ctx context.Context, r responder, log *slog.Logger) {
	ctx, cancel := context.WithTimeout(ctx, s.o.replyTimeout())
	defer cancel()
	if err := r.hold(ctx); err != nil {
		log.Warn("deferral failed", "error", err)
	}
}

// deliver sends the message or, if Discord does not take it, says so in its place.
func (s *service) deliver(ctx context.Context, r responder, m message, log *slog.Logger) {
	if err := m.check(); err != nil {
		m = fault(fmt.Errorf("message over the limits: %w", err), log)
	}
	ctx, cancel := context.WithTimeout(ctx, s.o.replyTimeout())
	defer cancel()
	err := r.send(ctx, m)
	if refused(err, codeInvalidForm) && len(m.Embeds) > 0 { // Discord has its own idea of an address
		log.Warn("reply refused, sent again without links", "error", err)
		err = r.send(ctx, m.withoutLinks())
	}
	switch {
	case refused(err, codeEmptyMessage, codeMissingPermissions):
		log.Warn("reply needs the permission to embed links", "error", err)
		err = r.send(ctx, message{Content: textNoEmbeds})
	case refused(err, codeInvalidForm):
		err = r.send(ctx, fault(err, log))
	}
	if err != nil {
		log.Error("reply failed", "error", err)
	}
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
