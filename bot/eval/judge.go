package eval

import "copydesk/bot"

// judged is how many passages a reader looks at: the evidence and the speaker are judged in a right passage that is
// among them.
const judged = 3

// verdict is how one question went.
type verdict struct {
	Result
	rank     int          // of the first right passage, from 1; 0 if there is none
	found    *bot.Passage // the passage of that rank
	want     *Answer      // what it answers with
	sentence bool         // its evidence is the right one
	speaker  bool         // its speaker is the right one
}

func judge(r Result) verdict {
	v := verdict{Result: r}
	for i := range r.Answer.Passages {
		if want := answeredBy(&r.Answer.Passages[i], r.Question.Answers); want != nil {
			v.rank, v.found, v.want = i+1, &r.Answer.Passages[i], want
			v.sentence = holds(v.found.Evidence.Text, want.Evidence)
			v.speaker = sameSpeaker(v.found.Speaker, want.Speaker)
			break
		}
	}
	return v
}

// answeredBy is the first of the answers that the passage gives, or nil.
func answeredBy(p *bot.Passage, answers []Answer) *Answer {
	for i, a := range answers {
		if lastPart(p.Article.ID) == lastPart(a.Article) && holds(p.Text, a.Evidence) {
			return &answers[i]
		}
	}
	return nil
}

func (v verdict) answerable() bool { return len(v.Question.Answers) > 0 }

// within reports whether the right passage is among the first n.
func (v verdict) within(n int) bool { return 0 < v.rank && v.rank <= n }
