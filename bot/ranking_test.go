package bot_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus/sample"
	"copydesk/index"
)

var update = flag.Bool("update", false, "write the goldens anew")

// question is one of package sample's, with what answers it.
type question struct {
	ID, Type, Question string
	Answers            []struct {
		Article, Evidence string
		Speaker           *string
	}
}

func questions(t testing.TB) (out []question) {
	t.Helper()
	for lines := bufio.NewScanner(bytes.NewReader(sample.Questions())); lines.Scan(); {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	if len(out) == 0 {
		t.Fatal("no questions")
	}
	return out
}

// TestRanking holds what the invented archive answers to its forty questions: at which rank the right passage is, whether
// it is called an answer, and who is named. With -update it writes the golden anew; the change is to be read.
func TestRanking(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	var b strings.Builder
	first, third, named, answerable, declined, unanswerable := 0, 0, 0, 0, 0, 0
	for _, q := range questions(t) {
		a := ask(t, d, bot.Question{Text: q.Question})
		rank, speaker := rankOf(a, q)
		said := "nobody"
		if rank > 0 && a.Passages[rank-1].Speaker != nil {
			said = *a.Passages[rank-1].Speaker
		}
		fmt.Fprintf(&b, "%s %-12s rank %2d answered %-5v by %s\n", q.ID, q.Type, rank, a.Answered, said)
		if len(q.Answers) == 0 {
			unanswerable++
			if !a.Answered {
				declined++
			}
			continue
		}
		answerable++
		if rank == 1 {
			first++
		}
		if rank > 0 && rank <= 3 {
			third++
			if speaker {
				named++
			}
		}
	}
	fmt.Fprintf(&b, "\nfirst %d of %d, in the first three %d, speaker right in %d of these; declined %d of %d unanswerable\n",
		first, answerable, third, named, declined, unanswerable)
	golden := filepath.Join("testdata", "ranking.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("ranking (-golden +got); run with -update if it is better:\n%s", diff)
	}
}

// rankOf is the rank of the first passage that holds an answer's evidence, 0 if none does, and whether its speaker is right.
func rankOf(a bot.Answer, q question) (rank int, speaker bool) {
	for i, p := range a.Passages {
		for _, want := range q.Answers {
			if p.Article.ID == want.Article && containsWords(p.Text, want.Evidence) {
				return i + 1, same(p.Speaker, want.Speaker)
			}
		}
	}
	return 0, false
}

func same(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return strings.EqualFold(*a, *b)
}

func containsWords(text, part string) bool {
	all, run := wordsOf(text), wordsOf(part)
	for i := 0; i+len(run) <= len(all); i++ {
		if slices.Equal(all[i:i+len(run)], run) {
			return true
		}
	}
	return false
}

func wordsOf(text string) (out []string) {
	for _, token := range index.Analyze(text) {
		out = append(out, token.Word)
	}
	return out
}
