package sample

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

type question struct {
	ID, Type, Question string
	Answers            []struct {
		Article, Evidence string
		Speaker           *string
	}
}

func readQuestions(t *testing.T) []question {
	t.Helper()
	var all []question
	for line := range bytes.Lines(Questions()) {
		var q question
		dec := json.NewDecoder(bytes.NewReader(line))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&q); err != nil {
			t.Fatalf("questions.jsonl:%d: %v", len(all)+1, err)
		}
		all = append(all, q)
	}
	return all
}

func TestQuestions(t *testing.T) {
	all := readQuestions(t)
	if len(all) != 40 {
		t.Errorf("got %d questions, want 40", len(all))
	}
	types := map[string]int{}
	for i, q := range all {
		if want := fmt.Sprintf("m%02d", i+1); q.ID != want {
			t.Errorf("question %d: got the ID %q, want %q", i+1, q.ID, want)
		}
		if strings.TrimSpace(q.Question) == "" {
			t.Errorf("%s: got no question", q.ID)
		}
		if (q.Type == "unanswerable") != (len(q.Answers) == 0) {
			t.Errorf("%s: got the type %q with %d answers", q.ID, q.Type, len(q.Answers))
		}
		types[q.Type]++
	}
	if got := types["unanswerable"]; got != 8 {
		t.Errorf("got %d questions to be declined, want 8", got)
	}
	for _, want := range []string{"fact", "who_said", "what_said", "temporal", "outlet", "keywords", "typo", "paraphrase"} {
		if types[want] == 0 {
			t.Errorf("got no question of type %q", want)
		}
		delete(types, want)
	}
	delete(types, "unanswerable")
	if len(types) > 0 {
		t.Errorf("got questions of unknown types: %v", types)
	}
}

// TestEvidence holds every answer to the last version of its article.
func TestEvidence(t *testing.T) {
	all, _ := articles(t)
	last := map[string]article{}
	for _, a := range all {
		if a.version >= last[a.id].version {
			last[a.id] = a
		}
	}
	for _, q := range readQuestions(t) {
		for _, ans := range q.Answers {
			a, ok := last[ans.Article]
			switch {
			case !ok:
				t.Errorf("%s: got the unknown article %q", q.ID, ans.Article)
			case !a.shown:
				t.Errorf("%s: got an answer from %s, which may not be shown", q.ID, a.file)
			case strings.Count(a.text, ans.Evidence) != 1:
				t.Errorf("%s: got %q %d times in %s, want once", q.ID, ans.Evidence, strings.Count(a.text, ans.Evidence), a.file)
			}
			if ans.Speaker != nil && !names(a.text, *ans.Speaker) {
				t.Errorf("%s: got the speaker %q, whom %s does not name", q.ID, *ans.Speaker, a.file)
			}
		}
	}
}

// names reports whether text has the name of a speaker, at the beginning of a sentence or within.
func names(text, speaker string) bool {
	return speaker != "" && strings.Contains(strings.ToLower(text), strings.ToLower(speaker))
}
