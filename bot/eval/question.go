package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"

	"copydesk/bot"
)

// Question is a question whose answers are known.
type Question struct {
	ID string `json:"id"` // no other question of the set has it
	// Type is any name for what kind of question it is; hit@1 is also given by type. Empty means none.
	Type string `json:"type"`
	Text string `json:"question"`
	// Answers are all that answer it; each is as good as the others. None means that nothing in the archive
	// answers: the question is to be declined.
	Answers []Answer `json:"answers"`
}

// Answer is a place in the archive that answers a question.
type Answer struct {
	// Article is its ID. Only what follows the last colon counts.
	Article string `json:"article"`
	// Evidence is the sentence or two that answer, as the article has them.
	Evidence string `json:"evidence"`
	// Speaker says what the evidence states: the full name, or the article's own words for somebody anonymous;
	// nil if the outlet says it in its own voice.
	Speaker *string `json:"speaker"`
}

// maxLine bounds a line, in bytes.
const maxLine = 1 << 20

// ReadQuestions reads a JSON object a line, with the fields of Question; other fields and empty lines are passed over.
// There is one question at least, or an error: one for each line that is not right, joined, each like
// "name:3: the question has no words".
func ReadQuestions(name string, r io.Reader) ([]Question, error) {
	var out []Question
	var wrong []error
	lineOf := make(map[string]int) // by the question's ID
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 1
	for ; lines.Scan(); n++ {
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), byteOrderMark))
		if len(line) == 0 {
			continue
		}
		q, err := parse(line)
		if first := lineOf[q.ID]; err == nil && first > 0 {
			err = fmt.Errorf("line %d has the id %q too", first, q.ID)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s:%d: %w", name, n, err))
			continue
		}
		lineOf[q.ID] = n
		out = append(out, q)
	}
	err := lines.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = fmt.Errorf("the line is longer than %d bytes", maxLine)
	}
	if err != nil {
		wrong = append(wrong, fmt.Errorf("%s:%d: %w", name, n, err))
	}
	if len(out)+len(wrong) == 0 {
		return nil, fmt.Errorf("%s: there is no question in it", name)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return out, nil
}

// byteOrderMark is what some editors begin a file with.
var byteOrderMark = []byte("\ufeff")

// parse reads one line. What is missing is an error, for a misspelt key must not turn a question into one that
// nothing answers.
func parse(line []byte) (Question, error) {
	var q Question
	if err := json.Unmarshal(line, &q); err != nil {
		return Question{}, jsonError(err)
	}
	switch {
	case q.ID == "":
		return q, errors.New(`"id" is missing`)
	case q.Text == "":
		return q, errors.New(`"question" is missing`)
	case q.Answers == nil:
		return q, errors.New(`"answers" is missing; [] says that nothing in the archive answers`)
	}
	if err := (bot.Question{Text: q.Text}).Check(); err != nil {
		return q, err
	}
	for i, a := range q.Answers {
		if err := a.check(); err != nil {
			return q, fmt.Errorf("answer %d: %w", i+1, err)
		}
	}
	return q, nil
}

func (a Answer) check() error {
	switch {
	case lastPart(a.Article) == "":
		return errors.New(`"article" has no ID`)
	case len(words(a.Evidence)) == 0:
		return errors.New(`"evidence" has no words in Latin letters`)
	case a.Speaker != nil && len(words(*a.Speaker)) == 0:
		return errors.New(`"speaker" has no words in Latin letters; null says that the outlet speaks`)
	}
	return nil
}

// jsonError says without Go's words what is wrong with a line.
func jsonError(err error) error {
	var kind *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &kind):
		return fmt.Errorf("not a JSON object: %w", err)
	case kind.Field == "":
		return errors.New("not a JSON object")
	}
	want := "a string"
	switch kind.Type.Kind() {
	case reflect.Slice:
		want = "a list"
	case reflect.Struct:
		want = "an object"
	}
	return fmt.Errorf("%q must be %s", kind.Field, want)
}
