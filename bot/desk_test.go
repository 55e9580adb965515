package bot_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/mention"
	"copydesk/corpus"
	"copydesk/corpus/ninjs"
	"copydesk/corpus/sample"
	"copydesk/corpus/wiretext"
	"copydesk/index"
)

// sampleDesk answers from the invented archive.
func sampleDesk(t testing.TB, o bot.Options) (*bot.Desk, *index.Index) {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "archive")
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	outlets := sample.Outlets()
	report, err := x.Ingest(t.Context(), index.Plan{
		Roots: []string{archive}, Readers: []corpus.Reader{ninjs.Reader{}, wiretext.Reader{}},
		Outlet: func(path string) string { return outlets[filepath.Base(filepath.Dir(path))] },
	})
	if err != nil || report.Failed > 0 {
		t.Fatalf("ingest: %+v, %v", report, err)
	}
	return bot.New(x, o), x
}

func ask(t testing.TB, d *bot.Desk, q bot.Question) bot.Answer {
	t.Helper()
	a, err := d.Ask(t.Context(), q)
	if err != nil {
		t.Fatalf("%q: %v", q.Text, err)
	}
	return a
}

// Everything shown is sliced from the article, with its evidence within, and at most three passages of a story.
func TestAnswersAreVerbatim(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	for _, q := range questions(t) {
		a := ask(t, d, bot.Question{Text: q.Question})
		if len(a.Passages) > 10 {
			t.Errorf("%s: %d passages, want at most 10", q.ID, len(a.Passages))
		}
		ofStory := make(map[string]int)
		for i, p := range a.Passages {
			r, err := x.Record(p.Article.ID)
			if err != nil || r == nil {
				t.Fatalf("%s: record %v, %v", q.ID, r, err)
			}
			body := r.Article.Body
			if p.Text != body[p.Start:p.End] || p.Evidence.Text != body[p.Evidence.Start:p.Evidence.End] {
				t.Errorf("%s: passage %d is not the article's text", q.ID, i)
			}
			if !p.Contains(p.Evidence.Span) || p.Evidence.Len() == 0 {
				t.Errorf("%s: evidence %v is not within %v", q.ID, p.Evidence.Span, p.Span)
			}
			if r.Article.ParagraphAt(p.Start) != p.Paragraph {
				t.Errorf("%s: paragraph %d, want %d", q.ID, p.Paragraph, r.Article.ParagraphAt(p.Start))
			}
			if ofStory[p.Article.ID]++; ofStory[p.Article.ID] > 3 {
				t.Errorf("%s: more than three passages of %s", q.ID, p.Article.ID)
			}
			if i > 0 && p.Score > a.Passages[i-1].Score {
				t.Errorf("%s: passage %d scores more than the one before it", q.ID, i)
			}
		}
	}
}

// secrets are words that only one article has, which may not be shown, or not yet.
var secrets = []struct{ article, question, word string }{
	{"urn:sample:ferry-chief", "How big is the severance payment of Rafe Lindahl-Moor?", "2.6 million"},
	{"urn:sample:containers", "How many containers are missing from Eastquay?", "417"},
	{"urn:sample:grey-heron", "What was in the hold of the Grey Heron?", "silver"},
}

func shows(a bot.Answer, article, word string) bool {
	return slices.ContainsFunc(a.Passages, func(p bot.Passage) bool {
		return p.Article.ID == article || strings.Contains(p.Text, word) ||
			slices.ContainsFunc(p.AlsoIn, func(c bot.Citation) bool { return c.ID == article })
	})
}

// What is withheld, canceled or embargoed is not shown, and not counted.
func TestWhatMayNotBeShownIsNot(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	for _, s := range secrets {
		if shows(ask(t, d, bot.Question{Text: s.question}), s.article, s.word) {
			t.Errorf("%q shows %s", s.question, s.article)
		}
	}
	if n := ask(t, d, bot.Question{Text: "ferry"}).Searched.Articles; n != 32 {
		t.Errorf("got %d articles, want the 32 that may be shown", n)
	}
}

// An embargo ends at its time and not before; withheld and canceled articles have no such time.
func TestEmbargoEnds(t *testing.T) {
	end := time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		now  time.Time
		want [3]bool
	}{
		{end.Add(-time.Second), [3]bool{}},
		{end, [3]bool{false, false, true}},
	} {
		d, _ := sampleDesk(t, bot.Options{Now: func() time.Time { return tt.now }})
		for i, s := range secrets {
			if got := shows(ask(t, d, bot.Question{Text: s.question}), s.article, s.word); got != tt.want[i] {
				t.Errorf("at %v: shows %s is %v, want %v", tt.now, s.article, got, tt.want[i])
			}
		}
	}
}

