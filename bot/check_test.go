package bot_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

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
	i := 0
	for b.Loop() {
		_, _ = desk.CheckQuote(b.Context(), cases[i%len(cases)].Quote, cases[i%len(cases)].Speaker)
		i++
	}
}
