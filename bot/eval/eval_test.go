package eval

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"copydesk/bot"
	"copydesk/corpus"
)

const fell = "The mast fell on Monday night."

// passage is of an article, with its text as evidence.
func passage(article, text string, speaker *string) bot.Passage {
	return bot.Passage{Article: bot.Citation{ID: article}, Text: text, Evidence: bot.Evidence{Text: text}, Speaker: speaker}
}

// question has fell in the article urn:x:mast as its answer, by Ada Orm.
func question(id, kind string) Question {
	return Question{ID: id, Type: kind, Text: "When did it fall?", Answers: []Answer{{"urn:x:mast", fell, ptr("Ada Orm")}}}
}

// at is an answer whose right passage has that rank; 0 is none, of two.
func at(rank int) bot.Answer {
	a := bot.Answer{Answered: true, Confidence: 0.9}
	for n := 1; n < rank || rank == 0 && n <= 2; n++ {
		a.Passages = append(a.Passages, passage("urn:x:mast", "The mast stood on Sunday.", nil))
	}
	if rank > 0 {
		a.Passages = append(a.Passages, passage("urn:y:mast", fell, ptr("Ada Orm")))
	}
	return a
}

func TestFigures(t *testing.T) {
	answerable := func(kind string, a bot.Answer) Result { return Result{Question: question("q", kind), Answer: a} }
	otherSentence, otherSpeaker, declined := at(1), at(3), at(2)
	otherSentence.Passages[0].Evidence.Text = "It rained."
	otherSpeaker.Passages[2].Speaker = nil
	declined.Answered = false
	got := Score([]Result{
		answerable("when", at(1)),
		answerable("when", otherSentence),
		answerable("who", otherSpeaker),
		answerable("", declined),
		answerable("who", at(5)),
		answerable("who", at(10)),
		answerable("who", at(11)),
		answerable("who", at(0)),
		answerable("who", bot.Answer{}),
		{Question: Question{ID: "n", Type: "none"}, Answer: at(0)},
		{Question: Question{ID: "m", Type: "none"}, Answer: bot.Answer{}},
	}).Figures
	want := Figures{
		Questions: 9,
		Hit1:      Share{2, 9}, Hit3: Share{4, 9}, Hit5: Share{5, 9},
		MRR:      ptr((1 + 1 + 1./3 + 1./2 + 1./5 + 1./10) / 9),
		Sentence: Share{3, 4}, Speaker: Share{3, 4},
		Answered: Share{7, 9}, Declined: Share{1, 2},
		ByType: map[string]Share{"when": {2, 2}, "who": {0, 6}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

// The first of the answers that a passage gives is the one by which it is judged, and a passage of an article that
// answers is not right without the evidence.
func TestAnswerOfSeveral(t *testing.T) {
	q := question("q", "when")
	q.Answers = append(q.Answers, Answer{"urn:x:log", "It fell.", nil})
	got := Score([]Result{{Question: q, Answer: bot.Answer{Answered: true, Passages: []bot.Passage{
		passage("urn:x:log", "It stood.", nil), passage("urn:x:log", "It fell.", nil), passage("urn:x:mast", fell, ptr("Ada Orm")),
	}}}})
	if len(got.Misses) != 1 || got.Misses[0].Rank != 2 || got.Misses[0].Want.Article != "urn:x:log" || got.Figures.Speaker != (Share{1, 1}) {
		t.Errorf("got %+v, want the second passage, by the second answer", got)
	}
}

func TestMisses(t *testing.T) {
	wrong, low, unsure := at(2), at(4), at(1)
	wrong.Passages[1].Speaker, wrong.Passages[1].Evidence.Text = ptr("Kim Vell"), "It rained."
	low.Passages[3].Speaker = nil
	unsure.Answered = false
	nobody := Question{ID: "n", Text: "Who fell?"}
	for _, tt := range []struct {
		about         string
		q             Question
		a             bot.Answer
		faults        []Fault
		rank          int
		first, wanted bool
	}{
		{"all well", question("q", ""), at(1), nil, 1, false, true},
		{"not found", question("q", ""), at(0), []Fault{NotFound}, 0, true, false},
		{"nothing found", question("q", ""), bot.Answer{}, []Fault{NotFound, Declined}, 0, false, false},
		{"all wrong", question("q", ""), wrong, []Fault{NotFirst, WrongSentence, WrongSpeaker}, 2, true, true},
		{"too low to be judged", question("q", ""), low, []Fault{NotFirst}, 4, true, true},
		{"declined", question("q", ""), unsure, []Fault{Declined}, 1, false, true},
		{"not declined", nobody, at(0), []Fault{NotDeclined}, 0, true, false},
		{"declined rightly", nobody, bot.Answer{}, nil, 0, false, false},
	} {
		all := Score([]Result{{Question: tt.q, Answer: tt.a}}).Misses
		if tt.faults == nil {
			if len(all) > 0 {
				t.Errorf("%s: got %+v, want no miss", tt.about, all)
			}
			continue
		}
		if len(all) != 1 {
			t.Errorf("%s: got %d misses, want 1", tt.about, len(all))
			continue
		}
		want := Miss{Question: tt.q, Faults: tt.faults, Rank: tt.rank, Confidence: tt.a.Confidence}
		if tt.first {
			want.First = &tt.a.Passages[0]
		}
		if tt.wanted {
			want.Found, want.Want = &tt.a.Passages[tt.rank-1], &tt.q.Answers[0]
		}
		if diff := cmp.Diff(want, all[0], cmpopts.EquateComparable(corpus.Time{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.about, diff)
		}
	}
}

func TestRows(t *testing.T) {
	results := []Result{
		{Question: question("1", "who"), Answer: at(1)}, {Question: question("2", "when"), Answer: at(2)},
		{Question: question("3", "when"), Answer: at(2)},
	}
	for _, tt := range []struct {
		results []Result
		want    string
	}{
		{results, `questions 3
hit@1 33.3 (1/3)
hit@3 100.0 (3/3)
hit@5 100.0 (3/3)
mrr@10 0.667
evidence-sentence 100.0 (3/3)
speaker 100.0 (3/3)
answerable-answered 100.0 (3/3)
unanswerable-declined n/a
hit@1/when 0.0 (0/2)
hit@1/who 100.0 (1/1)
`},
		{nil, `questions 0
hit@1 n/a
hit@3 n/a
hit@5 n/a
mrr@10 n/a
evidence-sentence n/a
speaker n/a
answerable-answered n/a
unanswerable-declined n/a
`},
	} {
		got := rows(Score(tt.results).Figures)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("rows (-want +got):\n%s", diff)
		}
	}
}

func rows(f Figures) (out string) {
	for name, value := range f.Rows() {
		out += fmt.Sprintf("%s %s\n", name, value)
	}
	return out
}

func TestJSON(t *testing.T) {
	got, err := json.Marshal(Score([]Result{{Question: question("1", "who"), Answer: at(1), Took: 3 * time.Millisecond}}))
	const want = `{"figures":{"questions":1,"hit@1":{"percent":100,"count":1,"of":1},"hit@3":{"percent":100,"count":1,"of":1},` +
		`"hit@5":{"percent":100,"count":1,"of":1},"mrr@10":1,"evidence-sentence":{"percent":100,"count":1,"of":1},` +
		`"speaker":{"percent":100,"count":1,"of":1},"answerable-answered":{"percent":100,"count":1,"of":1},` +
		`"unanswerable-declined":null,"hit@1-by-type":{"who":{"percent":100,"count":1,"of":1}}},` +
		`"latency":{"p50_ms":3,"p95_ms":3},"misses":[]}`
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
