package discord

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
	"copydesk/corpus"
	"copydesk/corpus/corpustest"
)

var update = flag.Bool("update", false, "write testdata anew")

// unasked is a Desk of which nothing is asked but how things stand.
type unasked struct{ Desk }

func (unasked) Standing(context.Context, string, string) (bot.Standing, error) { return bot.Same, nil }

func (unasked) Status(context.Context) (bot.Status, error) { return bot.Status{Index: "tern.7"}, nil }

// deskFunc is a Desk made of a function.
type deskFunc func(context.Context, bot.Question) (bot.Answer, error)

func (f deskFunc) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) { return f(ctx, q) }

func (deskFunc) Standing(ctx context.Context, article, version string) (bot.Standing, error) {
	return unasked{}.Standing(ctx, article, version)
}

func (deskFunc) Status(ctx context.Context) (bot.Status, error) { return unasked{}.Status(ctx) }

func (deskFunc) Article(context.Context, string) (bot.Card, error) {
	return bot.Card{}, errors.New("no article was to be looked up")
}

func (deskFunc) Around(context.Context, string, corpus.Span) (bot.Surroundings, error) {
	return bot.Surroundings{}, errors.New("no passage was to be looked up")
}

func (deskFunc) Outlets(context.Context, string) ([]string, error) {
	return nil, errors.New("no outlet was to be completed")
}

func (deskFunc) Articles(context.Context, string) ([]bot.Citation, error) {
	return nil, errors.New("no article was to be completed")
}

func (deskFunc) CheckQuote(context.Context, string, string) (bot.Check, error) {
	return bot.Check{}, errors.New("no quotation was to be checked")
}

func (deskFunc) Said(context.Context, string, string, time.Time, time.Time) (bot.Statements, error) {
	return bot.Statements{}, errors.New("nobody was to be asked for")
}

func (deskFunc) Names(context.Context, string) ([]string, error) {
	return nil, errors.New("no name was to be completed")
}

func (deskFunc) CheckDraft(context.Context, string, io.Reader) (bot.Report, error) {
	return bot.Report{}, errors.New("no draft was to be checked")
}

// says is a Desk that gives the answer to every question.
func says(a bot.Answer) Desk {
	return deskFunc(func(context.Context, bot.Question) (bot.Answer, error) { return a, nil })
}

// refuses is a Desk that fails with err.
func refuses(err error) Desk {
	return deskFunc(func(context.Context, bot.Question) (bot.Answer, error) { return bot.Answer{}, err })
}

// holds is a Desk that gives the answer once release is closed, or its context's error if that comes first.
func holds(a bot.Answer, release <-chan struct{}) Desk {
	return deskFunc(func(ctx context.Context, _ bot.Question) (bot.Answer, error) {
		select {
		case <-release:
			return a, nil
		case <-ctx.Done():
			return bot.Answer{}, ctx.Err()
		}
	})
}

// newDouble is a Discord that holds requests against Discord's own schema where that is at hand.
func newDouble(t *testing.T, o discordtest.Options) *discordtest.Server {
	t.Helper()
	o.Schema = schema(t)
	return discordtest.New(t, o)
}

// schema is the path of Discord's openapi.json, empty where it is absent: the double's own checks are enough
// for these tests to mean something.
func schema(t *testing.T) (path string) {
	t.Run("schema", func(t *testing.T) { path = corpustest.Shared(t, "discord", "openapi.json") })
	return path
}

// running is a bot at work.
type running struct {
	log  *recorder
	stop context.CancelFunc // as SIGTERM does
	done chan error         // what Run returned
}

// run starts the bot against the double and stops it when the test ends. Patience is long unless o sets it, so
// that nothing is deferred by chance.
func run(t *testing.T, s *discordtest.Server, desk Desk, o Options) *running {
	t.Helper()
	o.API, o.CDN = s.URL(), s.URL()
	if o.Ledger == nil {
		o.Ledger = newLedger(t)
	}
	if o.Token == "" {
		o.Token = "test-token"
	}
	if o.Patience == 0 {
		o.Patience = time.Minute
	}
	r := &running{log: newRecorder(), done: make(chan error, 1)}
	o.Logger = slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	ctx, stop := context.WithCancel(t.Context())
	r.stop = stop
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		r.done <- Run(ctx, desk, o)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
		if text := r.log.text(); strings.Contains(text, o.Token) || strings.Contains(text, "interaction-token") {
			t.Errorf("a token is in the log:\n%s", text)
		}
		if t.Failed() {
			t.Logf("log:\n%s", r.log.text())
		}
	})
	return r
}

