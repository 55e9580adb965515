package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// How much of a receipt is shown: characters in all, and signatures. copydesk receipt shows the rest.
const (
	maxReceipt = 3600
	maxSigned  = 5
)

// showReceipt is the task to show a receipt to somebody who may read it.
func (s *service) showReceipt(by asker, id string) task {
	return task{len(id), nil, func(ctx context.Context) (finding, error) {
		r, err := s.ledger.Receipt(id)
		if err != nil {
			return finding{}, err
		}
		if !s.mayRead(by, r) {
			return finding{}, ledger.ErrNoReceipt
		}
		m, err := s.receiptMessage(ctx, by, r)
		return finding{message: m}, err
	}}
}

// mayRead reports whether somebody may read a receipt: where it was asked, its asker and editors.
func (s *service) mayRead(by asker, r ledger.Receipt) bool {
	return r.Guild == by.guild && (r.User == by.user || r.Guild != "" && s.may(by, mayCheck) && s.named(by))
}

// named reports whether somebody is an editor by name: one of those who may check where not everybody may, or an
// administrator. What others asked is none of everybody's business.
func (s *service) named(by asker) bool {
	return s.may(by, mayAdminister) || len(s.o.CheckRoles) > 0 || len(s.access(by.guild).Check) > 0
}

// receiptMessage writes a receipt: what was asked, what was shown, from where, what was found wrong, and who signed it off.
func (s *service) receiptMessage(ctx context.Context, by asker, r ledger.Receipt) (message, error) {
	asked, err := s.askedText(ctx, r)
	if err != nil {
		return message{}, err
	}
	lines := []string{textReceiptAsked(r, asked)}
	for _, sign := range r.Signed[:min(len(r.Signed), maxSigned)] {
		lines = append(lines, textSigned(sign))
	}
	complaints, err := s.ledger.FeedbackOn(r.ID)
	if err != nil {
		return message{}, err
	}
	for _, f := range complaints[:min(len(complaints), maxWarned)] {
		lines = append(lines, textComplaint(f))
	}
	lines = append(lines, textMore(len(complaints)-maxWarned, "note"))
	outcome, err := s.outcome(ctx, r)
	if err != nil {
		return message{}, err
	}
	lines = append(lines, outcome)
	for i, piece := range r.Shown {
		line, err := s.receiptPiece(ctx, piece)
		if err != nil {
			return message{}, err
		}
		if markdown.Length(joined("\n\n", lines))+markdown.Length(line) > maxReceipt {
			lines = append(lines, textMore(len(r.Shown)-i, "piece"))
			break
		}
		lines = append(lines, line)
	}
	e := &discordgo.MessageEmbed{Title: textReceiptTitle(r), Color: colourOther, Description: joined("\n\n", lines)}
	e.Footer = footer(textReceiptIndex(r))
	m := message{Embeds: []*discordgo.MessageEmbed{e}}
	if s.may(by, mayCheck) && s.named(by) && !slices.ContainsFunc(r.Signed, func(g ledger.Signature) bool { return g.User == by.user }) {
		m.Components = []component{row(button(primaryStyle, textSign, press{signVerb, r.ID, ""}))}
	}
	return m, nil
}

// outcome is what came of a receipt's request, unless it tells of an article that may not be shown any more.
func (s *service) outcome(ctx context.Context, r ledger.Receipt) (string, error) {
	for _, piece := range r.Shown {
		note, err := noteOn(ctx, s.desk, bot.Citation{ID: piece.Article, Version: piece.Version})
		if err != nil || note.gone {
			return "", err
		}
	}
	return textReceiptOutcome(r), nil
}

// receiptPiece writes words that were shown, unless they may not be shown any more.
func (s *service) receiptPiece(ctx context.Context, piece ledger.Shown) (string, error) {
	c := bot.Citation{ID: piece.Article, Version: piece.Version, Headline: piece.Headline, Outlet: piece.Outlet}
	note, err := noteOn(ctx, s.desk, c)
	switch {
	case err != nil:
		return "", err
	case note.gone:
		return textGone, nil
	}
	words := ""
	if piece.Text != "" {
		words = markdown.QuoteAround(piece.Text, corpus.Span{}, maxQuoted)
	}
	return joined("\n", []string{textReceiptPiece(piece), words, note.text}), nil
}

// askedText is what was asked, in a line: of a file its size, and of an article's words nothing if they may not be shown any
// more.
func (s *service) askedText(ctx context.Context, r ledger.Receipt) (string, error) {
	var q struct {
		Text, Claimed, Of, Name, About, Ref string
		Size                                int64
	}
	if err := json.Unmarshal(r.Asked, &q); err != nil {
		return "", fmt.Errorf("receipt %s: what was asked: %w", r.ID, err)
	}
	switch {
	case q.Size > 0:
		return fmt.Sprintf("a draft of %s bytes", number(int(q.Size))), nil
	case q.Of != "":
		if note, err := noteOn(ctx, s.desk, bot.Citation{ID: q.Of}); err != nil || note.gone {
			return "", err
		}
	}
	return strings.Join(slices.DeleteFunc([]string{q.Text, q.Claimed, q.Name, q.About, q.Ref}, func(t string) bool { return t == "" }), ", "), nil
}

// sign is the task to sign a receipt off.
func (s *service) sign(r ledger.Receipt, by asker, name string) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		if !s.named(by) {
			return finding{message: aside(textMayNot[mayCheck])}, nil
		}
		err := s.ledger.Update(r.ID, func(r *ledger.Receipt) error {
			if !slices.ContainsFunc(r.Signed, func(g ledger.Signature) bool { return g.User == by.user }) {
				r.Signed = append(r.Signed, ledger.Signature{User: by.user, Name: name, At: time.Now().UTC()})
			}
			return nil
		})
		if err != nil {
			return finding{}, err
		}
		return s.showReceipt(by, r.ID).work(ctx)
	}}
}
