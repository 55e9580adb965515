package eval

import (
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
)

// Figures say how a set of questions was answered. Answerable questions are those with answers.
type Figures struct {
	// Questions are the answerable ones.
	Questions int `json:"questions"`
	// Hit1, Hit3 and Hit5 are the answerable questions whose right passage is the first, or among the first
	// three or five.
	Hit1 Share `json:"hit@1"`
	Hit3 Share `json:"hit@3"`
	Hit5 Share `json:"hit@5"`
	// MRR is the mean reciprocal rank of the right passage, from 0 to 1, where one that is not among the first
	// ten counts as 0; nil if no question is answerable.
	MRR *float64 `json:"mrr@10"`
	// Sentence and Speaker are the right passages among the first three of which the evidence and the speaker
	// are right.
	Sentence Share `json:"evidence-sentence"`
	Speaker  Share `json:"speaker"`
	// Answered are the answerable questions that were called answered, Declined those others that were not.
	Answered Share `json:"answerable-answered"`
	Declined Share `json:"unanswerable-declined"`
	// ByType is Hit1 by type of question, without those that have no type.
	ByType map[string]Share `json:"hit@1-by-type"`
}

// Rows are the figures by name, in the order of the fields and then of the types' names, each as people read it: a
// percentage to one decimal with its count, like "61.8 (84/136)", and "n/a" where there was nothing to measure.
func (f Figures) Rows() iter.Seq2[string, string] {
	type row struct{ name, value string }
	mrr := "n/a"
	if f.MRR != nil {
		mrr = strconv.FormatFloat(*f.MRR, 'f', 3, 64)
	}
	rows := []row{
		{"questions", strconv.Itoa(f.Questions)},
		{"hit@1", f.Hit1.String()}, {"hit@3", f.Hit3.String()}, {"hit@5", f.Hit5.String()},
		{"mrr@10", mrr},
		{"evidence-sentence", f.Sentence.String()}, {"speaker", f.Speaker.String()},
		{"answerable-answered", f.Answered.String()}, {"unanswerable-declined", f.Declined.String()},
	}
	for _, name := range slices.Sorted(maps.Keys(f.ByType)) {
		rows = append(rows, row{"hit@1/" + name, f.ByType[name].String()})
	}
	return func(yield func(name, value string) bool) {
		for _, r := range rows {
			if !yield(r.name, r.value) {
				return
			}
		}
	}
}

// Share is so many of so many.
type Share struct{ Count, Of int }

// Percent is between 0 and 100, and false if the share is of nothing.
func (s Share) Percent() (float64, bool) {
	return float64(100*s.Count) / float64(max(s.Of, 1)), s.Of > 0
}

// String is like "61.8 (84/136)", or "n/a" if the share is of nothing.
func (s Share) String() string {
	percent, ok := s.Percent()
	if !ok {
		return "n/a"
	}
	return fmt.Sprintf("%.1f (%d/%d)", percent, s.Count, s.Of)
}

// MarshalJSON gives {"percent":61.8,"count":84,"of":136}, the percentage unrounded, or null if the share is of nothing.
func (s Share) MarshalJSON() ([]byte, error) {
	percent, ok := s.Percent()
	if !ok {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Percent float64 `json:"percent"`
		Count   int     `json:"count"`
		Of      int     `json:"of"`
	}{percent, s.Count, s.Of})
}

func (s *Share) add(hit bool) {
	s.Of++
	if hit {
		s.Count++
	}
}
