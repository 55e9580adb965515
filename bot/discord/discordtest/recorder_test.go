package discordtest_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// recorder is a T whose failures are looked at, and not the test's.
type recorder struct {
	t  *testing.T
	mu sync.Mutex
	// failures are what Errorf and Fatalf were told.
	failures []string
}

func (r *recorder) Helper()                           {}
func (r *recorder) Cleanup(f func())                  { r.t.Cleanup(f) }
func (r *recorder) Logf(format string, args ...any)   { r.t.Logf(format, args...) }
func (r *recorder) Fatalf(format string, args ...any) { r.Errorf(format, args...) }

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