// Two printings of a wire story are one passage, with the other named.
func TestCopiesAreOne(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "who said anyone naming a cause for the Lady Orla accident that night was guessing"})
	var in []string
	for _, p := range a.Passages {
		if !strings.Contains(p.Text, "is guessing") {
			continue
		}
		in = append(in, p.Article.Outlet)
		for _, c := range p.AlsoIn {
			in = append(in, "also "+c.Outlet)
		}
	}
	slices.Sort(in)
	if len(in) != 2 || !strings.HasPrefix(in[1], "also ") {
		t.Errorf("the passage is shown as of %q, want one outlet and the other as also printing it", in)
	}
}

func TestLimits(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	day := func(s string) time.Time {
		p, err := mention.ParsePeriod(s, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return p.First
	}
	for _, tt := range []struct {
		name string
		q    bot.Question
		ok   func(c bot.Citation) bool
	}{
		{"outlet", bot.Question{Outlet: "SKERROW"}, func(c bot.Citation) bool { return c.Outlet == "Skerrow Islander" }},
		{"outlet that is none", bot.Question{Outlet: "Morning Trumpet"}, func(bot.Citation) bool { return false }},
		{"outlet without words", bot.Question{Outlet: "★"}, func(bot.Citation) bool { return false }},
		{"from", bot.Question{From: day("2025-06-01")}, func(c bot.Citation) bool { return c.Published.String() >= "2025-06-01" }},
		{"to", bot.Question{To: day("2023-10-09")}, func(c bot.Citation) bool { return c.Published.String() < "2023-10-10" }},
		{"both and outlet", bot.Question{From: day("2024-01-01"), To: day("2024-12-31"), Outlet: "the courier tarrow"}, func(c bot.Citation) bool {
			return c.Published.Wall().Year() == 2024 && c.Outlet == "The Tarrow Courier"
		}},
	} {
		tt.q.Text = "What did the ferry, the bridge, the flood and the ward cost?"
		a := ask(t, d, tt.q)
		for _, p := range a.Passages {
			if !tt.ok(p.Article) {
				t.Errorf("%s: got a passage of %s, %s", tt.name, p.Article.Outlet, p.Article.Published)
			}
		}
		if none := strings.HasPrefix(tt.name, "outlet "); none != (len(a.Passages) == 0) || none != (a.Searched.Articles == 0) {
			t.Errorf("%s: %d passages of %d articles", tt.name, len(a.Passages), a.Searched.Articles)
		}
	}
}

// Captions are found when nothing better is, and say what they are.
func TestCaptionsComeLast(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "who took the picture: Pia Dorn"})
	if len(a.Passages) == 0 || a.Passages[0].Kind.Story() {
		t.Errorf("got %+v, want the caption with that credit", a.Passages)
	}
	a = ask(t, d, bot.Question{Text: `Who called the Tarrow bridge "a bridge to nowhere"?`})
	if len(a.Passages) == 0 || !a.Passages[0].Kind.Story() {
		t.Errorf("got %+v, want the story's text first", a.Passages)
	}
}

// smallDesk answers from articles of one paragraph each, all invented.
func smallDesk(t *testing.T, articles ...corpus.Article) *bot.Desk {
	t.Helper()
	return smallDeskAt(t, time.Now(), articles...)
}

