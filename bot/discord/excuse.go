package discord

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
	"copydesk/corpus/draft"
)

// aside is a word that stands beside what a button is below, and does not take its place.
func aside(text string) message { return message{Content: text, aside: true} }

// sentences are for what the user can mend, or has to wait for.
var sentences = []struct {
	err      error
	sentence func() string
}{
	{bot.ErrEmptyQuestion, func() string { return textEmpty }},
	{bot.ErrLongQuestion, textLong},
	{bot.ErrEmptyQuotation, func() string { return textEmptyQuotation }},
	{bot.ErrLongQuotation, textLongQuotation},
	{bot.ErrEmptyName, func() string { return textEmptyName }},
	{bot.ErrLongName, func() string { return textLongName }},
	{bot.ErrNoIndex, func() string { return textNoIndex }},
	{bot.ErrIndexing, func() string { return textIndexing }},
	{ledger.ErrNoReceipt, func() string { return textNoReceipt }},
	{errNoPlace, func() string { return textNoReceipt }},
	{errExpired, func() string { return textExpired }},
}

// excuse is the sentence for a request that has no answer because of err.
func (s *service) excuse(ctx context.Context, err error, log *slog.Logger) message {
	for _, known := range sentences {
		if errors.Is(err, known.err) {
			return aside(known.sentence())
		}
	}
	var refusal *draft.Refusal
	switch {
	case errors.Is(context.Cause(ctx), errSuperseded):
		return aside(textStopping) // nobody is shown it
	case errors.As(err, &refusal):
		return aside(markdown.Escape(refusal.Sentence()))
	case errors.Is(err, errNoFile):
		log.Warn("file not fetched", "error", err)
		return aside(textNoFile)
	case ctx.Err() != nil:
		log.Warn("request given up", "after", s.o.QuestionTimeout)
		return aside(textTimeout(s.o.QuestionTimeout))
	}
	return fault(err, log)
}

// fault logs err under a number that the user is given.
func fault(err error, log *slog.Logger) message {
	reference := rand.Text()[:8]
	log.Error("request failed", "reference", reference, "error", err)
	return aside(textFault(reference))
}
