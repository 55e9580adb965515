package discordtest_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// recorder is a T whose failures are looked at, and not the test's.
type recorder struct {
	t  *testing.T
	mu sync.Mutex
	// cleanups, if not nil, take what is to be done at the end, so that a test can do it.
	cleanups []func()
	// failures are what Errorf and Fatalf were told.
	failures []string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

func (r *recorder) Cleanup(f func()) {
	if r.cleanups == nil {
		r.t.Cleanup(f)
		return
	}
	r.cleanups = append(r.cleanups, f)
}

// end does the cleanups, the last one first.
func (r *recorder) end() {
	for _, f := range slices.Backward(r.cleanups) {
		f()
	}
}

func (r *recorder) Errorf(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failures = append(r.failures, fmt.Sprintf(format, args...))
}

// take returns what has failed since the last time.
func (r *recorder) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	defer func() { r.failures = nil }()
	return strings.Join(r.failures, "\n")
}
