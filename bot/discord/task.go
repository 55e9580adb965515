package discord

import (
	"context"
	"errors"
	"log/slog"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// question is the task to answer a question.
func (s *service) question(in inquiry, log *slog.Logger) task {
	q := in.Question
	read := func(ctx context.Context) { q = s.lookBefore(ctx, in, log) }
	return task{len(in.Text), read, func(ctx context.Context) (finding, error) {
		a, err := s.desk.Ask(ctx, q)
		asked := askedQuestion{Question: q, Echo: in.echo, Message: in.message}
		return finding{kind: ledger.Answer, asked: asked, result: a, outcome: textOutcome(a), view: answerView{s.desk, asked, a}}, err
	}}
}

// quotation is the task to check a quotation, and who is claimed to have said it if claimed is not empty; from is the
// receipt whose button asked for it.
func (s *service) quotation(asked askedQuotation, from string) task {
	return task{len(asked.Text), nil, func(ctx context.Context) (finding, error) {
		c, err := s.desk.CheckQuote(ctx, asked.Text, asked.Claimed)
		return finding{kind: ledger.Check, from: from, asked: asked, result: c, outcome: textVerdict(c).word, view: checkView{s.desk, asked, c}}, err
	}}
}

// draft is the task to check all quotations of a file or a message.
func (s *service) draft(d draftSource) task {
	return task{int(d.Size) + len(d.Text), nil, func(ctx context.Context) (finding, error) {
		r, err := s.checkAgain(ctx, d)
		read := func(context.Context) (bot.Report, error) { return r, nil }
		return finding{kind: ledger.Draft, asked: d.askedDraft, result: keptReport{d.url}, outcome: r.Counts.String(), view: reportView{s.desk, d, read}}, err
	}}
}

// said is the task to find what a person said.
func (s *service) said(q saidQuery) task {
	return task{len(q.Name) + len(q.About), nil, func(ctx context.Context) (finding, error) {
		out, err := s.desk.Said(ctx, q.Name, q.About, q.From, q.To)
		return finding{kind: ledger.Statements, asked: q, result: out, view: saidView{s.desk, q, out}}, err
	}}
}

// card is the task to show the card of the article that somebody names.
func (s *service) card(ref string) task { return s.cardOr(textNoArticle(ref), ref, "") }

// cardBehind is the task to show the card of an article that was found before; from is the receipt whose button asks for it.
func (s *service) cardBehind(id, from string) task { return s.cardOr(textGone, id, from) }

// cardOr shows a card, or says that there is none.
func (s *service) cardOr(none, ref, from string) task {
	return task{len(ref), nil, func(ctx context.Context) (finding, error) {
		card, err := s.desk.Article(ctx, ref)
		if errors.Is(err, bot.ErrNoArticle) {
			return finding{message: aside(none)}, nil
		}
		asked := askedArticle{ref, card.Article.ID}
		view := cardView{s.desk, asked.ID, card.Others}
		return finding{kind: ledger.Article, from: from, asked: asked, result: card.Others, view: view}, err
	}}
}
