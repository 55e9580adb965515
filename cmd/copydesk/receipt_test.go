package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"go.etcd.io/bbolt"

	"copydesk/bot"
	"copydesk/bot/ledger"
	"copydesk/corpus"
	"copydesk/index"
)

// keepReceipts keeps an answer with feedback and a signature, what one of its buttons led to, and the check of a draft, of which
// nothing was shown.
func keepReceipts(ts *testscript.TestScript, _ bool, _ []string) {
	data := ts.Getenv("COPYDESK_DATA")
	x, err := index.Open(data, index.Options{Command: "test"})
	ts.Check(err)
	answer, err := bot.New(x, bot.Options{}).Ask(context.Background(), bot.Question{Text: ferryQuestion})
	ts.Check(errors.Join(err, x.Close()))
	ts.Check(inventReceipts(filepath.Join(data, ledger.Name), answer.Passages[0]))
}

// inventReceipts keeps the receipts of that passage.
func inventReceipts(path string, p bot.Passage) (err error) {
	l, err := ledger.Open(path, ledger.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	piece := ledger.Shown{
		At: at, Article: p.Article.ID, Version: p.Article.Version, Headline: p.Article.Headline, Outlet: p.Article.Outlet,
		Span: p.Evidence.Span, Paragraph: p.Paragraph, Speaker: *p.Speaker, Text: p.Evidence.Text,
	}
	question, err := json.Marshal(map[string]string{"text": ferryQuestion})
	if err != nil {
		return err
	}
	words, err := json.Marshal(map[string]string{"quote": p.Evidence.Text})
	if err != nil {
		return err
	}
	result, err := json.Marshal(p)
	if err != nil {
		return err
	}
	for _, r := range []ledger.Receipt{
		{
			ID: "7K3QXM0A", Kind: ledger.Answer, At: at, Guild: "11", Channel: "22", User: "33", Index: "north 7",
			Asked: question, Result: result, Shown: []ledger.Shown{piece, piece},
			Signed: []ledger.Signature{{User: "44", Name: "Ines, Editor", At: at.Add(time.Hour)}, {At: at.Add(2 * time.Hour)}},
		},
		{
			ID: "7K3QXM0B", Kind: ledger.Check, At: at.Add(24 * time.Hour), Channel: "23", User: "33", Private: true,
			From: "7K3QXM0A", Asked: words, Shown: []ledger.Shown{piece},
		},
		{ID: "7K3QXM0C", Kind: ledger.Draft, At: at.Add(48 * time.Hour), Channel: "22", Guild: "11", User: "=33", Asked: []byte(`"@bridge.docx"`)},
	} {
		if err := l.Put(&r); err != nil {
			return err
		}
	}
	for i, note := range []string{"=HYPERLINK(\"http://evil.example\")", "Not hers, \x1b[31mI think.\nAsk the \"first official\"."} {
		f := ledger.Feedback{Receipt: "7K3QXM0A", At: at.Add(time.Duration(i) * 24 * time.Hour), Channel: "22", Guild: "11", User: "55", Wrong: ledger.WrongSpeaker, Note: note, Shown: i}
		if err := l.AddFeedback(f); err != nil {
			return err
		}
	}
	return nil
}

func spoil(ts *testscript.TestScript, _ bool, args []string) {
	db, err := bbolt.Open(ts.MkAbs(args[0]), 0o600, nil)
	ts.Check(err)
	ts.Check(db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("schema"), []byte{99}) }))
	ts.Check(db.Close())
}

// standings is a desk that knows of each article how it stands.
type standings map[string]bot.Standing

func (s standings) Standing(_ context.Context, article, _ string) (bot.Standing, error) {
	if s[article] == "" {
		return "", errors.New("the disk is gone")
	}
	return s[article], nil
}

