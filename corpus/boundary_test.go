package corpus

import (
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// FuzzBoundary holds the boundaries to those of the whole of UAX 29, without a short cut.
func FuzzBoundary(f *testing.F) {
	texts, _ := sentenceCases(f)
	for _, text := range append(texts, "“A.”\u200b B", "a\u0301. \u0301B\u2024C", "x\u2028y\r\nz\x85\u0085", "\xe2\x80. A\xe2", "–\u200d.A…b。C") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		from := 0
		for it := sentences.FromString(text); it.Next(); {
			if from = boundary(text, from); from != it.End() {
				t.Fatalf("boundary after %d: got %d, want %d", it.Start(), from, it.End())
			}
		}
	})
}
