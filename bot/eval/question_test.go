package eval

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// The people, places and articles of this package's tests are invented.

func ptr[T any](v T) *T { return &v }

func TestReadQuestions(t *testing.T) {
	in := "\ufeff" + `{"id":"1","type":"fact","question":"How high is the mast?","answers":[{"article":"urn:x:mast","evidence":"The mast is 40 metres high.","speaker":null}]}` + "\r\n" +
		"\n" +
		`{"id":"2","question":"Who fell off it?","answers":[],"note":"asked by the night desk"}`
	want := []Question{
		{ID: "1", Type: "fact", Text: "How high is the mast?", Answers: []Answer{{Article: "urn:x:mast", Evidence: "The mast is 40 metres high."}}},
		{ID: "2", Text: "Who fell off it?", Answers: []Answer{}},
	}
	got, err := ReadQuestions("q.jsonl", strings.NewReader(in))
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestReadQuestionsSaysWhatIsWrong(t *testing.T) {
	with := func(answer string) string {
		return `{"id":"1","question":"Who?","answers":[` + answer + `]}`
	}
	for _, tt := range []struct{ in, want string }{
		{"", "q: there is no question in it"},
		{"\n \n", "q: there is no question in it"},
		{"who fell?", "q:1: not a JSON object: invalid character 'w' looking for beginning of value"},
		{`{"id":"1"`, "q:1: not a JSON object: unexpected end of JSON input"},
		{`["1"]`, "q:1: not a JSON object"},
		{"\n{}", `q:2: "id" is missing`},
		{`{"id":1}`, `q:1: "id" must be a string`},
		{`{"id":"1","answers":[]}`, `q:1: "question" is missing`},
		{`{"id":"1","question":"Who?"}`, `q:1: "answers" is missing; [] says that nothing in the archive answers`},
		{`{"id":"1","question":"Who?","answers":null}`, `q:1: "answers" is missing; [] says that nothing in the archive answers`},
		{`{"id":"1","question":"Who?","answers":"Orm"}`, `q:1: "answers" must be a list`},
		{with(`"Orm"`), `q:1: "answers" must be an object`},
		{with(`{"evidence":"Orm fell."}`), `q:1: answer 1: "article" has no ID`},
		{with(`{"article":"urn:x:","evidence":"Orm fell."}`), `q:1: answer 1: "article" has no ID`},
		{with(`{"article":"m","evidence":"Orm fell."},{"article":"m","evidence":"…"}`), `q:1: answer 2: "evidence" has no words in Latin letters`},
		{with(`{"article":"m","evidence":"Orm fell.","speaker":""}`), `q:1: answer 1: "speaker" has no words in Latin letters; null says that the outlet speaks`},
		{with(`{"article":"m","evidence":"Orm fell.","speaker":["Orm"]}`), `q:1: "answers.speaker" must be a string`},
		{`{"id":"1","question":"?","answers":[]}`, "q:1: the question has no words"},
		{`{"id":"1","question":"` + strings.Repeat("who ", 501) + `","answers":[]}`, "q:1: the question is too long"},
		{with("") + "\n" + with(""), `q:2: line 1 has the id "1" too`},
		{"{}\n" + with("") + "\n[]", "q:1: \"id\" is missing\nq:3: not a JSON object"},
		{with("") + "\n" + strings.Repeat(" ", maxLine+1), "q:2: the line is longer than 1048576 bytes"},
	} {
		_, err := ReadQuestions("q", strings.NewReader(tt.in))
		if err == nil || err.Error() != tt.want {
			t.Errorf("%.80q: got %v, want %s", tt.in, err, tt.want)
		}
	}
}

func TestReadQuestionsPassesOnErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := ReadQuestions("q", iotest.ErrReader(broken))
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

func FuzzReadQuestions(f *testing.F) {
	f.Add(`{"id":"1","type":"fact","question":"Who fell?","answers":[{"article":"urn:x:m","evidence":"Orm fell.","speaker":"Orm"}]}`)
	f.Add("{}\n[]\n\nnull")
	f.Fuzz(func(t *testing.T, in string) {
		questions, err := ReadQuestions("q", strings.NewReader(in))
		if err == nil && len(questions) == 0 {
			t.Error("neither a question nor an error")
		}
		ids := make(map[string]bool)
		for _, q := range questions {
			if q.ID == "" || ids[q.ID] || q.Text == "" || q.Answers == nil {
				t.Errorf("%q: got %+v", in, q)
			}
			ids[q.ID] = true
		}
	})
}
