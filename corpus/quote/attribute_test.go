package quote

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/corpus"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// TestGolden attributes the articles in testdata, whose people, places and outlets are invented.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("goldens: got %d, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := article(string(archive.Files[0].Data))
			got := describe(a, Attribute(a))
			if *update {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(archive.Files[1].Data), got); diff != "" {
				t.Errorf("attributions (-want +got):\n%s", diff)
			}
		})
	}
}

func article(body string) *corpus.Article {
	return &corpus.Article{Body: body, Paragraphs: corpus.SplitParagraphs(body, corpus.Span{End: len(body)})}
}

// describe writes an attribution as its speaker, a line on how it was found, and its content.
func describe(a *corpus.Article, found []Attribution) string {
	var b strings.Builder
	for _, at := range found {
		speaker := at.Speaker
		switch {
		case speaker == "":
			speaker = "?"
		case at.Role != "":
			speaker += " (" + at.Role + ")"
		case at.Anonymous:
			speaker += " (anonymous)"
		}
		fmt.Fprintf(&b, "%s\n\t%s, %s %.2f: %s | %s\n", speaker, at.Kind, at.Rule, at.Confidence, at.Source.Of(a.Body), at.Cue.Of(a.Body))
		for _, s := range at.Content {
			fmt.Fprintf(&b, "\t> %s\n", s.Of(a.Body))
		}
	}
	return b.String()
}

func TestAttributionJSON(t *testing.T) {
	want := Attribution{Kind: Mixed, Content: []corpus.Span{{Start: 3, End: 9}}, Source: corpus.Span{Start: 10, End: 12},
		Speaker: "Ada Brandt", Rule: QuoteSpeakerCue, Confidence: .5}
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	const text = `{"kind":"mixed","content":[{"start":3,"end":9}],"source":{"start":10,"end":12},"speaker":"Ada Brandt","rule":"quote-speaker-cue","confidence":0.5}`
	if string(data) != text {
		t.Errorf("json: got %s, want %s", data, text)
	}
	var got Attribution
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
	if err := got.Kind.UnmarshalText([]byte("loud")); err == nil {
		t.Error("kind loud: got no error")
	}
}

func TestOnlyTheStoryIsRead(t *testing.T) {
	a := article("“Ours,” Ada Brandt said.\n\nA boat at sea, Ada Brandt said. | Jo Finch/Coast Pictures via AP\n\nThe end.")
	if got := len(Attribute(a)); got != 1 {
		t.Errorf("attributions: got %d, want 1, none of them from the caption", got)
	}
	if got := Attribute(&corpus.Article{}); got != nil {
		t.Errorf("empty article: got %v, want none", got)
	}
}
