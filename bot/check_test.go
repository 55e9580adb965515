package bot_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/corpus/corpustest"
	"copydesk/index"
)

func BenchmarkCheckQuote(b *testing.B) {
	x, err := index.Open("/tmp/verify/d", index.Options{Command: "test"})
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	desk := bot.New(x, bot.Options{})
	f, err := os.Open(corpustest.Shared(b, "eval", "quotes-dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	type c struct {
		Quote   string `json:"quote"`
		Speaker string `json:"claimed_speaker"`
	}
	var cases []c
	for s := bufio.NewScanner(f); s.Scan(); {
		var one c
		_ = json.Unmarshal(s.Bytes(), &one)
		cases = append(cases, one)
		_, _ = desk.CheckQuote(b.Context(), one.Quote, one.Speaker)
	}
	var took []time.Duration
	i := 0
	for b.Loop() {
		start := time.Now()
		_, _ = desk.CheckQuote(b.Context(), cases[i%len(cases)].Quote, cases[i%len(cases)].Speaker)
		took = append(took, time.Since(start))
		i++
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
}
