package eval

import (
	"slices"
	"time"
)

// Latency says, in milliseconds, within what time half of the questions and nineteen in twenty were answered: nearest-rank
// percentiles, so that each is the time of one question. It is zero if there was no question.
type Latency struct {
	P50 float64 `json:"p50_ms"`
	P95 float64 `json:"p95_ms"`
}

func latency(took []time.Duration) Latency {
	sorted := slices.Sorted(slices.Values(took))
	return Latency{percentile(sorted, 50), percentile(sorted, 95)}
}

// percentile is the least of the sorted times that so many percent of them do not exceed.
func percentile(sorted []time.Duration, percent int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := (len(sorted)*percent + 99) / 100
	return float64(sorted[at-1]) / float64(time.Millisecond)
}
