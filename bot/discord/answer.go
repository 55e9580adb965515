package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"copydesk/bot"
	"copydesk/bot/ledger"
)

// responder answers one request.
type responder interface {
	// hold shows the user that an answer is coming.
	hold(ctx context.Context) error
	// send shows the message, in the place of what hold showed if that was called.
	send(ctx context.Context, m message) error
	// otherwise tells the user in another way that Discord refused what was to be sent, or returns why that was if there is
	// no other way.
	otherwise(ctx context.Context, refusal error) error
}

// request is what somebody waits for the outcome of.
type request struct {
	by    asker
	reply responder
	turn  *turn // nil if the work need not wait for its turn
	// patience is how long the work may take before it is shown that an answer is coming; 0 means Options.Patience.
	patience time.Duration
	log      *slog.Logger
}

// task is what one request asks for.
type task struct {
	size int // length of what was sent, in bytes, for the log
	// read, if not nil, reads at Discord what the work needs. It is done before the request's turn comes, which is for work.
	read func(context.Context)
	work func(context.Context) (finding, error)
}

// finding is what came of a task.
type finding struct {
	kind ledger.Kind
	from string // the receipt whose button led here; may be empty
	// asked and result are what the receipt keeps.
	asked, result any
	outcome       string // in a few words; may be empty
	view          view
	// message is shown as it is, and nothing is kept, where there is no view.
	message message
}

// asker is who asks, and where.
type asker struct {
	guild, channel, user string
	roles                []string
	permissions          int64 // in the channel; 0 in direct messages
	private              bool  // they alone see the answer
}

// answer does the task and sends what comes of it. A Desk that does not heed its context is not waited for.
func (s *service) answer(ctx context.Context, r request, t task) {
	asking, cancel := context.WithTimeout(s.cleared(ctx, r.by), s.o.QuestionTimeout)
	defer cancel()
	began := time.Now()
	result := make(chan message, 1)
	go func() { result <- s.do(asking, r, t) }()
	patience := time.NewTimer(s.patience(r))
	defer patience.Stop()
	var m message
	for m.empty() {
		select {
		case m = <-result:
		case <-asking.Done():
			m = s.excuse(asking, asking.Err(), r.log)
		case <-s.giveUp:
			m = aside(textStopping)
		case <-patience.C:
			s.hold(ctx, r.reply, r.log)
		}
	}
	if errors.Is(context.Cause(ctx), errSuperseded) {
		return
	}
	s.deliver(ctx, r.reply, m, r.log)
	r.log.Info("request answered", "length", t.size, "took", time.Since(began))
}

// patience is how long the request's work may take before it is shown that an answer is coming: less where others' comes
// first, since it will not be done soon.
func (s *service) patience(r request) time.Duration {
	d := cmp.Or(r.patience, s.o.Patience)
	if r.turn.waits() {
		d /= 4
	}
	return d
}

// cleared lets those who may see embargoed articles, where nobody else sees the answer.
func (s *service) cleared(ctx context.Context, by asker) context.Context {
	if by.private && s.may(by, maySeeEmbargoed) {
		return bot.WithEmbargoed(ctx)
	}
	return ctx
}

// do is what comes of the task as a message, or an excuse.
func (s *service) do(ctx context.Context, r request, t task) (m message) {
	defer func() {
		r.turn.end()
		if p := recover(); p != nil {
			m = fault(panicError(p), r.log)
		}
	}()
	f, err := s.inTurn(ctx, r.turn, t)
	if err == nil && f.view != nil {
		f.message, err = s.present(ctx, r.by, f, r.log)
	}
	if err != nil {
		return s.excuse(ctx, err, r.log)
	}
	return f.message
}

// inTurn does the task in its turn, which ends with it: writing and sending what came of it may take their time.
func (s *service) inTurn(ctx context.Context, turn *turn, t task) (finding, error) {
	if t.read != nil {
		t.read(ctx)
	}
	if turn == nil {
		return t.work(ctx)
	}
	defer turn.end()
	working, err := turn.begin(ctx)
	if err != nil {
		return finding{}, err
	}
	return t.work(working)
}

// present shows where the finding's view begins, and writes a receipt of it first: the buttons work by it. If that cannot
// be written the answer goes without them.
func (s *service) present(ctx context.Context, by asker, f finding, log *slog.Logger) (message, error) {
	r, err := s.receipt(ctx, by, f)
	if err != nil {
		return message{}, err
	}
	sc, err := f.view.scene(ctx, "")
	if err != nil {
		return message{}, err
	}
	r.Shown = sc.shown
	if err := s.ledger.Put(&r); err != nil {
		log.Error("receipt not kept", "error", err)
		return sc.message, nil
	}
	return s.frame(sc, r, ""), nil
}

// receipt begins the receipt of a finding.
func (s *service) receipt(ctx context.Context, by asker, f finding) (ledger.Receipt, error) {
	r := ledger.Receipt{
		Kind: f.kind, At: time.Now().UTC(), Guild: by.guild, Channel: by.channel, User: by.user, Private: by.private, From: f.from,
		Cleared: bot.SeesEmbargoed(ctx), Outcome: f.outcome,
	}
	var err error
	if r.Asked, err = json.Marshal(f.asked); err != nil {
		return r, err
	}
	if r.Result, err = json.Marshal(f.result); err != nil {
		return r, err
	}
	status, err := s.desk.Status(ctx)
	r.Index = status.Index
	return r, err
}
