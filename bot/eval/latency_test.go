package eval

import (
	"testing"
	"time"
)

func TestLatency(t *testing.T) {
	times := func(ms ...int) (out []time.Duration) {
		for _, n := range ms {
			out = append(out, time.Duration(n)*time.Millisecond)
		}
		return out
	}
	var twenty []int
	for n := range 20 {
		twenty = append(twenty, 20-n)
	}
	for _, tt := range []struct {
		took []time.Duration
		want Latency
	}{
		{nil, Latency{}},
		{times(7), Latency{7, 7}},
		{times(9, 1), Latency{1, 9}},
		{times(3, 1, 2), Latency{2, 3}},
		{times(twenty...), Latency{10, 19}},
		{times(append(twenty, 21)...), Latency{11, 20}},
		{[]time.Duration{1500 * time.Microsecond}, Latency{1.5, 1.5}},
	} {
		if got := latency(tt.took); got != tt.want {
			t.Errorf("%v: got %v, want %v", tt.took, got, tt.want)
		}
	}
}
