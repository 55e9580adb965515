// Package eval measures how well copydesk answers questions whose answers are known: gold and answers in, figures and
// misses out. It asks nothing and opens nothing.
//
// A passage is right if it is of an article that answers and holds its evidence: a whole sentence of it, of five words
// or more, or all of it. Words are compared, not characters: case, punctuation, and the shape of quotation marks and
// dashes do not count. Words are of digits, a to z, and the accented letters of Latin-1; other scripts are not seen.
package eval

import (
	"time"

	"copydesk/bot"
)

// Result is a question and how it was answered.
type Result struct {
	Question Question
	Answer   bot.Answer
	Took     time.Duration // from asking to the answer
}

// Report is what Score has to say.
type Report struct {
	Figures Figures `json:"figures"`
	Latency Latency `json:"latency"`
	// Misses are the questions of which something went wrong, in the order of the results.
	Misses []Miss `json:"misses"`
}

// Score measures the answers to all questions of a set.
func Score(results []Result) Report {
	r := Report{Misses: []Miss{}}
	var t tally
	took := make([]time.Duration, 0, len(results))
	for _, result := range results {
		v := judge(result)
		t.add(v)
		if m := v.miss(); len(m.Faults) > 0 {
			r.Misses = append(r.Misses, m)
		}
		took = append(took, result.Took)
	}
	r.Figures, r.Latency = t.figures(), latency(took)
	return r
}
