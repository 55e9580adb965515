package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"copydesk/bot"
	"copydesk/bot/ledger"
	"copydesk/corpus/draft"
	"copydesk/index"
)

// control lets other copydesk commands on this machine use the index that the bot has open. It listens on loopback,
// and answers those that can read its file in the data folder, which only the operator can.
type control struct {
	server  *http.Server
	path    string // of the file
	stop    context.CancelFunc
	library *library
	ledger  *ledger.Ledger
	logger  *slog.Logger
	job     sync.Mutex // held while one command indexes
}

// where is what the file says.
type where struct {
	Address string `json:"address"`
	Token   string `json:"token"`
}

const controlName = "serve.json"

// maxRequest bounds the body of a request, in bytes: room for some hundred thousand paths.
const maxRequest = 64 << 20

func listenControl(data string, l *library, receipts *ledger.Ledger, logger *slog.Logger) (*control, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen on loopback: %w", err)
	}
	w := where{listener.Addr().String(), rand.Text()}
	ctx, stop := context.WithCancel(context.Background())
	c := &control{path: filepath.Join(data, controlName), stop: stop, library: l, ledger: receipts, logger: logger}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /alive", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("POST /ask", c.ask)
	mux.HandleFunc("POST /quote", c.quote)
	mux.HandleFunc("POST /check", c.check)
	mux.HandleFunc("POST /said", c.said)
	mux.HandleFunc("POST /article", c.article)
	mux.HandleFunc("POST /receipt", c.receipt)
	mux.HandleFunc("POST /export", c.export)
	mux.HandleFunc("POST /index", c.index)
	c.server = &http.Server{
		Handler: authorized(w.Token, http.MaxBytesHandler(mux, maxRequest)), ReadHeaderTimeout: 5 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	if err := c.announce(data, w); err != nil {
		stop()
		return nil, errors.Join(err, listener.Close())
	}
	go func() {
		if err := c.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			logger.Error("control server ended", "error", err)
		}
	}()
	return c, nil
}

// errServing: two bots cannot have one data folder.
var errServing = &failure{exitFailure, "another copydesk serve runs with this data folder", "Stop it first, or give this one another folder with --data."}

// announce writes the file, unless another bot runs on the same data.
func (c *control) announce(data string, w where) error {
	if _, ok := findRemote(data); ok {
		return errServing
	}
	text, err := json.Marshal(w)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(data, 0o700); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	fresh := c.path + ".new"
	if err := os.WriteFile(fresh, text, 0o600); err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	return os.Rename(fresh, c.path)
}

func (c *control) close() {
	_ = os.Remove(c.path)
	c.stop()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := c.server.Shutdown(ctx); err != nil {
		_ = c.server.Close()
	}
}

func authorized(token string, next http.Handler) http.Handler {
	want := []byte("Bearer " + token)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), want) != 1 {
			http.Error(w, "not allowed", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// reply is what the control server answers, in one line of JSON or, while it indexes, one a step.
type reply struct {
	Answer  *bot.Answer     `json:"answer,omitempty"`
	Check   *bot.Check      `json:"check,omitempty"`
	Said    *bot.Statements `json:"said,omitempty"`
	Card    *bot.Card       `json:"card,omitempty"`
	Draft   *bot.Report     `json:"draft,omitempty"`
	Refusal *draft.Refusal  `json:"refusal,omitempty"` // of a draft
	Receipt *receiptView    `json:"receipt,omitempty"`
	Line    *exportLine     `json:"line,omitempty"` // of an export
	End     bool            `json:"end,omitempty"`  // of an export
	Step    *step           `json:"step,omitempty"`
	Report  *index.Report   `json:"report,omitempty"`
	Error   string          `json:"error,omitempty"` // one of errorCodes, or a sentence
}

// step is an index.Event on its way to another process.
type step struct {
	File string `json:"file"`
	Size int64  `json:"size"`
	Err  string `json:"err,omitempty"`
}

// errorCodes are the errors that keep their meaning on the way.
var errorCodes = map[string]error{
	"empty_question": bot.ErrEmptyQuestion, "long_question": bot.ErrLongQuestion,
	"empty_quotation": bot.ErrEmptyQuotation, "long_quotation": bot.ErrLongQuotation,
	"empty_name": bot.ErrEmptyName, "long_name": bot.ErrLongName,
	"no_article": bot.ErrNoArticle, "not_an_id": ledger.ErrID, "no_receipt": ledger.ErrNoReceipt,
	"no_index": bot.ErrNoIndex, "indexing": bot.ErrIndexing, "busy": errBusy, "stopped": context.Canceled,
}

// errBusy: a second command wants to index while the bot does so for a first.
var errBusy = &failure{exitFailure, "the bot is already indexing for another command", "Try again when that has ended."}

func encodeError(err error) string {
	for code, known := range errorCodes {
		if errors.Is(err, known) {
			return code
		}
	}
	return err.Error()
}

func (c *control) ask(w http.ResponseWriter, r *http.Request) {
	var q bot.Question
	if !decodeRequest(w, r, &q) {
		return
	}
	answer, err := c.library.Ask(r.Context(), q)
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Answer: &answer})
}

