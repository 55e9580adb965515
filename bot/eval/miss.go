package eval

import "copydesk/bot"

// Fault is one thing that went wrong with a question.
type Fault string

// The faults, in the order in which a miss has them.
const (
	NotFound      Fault = "not found"      // the right passage is not among those given
	NotFirst      Fault = "not first"      // it is, after others
	WrongSentence Fault = "wrong sentence" // it is among the first three, with another sentence as its evidence
	WrongSpeaker  Fault = "wrong speaker"  // it is among the first three, with another speaker
	Declined      Fault = "declined"       // the archive answers, and the answer said that it does not
	NotDeclined   Fault = "not declined"   // the archive does not answer, and the answer said that it does
)

// Faults are all of them.
var Faults = []Fault{NotFound, NotFirst, WrongSentence, WrongSpeaker, Declined, NotDeclined}

// Miss is a question of which something went wrong.
type Miss struct {
	Question
	Faults []Fault `json:"faults"`
	// Rank is that of the right passage, from 1; 0 if it was not found.
	Rank int `json:"rank"`
	// Confidence is the answer's, by which it was called one or not.
	Confidence float64 `json:"confidence"`
	// First is what came first instead of the right passage; nil if that came first, or nothing did.
	First *bot.Passage `json:"first,omitempty"`
	// Found is the right passage as it was given; nil if it was not.
	Found *bot.Passage `json:"found,omitempty"`
	// Want is the answer of the Question that Found gives; nil if there is no Found.
	Want *Answer `json:"want,omitempty"`
}

// miss has no faults if all went well.
func (v verdict) miss() Miss {
	m := Miss{
		Question: v.Question, Faults: v.faults(), Rank: v.rank, Confidence: v.Answer.Confidence,
		Found: v.found, Want: v.want,
	}
	if v.rank != 1 && len(v.Answer.Passages) > 0 {
		m.First = &v.Answer.Passages[0]
	}
	return m
}

func (v verdict) faults() (out []Fault) {
	for _, f := range []struct {
		fault Fault
		is    bool
	}{
		{NotFound, v.answerable() && v.rank == 0},
		{NotFirst, v.rank > 1},
		{WrongSentence, v.within(judged) && !v.sentence},
		{WrongSpeaker, v.within(judged) && !v.speaker},
		{Declined, v.answerable() && !v.Answer.Answered},
		{NotDeclined, !v.answerable() && v.Answer.Answered},
	} {
		if f.is {
			out = append(out, f.fault)
		}
	}
	return out
}
