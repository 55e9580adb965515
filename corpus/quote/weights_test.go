package quote

import (
	"strings"
	"testing"
)

// TestWeights holds each line of the list to what it is read as: the program and the training write traits alike.
func TestWeights(t *testing.T) {
	n := 0
	for line := range strings.Lines(weightList) {
		got, _, err := readWeight(line)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if text, _, _ := strings.Cut(line+" ", strings.Fields(line)[len(strings.Fields(line))-1]+"\n"); got.String() != text {
			t.Errorf("trait: got %q, want %q", got, text)
		}
		n++
	}
	if n != len(weights) {
		t.Errorf("weights: got %d from %d lines", len(weights), n)
	}
	if _, _, err := readWeight("word=want much\n"); err == nil {
		t.Error("a weight that is no number: got no error")
	}
}
