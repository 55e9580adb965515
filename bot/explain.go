package bot

import (
	"slices"
	"strings"
)

// Plan says how a question was read and searched, for whoever wants to know why an answer is what it is.
type Plan struct {
	Terms []PlanTerm `json:"terms"`
	// Quoted are the runs of words, folded, that must stand in a passage as they are.
	Quoted []string `json:"quoted,omitempty"`
	// Speaker is the term of whoever the question asks the words of; empty if it asks for nobody's.
	Speaker string `json:"speaker,omitempty"`
	// Number is what kind of number answers: "any", "money" or the terms of what is counted; empty if none is asked for.
	Number string `json:"number,omitempty"`
	// Keywords says that the question is no sentence, so that each of its words counts.
	Keywords bool `json:"keywords,omitempty"`
	// Threshold is the confidence from which the first passage is called an answer.
	Threshold float64 `json:"threshold"`
	// Considered is how many passages were looked at closely.
	Considered int `json:"considered"`
}

// PlanTerm is a word of the question that was searched for.
type PlanTerm struct {
	Word string `json:"word"`
	Term string `json:"term"`
	// Weight is between 0 and 1: the word's rarity in the archive, less where it asks rather than tells.
	Weight float64 `json:"weight"`
	Name   bool    `json:"name,omitempty"`
	Before bool    `json:"before,omitempty"` // of the question before
	// Others are the terms that may stand for it.
	Others []string `json:"others,omitempty"`
}

// Reason is a part of what a passage scored.
type Reason struct {
	What string `json:"what"`
	// Points are below 0 for what speaks against the passage.
	Points float64 `json:"points"`
}

// plan tells the reading to whoever asks.
func (r *reading) plan(threshold float64, considered int) *Plan {
	p := &Plan{Terms: []PlanTerm{}, Speaker: r.speaker, Keywords: r.keywords, Threshold: threshold, Considered: considered}
	for i, t := range r.terms {
		p.Terms = append(p.Terms, PlanTerm{t.Word, t.Term, t.weight, t.name, t.before, r.othersOf(i)})
	}
	for _, run := range r.quoted {
		p.Quoted = append(p.Quoted, strings.Join(run, " "))
	}
	switch {
	case len(r.number.of) > 0:
		p.Number = strings.Join(r.number.of, " ")
	case r.number.money:
		p.Number = "money"
	case r.number.asked:
		p.Number = "any"
	}
	return p
}

// othersOf are what may stand for the i-th term.
func (r *reading) othersOf(i int) []string {
	var out []string
	for _, o := range r.substitutes {
		if slices.Contains(o.terms, i) {
			out = append(out, strings.Join(o.stems, " "))
		}
	}
	return out
}

// why are the parts of the candidate's score that are not 0.
func (c *candidate) why() []Reason {
	all := c.reasons()
	return slices.DeleteFunc(all[:], func(r Reason) bool { return r.Points == 0 })
}
