package ledger

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// proseReceipt has 20 kB of words in no order, which compress about as prose does.
func proseReceipt() Receipt {
	words := strings.Fields("pier lamp rope tide cargo ledger bell crane sluice beacon ferry quay buoy anchor kelp gull " +
		"council crowns official harbour contractor bridge minister reckless promised yesterday because nobody whatever against")
	draw := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	for text.Len() < 20_000 {
		fmt.Fprintf(&text, "%s%d ", words[draw.IntN(len(words))], draw.IntN(10))
	}
	result, err := json.Marshal(text.String())
	if err != nil {
		panic(err)
	}
	return Receipt{Kind: Answer, User: "123456789012345678", Result: result}
}

// How many receipts of 20 kB a second are kept, and how long one takes, with so many goroutines at it.
func BenchmarkPut(b *testing.B) {
	for _, goroutines := range []int{1, 8, 64} {
		b.Run(fmt.Sprintf("goroutines=%d", goroutines), func(b *testing.B) {
			l := openTest(b, Options{})
			template := proseReceipt()
			var left atomic.Int64
			left.Store(int64(b.N))
			took := make([][]time.Duration, goroutines)
			b.ResetTimer()
			var group sync.WaitGroup
			for g := range goroutines {
				group.Go(func() {
					for left.Add(-1) >= 0 {
						r, start := template, time.Now()
						if err := l.Put(&r); err != nil {
							b.Error(err)
						}
						took[g] = append(took[g], time.Since(start))
					}
				})
			}
			group.Wait()
			b.StopTimer()
			all := slices.Sorted(slices.Values(slices.Concat(took...)))
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "puts/s")
			b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// Finding a receipt, and reading them all.
func BenchmarkRead(b *testing.B) {
	l := openTest(b, Options{})
	var id string
	for range 500 {
		r := proseReceipt()
		must(b, l.Put(&r))
		id = r.ID
	}
	b.Run("Receipt", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Receipt(id); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Receipts", func(b *testing.B) {
		for b.Loop() {
			for _, err := range l.Receipts() {
				must(b, err)
			}
		}
	})
}
