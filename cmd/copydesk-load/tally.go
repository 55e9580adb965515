package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"
)

// fate is what became of an interaction.
type fate string

const (
	answered fate = "answered"
	refused  fate = "refused" // with when to try again
	failed   fate = "failed"  // with the number of a fault
	mute     fate = "mute"    // acknowledged, and then nothing
	lost     fate = "lost"    // not acknowledged in time
)

// outcome is what became of one interaction, and how soon after it was sent.
type outcome struct {
	kind         string
	fate         fate
	acknowledged time.Duration // not for what was lost
	shown        time.Duration // only for what was answered
}

// tally gathers outcomes.
type tally struct {
	mu     sync.Mutex
	all    []outcome
	behind time.Duration // the latest that anything was sent after its time
}

func newTally() *tally { return new(tally) }

func (t *tally) add(o outcome) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.all = append(t.all, o)
}

// late notes how much after its time an interaction was sent.
func (t *tally) late(d time.Duration) { t.behind = max(t.behind, d) }

// count is how many outcomes are as wanted.
func (t *tally) count(wanted func(outcome) bool) int {
	n := 0
	for _, o := range t.all {
		if wanted(o) {
			n++
		}
	}
	return n
}

func (t *tally) fates(f fate) int { return t.count(func(o outcome) bool { return o.fate == f }) }

// print writes the figures: of all, and of each kind. Nothing may be added any more.
func (t *tally) print(w io.Writer) {
	fmt.Fprintf(w, "\nsent %d, acknowledged %d, lost %d, answered %d, refused %d, failed %d, acknowledged and no more %d; at most %v late\n\n",
		len(t.all), len(t.all)-t.fates(lost), t.fates(lost), t.fates(answered), t.fates(refused), t.fates(failed), t.fates(mute), t.behind.Round(time.Millisecond))
	kinds := make(map[string][]outcome)
	for _, o := range t.all {
		kinds[o.kind] = append(kinds[o.kind], o)
	}
	fmt.Fprintf(w, "%-10s %7s   %-39s   %s\n", "", "", "ms to the acknowledgement", "ms to the answer")
	fmt.Fprintf(w, "%-10s %7s   %9s %9s %9s %9s   %9s %9s %9s\n", "", "number", "p50", "p95", "p99", "max", "p50", "p99", "max")
	line(w, "all", t.all)
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		line(w, kind, kinds[kind])
	}
}

func line(w io.Writer, name string, all []outcome) {
	var acks, shown []time.Duration
	for _, o := range all {
		if o.fate != lost {
			acks = append(acks, o.acknowledged)
		}
		if o.fate == answered {
			shown = append(shown, o.shown)
		}
	}
	slices.Sort(acks)
	slices.Sort(shown)
	fmt.Fprintf(w, "%-10s %7d   %9.1f %9.1f %9.1f %9.1f   %9.1f %9.1f %9.1f\n", name, len(all),
		percentile(acks, 50), percentile(acks, 95), percentile(acks, 99), percentile(acks, 100),
		percentile(shown, 50), percentile(shown, 99), percentile(shown, 100))
}

// percentile is the least of the sorted times that n percent of them do not exceed, in milliseconds; 0 of none.
func percentile(sorted []time.Duration, n int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	i := (len(sorted)*n + 99) / 100
	return sorted[max(i, 1)-1].Seconds() * 1000
}

// verdict is nil if every interaction came to an answer or a refusal.
func (t *tally) verdict() error {
	if n := t.fates(lost) + t.fates(mute) + t.fates(failed); n > 0 {
		return fmt.Errorf("%d of %d interactions had no good end", n, len(t.all))
	}
	return nil
}
