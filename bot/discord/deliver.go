package discord

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
)

// replyContext bounds the requests that one reply takes, retries and rate limits included.
func (s *service) replyContext() (context.Context, context.CancelFunc) {
	return context.WithTimeout(s.replying, 3*s.o.RequestTimeout)
}

// hold shows that an answer is coming; if that fails the answer may still arrive.
func (s *service) hold(r responder, log *slog.Logger) {
	ctx, cancel := s.replyContext()
	defer cancel()
	if err := r.hold(ctx); err != nil {
		log.Warn("deferral failed", "error", err)
	}
}

// deliver sends the message or, if Discord does not take it, says so in its place.
func (s *service) deliver(r responder, m message, log *slog.Logger) {
	if err := m.check(); err != nil {
		m = fault(fmt.Errorf("message over the limits: %w", err), log)
	}
	ctx, cancel := s.replyContext()
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
	out := message{Content: m.Content}
	for _, e := range m.Embeds {
		bare := *e
		bare.URL = ""
		out.Embeds = append(out.Embeds, &bare)
	}
	return out
}

// rescue ends a panic in the work for r: it is logged and the user told.
func (s *service) rescue(r responder, log *slog.Logger) {
	if p := recover(); p != nil {
		m := fault(panicError(p), log)
		defer s.recovered("task", "rescue")
		s.deliver(r, m, log)
	}
}

// recovered ends a panic where there is nobody to tell; what and which name the work.
func (s *service) recovered(what, which string) {
	if p := recover(); p != nil {
		s.log.Error("panic", what, which, "error", panicError(p))
	}
}

// panicError is a panic with the place where it happened.
func panicError(p any) error { return fmt.Errorf("panic: %v\n%s", p, debug.Stack()) }
