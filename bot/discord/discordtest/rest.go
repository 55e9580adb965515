package discordtest

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Request is one REST request that the bot made, and what it was told.
type Request struct {
	// Route is one of the Route constants; empty if the request is none that Discord knows.
	Route string
	// Path is as it was asked for, with its query.
	Method, Path string
	// Body is the JSON, also where files came with it; nil if there was none.
	Body   json.RawMessage
	Status int
	// At is the fake clock's time.
	At time.Time
}

// Requests are the REST requests so far, in the order of their answers; the last ones if Options.Keep bounds them.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// call is a request on its way through a route.
type call struct {
	*http.Request
	route string
	body  []byte
	files []File // sent along
}

// response is what a request is answered; a nil body is none.
type response struct {
	status int
	header http.Header
	body   any
}

// refuse is an error in Discord's JSON form.
func refuse(status, code int, message string) response {
	return response{status: status, body: map[string]any{"message": message, "code": code}}
}

var apiPath = regexp.MustCompile(`^/api/v(?:9|10)(/.*)$`)

// maxRequest is more than a message with ten files of 10 MiB.
const maxRequest = 110 << 20

// serve takes apart what comes in: the gateway, or REST of either version. No web page has any business here.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Origin") != "" || r.Header.Get("Sec-Fetch-Site") != "" {
		http.Error(w, "this is for bots, not for browsers", http.StatusForbidden)
		return
	}
	if strings.TrimSuffix(r.URL.Path, "/") == "/gateway" {
		s.connect(w, r)
		return
	}
	if strings.HasPrefix(r.URL.Path, "/attachments/") {
		s.mux.ServeHTTP(w, r)
		return
	}
	m := apiPath.FindStringSubmatch(r.URL.Path)
	if m == nil {
		s.unknownRoute(w, r)
		return
	}
	bare := r.Clone(r.Context())
	bare.URL.Path, bare.URL.RawPath = m[1], ""
	s.mux.ServeHTTP(w, bare)
}

func (s *Server) unknownRoute(w http.ResponseWriter, r *http.Request) {
	s.t.Errorf("discordtest: %s %s: no such route", r.Method, r.RequestURI)
	s.answer(w, &call{Request: r}, refuse(http.StatusNotFound, 0, "404: Not Found"))
}

// handle makes a route: faults on demand, authorisation, the deed, the answer.
func (s *Server) handle(route string, open bool, do func(*call) response) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxRequest))
		if err != nil {
			s.answer(w, &call{Request: r, route: route}, refuse(http.StatusRequestEntityTooLarge, 40005, "Request entity too large"))
			return
		}
		c := &call{Request: r, route: route, body: body}
		act := func() response {
			if bad := s.authorize(c, open); bad != nil {
				return *bad
			}
			return do(c)
		}
		resp, alive := s.misbehave(route, act)
		if !alive {
			panic(http.ErrAbortHandler)
		}
		s.answer(w, c, resp)
	}
}

// authorize checks the bot token where the route wants one.
func (s *Server) authorize(c *call, open bool) *response {
	got := c.Header.Get("Authorization")
	if open || got == "Bot "+s.o.Token {
		return nil
	}
	if got == "" {
		s.t.Errorf("discordtest: %s %s: no Authorization", c.Method, c.RequestURI)
	}
	bad := refuse(http.StatusUnauthorized, 0, "401: Unauthorized")
	return &bad
}

// answer writes the response and keeps the request.
func (s *Server) answer(w http.ResponseWriter, c *call, resp response) {
	s.mu.Lock()
	s.requests = latest(append(s.requests, Request{c.route, c.Method, c.RequestURI, jsonOrNil(c.body), resp.status, s.now()}), s.o.Keep)
	s.notify()
	s.mu.Unlock()
	s.rateHeaders(w.Header(), c.route)
	for k, v := range resp.header {
		w.Header()[k] = v
	}
	raw, isRaw := resp.body.(string)
	switch {
	case resp.body == nil:
		w.WriteHeader(resp.status)
	case isRaw:
		if w.Header().Get("Content-Type") == "" && json.Valid([]byte(raw)) {
			w.Header().Set("Content-Type", "application/json")
		}
		w.WriteHeader(resp.status)
		io.WriteString(w, raw)
	default:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(resp.status)
		json.NewEncoder(w).Encode(resp.body)
	}
}

// rateHeaders describe a bucket that is never exhausted: 429s come on demand only.
func (s *Server) rateHeaders(h http.Header, route string) {
	hash := fnv.New64a()
	io.WriteString(hash, route)
	h.Set("X-RateLimit-Bucket", fmt.Sprintf("%016x", hash.Sum64()))
	h.Set("X-RateLimit-Limit", "5")
	h.Set("X-RateLimit-Remaining", "4")
	h.Set("X-RateLimit-Reset", strconv.FormatInt(time.Now().Unix()+1, 10))
	h.Set("X-RateLimit-Reset-After", "1.000")
}

func jsonOrNil(b []byte) json.RawMessage {
	if !json.Valid(b) {
		return nil
	}
	return b
}
