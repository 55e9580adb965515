package bot_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/corpus/corpustest"
)

// BenchmarkCheckDraft checks a draft of 40 labelled quotations against the development archive; "first-ms" is the first time,
// in which the stories are read from disk.
func BenchmarkCheckDraft(b *testing.B) {
	const quotations = 40
	d, _ := newsroomDesk(b)
	file, err := os.Open(corpustest.Shared(b, "eval", "quotes-dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var text strings.Builder
	n := 0
	for lines := bufio.NewScanner(file); n < quotations && lines.Scan(); {
		var c struct {
			Quote   string `json:"quote"`
			Claimed string `json:"claimed_speaker"`
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			b.Fatal(err)
		}
		if c.Claimed != "" && !strings.ContainsAny(c.Quote, "\"“”") {
			fmt.Fprintf(&text, "“%s,” said %s.\n\n", strings.TrimRight(c.Quote, ".,"), c.Claimed)
			n++
		}
	}
	start := time.Now()
	if r := checkDraft(b, d, text.String()); r.Counts.Quotations != quotations {
		b.Fatalf("got %d quotations, want %d", r.Counts.Quotations, quotations)
	}
	first := time.Since(start)
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		checkDraft(b, d, text.String())
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(first.Milliseconds()), "first-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}