// newLedger is a ledger that ends with the test.
func newLedger(t *testing.T) *ledger.Ledger {
	t.Helper()
	l, err := ledger.Open(filepath.Join(t.TempDir(), "receipts.db"), ledger.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// start is run, and waits until the bot is ready.
func start(t *testing.T, s *discordtest.Server, desk Desk, o Options) *running {
	t.Helper()
	r := run(t, s, desk, o)
	s.AwaitReady(t, 1)
	return r
}

// recorder keeps a log and lets tests wait for a line of it.
type recorder struct {
	mu      sync.Mutex
	lines   bytes.Buffer
	changed chan struct{}
}

func newRecorder() *recorder { return &recorder{changed: make(chan struct{})} }

func (r *recorder) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	close(r.changed)
	r.changed = make(chan struct{})
	return r.lines.Write(b)
}

func (r *recorder) text() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lines.String()
}

// await waits until the log has n lines with the text.
func (r *recorder) await(t *testing.T, text string, n int) {
	t.Helper()
	patience := time.After(20 * time.Second)
	for {
		r.mu.Lock()
		found, changed := strings.Count(r.lines.String(), text), r.changed
		r.mu.Unlock()
		if found >= n {
			return
		}
		select {
		case <-changed:
		case <-patience:
			t.Fatalf("the log has %d lines with %q, want %d", found, text, n)
		}
	}
}

// The answers below are of an invented archive: outlets, people and events do not exist.

func citation(id, headline, outlet, byline string, day corpus.Time) bot.Citation {
	return bot.Citation{
		ID: id, Headline: headline, Outlet: outlet, Byline: byline, Published: day,
		URL: "https://gazette.example/" + id,
	}
}

// quote is a passage with the evidence somewhere in it.
func quote(c bot.Citation, text, evidence string) bot.Passage {
	at := strings.Index(text, evidence)
	p := bot.Passage{Article: c, Kind: corpus.Body, Paragraph: 2, Text: text}
	p.Span = corpus.Span{Start: 40, End: 40 + len(text)}
	p.Evidence.Span = corpus.Span{Start: 40 + at, End: 40 + at + len(evidence)}
	p.Evidence.Text = evidence
	return p
}

func saidBy(p bot.Passage, speaker, role string) bot.Passage {
	p.Speaker = &speaker
	if role != "" {
		p.Role = &role
	}
	return p
}

var (
	ferry = citation("ferry-raised", "Sunken ferry to be raised before the summer", "Harbour Gazette", "Ines Falk", corpus.Date(2016, 2, 19))
	quay  = citation("quay-closed", "North quay stays closed", "Coast Ledger", "Tomas Brandt and Lio Weber", corpus.Date(2016, 3, 4))
	agent = citation("ferry-wire", "Ferry to be raised", "Tidewater Wire", "", corpus.Date(2016, 2, 18))
)

// ferryAnswer has two passages of one story and one of another.
func ferryAnswer() bot.Answer {
	first := saidBy(quote(ferry,
		"Divers have looked at the hull for three days and found it sound. “We shall raise her in May, before the first tourists come,” said Runa Ostberg, the harbour master, at the town hall on Thursday. The work will cost 2.4 million crowns.",
		"“We shall raise her in May, before the first tourists come,” said Runa Ostberg, the harbour master, at the town hall on Thursday."),
		"Runa Ostberg", "harbour master of Kelmouth")
	first.AlsoIn = []bot.Citation{agent}
	second := saidBy(quote(ferry,
		"A crane barge is expected from Hallsund. It will lie at the north quay until the work is done, a person at the yard said.",
		"It will lie at the north quay until the work is done, a person at the yard said."),
		"a person at the yard", "")
	second.Anonymous, second.Subhead = true, "What comes next"
	third := quote(quay,
		"The north quay is closed to cars and walkers until the end of May, when the ferry that sank beside it will have been raised.",
		"The north quay is closed to cars and walkers until the end of May")
	return bot.Answer{
		Answered: true, Confidence: 0.8, Passages: []bot.Passage{first, second, third},
		Searched: bot.Scope{Articles: 41212, Outlets: []string{"Coast Ledger", "Harbour Gazette", "Tidewater Wire"}},
	}
}

// nearest is an answer that declines.
func nearest() bot.Answer {
	a := ferryAnswer()
	a.Answered, a.Confidence, a.Passages = false, 0.1, a.Passages[:1]
	a.Searched.First = time.Date(2009, 1, 2, 0, 0, 0, 0, time.UTC)
	a.Searched.Last = time.Date(2016, 12, 30, 0, 0, 0, 0, time.UTC)
	return a
}
