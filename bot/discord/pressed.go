package discord

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// errExpired says that a button is too old.
var errExpired = errors.New("the buttons have expired")

// pressed answers a button or a menu.
func (s *service) pressed(ctx context.Context, i interactionEvent) {
	p, ok := parsePress(i.Data.CustomID)
	if len(i.Data.Values) > 0 && (p.verb == showVerb || p.verb == otherVerb) {
		p.place = i.Data.Values[0]
	}
	by, log := i.asker(), s.logFor("press", i)
	by.private = true // unless the message below which it is says otherwise
	aside := &commandReply{rest: s.rest, event: i, private: true}
	defer s.rescue(ctx, aside, log)
	turn, refusal := s.admit(by, pressing)
	defer turn.end()
	right, known := rights[p.verb]
	switch {
	case refusal != "":
	case !ok || !known:
		refusal = textUnknownButton
	default:
		refusal = s.refusal(by, i.Channel.home(), right)
	}
	if refusal != "" {
		s.refuse(ctx, i, refusal)
		return
	}
	switch p.verb {
	case settingsVerb, accessVerb:
		s.changeSettings(ctx, request{by: by, turn: turn, log: log}, i, p)
	case forgetVerb:
		s.answer(ctx, request{by: by, reply: &pressReply{commandReply{rest: s.rest, event: i}}, turn: turn, log: log}, s.forget(by))
	default:
		s.pressedReceipt(ctx, request{by: by, turn: turn, log: log}, i, p)
	}
}

// rights are what one must be allowed to do to press a button, by its verb.
var rights = map[verb]right{
	showVerb: mayAsk, openVerb: mayAsk, articleVerb: mayAsk, otherVerb: mayAsk, everyoneVerb: mayAsk, wrongVerb: mayAsk, forgetVerb: mayAsk,
	checkVerb: mayCheck, signVerb: mayCheck,
	settingsVerb: mayAdminister, accessVerb: mayAdminister,
}

// pressedReceipt answers a button that a receipt stands behind: in the place of the message below which it is, or by a
// message of its own.
func (s *service) pressedReceipt(ctx context.Context, q request, i interactionEvent, p press) {
	alone := &commandReply{rest: s.rest, event: i, private: true}
	r, err := s.behind(p, q.by)
	if err != nil {
		s.deliver(ctx, alone, s.excuse(ctx, err, q.log), q.log)
		return
	}
	r.Private = i.Message.private()
	var t task
	switch p.verb {
	case showVerb, otherVerb, signVerb:
		q.reply, q.by.private = &pressReply{commandReply{rest: s.rest, event: i}}, r.Private
	case everyoneVerb:
		q.reply, q.by.private = &commandReply{rest: s.rest, event: i}, false
	default:
		q.reply, r.Private = alone, true
	}
	switch p.verb {
	case showVerb, openVerb:
		t = s.turned(r, p.place)
	case otherVerb:
		t = s.otherCard(r, p.place)
	case articleVerb, checkVerb:
		t = s.about(r, p)
	case everyoneVerb:
		t = s.everyone(r, p.place, i.user().name())
	case signVerb:
		t = s.sign(r, q.by, i.user().name())
	case wrongVerb:
		s.askWrong(ctx, i, p, q.log)
		return
	}
	s.answer(ctx, q, t)
}

// behind is the receipt behind a button, if it is not too old, and of the place that the button is pressed in.
func (s *service) behind(p press, by asker) (ledger.Receipt, error) {
	r, err := s.ledger.Receipt(p.receipt)
	switch {
	case err != nil:
		return r, err
	case time.Since(r.At) > s.o.ButtonLife:
		return r, errExpired
	case r.Guild != by.guild, r.Guild == "" && r.Channel != by.channel, r.Private && r.User != by.user && p.verb != signVerb:
		return r, ledger.ErrNoReceipt
	}
	return r, nil
}

// turned is the task to show another place of a receipt's view. What was found for somebody who sees embargoed articles is
// found anew for somebody who does not.
func (s *service) turned(r ledger.Receipt, place string) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		if r.Cleared && !bot.SeesEmbargoed(ctx) {
			return s.again(ctx, r)
		}
		sc, err := s.scene(ctx, r, place)
		if err != nil {
			return finding{}, err
		}
		return finding{message: s.frame(sc, r, place)}, s.noteShown(r.ID, sc.shown)
	}}
}

// again does anew what a receipt is of.
func (s *service) again(ctx context.Context, r ledger.Receipt) (finding, error) {
	v, err := s.view(r)
	if err != nil {
		return finding{}, err
	}
	f, err := v.again(s).work(ctx)
	f.from = r.ID
	return f, err
}

// maxNoted is how many pieces a receipt notes as shown: pressing a button for ever must not let it grow for ever.
const maxNoted = 200

// noteShown adds what a button showed to the receipt.
func (s *service) noteShown(id string, shown []ledger.Shown) error {
	if len(shown) == 0 {
		return nil
	}
	return s.ledger.Update(id, func(r *ledger.Receipt) error {
		r.Shown = append(r.Shown, shown[:min(len(shown), max(0, maxNoted-len(r.Shown)))]...)
		return nil
	})
}

// about is the task to show the card of a place's article, or to check its words.
func (s *service) about(r ledger.Receipt, p press) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		sc, err := s.scene(ctx, r, p.place)
		if err != nil {
			return finding{}, err
		}
		switch sub := sc.subject; {
		case sub == nil:
			return finding{message: message{Content: textGone, aside: true}}, nil
		case p.verb == articleVerb:
			return s.card(sub.article, r.ID).work(ctx)
		default:
			return s.quotation(askedQuotation{sub.quoted, sub.speaker}, r.ID).work(ctx)
		}
	}}
}

// otherCard is the task to show another article that a card names, in its place.
func (s *service) otherCard(r ledger.Receipt, choice string) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		v, err := s.cardView(r)
		if err != nil {
			return finding{}, err
		}
		others := v.(cardView).others
		n, err := strconv.Atoi(choice)
		if err != nil || n < 0 || n >= len(others) {
			return finding{}, errNoPlace
		}
		return s.card(others[n].ID, r.ID).work(ctx)
	}}
}

// everyone is the task to show a place to everyone, as those may see it who may not see more. If the presser may see more, all
// but a passage is found anew, since what stands around it, and every number, may come from what others may not see.
func (s *service) everyone(r ledger.Receipt, place, name string) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		if v, err := s.view(r); err != nil || r.Cleared && !plainPassage(v, place) {
			if err != nil {
				return finding{}, err
			}
			return s.again(ctx, r)
		}
		public := r
		public.ID, public.From, public.Private, public.Cleared = "", r.ID, false, false
		public.At, public.Signed = time.Now().UTC(), nil
		sc, err := s.scene(ctx, public, place)
		if err != nil {
			return finding{}, err
		}
		public.Shown = slices.Clone(sc.shown)
		if err := s.ledger.Put(&public); err != nil {
			return finding{}, err
		}
		m := s.frame(sc, public, place)
		m.Content = joined("\n", []string{m.Content, textShownBy(name)})
		return finding{message: m}, nil
	}}
}

// plainPassage reports whether a place shows nothing but a passage of an answer.
func plainPassage(v view, place string) bool {
	a, ok := v.(answerView)
	return ok && a.answer.Answered && !strings.HasPrefix(place, contextPlace)
}
