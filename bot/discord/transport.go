package discord

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// maxResponse is the most bytes of a response that are read; Discord's are a few thousand, but for drafts.
const maxResponse = maxDraft

// callbackTimeout is how long an attempt to acknowledge an interaction may take, so that there is time for another within
// the 3 s that Discord waits.
const callbackTimeout = time.Second

// transport carries every REST request, discordgo's own among them: to the API that the options name, each
// attempt within a time-out, and again after a 429 once the time that Discord asks for has passed, unless the
// request's context ends before that.
type transport struct {
	base    http.RoundTripper
	api     *url.URL // nil is Discord itself
	cdn     *url.URL // in the place of cdnHosts; nil is Discord's
	timeout time.Duration
	limits  *limits
}

// RoundTrip implements [http.RoundTripper]. The response is read before it returns.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	for {
		if err := t.limits.wait(req.Context(), req); err != nil {
			return nil, err
		}
		resp, body, err := t.attempt(req)
		if err != nil {
			return nil, err
		}
		t.limits.learn(req, resp, body)
		if resp.StatusCode != http.StatusTooManyRequests || req.Body != nil && req.GetBody == nil {
			return resp, nil
		}
	}
}

// CloseIdleConnections is for [http.Client.CloseIdleConnections].
func (t *transport) CloseIdleConnections() {
	(&http.Client{Transport: t.base}).CloseIdleConnections()
}

// attempt sends the request once. The caller's request is left as it is, as the interface demands.
func (t *transport) attempt(req *http.Request) (*http.Response, []byte, error) {
	timeout := t.timeout
	if strings.HasSuffix(req.URL.Path, "/callback") {
		timeout = min(timeout, callbackTimeout)
	}
	ctx, cancel := context.WithTimeout(req.Context(), timeout)
	defer cancel()
	out := req.Clone(ctx)
	base := t.api
	if slices.Contains(cdnHosts, req.URL.Host) {
		base = t.cdn
	}
	if base != nil {
		out.URL.Scheme, out.URL.Host, out.Host = base.Scheme, base.Host, ""
	}
	if req.GetBody != nil {
		body, err := req.GetBody()
		if err != nil {
			return nil, nil, err
		}
		out.Body = body
	}
	resp, err := t.base.RoundTrip(out)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxResponse))
	if err != nil {
		return nil, nil, fmt.Errorf("response: %w", err)
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, body, nil
}
