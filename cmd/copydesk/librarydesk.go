package main

import (
	"context"
	"io"
	"time"

	"copydesk/bot"
	"copydesk/corpus"
)

// The methods of a desk, each of which says why there is none where that is so: bot.ErrNoIndex or bot.ErrIndexing.

// within has the desk do something while its index stays open.
func within[T any](l *library, do func(*bot.Desk) (T, error)) (T, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.desk == nil {
		var none T
		return none, l.why
	}
	return do(l.desk)
}

// Ask answers a question.
func (l *library) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	return within(l, func(d *bot.Desk) (bot.Answer, error) { return d.Ask(ctx, q) })
}

// CheckQuote checks a quotation.
func (l *library) CheckQuote(ctx context.Context, text, claimed string) (bot.Check, error) {
	return within(l, func(d *bot.Desk) (bot.Check, error) { return d.CheckQuote(ctx, text, claimed) })
}

// CheckDraft checks a draft.
func (l *library) CheckDraft(ctx context.Context, name string, r io.Reader) (bot.Report, error) {
	return within(l, func(d *bot.Desk) (bot.Report, error) { return d.CheckDraft(ctx, name, r) })
}

// Said finds what a person said.
func (l *library) Said(ctx context.Context, name, topic string, from, to time.Time) (bot.Statements, error) {
	return within(l, func(d *bot.Desk) (bot.Statements, error) { return d.Said(ctx, name, topic, from, to) })
}

// Article shows an article's card.
func (l *library) Article(ctx context.Context, ref string) (bot.Card, error) {
	return within(l, func(d *bot.Desk) (bot.Card, error) { return d.Article(ctx, ref) })
}

// Around shows what stands around a passage.
func (l *library) Around(ctx context.Context, article string, span corpus.Span) (bot.Surroundings, error) {
	return within(l, func(d *bot.Desk) (bot.Surroundings, error) { return d.Around(ctx, article, span) })
}

// Standing says what has become of an article that was shown.
func (l *library) Standing(ctx context.Context, article, version string) (bot.Standing, error) {
	return within(l, func(d *bot.Desk) (bot.Standing, error) { return d.Standing(ctx, article, version) })
}

// Status tells what there is to answer from.
func (l *library) Status(ctx context.Context) (bot.Status, error) {
	return within(l, func(d *bot.Desk) (bot.Status, error) { return d.Status(ctx) })
}

// Names completes what is typed of a name.
func (l *library) Names(ctx context.Context, typed string) ([]string, error) {
	return within(l, func(d *bot.Desk) ([]string, error) { return d.Names(ctx, typed) })
}

// Outlets completes what is typed of an outlet.
func (l *library) Outlets(ctx context.Context, typed string) ([]string, error) {
	return within(l, func(d *bot.Desk) ([]string, error) { return d.Outlets(ctx, typed) })
}

// Articles completes what is typed of a headline.
func (l *library) Articles(ctx context.Context, typed string) ([]bot.Citation, error) {
	return within(l, func(d *bot.Desk) ([]bot.Citation, error) { return d.Articles(ctx, typed) })
}
