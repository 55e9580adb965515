package ninjs

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/corpus"
	"copydesk/corpus/corpustest"
)

// TestStandardsExamples reads the examples that IPTC publishes with the standard, and compares the number of each
// article's paragraphs or the reason why there is none.
func TestStandardsExamples(t *testing.T) {
	root := corpustest.Shared(t, "formats", "ninjs")
	want := map[string]string{
		"documentation/includes/examples/1.6/001_simple_example.json":                                                      "1",
		"documentation/includes/examples/1.6/002_renditions_example.json":                                                  "no body",
		"documentation/includes/examples/1.6/003_associations_example.json":                                                "package",
		"documentation/includes/examples/1.6/004_simple_text_article.json":                                                 "1",
		"documentation/includes/examples/1.6/005_complex_text_article.json":                                                "1",
		"documentation/includes/examples/1.6/006_photo_only.json":                                                          "picture",
		"documentation/includes/examples/1.6/007_multimedia.json":                                                          "package",
		"documentation/includes/examples/2.2/001_simple_example.json":                                                      "1",
		"documentation/includes/examples/2.2/002_renditions_example.json":                                                  "no body",
		"documentation/includes/examples/2.2/003_associations_example.json":                                                "package",
		"documentation/includes/examples/2.2/004_simple_text_article.json":                                                 "1",
		"documentation/includes/examples/2.2/005_complex_text_article.json":                                                "1",
		"documentation/includes/examples/2.2/006_photo_only.json":                                                          "picture",
		"documentation/includes/examples/2.2/007_multimedia.json":                                                          "package",
		"documentation/includes/examples/3.1/001_simple_example.json":                                                      "1",
		"documentation/includes/examples/3.1/002_renditions_example.json":                                                  "no body",
		"documentation/includes/examples/3.1/003_associations_example.json":                                                "package",
		"documentation/includes/examples/3.1/004_simple_text_article.json":                                                 "1",
		"documentation/includes/examples/3.1/005_complex_text_article.json":                                                "1",
		"documentation/includes/examples/3.1/006_photo_only.json":                                                          "picture",
		"documentation/includes/examples/3.1/007_multimedia.json":                                                          "package",
		"documentation/includes/examples/3.1/008_event.json":                                                               "event",
		"documentation/includes/examples/not-valid/008_extension.json":                                                     "no body",
		"examples/1.4/businesswire-newsml-20130515006361.json":                                                             "package",
		"examples/1.4/businesswire-newsml-20130605006126.json":                                                             "1",
		"examples/1.4/businesswire-newsml-20130612006110.json":                                                             "1",
		"examples/1.4/businesswire-newsml-20130731006140.json":                                                             "package",
		"examples/1.4/ninjs-1-4-examples.json":                                                                             "no body",
		"examples/1.4/ninjsExComplex1.json":                                                                                "package",
		"examples/1.4/ninjsExComplex2.json":                                                                                "package",
		"examples/1.4/ninjsExMediumText1.json":                                                                             "4",
		"examples/1.4/ninjsExSimplePhoto1.json":                                                                            "picture",
		"examples/1.4/ninjsExSimpleText1.json":                                                                             "4",
		"examples/2.1/SIPA_image_2.json":                                                                                   "picture",
		"examples/2.1/ap_audio.json":                                                                                       "audio",
		"examples/2.1/ap_image.json":                                                                                       "picture",
		"examples/2.1/ap_video.json":                                                                                       "video",
		"examples/2.1/businesswire-newsml-20130605006126.json":                                                             "1",
		"examples/2.1/businesswire-newsml-20130731006140.json":                                                             "package",
		"examples/2.1/dpa_text.json":                                                                                       "9",
		"examples/2.1/imageEncodedRights.json":                                                                             "picture",
		"examples/2.1/imageLinkedRights.json":                                                                              "picture",
		"examples/2.1/ninjsExSimpleText_2.json":                                                                            "4",
		"examples/2.1/ntb_text.json":                                                                                       "no body",
		"examples/2.1/schema-extension/extension-example.json":                                                             "5",
		"examples/2.1/schema-extension/extension-schema.json":                                                              "error",
		"examples/2.1/tt_text_image_2.json":                                                                                "5",
		"examples/3.0/20231004-UEFA-ChampionLeague.json":                                                                   "event",
		"examples/3.0/20231005-65-addb-event.json":                                                                         "event",
		"examples/3.0/20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json": "18",
		"examples/3.0/20231016-addb-example-press-conference.json":                                                         "event",
		"examples/3.0/SIPA_image_3.json":                                                                                   "picture",
		"examples/3.0/ap_audio.json":                                                                                       "audio",
		"examples/3.0/ap_image.json":                                                                                       "picture",
		"examples/3.0/ap_video.json":                                                                                       "video",
		"examples/3.0/businesswire-newsml-20130605006126.json":                                                             "1",
		"examples/3.0/businesswire-newsml-20130731006140.json":                                                             "package",
		"examples/3.0/collection/20231016-event-timeline-sample.json":                                                      strings.Repeat("event ", 13) + "event",
		"examples/3.0/dpa_text.json":                                                                                       "9",
		"examples/3.0/imageEncodedRights.json":                                                                             "picture",
		"examples/3.0/imageLinkedRights.json":                                                                              "picture",
		"examples/3.0/ninjsExSimpleText_3.json":                                                                            "4",
		"examples/3.0/ntb_text.json":                                                                                       "no body",
		"examples/3.0/simpleEvent.json":                                                                                    "event",
		"examples/3.0/tt_event_pressconference_3.0.json":                                                                   "event",
		"examples/3.0/tt_text_image_3.json":                                                                                "5",
	}
	got := make(map[string]string)
	for file, err := range corpus.Walk(t.Context(), root) {
		if err != nil {
			t.Fatal(err)
		}
		got[file.Name] = classify(t, file.Path)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// classify says what became of a file's items, in their order.
func classify(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var found []string
	for item, err := range (Reader{}).Read(filepath.Base(path), f) {
		switch {
		case err != nil:
			found = append(found, "error")
		case item.Article == nil:
			found = append(found, item.Skipped)
		default:
			checkSpans(t, item.Article)
			found = append(found, fmt.Sprint(len(item.Article.Paragraphs)))
		}
	}
	return strings.Join(found, " ")
}

// TestNewsroom reads an archive of 1,008 articles whose bodies are plain text and begin with the headline.
func TestNewsroom(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpustest.Shared(t, "corpus", "newsroom"), "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1008 {
		t.Errorf("got %d files, want 1008", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		n := 0
		for item, err := range (Reader{}).Read(name, strings.NewReader(string(data))) {
			if n++; err != nil || item.Article == nil {
				t.Errorf("%s: got skipped %q and error %v, want an article", name, item.Skipped, err)
				continue
			}
			checkNewsroom(t, data, item.Article)
		}
		if n != 1 {
			t.Errorf("%s: got %d items, want 1", name, n)
		}
	}
}

func checkNewsroom(t *testing.T, data []byte, a *corpus.Article) {
	t.Helper()
	var want struct {
		URI       string
		Headlines []struct{ Value string }
		Bodies    []struct{ Value string }
	}
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if a.ID != want.URI {
		t.Errorf("ID: got %q, want %q", a.ID, want.URI)
	}
	if a.Body != want.Bodies[0].Value {
		t.Errorf("%s: the body is not bodies[0].value", a.ID)
	}
	if a.Headline != want.Headlines[0].Value {
		t.Errorf("%s: headline: got %q, want %q", a.ID, a.Headline, want.Headlines[0].Value)
	}
	if a.Outlet == "" || a.Published.IsZero() || a.Language != "en" {
		t.Errorf("%s: got outlet %q, published %q, language %q, want all three", a.ID, a.Outlet, a.Published, a.Language)
	}
	if strings.HasPrefix(a.Byline, "By ") {
		t.Errorf("%s: byline: got %q", a.ID, a.Byline)
	}
	if first := a.Paragraphs[0].Span; first.Start == 0 || letters(first.Of(a.Body)) == letters(a.Headline) {
		t.Errorf("%s: the headline is a paragraph", a.ID)
	}
	checkSpans(t, a)
}

// checkSpans tests what holds for the paragraphs of every article.
func checkSpans(t *testing.T, a *corpus.Article) {
	t.Helper()
	end, leads := 0, 0
	for i, p := range a.Paragraphs {
		s := p.Span
		if s.Start < end || s.End <= s.Start || s.End > len(a.Body) {
			t.Fatalf("%s: paragraph %d: span %v out of order or bounds (the last ends at %d, the body at %d)", a.ID, i+1, s, end, len(a.Body))
		}
		if s.Trim(a.Body) != s {
			t.Errorf("%s: paragraph %d: %q is not trimmed", a.ID, i+1, s.Of(a.Body))
		}
		if p.Credit.Len() > 0 && !s.Contains(p.Credit) {
			t.Errorf("%s: paragraph %d: credit %v is outside %v", a.ID, i+1, p.Credit, s)
		}
		if p.Kind == corpus.Lead {
			leads++
		}
		end = s.End
	}
	if leads > 1 {
		t.Errorf("%s: got %d leads, want at most one", a.ID, leads)
	}
}
