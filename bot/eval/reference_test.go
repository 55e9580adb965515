package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus/corpustest"
)

// TestReference compares every figure, and which questions were missed at which rank or by which speaker, with what the
// development data's own scorer finds. The questions and what answers them are that data's; the answers given are
// made up from them, many times over and in every way that could be read differently.
func TestReference(t *testing.T) {
	scorer := corpustest.Shared(t, "eval", "score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip(err)
	}
	path := corpustest.Shared(t, "eval", "questions-dev.jsonl")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	questions, err := ReadQuestions(path, f)
	if err != nil {
		t.Fatal(err)
	}
	results := makeUp(questions, 10)
	gold, given := filepath.Join(t.TempDir(), "gold.jsonl"), filepath.Join(t.TempDir(), "given.jsonl")
	writeResults(t, gold, given, results)
	var out, misses bytes.Buffer
	cmd := exec.CommandContext(t.Context(), python, "-X", "utf8", scorer, "-v", "ask", gold, given)
	cmd.Stdout, cmd.Stderr = &out, &misses
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, misses.Bytes())
	}
	report := Score(results)
	if diff := cmp.Diff(out.String(), rows(report.Figures)); diff != "" {
		t.Errorf("figures (-scorer +got):\n%s", diff)
	}
	if diff := cmp.Diff(missesOf(misses.String()), missLines(report)); diff != "" {
		t.Errorf("misses (-scorer +got):\n%s", diff)
	}
}

// makeUp answers every question so many times, each time otherwise.
func makeUp(questions []Question, times int) (out []Result) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range times {
		for _, q := range questions {
			q.ID = fmt.Sprintf("%s-%d", q.ID, n)
			q.Answers = slices.Clone(q.Answers)
			for i, a := range q.Answers {
				q.Answers[i].Evidence = strings.ReplaceAll(a.Evidence, ". ", []string{". ", ".\x1c", ".\u00a0 "}[r.IntN(3)])
			}
			a := bot.Answer{Answered: r.IntN(3) > 0, Passages: []bot.Passage{}}
			for range r.IntN(13) {
				of := q
				if r.IntN(3) > 0 || len(q.Answers) == 0 {
					of = questions[r.IntN(len(questions))]
				}
				if len(of.Answers) > 0 {
					a.Passages = append(a.Passages, made(r, of.Answers[r.IntN(len(of.Answers))], q))
				}
			}
			out = append(out, Result{Question: q, Answer: a})
		}
	}
	return out
}

// made is a passage that gives an answer, or nearly.
func made(r *rand.Rand, a Answer, q Question) bot.Passage {
	article := a.Article
	if len(q.Answers) > 0 && r.IntN(3) == 0 {
		article = q.Answers[0].Article // the right article without its evidence
	}
	if r.IntN(2) == 0 {
		article = "urn:another:prefix:" + lastPart(article)
	}
	p := passage(article, altered(r, a.Evidence), nil)
	p.Evidence.Text = altered(r, a.Evidence)
	if a.Speaker != nil && r.IntN(5) > 0 {
		p.Speaker = ptr(renamed(r, *a.Speaker))
	}
	return p
}

// altered is a text as another printing, or a cut, may have it.
func altered(r *rand.Rand, text string) string {
	w := strings.Fields(text)
	cut := func() int { return r.IntN(min(len(w), 4)) }
	switch r.IntN(10) {
	case 0:
		return strings.ToUpper(text)
	case 1:
		return strings.Join(w[cut():], " ")
	case 2:
		return strings.Join(w[:len(w)-cut()], " ")
	case 3:
		return strings.Join(w, "\u00a0")
	case 4:
		return strings.NewReplacer("'", "’", `"`, "“", "fi", "ﬁ", " - ", "—", "2", "²").Replace(text)
	case 5:
		return strings.NewReplacer("’", "'", "i", "İ", "e", "e\u0301").Replace(text)
	case 6:
		return "Before that, it rained. " + text + "\x1cAnd after."
	case 7:
		return sentences(text)[0]
	case 8:
		half := len(w) / 2
		return strings.Join(append(slices.Clone(w[half:]), w[:half]...), " ")
	}
	return text
}

// renamed is a name as another passage may have it, or another name.
func renamed(r *rand.Rand, name string) string {
	w := strings.Fields(name)
	switch r.IntN(8) {
	case 0:
		return w[len(w)-1]
	case 1:
		return w[0]
	case 2:
		return "Sen. " + name
	case 3:
		return strings.ToUpper(name) + " of the council"
	case 4:
		return "Kim " + w[len(w)-1]
	case 5:
		r.Shuffle(len(w), func(i, j int) { w[i], w[j] = w[j], w[i] })
		return strings.Join(w, " ")
	case 6:
		return ""
	}
	return name
}

func writeResults(t *testing.T, gold, given string, results []Result) {
	t.Helper()
	var questions, answers bytes.Buffer
	for _, r := range results {
		line := struct {
			ID string `json:"id"`
			bot.Answer
		}{r.Question.ID, r.Answer}
		if err := json.NewEncoder(&questions).Encode(r.Question); err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(&answers).Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	for path, text := range map[string][]byte{gold: questions.Bytes(), given: answers.Bytes()} {
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// missesOf are the scorer's misses, as "RANK 3 id", "SPEAKER id" or "ANSWERED-UNANSWERABLE id".
func missesOf(listed string) (out []string) {
	for line := range strings.Lines(listed) {
		w := strings.Fields(line)
		n := 2
		if w[0] == "RANK" {
			n = 3
		}
		out = append(out, strings.Join(w[:n], " "))
	}
	return out
}

// missLines are a report's misses in the scorer's words; it lists no others.
func missLines(r Report) (out []string) {
	for _, m := range r.Misses {
		for _, f := range m.Faults {
			switch f {
			case NotFound, NotFirst:
				out = append(out, fmt.Sprintf("RANK %d %s", m.Rank, m.ID))
			case WrongSpeaker:
				out = append(out, "SPEAKER "+m.ID)
			case NotDeclined:
				out = append(out, "ANSWERED-UNANSWERABLE "+m.ID)
			}
		}
	}
	return out
}
