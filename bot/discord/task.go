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
		return finding{kind: ledger.Answer, asked: asked, result: a, view: answerView{s.desk, asked, a}}, err
	}}
}

// quotation is the task to check a quotation, and who is claimed to have said it if claimed is not empty; from is the
// receipt whose button asked for it.
func (s *service) quotation(asked askedQuotation, from string) task {
	return task{len(asked.Text), nil, func(ctx context.Context) (finding, error) {
		c, err := s.desk.CheckQuote(ctx, asked.Text, asked.Claimed)
		return finding{kind: ledger.Check, from: from, asked: asked, result: c, view: checkView{s.desk, asked, c}}, err
	}}
}

// draft is the task to check all quotations of a file or a message.
func (s *service) draft(d draftSource) task {
	return task{int(d.Size) + len(d.Text), nil, func(ctx context.Context) (finding, error) {
		r, err := s.checkAgain(ctx, d)
		kept := keptReport{r.Counts, string(r.Format), d.url}
		read := func(context.Context) (bot.Report, error) { return r, nil }
		return finding{kind: ledger.Draft, asked: d.askedDraft, result: kept, view: reportView{s.desk, d, read}}, err
	}}
}

// said is the task to find what a person said.
func (s *service) said(q saidQuery) task {
	return task{len(q.Name) + len(q.About), nil, func(ctx context.Context) (finding, error) {
		out, err := s.desk.Said(ctx, q.Name, q.About, q.From, q.To)
		return finding{kind: ledger.Statements, asked: q, result: out, view: saidView{s.desk, q, out}}, err
	}}
}

// card is the task to show an article's card; from is the receipt whose button asked for it.
func (s *service) card(ref, from string) task {
	return task{len(ref), nil, func(ctx context.Context) (finding, error) {
		card, err := s.desk.Article(ctx, ref)
		if errors.Is(err, bot.ErrNoArticle) {
			return finding{message: message{Content: textNoArticle(ref)}}, nil
		}
		asked := askedArticle{ref, card.Article.ID}
		view := cardView{s.desk, asked.ID, card.Others}
		return finding{kind: ledger.Article, from: from, asked: asked, result: card.Others, view: view}, err
	}}
}