// smallDeskAt is smallDesk at a given time.
func smallDeskAt(t *testing.T, now time.Time, articles ...corpus.Article) *bot.Desk {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	w := x.Write()
	for i := range articles {
		a := &articles[i]
		a.ID = fmt.Sprint(i)
		a.Paragraphs = corpus.SplitParagraphs(a.Body, corpus.Span{End: len(a.Body)})
		p, err := index.Prepare(a, false)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Put(fmt.Sprintf("/invented/%d", i), p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bot.New(x, bot.Options{Now: func() time.Time { return now }})
}

// However many passages are under embargo, those that may be shown are found.
func TestEmbargoTakesNoPlace(t *testing.T) {
	later, err := corpus.ParseTime("2099-01-01T00:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	var articles []corpus.Article
	for i := range 200 {
		articles = append(articles, corpus.Article{Body: fmt.Sprintf("The lighthouse, the lighthouse, the lighthouse: plan %d.", i), Embargo: later})
	}
	articles = append(articles, corpus.Article{Body: "A crowd of many hundreds watched, from the quay and from the hill above it, as the old lighthouse was painted."})
	a := ask(t, smallDesk(t, articles...), bot.Question{Text: "the lighthouse"})
	if a.Searched.Articles != 1 || len(a.Passages) != 1 {
		t.Errorf("%d passages of %d articles, want the one", len(a.Passages), a.Searched.Articles)
	}
}

// A denial, another figure and the roles exchanged are no copies.
func TestNearCopiesAreNone(t *testing.T) {
	for _, pair := range [][2]string{
		{"The council will close the old northern ferry terminal in May.", "The council will not close the old northern ferry terminal in May."},
		{"About 265 litres of oil had leaked from the ferry by noon.", "About 892 litres of oil had leaked from the ferry by noon."},
		{"Thorne accused Mertens of lying about the ferry contract.", "Mertens accused Thorne of lying about the ferry contract."},
	} {
		d := smallDesk(t, corpus.Article{Body: pair[0]}, corpus.Article{Body: pair[1]}, corpus.Article{Body: pair[0]})
		a := ask(t, d, bot.Question{Text: pair[0]})
		if len(a.Passages) != 2 || len(a.Passages[0].AlsoIn)+len(a.Passages[1].AlsoIn) != 1 {
			t.Errorf("%q: %d passages, want the claim with its copy, and the other", pair[0], len(a.Passages))
		}
	}
}

// An outlet that one article prints in capitals is the same outlet, and both are searched for it.
func TestOutletsInCapitals(t *testing.T) {
	d := smallDesk(t, corpus.Article{Outlet: "Harbour Post", Body: "The lighthouse was painted in colour 1."},
		corpus.Article{Outlet: "HARBOUR POST", Body: "The lighthouse was painted in colour 2."})
	a := ask(t, d, bot.Question{Text: "what colour is the lighthouse", Outlet: "post"})
	if len(a.Searched.Outlets) != 1 || a.Searched.Articles != 2 || len(a.Passages) != 2 {
		t.Errorf("got %d passages, searched %+v, want both articles of one outlet", len(a.Passages), a.Searched)
	}
}

// Questions about what the archive has nothing of are declined, though some of their words occur in it.
func TestFarQuestionsAreDeclined(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	for _, text := range []string{
		"Who won the curling championship on Mars?", "weather tomorrow", "How do I bake sourdough bread?", "recipe for lasagna",
		"Which planet has the most moons?", "how tall is the tower", "cheap flights in June", "symptoms of vitamin D deficiency",
		"how old is the oldest tortoise at the zoo", "Which actor plays the detective in the series?", "why did the aquarium move the octopus",
		"How many vineyards are there in the valley?", "What did the conductor of the orchestra say about violins?",
	} {
		if a := ask(t, d, bot.Question{Text: text}); a.Answered {
			t.Errorf("%q is answered with %q, confidence %.2f", text, a.Passages[0].Evidence.Text, a.Confidence)
		}
	}
}

func TestOddQuestions(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	for _, text := range []string{"", "   ", "🙂🙃", "?!…", "\x00\x01", "\xff\xfe"} {
		if _, err := d.Ask(t.Context(), bot.Question{Text: text}); !errors.Is(err, bot.ErrEmptyQuestion) {
			t.Errorf("%q: got %v, want ErrEmptyQuestion", text, err)
		}
	}
	if _, err := d.Ask(t.Context(), bot.Question{Text: strings.Repeat("é", bot.MaxQuestion+1)}); !errors.Is(err, bot.ErrLongQuestion) {
		t.Errorf("got %v, want ErrLongQuestion", err)
	}
	for _, text := range []string{
		"the", `+a -b "c AND (`, "ferry*~2^9 OR text:bridge", "/regex.*/", strings.Repeat("ferry bridge ", 153), strings.Repeat("é", bot.MaxQuestion),
		"東京", "WHO CALLED THE BRIDGE A BRIDGE TO NOWHERE",
	} {
		ask(t, d, bot.Question{Text: text})
	}
	if a := ask(t, d, bot.Question{Text: "WHO CALLED THE TARROW BRIDGE A BRIDGE TO NOWHERE"}); len(a.Passages) == 0 || !strings.Contains(a.Passages[0].Text, "nowhere") {
		t.Error("a question in capitals is not understood")
	}
}

func TestEmptyIndex(t *testing.T) {
	x, err := index.Open(t.TempDir(), index.Options{Command: "test", Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	a := ask(t, bot.New(x, bot.Options{}), bot.Question{Text: "Who?  Anybody?"})
	if a.Answered || len(a.Passages) > 0 || a.Searched.Articles != 0 {
		t.Errorf("got %+v, want nothing", a)
	}
}

func FuzzAsk(f *testing.F) {
	d, _ := sampleDesk(f, bot.Options{})
	for _, s := range []string{"who said it", `"a bridge to nowhere"`, "+a -b", "“", "how many 41,000", "\xff", "US us U.S."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := d.Ask(t.Context(), bot.Question{Text: s})
		if err != nil && !errors.Is(err, bot.ErrEmptyQuestion) && !errors.Is(err, bot.ErrLongQuestion) {
			t.Fatal(err)
		}
		if a.Confidence < 0 || a.Confidence > 1 {
			t.Fatalf("confidence %v", a.Confidence)
		}
	})
}

func BenchmarkAsk(b *testing.B) {
	d, _ := sampleDesk(b, bot.Options{})
	for b.Loop() {
		if _, err := d.Ask(b.Context(), bot.Question{Text: "Who called the Tarrow bridge a bridge to nowhere?"}); err != nil {
			b.Fatal(err)
		}
	}
}