// quoteRequest is what quote is asked.
type quoteRequest struct {
	Text    string `json:"text"`
	Claimed string `json:"claimed,omitempty"`
}

func (c *control) quote(w http.ResponseWriter, r *http.Request) {
	var q quoteRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	check, err := c.library.CheckQuote(r.Context(), q.Text, q.Claimed)
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Check: &check})
}

// draftRequest is what check is asked. A draft of draft.MaxFile bytes keeps within maxRequest.
type draftRequest struct {
	Name  string `json:"name"`
	Draft []byte `json:"draft"`
}

// check checks a draft. Nothing of it is logged: it is confidential.
func (c *control) check(w http.ResponseWriter, r *http.Request) {
	var q draftRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	report, err := c.library.CheckDraft(r.Context(), q.Name, bytes.NewReader(q.Draft))
	var refusal *draft.Refusal
	switch {
	case errors.As(err, &refusal):
		c.send(w, reply{Refusal: refusal})
	case err != nil:
		c.send(w, reply{Error: encodeError(err)})
	default:
		c.send(w, reply{Draft: &report})
	}
}

// saidRequest is what said is asked.
type saidRequest struct {
	Name  string    `json:"name"`
	About string    `json:"about,omitempty"`
	From  time.Time `json:"from,omitzero"`
	To    time.Time `json:"to,omitzero"`
}

func (c *control) said(w http.ResponseWriter, r *http.Request) {
	var q saidRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	said, err := c.library.Said(r.Context(), q.Name, q.About, q.From, q.To)
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Said: &said})
}

// articleRequest is what article is asked.
type articleRequest struct {
	Ref string `json:"ref"`
}

func (c *control) article(w http.ResponseWriter, r *http.Request) {
	var q articleRequest
	if !decodeRequest(w, r, &q) {
		return
	}
	card, err := c.library.Article(r.Context(), q.Ref)
	if err != nil {
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Card: &card})
}

// index indexes for the command, which hears of each step, and stops when the command does.
func (c *control) index(w http.ResponseWriter, r *http.Request) {
	var j job
	if !decodeRequest(w, r, &j) {
		return
	}
	if !c.job.TryLock() {
		c.send(w, reply{Error: encodeError(errBusy)})
		return
	}
	defer c.job.Unlock()
	c.logger.Info("indexing for a command", "paths", len(j.Paths))
	report, err := c.library.ingest(r.Context(), j, func(e index.Event) {
		s := &step{File: e.File, Size: e.Size}
		if e.Err != nil {
			s.Err = e.Err.Error()
		}
		c.send(w, reply{Step: s})
	})
	if err != nil {
		c.logger.Error("indexing failed", "error", err)
		c.send(w, reply{Error: encodeError(err)})
		return
	}
	c.send(w, reply{Report: &report})
}

// send writes one line; a command that has gone is noticed by the request's context.
func (c *control) send(w http.ResponseWriter, r reply) {
	if err := printJSON(w, r); err == nil {
		_ = http.NewResponseController(w).Flush()
	}
}

func decodeRequest(w http.ResponseWriter, r *http.Request, v any) bool {
	if err := json.NewDecoder(r.Body).Decode(v); err != nil {
		http.Error(w, "not a request", http.StatusBadRequest)
		return false
	}
	return true
}
