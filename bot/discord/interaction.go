package discord

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/mention"
)

// interaction answers a command, a button, a menu or a form.
func (s *service) interaction(ctx context.Context, i interactionEvent) {
	if i.Type == pingInteraction || !s.seen.first(i.ID) {
		return
	}
	if i.Type == autocompleteInteraction {
		s.start(func() {
			defer s.recovered("suggestion")
			s.suggest(ctx, i)
		})
		return
	}
	s.start(func() {
		defer s.journal.begin(ctx, i.ID, i.userID(), interactionCreate, i.raw)()
		switch i.Type {
		case commandInteraction:
			s.commanded(ctx, i)
		case componentInteraction:
			s.pressed(ctx, i)
		case formInteraction:
			s.submitted(ctx, i)
		default:
			s.refuse(ctx, i, textUnknown)
		}
	})
}

// commanded answers a command.
func (s *service) commanded(ctx context.Context, i interactionEvent) {
	by := i.asker()
	by.private = i.private()
	r := &commandReply{rest: s.rest, event: i, private: by.private}
	log := s.logFor("command", i)
	defer s.rescue(ctx, r, log)
	turn, refusal := s.admit(by, commandKind(i.Data.Name))
	defer turn.end()
	var t task
	if refusal == "" {
		t, refusal = s.command(i, by, log)
	}
	if refusal != "" {
		r.private = true
		s.deliver(ctx, r, aside(refusal), log)
		return
	}
	s.answer(ctx, request{by: by, reply: r, turn: turn, log: log}, t)
}

// refuse answers an interaction by a sentence that its user alone sees.
func (s *service) refuse(ctx context.Context, i interactionEvent, sentence string) {
	s.deliver(ctx, &commandReply{rest: s.rest, event: i, private: true}, aside(sentence), s.logFor("refusal", i))
}

func (s *service) logFor(kind string, i interactionEvent) *slog.Logger {
	return s.log.With(about(kind, i.ID, i.GuildID, i.ChannelID, i.userID()))
}

// private reports whether the asker alone is to see the answer: to a question if they say so, and unless they say otherwise
// to everything else.
func (i interactionEvent) private() bool {
	if i.Data.Name == askCommand {
		return i.flag(onlyMeOption)
	}
	return !i.flag(publicOption)
}

// rightFor is what one must be allowed to do to use a command.
func rightFor(command string) right {
	switch command {
	case quoteCommand, checkCommand, checkMessage:
		return mayCheck
	case forgetCommand:
		return mayForget
	}
	return mayAsk
}

// command reads what is asked for; refusal is the sentence for what is not asked of the Desk.
func (s *service) command(i interactionEvent, by asker, log *slog.Logger) (t task, refusal string) {
	if refusal = s.refusal(by, i.Channel.home(), rightFor(i.Data.Name)); refusal != "" {
		return t, refusal
	}
	switch i.Data.Name {
	case askCommand:
		q, refusal := readQuestion(i)
		before := func(ctx context.Context) (string, error) { return s.beforeCommand(ctx, i) }
		return s.question(inquiry{Question: q, echo: true, before: before}, log), refusal
	case quoteCommand:
		return s.quotation(askedQuotation{Text: i.text(textOption), Claimed: i.text(speakerOption)}, ""), ""
	case saidCommand:
		q := saidQuery{Name: i.text(speakerOption), About: i.text(aboutOption)}
		q.From, q.To, refusal = readPeriod(i)
		return s.said(q), refusal
	case articleCommand:
		return s.card(i.text(articleOption)), ""
	case checkCommand:
		return s.file(i.Data.Resolved.Attachments[i.text(draftOption)])
	case checkMessage:
		return s.messageQuotes(i)
	case findMessage:
		return s.find(i, log)
	case deskCommand:
		return s.status(by), ""
	case receiptCommand:
		return s.showReceipt(by, i.text(idOption)), ""
	case forgetCommand:
		return askForget(), ""
	}
	return t, textUnknown
}

// file is the task to check a file; refusal is the sentence for one that is not fetched.
func (s *service) file(a attachment) (t task, refusal string) {
	switch {
	case a.Size > maxDraft:
		return t, textLargeDraft()
	case a.URL == "":
		return t, textNoFile
	}
	return s.draft(draftSource{askedDraft{Size: a.Size, Ext: filepath.Ext(a.Name)}, a.URL}), ""
}

// messageQuotes is the task to check all quotations of the message that a command is used on.
func (s *service) messageQuotes(i interactionEvent) (t task, refusal string) {
	m := i.Data.Resolved.Messages[i.Data.TargetID]
	if strings.TrimSpace(m.Content) == "" {
		return t, textEmptyMessage
	}
	return s.draft(draftSource{askedDraft: askedDraft{Text: m.Content}}), ""
}

// find is the task to look for what a message says.
func (s *service) find(i interactionEvent, log *slog.Logger) (t task, refusal string) {
	m := i.Data.Resolved.Messages[i.Data.TargetID]
	q := bot.Question{Text: markdown.Clip(m.Content, bot.MaxQuestion, plain)}
	if q.Check() != nil {
		return t, textEmptyMessage
	}
	none := func(context.Context) (string, error) { return "", nil }
	return s.question(inquiry{Question: q, message: true, before: none}, log), ""
}

// readQuestion reads the options of a question.
func readQuestion(i interactionEvent) (q bot.Question, refusal string) {
	q.Text, q.Outlet = i.text(questionOption), i.text(outletOption)
	q.From, q.To, refusal = readPeriod(i)
	return q, refusal
}

// readPeriod reads the days from and to which something is asked for; zero where none is given.
func readPeriod(i interactionEvent) (from, to time.Time, refusal string) {
	now := time.Now()
	for _, name := range []string{fromOption, toOption} {
		typed := strings.TrimSpace(i.text(name))
		if typed == "" {
			continue
		}
		p, err := mention.ParsePeriod(typed, now)
		if err != nil {
			return from, to, textBadDate(name, typed, err)
		}
		if name == fromOption {
			from = p.First
		} else {
			to = p.Last
		}
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return from, to, textBackwards(from, to)
	}
	return from, to, ""
}
