package quote

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"
)

// seedRight is how many of the seed story's attributions must be found with their speaker, role and anonymity.
const seedRight = 21

func TestSeed(t *testing.T) {
	var gold struct {
		Article      string
		Attributions []struct {
			Content   [][2]int
			Speaker   string
			Role      string // empty for "he" and the like, whose role stands elsewhere
			Anonymous bool
		}
	}
	data, err := os.ReadFile(corpustest.Shared(t, "eval", "seed-gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(corpustest.Shared(t, "corpus", "seed", gold.Article))
	if err != nil {
		t.Fatal(err)
	}
	found := Attribute(article(string(body)))
	right := 0
	for _, want := range gold.Attributions {
		span := corpus.Span{Start: want.Content[0][0], End: want.Content[0][1]}
		got, ok := overlapping(found, span)
		if ok && strings.EqualFold(got.Speaker, want.Speaker) && got.Anonymous == want.Anonymous && (want.Role == "" || got.Role == want.Role) {
			right++
			continue
		}
		t.Logf("%q: got %q, anonymous %v, want %q, %v", span.Of(string(body)), got.Speaker, got.Anonymous, want.Speaker, want.Anonymous)
	}
	if right < seedRight {
		t.Errorf("attributions right: got %d of %d, want %d", right, len(gold.Attributions), seedRight)
	}
}

// overlapping is the first attribution whose content shares a byte with the span.
func overlapping(found []Attribution, span corpus.Span) (Attribution, bool) {
	for _, at := range found {
		for _, s := range at.Content {
			if s.Overlaps(span) {
				return at, true
			}
		}
	}
	return Attribution{}, false
}
