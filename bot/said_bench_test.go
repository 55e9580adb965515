package bot_test

import (
	"testing"

	"copydesk/bot"
)

// BenchmarkSaid finds the statements of the person whom the archive quotes most, about one topic.
func BenchmarkSaid(b *testing.B) {
	d, _ := sampleDesk(b, bot.Options{})
	for b.Loop() {
		if s := said(b, d, "Nuala O'Farrin", "bridge"); len(s.Statements) == 0 {
			b.Fatal("no statement")
		}
	}
}
