package bot_test

import (
	"bufio"
	"encoding/json"
	"os"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/corpus"
	"copydesk/corpus/corpustest"
	"copydesk/corpus/ninjs"
	"copydesk/index"
)

// BenchmarkAskNews asks the labelled questions of an archive of 1,008 real articles, one after the other, and tells the
// median and the 95th percentile of what one takes; "first" is the 95th percentile of a round before, in which the stories
// are read from disk and looked at for the first time. Garbage is collected as seldom as the program does.
func BenchmarkAskNews(b *testing.B) {
	file, err := os.Open(corpustest.Shared(b, "eval", "questions-dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var asked []bot.Question
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var line struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			b.Fatal(err)
		}
		asked = append(asked, bot.Question{Text: line.Question})
	}
	x, err := index.Open(b.TempDir(), index.Options{Command: "bench", Create: true})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	plan := index.Plan{Roots: []string{corpustest.Shared(b, "corpus", "newsroom")}, Readers: []corpus.Reader{ninjs.Reader{}}}
	if _, err := x.Ingest(b.Context(), plan); err != nil {
		b.Fatal(err)
	}
	d := bot.New(x, bot.Options{})
	defer debug.SetGCPercent(debug.SetGCPercent(300))
	round := func() (took []time.Duration) {
		for _, q := range asked {
			start := time.Now()
			ask(b, d, q)
			took = append(took, time.Since(start))
		}
		return took
	}
	first := round()
	var took []time.Duration
	for b.Loop() {
		took = append(took, round()...)
	}
	b.ReportMetric(percentile(first, 95), "ms-first-p95")
	b.ReportMetric(percentile(took, 50), "ms-median")
	b.ReportMetric(percentile(took, 95), "ms-p95")
}

// percentile is in milliseconds.
func percentile(took []time.Duration, n int) float64 {
	slices.Sort(took)
	return took[n*(len(took)-1)/100].Seconds() * 1000
}
