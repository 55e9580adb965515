package discord

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// errRateLimited says that Discord's rate limit holds for longer than the request may take.
var errRateLimited = errors.New("rate limited for longer than the request may wait")

// perSecond and atOnce keep below the 50 requests a second that Discord grants a bot; interactions do not count.
const (
	perSecond = 40
	atOnce    = 10
)

// limits keeps to Discord's rate limits (https://discord.com/developers/docs/topics/rate-limits): what a
// response says about a route, or about all of them, holds for the requests after it.
type limits struct {
	mu     sync.Mutex
	all    time.Time            // no request at all before
	bot    time.Time            // none but those that answer interactions before
	routes map[string]time.Time // none of that route before
	second *rate.Limiter
}

func newLimits() *limits {
	return &limits{routes: make(map[string]time.Time), second: rate.NewLimiter(perSecond, atOnce)}
}

// wait returns when the request may be sent, or at once with an error if that is after its context's deadline.
func (l *limits) wait(ctx context.Context, req *http.Request) error {
	if !exempt(req) {
		if err := l.second.Wait(ctx); err != nil {
			return errors.Join(errRateLimited, err)
		}
	}
	for {
		d := time.Until(l.free(req))
		if d <= 0 {
			return ctx.Err()
		}
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < d {
			return errRateLimited
		}
		if err := pause(ctx, d); err != nil {
			return err
		}
	}
}

// free is when the request may be sent.
func (l *limits) free(req *http.Request) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.all
	if !exempt(req) && l.bot.After(t) {
		t = l.bot
	}
	if r := l.routes[route(req)]; r.After(t) {
		t = r
	}
	return t
}

// learn keeps what the response says of the limits.
func (l *limits) learn(req *http.Request, resp *http.Response, body []byte) {
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	for r, t := range l.routes {
		if t.Before(now) {
			delete(l.routes, r)
		}
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		until := func(t time.Time, d time.Duration) time.Time { return latest(t, now.Add(d)) }
		switch d, scope := retryAfter(resp, body); scope {
		case scopeAddress:
			l.all = until(l.all, d)
		case scopeBot:
			l.bot = until(l.bot, d)
		default:
			l.routes[route(req)] = until(l.routes[route(req)], d)
		}
		return
	}
	if resp.Header.Get("X-RateLimit-Remaining") == "0" {
		if d, ok := seconds(resp.Header.Get("X-RateLimit-Reset-After")); ok {
			l.routes[route(req)] = now.Add(d)
		}
	}
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// What a 429 holds for.
type scope int

const (
	scopeRoute   scope = iota
	scopeBot           // all of the bot's requests but the answers to interactions
	scopeAddress       // everything from this address: it comes from in front of Discord, as HTML
)

// unstated is the wait after a 429 that names none.
const unstated = 5 * time.Second

// retryAfter reads a 429.
func retryAfter(resp *http.Response, body []byte) (time.Duration, scope) {
	var said struct {
		RetryAfter *float64 `json:"retry_after"`
		Global     bool     `json:"global"`
	}
	wait, ok := seconds(resp.Header.Get("Retry-After"))
	if !ok {
		wait = unstated
	}
	if err := json.Unmarshal(body, &said); err != nil {
		return wait, scopeAddress
	}
	if said.RetryAfter != nil {
		wait = duration(*said.RetryAfter)
	}
	if said.Global || resp.Header.Get("X-RateLimit-Global") == "true" || resp.Header.Get("X-RateLimit-Scope") == "global" {
		return wait, scopeBot
	}
	return wait, scopeRoute
}

func seconds(s string) (time.Duration, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 {
		return 0, false
	}
	return duration(f), true
}

// duration is s seconds, at most a day, which no request waits for.
func duration(s float64) time.Duration {
	return time.Duration(min(max(s, 0), 24*60*60) * float64(time.Second))
}

// route is what a bucket of Discord's limits belongs to: method and path, without the ID of a message.
func route(req *http.Request) string {
	path, _, _ := strings.Cut(req.URL.Path, "/messages/")
	return req.Method + " " + path
}

// exempt reports the answers to interactions, which do not count towards the bot's limit.
func exempt(req *http.Request) bool {
	return strings.Contains(req.URL.Path, "/interactions/") || strings.Contains(req.URL.Path, "/webhooks/")
}

// pause waits, or returns the context's error if that is done first.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
