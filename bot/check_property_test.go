package bot_test

import (
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/corpustest"
	"copydesk/corpus/ninjs"
	"copydesk/index"
)

// checkQuote checks a quotation that nobody is claimed to have said.
func checkQuote(t testing.TB, d *bot.Desk, text, claimed string) bot.Check {
	t.Helper()
	c, err := d.CheckQuote(t.Context(), text, claimed)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return c
}

// spanOf picks between 5 and 30 words of one paragraph of the story, or of two neighbours.
func spanOf(r *rand.Rand, a *corpus.Article) (corpus.Span, []verify.Word) {
	for range 50 {
		p := r.IntN(len(a.Paragraphs))
		if !a.Paragraphs[p].Kind.Story() {
			continue
		}
		within := a.Paragraphs[p].Span
		if p+1 < len(a.Paragraphs) && a.Paragraphs[p+1].Kind.Story() && r.IntN(4) == 0 {
			within.End = a.Paragraphs[p+1].Span.End
		}
		words := verify.Words(within.Of(a.Body))
		n := 5 + r.IntN(26)
		if len(words) < n {
			continue
		}
		from := r.IntN(len(words) - n + 1)
		words = words[from : from+n]
		base := within.Start
		for i := range words {
			words[i].Span.Start, words[i].Span.End = words[i].Span.Start+base, words[i].Span.End+base
		}
		return corpus.Span{Start: words[0].Span.Start, End: words[n-1].Span.End}, words
	}
	return corpus.Span{}, nil
}

// holds wants every span of the articles to check as verbatim, none with a changed word to do so, and each diff to turn one
// text into the other.
func holds(t *testing.T, d *bot.Desk, articles []*corpus.Article, tries int) {
	r := rand.New(rand.NewPCG(7, 11))
	for range tries {
		a := articles[r.IntN(len(articles))]
		span, words := spanOf(r, a)
		if len(words) == 0 {
			continue
		}
		typed := span.Of(a.Body)
		c := checkQuote(t, d, typed, "")
		if c.Verdict != bot.Verbatim {
			t.Errorf("%s: %q: got %s, want verbatim", a.ID, typed, c.Verdict)
		}
		checkEdits(t, typed, c)
		w := words[1+r.IntN(len(words)-2)]
		if len(w.Fold) < 4 || strings.Count(a.Body[span.Start:w.Span.Start], "[") > strings.Count(a.Body[span.Start:w.Span.Start], "]") {
			continue // what the archive has in brackets is no word of the speaker's
		}
		changed := a.Body[span.Start:w.Span.Start] + "quixotry" + a.Body[w.Span.End:span.End]
		c = checkQuote(t, d, changed, "")
		if c.Verdict == bot.Verbatim || c.Verdict == bot.Misattributed {
			t.Errorf("%s: %q: got %s", a.ID, changed, c.Verdict)
		}
		checkEdits(t, changed, c)
	}
}

func checkEdits(t *testing.T, typed string, c bot.Check) {
	t.Helper()
	for _, m := range c.Matches {
		if m.Piece != "" {
			continue
		}
		var had, got strings.Builder
		for _, e := range m.Diff {
			text := e.Text
			if e.Typed != "" {
				text = e.Typed
			}
			if e.Op != verify.Delete {
				got.WriteString(text)
			}
			if e.Op != verify.Insert {
				had.WriteString(e.Text)
			}
		}
		if got.String() != typed || had.String() != m.Text {
			t.Errorf("the diff of %q turns %q into %q", typed, had.String(), got.String())
		}
	}
}

func TestSpansOfTheSampleAreVerbatim(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	seen := make(map[string]bool)
	var articles []*corpus.Article
	for _, q := range questions(t) {
		for _, p := range ask(t, d, bot.Question{Text: q.Question}).Passages {
			if seen[p.Article.ID] {
				continue
			}
			seen[p.Article.ID] = true
			r, err := x.Record(p.Article.ID)
			if err != nil {
				t.Fatal(err)
			}
			articles = append(articles, r.Article)
		}
	}
	holds(t, d, articles, 600)
}

// newsroomDesk checks against the development archive.
func newsroomDesk(t testing.TB) (*bot.Desk, []*corpus.Article) {
	t.Helper()
	root := corpustest.Shared(t, "corpus", "newsroom")
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if _, err := x.Ingest(t.Context(), index.Plan{Roots: []string{root}, Readers: []corpus.Reader{ninjs.Reader{}}}); err != nil {
		t.Fatal(err)
	}
	var articles []*corpus.Article
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		r, err := x.Record("urn:newsroom:" + strings.TrimSuffix(filepath.Base(path), ".json"))
		if err == nil && r != nil {
			articles = append(articles, r.Article)
		}
		return err
	})
	if err != nil || len(articles) == 0 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	return bot.New(x, bot.Options{}), articles
}

func TestSpansOfTheNewsroomAreVerbatim(t *testing.T) {
	d, articles := newsroomDesk(t)
	holds(t, d, articles, 500)
}
