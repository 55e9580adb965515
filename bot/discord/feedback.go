package discord

import (
	"context"
	"log/slog"
	"slices"
	"time"

	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// What can be wrong with what was shown, as the form and the ledger have it.
var complaints = []menuOption{
	{"Wrong passage: it does not answer, or another is better", "passage", ""},
	{"Wrong speaker: somebody else says it", "speaker", ""},
	{"Wrong text: these are not the words", "text", ""},
}

// The fields of the form.
const (
	whatField = "what"
	noteField = "note"

	maxNote = 1000
)

// askWrong opens the form that asks what is wrong.
func (s *service) askWrong(ctx context.Context, i interactionEvent, p press, log *slog.Logger) {
	optional := false
	form := modal{CustomID: p.String(), Title: textWrongTitle, Components: []component{
		{Type: labelType, Label: textWrongWhat, Component: &component{Type: menuType, CustomID: whatField, Options: complaints}},
		{Type: labelType, Label: textWrongNote, Component: &component{
			Type: inputType, CustomID: noteField, Style: paragraphStyle, MaxLength: maxNote, Required: &optional}},
	}}
	r := &commandReply{rest: s.rest, event: i}
	if _, err := r.acknowledge(ctx, callback{callbackForm, form}); err != nil {
		log.Warn("form not opened", "error", err)
		if !temporary(err) {
			s.deliver(ctx, r, aside(textRefused), log)
		}
	}
}

// submitted takes a form.
func (s *service) submitted(ctx context.Context, i interactionEvent) {
	p, ok := parsePress(i.Data.CustomID)
	by, log := i.asker(), s.logFor("form", i)
	by.private = true
	r := &commandReply{rest: s.rest, event: i, private: true}
	defer s.rescue(ctx, r, log)
	switch refusal := s.refusal(by, i.Channel.home(), mayAsk); {
	case refusal != "":
		s.refuse(ctx, i, refusal)
	case !ok || p.verb != wrongVerb:
		s.refuse(ctx, i, textUnknownButton)
	default:
		s.answer(ctx, request{by: by, reply: r, log: log}, s.complaint(i, by, p))
	}
}

// complaint is the task to keep what somebody says is wrong.
func (s *service) complaint(i interactionEvent, by asker, p press) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		r, err := s.behind(p, by)
		if err != nil {
			return finding{}, err
		}
		f := ledger.Feedback{
			Receipt: r.ID, At: time.Now().UTC(), Guild: by.guild, Channel: by.channel, User: by.user,
			Wrong: i.field(whatField), Note: markdown.Clip(i.field(noteField), maxNote, plain), Shown: s.whichShown(ctx, r, p.place),
		}
		if !slices.ContainsFunc(complaints, func(o menuOption) bool { return o.Value == f.Wrong }) {
			return finding{message: aside(textWrongUnclear)}, nil
		}
		return finding{message: message{Content: textThanks(r.ID)}}, s.ledger.AddFeedback(f)
	}}
}

// whichShown is which of what a receipt shows stands at a place, counted from 0; the first if that cannot be told.
func (s *service) whichShown(ctx context.Context, r ledger.Receipt, place string) int {
	sc, err := s.scene(ctx, r, place)
	if err != nil || len(sc.shown) == 0 {
		return 0
	}
	first := sc.shown[0]
	return max(0, slices.IndexFunc(r.Shown, func(p ledger.Shown) bool { return p.Article == first.Article && p.Span == first.Span }))
}
