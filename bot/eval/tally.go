package eval

// tally adds up verdicts.
type tally struct {
	f           Figures
	reciprocals float64 // of the ranks
}

// ranked is how many passages count for the mean reciprocal rank.
const ranked = 10

func (t *tally) add(v verdict) {
	f := &t.f
	if !v.answerable() {
		f.Declined.add(!v.Answer.Answered)
		return
	}
	f.Questions++
	f.Hit1.add(v.within(1))
	f.Hit3.add(v.within(3))
	f.Hit5.add(v.within(5))
	f.Answered.add(v.Answer.Answered)
	if v.within(ranked) {
		t.reciprocals += 1 / float64(v.rank)
	}
	if v.within(judged) {
		f.Sentence.add(v.sentence)
		f.Speaker.add(v.speaker)
	}
	if name := v.Question.Type; name != "" {
		if f.ByType == nil {
			f.ByType = make(map[string]Share)
		}
		s := f.ByType[name]
		s.add(v.within(1))
		f.ByType[name] = s
	}
}

func (t *tally) figures() Figures {
	if t.f.Questions > 0 {
		mean := t.reciprocals / float64(t.f.Questions)
		t.f.MRR = &mean
	}
	return t.f
}