// Whatever is not known to be free is held back, and what a button asked with it.
func TestViewReceipt(t *testing.T) {
	piece := func(article string) ledger.Shown {
		return ledger.Shown{Article: article, Version: "1", Outlet: "The Harbour Post", Headline: "Pier sinks", Speaker: "Ada Orm", Text: "It sank.", Span: corpus.Span{Start: 4, End: 12}}
	}
	held := func(article string) ledger.Shown {
		s := piece(article)
		s.Headline, s.Speaker, s.Text = "", "", ""
		return s
	}
	desk := standings{"same": bot.Same, "changed": bot.Changed, "gone": bot.Gone}
	for _, tt := range []struct {
		name, from string
		desk       stander
		article    string
		want       shownView
		asked      bool
	}{
		{"same", "", desk, "same", shownView{piece("same"), bot.Same}, true},
		{"changed", "7K3QXM0A", desk, "changed", shownView{piece("changed"), bot.Changed}, true},
		{"gone", "", desk, "gone", shownView{held("gone"), bot.Gone}, true},
		{"gone, by a button", "7K3QXM0A", desk, "gone", shownView{held("gone"), bot.Gone}, false},
		{"not to be told", "", desk, "?", shownView{held("?"), unknown}, true},
		{"no desk", "7K3QXM0A", nil, "same", shownView{held("same"), unknown}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ledger.Receipt{From: tt.from, Asked: []byte(`{}`), Result: []byte(`"It sank."`), Outcome: "Verbatim", Shown: []ledger.Shown{piece(tt.article)}}
			got, err := viewReceipt(t.Context(), r, nil, tt.desk)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]shownView{tt.want}, got.Shown); diff != "" {
				t.Errorf("shown (-want +got):\n%s", diff)
			}
			if (got.Outcome == "") != tt.want.held() {
				t.Errorf("got outcome %q", got.Outcome)
			}
			if (got.Asked != nil) != tt.asked || got.Result != nil || got.Receipt.Shown != nil {
				t.Errorf("got asked %s, result %s, shown %v", got.Asked, got.Result, got.Receipt.Shown)
			}
		})
	}
}

// Words that a button asked about are not told where nothing was found that says whose they are.
func TestViewReceiptWithoutPieces(t *testing.T) {
	for from, asked := range map[string]bool{"": true, "7K3QXM0A": false} {
		got, err := viewReceipt(t.Context(), ledger.Receipt{From: from, Asked: []byte(`{"text":"It sank."}`)}, nil, standings{})
		if err != nil || (got.Asked != nil) != asked {
			t.Errorf("from %q: got asked %s, %v", from, got.Asked, err)
		}
	}
}

// What has expired goes at the start, and then every hour, until the bot ends.
func TestExpireHourly(t *testing.T) {
	path := filepath.Join(t.TempDir(), ledger.Name)
	synctest.Test(t, func(t *testing.T) {
		l, err := ledger.Open(path, ledger.Options{Keep: 24 * time.Hour})
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		for _, age := range []time.Duration{25 * time.Hour, 23*time.Hour + 30*time.Minute, 0} {
			if err := l.Put(&ledger.Receipt{Kind: ledger.Check, At: time.Now().Add(-age)}); err != nil {
				t.Fatal(err)
			}
		}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		var log strings.Builder
		go func() {
			defer close(ended)
			expireHourly(ctx, l, slog.New(slog.NewTextHandler(&log, nil)))
		}()
		for hour, want := range []int{2, 1, 1} {
			synctest.Wait()
			n := 0
			for _, err := range l.Receipts() {
				if err != nil {
					t.Fatal(err)
				}
				n++
			}
			if n != want {
				t.Errorf("after %d hours: %d receipts, want %d", hour, n, want)
			}
			time.Sleep(time.Hour) // of the bubble's clock
		}
		stop()
		<-ended
		if got := strings.Count(log.String(), "expired receipts deleted"); got != 2 {
			t.Errorf("said %d times, want 2:\n%s", got, &log)
		}
	})
}

func TestAskedLines(t *testing.T) {
	for _, tt := range []struct {
		asked string
		want  []string
	}{
		{"", nil},
		{`{}`, nil},
		{`null`, nil},
		{`"@bridge.docx"`, []string{"@bridge.docx"}},
		{`{"Text":"Who\n sailed?","Outlet":"","From":"0001-01-01T00:00:00Z","Echo":true,"About":null}`, []string{"text: Who sailed?"}},
		{`{"to":"2025-03-31","from":{"day":1},"tries":2}`, []string{`from: {"day":1}`, "to: 2025-03-31", "tries: 2"}},
	} {
		if diff := cmp.Diff(tt.want, askedLines([]byte(tt.asked))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.asked, diff)
		}
	}
}

// Of an article's card there are no bytes to tell, and perhaps no time.
func TestCardWithoutBytes(t *testing.T) {
	s := ledger.Shown{Article: "pier.txt", Version: "c0ffee"}
	if got, want := place(s), "version c0ffee"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	got := newReceiptLine(ledger.Receipt{Shown: []ledger.Shown{s}}).rows()
	want := []string{"1", "", "pier.txt", "c0ffee", "", "", "", "", ""}
	if diff := cmp.Diff(want, got[0][11:]); len(got) != 1 || diff != "" {
		t.Errorf("%d rows, the first (-want +got):\n%s", len(got), diff)
	}
}
