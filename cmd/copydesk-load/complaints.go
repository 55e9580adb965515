package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// complaints are what the double finds wrong with what the bot does, of which some are shown.
type complaints struct {
	mu       sync.Mutex
	n        int
	first    []string
	cleanups []func()
}

const shownComplaints = 10

// Helper implements [discordtest.T].
func (*complaints) Helper() {}

// Cleanup implements [discordtest.T].
func (c *complaints) Cleanup(f func()) { c.cleanups = append(c.cleanups, f) }

// Fatalf implements [discordtest.T].
func (c *complaints) Fatalf(format string, args ...any) { c.Errorf(format, args...) }

// Errorf implements [discordtest.T].
func (c *complaints) Errorf(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n++; len(c.first) < shownComplaints {
		c.first = append(c.first, fmt.Sprintf(format, args...))
	}
}

// end closes the double.
func (c *complaints) end() {
	for _, f := range slices.Backward(c.cleanups) {
		f()
	}
}

// verdict is nil if there were none.
func (c *complaints) verdict() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n == 0 {
		return nil
	}
	all := []error{fmt.Errorf("%d requests or steps were not as Discord takes them", c.n)}
	for _, text := range c.first {
		all = append(all, errors.New(text))
	}
	return errors.Join(all...)
}

// silent is a T for waiting for what may not come.
type silent struct{ failed bool }

// Helper implements [discordtest.T].
func (*silent) Helper() {}

// Cleanup implements [discordtest.T].
func (*silent) Cleanup(func()) {}

// Errorf implements [discordtest.T].
func (s *silent) Errorf(string, ...any) { s.failed = true }

// Fatalf implements [discordtest.T].
func (s *silent) Fatalf(string, ...any) { s.failed = true }
