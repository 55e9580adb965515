package bot_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/corpus/corpustest"
)

// quotingDraft is a draft with as many quotations of the labelled ones, over and over.
func quotingDraft(b *testing.B, quotations int) string {
	b.Helper()
	data, err := os.ReadFile(corpustest.Shared(b, "eval", "quotes-dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for n := 0; n < quotations; {
		before := n
		for lines := bufio.NewScanner(strings.NewReader(string(data))); n < quotations && lines.Scan(); {
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
		if n == before {
			b.Fatal("no labelled quotation can be quoted")
		}
	}
	return text.String()
}

// BenchmarkCheckDraft checks a draft of 40 labelled quotations against the development archive; "first-ms" is the first time,
// in which the stories are read from disk.
func BenchmarkCheckDraft(b *testing.B) {
	const quotations = 40
	d, _ := newsroomDesk(b)
	text := quotingDraft(b, quotations)
	start := time.Now()
	if r := checkDraft(b, d, text); r.Counts.Quotations != quotations {
		b.Fatalf("got %d quotations, want %d", r.Counts.Quotations, quotations)
	}
	first := time.Since(start)
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		checkDraft(b, d, text)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(first.Milliseconds()), "first-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkBesideDrafts completes a name and asks a question, again and again, while drafts as large as are checked are
// being checked, one after the other and two at once, and tells how long the two take. In "idle" there is no draft.
//
//	go test ./bot -run '^$' -bench BesideDrafts -benchtime 300x -cpu 2
func BenchmarkBesideDrafts(b *testing.B) {
	d, _ := newsroomDesk(b)
	text := quotingDraft(b, bot.MaxQuotations)
	checkDraft(b, d, text) // reads the stories from disk
	for _, drafts := range []int{0, 1, 2} {
		b.Run(fmt.Sprintf("%d", drafts), func(b *testing.B) { besideDrafts(b, d, text, drafts) })
	}
}

func besideDrafts(b *testing.B, d *bot.Desk, text string, drafts int) {
	ctx, stop := context.WithCancel(b.Context())
	var checking sync.WaitGroup
	var mu sync.Mutex
	var checked []time.Duration
	for range drafts {
		checking.Go(func() {
			for start := time.Now(); ; start = time.Now() {
				if _, err := d.CheckDraft(ctx, "", strings.NewReader(text)); err != nil {
					return
				}
				mu.Lock()
				checked = append(checked, time.Since(start))
				mu.Unlock()
			}
		})
	}
	var completions, answers []time.Duration
	keys := time.NewTicker(50 * time.Millisecond) // as fast as somebody types
	defer keys.Stop()
	for i := 0; b.Loop(); i++ {
		<-keys.C
		start := time.Now()
		completed(b, d, []string{"b", "cli", "tr", "bern san", "har"}[i%5])
		completions = append(completions, time.Since(start))
		if i%4 == 0 {
			start = time.Now()
			ask(b, d, bot.Question{Text: []string{"what did Clinton say about trade", "how many people were killed in the attack", "who won the Iowa caucuses"}[i/4%3]})
			answers = append(answers, time.Since(start))
		}
	}
	stop()
	checking.Wait()
	b.ReportMetric(percentile(completions, 50), "ms-names-median")
	b.ReportMetric(percentile(completions, 95), "ms-names-p95")
	b.ReportMetric(percentile(answers, 95), "ms-ask-p95")
	if len(checked) > 0 {
		b.ReportMetric(percentile(checked, 50), "ms-draft-median")
	}
	b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "processors")
}
