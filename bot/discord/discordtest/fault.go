package discordtest

import (
	"net/http"
	"strconv"
	"time"
)

// Fault is how REST misbehaves for a number of requests.
type Fault struct {
	// Route is one of the Route constants; empty means whichever request comes next.
	Route string
	// Times is how many requests it is for; 0 means 1.
	Times int
	// Status, Header and Body are the answer. Status 0 means the true answer, -1 a connection cut without one.
	Status int
	Header http.Header
	Body   string
	// AfterEffect says that what was asked is done first, before Hold and the answer.
	AfterEffect bool
	// Hold, if not nil, keeps the request waiting until it is closed or receives.
	Hold <-chan struct{}
}

// Fail makes REST misbehave. Of several faults for a request the first is taken.
func (s *Server) Fail(f Fault) {
	f.Times = max(f.Times, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &f)
}

// TooMany is a 429 of the route's own bucket.
func TooMany(route string, retryAfter time.Duration) Fault {
	return limited(route, retryAfter, "user", false)
}

// TooManyGlobal is a 429 of the limit on all requests together.
func TooManyGlobal(route string, retryAfter time.Duration) Fault {
	f := limited(route, retryAfter, "global", true)
	f.Header.Set("X-RateLimit-Global", "true")
	return f
}

// TooManyHTML is the 429 that the proxy before Discord sends to an address it has banned.
func TooManyHTML(route string, retryAfter time.Duration) Fault {
	return Fault{
		Route: route, Status: http.StatusTooManyRequests,
		Header: http.Header{"Content-Type": {"text/html; charset=UTF-8"}, "Retry-After": {wholeSeconds(retryAfter)}},
		Body:   "<!doctype html><html><head><title>Access denied</title></head><body>Error 1015: You are being rate limited</body></html>",
	}
}

func limited(route string, retryAfter time.Duration, scope string, global bool) Fault {
	after := strconv.FormatFloat(retryAfter.Seconds(), 'f', 3, 64)
	h := http.Header{}
	h.Set("Content-Type", "application/json")
	h.Set("Retry-After", wholeSeconds(retryAfter))
	h.Set("X-RateLimit-Scope", scope)
	h.Set("X-RateLimit-Remaining", "0")
	h.Set("X-RateLimit-Reset-After", after)
	return Fault{
		Route: route, Status: http.StatusTooManyRequests, Header: h,
		Body: `{"message": "You are being rate limited.", "retry_after": ` + after + `, "global": ` + strconv.FormatBool(global) + `}`,
	}
}

// wholeSeconds rounds up, as Retry-After has no fractions.
func wholeSeconds(d time.Duration) string {
	return strconv.Itoa(int((d + time.Second - 1) / time.Second))
}

// misbehave runs act as the first fault for the route wants; alive is false if the connection is to be cut.
func (s *Server) misbehave(route string, act func() response) (resp response, alive bool) {
	f := s.takeFault(route)
	if f == nil {
		return act(), true
	}
	if f.AfterEffect {
		resp = act()
	}
	if f.Hold != nil {
		select {
		case <-f.Hold:
		case <-s.closing:
			return response{}, false
		}
	}
	switch {
	case f.Status < 0:
		return response{}, false
	case f.Status > 0:
		return response{f.Status, f.Header, f.Body}, true
	case f.AfterEffect:
		return resp, true
	default:
		return act(), true
	}
}

func (s *Server) takeFault(route string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, f := range s.faults {
		if f.Route != "" && f.Route != route {
			continue
		}
		if f.Times--; f.Times == 0 {
			s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
		}
		return f
	}
	return nil
}
