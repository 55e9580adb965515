package bot_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/corpustest"
)

// The stories of these tests are invented.

func at(t *testing.T, day string) corpus.Time {
	t.Helper()
	when, err := corpus.ParseTime(day + "T08:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	return when
}

const pierStory = `The pier of Vell will be sold, the town's council decided on Monday after a debate of five hours.

“We sold the lighthouse for a song and we will not do it again,” said Ada Orm, the mayor. “The pier is worth more than the whole of the fish market.”

Bernt Varga, who leads the opposition, was not convinced. “Nobody asked the harbour master what he thinks of it,” he told the council.

“I would vote for the sale if the price were right, and only then,” said a member of the council who asked not to be named.

A spokesman for Mr. Varga said: “He has read every page of the contract and he found eleven mistakes in it.”

Ada Orm said of the lighthouse: “He sold it twice.”

“I bought it back each time,” said Lena Oort, the harbour master.`

func TestCheckQuote(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	for _, test := range []struct {
		quote, claimed string
		want           bot.Verdict
		sure           bool
	}{
		{"We sold the lighthouse for a song", "", bot.Verbatim, true},
		{"we sold the lighthouse for a song", "Mayor Orm", bot.Verbatim, true},
		{"We sold the lighthouse for a song", "the mayor", bot.Verbatim, true},
		{"We sold the lighthouse for a song", "Bernt Varga", bot.Misattributed, true},
		{"We sold the lighthouse for a song and we will not do it again. The pier is worth more than the whole of the fish market.", "Ada Orm", bot.Verbatim, true},
		{"We sold the lighthouse for a song and we will do it again", "Ada Orm", bot.Altered, true},
		{"We sold the lighthouse for a song … The pier is worth more than the whole of the fish market", "Orm", bot.Verbatim, true},
		{"[They] sold the lighthouse for a song", "Orm", bot.Verbatim, true},
		{"The pier is worth more than the whole of the fish market. Nobody asked the harbour master what he thinks of it.", "", bot.Stitched, true},
		{"He sold it twice. I bought it back each time.", "", bot.Stitched, true}, // side by side, of two speakers
		{"“He sold it twice.” “I bought it back each time.”", "", bot.Verbatim, true},
		{"I would vote for the sale if the price were right", "Ada Orm", bot.Misattributed, true},
		{"I would vote for the sale if the price were right", "a member of the council", bot.Verbatim, true},
		{"He has read every page of the contract", "Bernt Varga", bot.Misattributed, true},
		{"The pier of Vell will be sold, the town's council decided on Monday", "", bot.Verbatim, false},
		{"The pier of Vell will be sold, the town's council decided", "Ada Orm", bot.Misattributed, false},
		{"A bell rang over the winter market for the drowned", "Ada Orm", bot.NotFound, true},
		{"of it, and only then", "", bot.NotFound, true},
	} {
		c := checkQuote(t, d, test.quote, test.claimed)
		if c.Verdict != test.want || c.Sure != test.sure {
			t.Errorf("%q by %q: got %s, sure %v, want %s, %v; %q", test.quote, test.claimed, c.Verdict, c.Sure, test.want, test.sure, c.Reasons)
		}
		if len(c.Reasons) == 0 || c.Searched.Articles != 1 {
			t.Errorf("%q: reasons %q, searched %+v", test.quote, c.Reasons, c.Searched)
		}
	}
}

func TestCheckQuoteTellsWhat(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	c := checkQuote(t, d, "The pier is worth less than half of the fish market", "the mayor")
	m := c.Matches[0]
	if m.Claimed != person.Same || m.Marks != bot.Quoted || m.Paragraph != 2 || *m.Speaker != "Ada Orm" || m.Attribution.Cue != "said" {
		t.Errorf("got %+v", m)
	}
	if !slices.ContainsFunc(m.Changes, func(ch verify.Change) bool { return ch.Kind == verify.Number }) {
		t.Errorf("changes: got %+v, want a number", m.Changes)
	}
	if m.Text != m.Context.Text[m.Start-m.Context.Start:m.End-m.Context.Start] || !strings.HasPrefix(m.Context.Text, "“We sold") {
		t.Errorf("text %q in context %q", m.Text, m.Context.Text)
	}
	for _, test := range []struct{ quote, warning string }{
		{"I would vote for the sale", "leaves off a condition: “… if the price were right"},
		{"and we … it again", "ellipsis drops a negation: “will not do”"},
		{"do it again", "leaves off a negation: “not"},
	} {
		c := checkQuote(t, d, test.quote, "")
		if c.Verdict != bot.Verbatim || len(c.Warnings) != 1 || !strings.Contains(c.Warnings[0], test.warning) {
			t.Errorf("%q: got %s with warnings %q, want %q", test.quote, c.Verdict, c.Warnings, test.warning)
		}
	}
	if _, err := d.CheckQuote(t.Context(), " … [so] —", ""); !errors.Is(err, bot.ErrEmptyQuotation) {
		t.Errorf("no words: got %v", err)
	}
	if _, err := d.CheckQuote(t.Context(), strings.Repeat("word ", bot.MaxQuotation+1), ""); !errors.Is(err, bot.ErrLongQuotation) {
		t.Errorf("too many words: got %v", err)
	}
}

// The same words in several stories: the claimed speaker's story decides, another credit is warned of, copies count once, and
// the oldest is named.
func TestCheckQuoteCredits(t *testing.T) {
	orm := "“A town without a pier is a town without a sea,” said Ada Orm, the mayor of Vell, on the last day of the fair."
	d := smallDesk(t,
		corpus.Article{Body: orm, Outlet: "The Vell Post", Published: at(t, "2024-05-02")},
		corpus.Article{Body: orm, Outlet: "Ostrand Star", Published: at(t, "2024-05-01")},
		corpus.Article{Body: "“A town without a pier is a town without a sea,” said Bernt Varga, who grew up there.", Outlet: "Coast Weekly", Published: at(t, "2023-01-09")},
		corpus.Article{Body: "A town without a pier is a town without a sea.", Published: at(t, "2020-01-09")},
	)
	c := checkQuote(t, d, "A town without a pier is a town without a sea", "Ada Orm")
	if c.Verdict != bot.Verbatim || len(c.Matches) != 3 || *c.Matches[0].Speaker != "Ada Orm" || c.Matches[2].Marks != bot.Unquoted {
		t.Fatalf("got %s with %d matches: %+v", c.Verdict, len(c.Matches), c.Matches)
	}
	if also := c.Matches[0].AlsoIn; len(also) != 1 || c.Matches[0].Article.Outlet != "Ostrand Star" {
		t.Errorf("first is %s, also in %+v; want the older of two copies, with the other", c.Matches[0].Article.Outlet, also)
	}
	if c.First == nil || c.First.Published.Wall().Year() != 2020 {
		t.Errorf("first seen: got %+v", c.First)
	}
	if len(c.Warnings) != 1 || !strings.Contains(c.Warnings[0], "Bernt Varga (Coast Weekly, 9 Jan 2023); Ada Orm (Ostrand Star, 1 May 2024)") {
		t.Errorf("warnings: got %q", c.Warnings)
	}
}

// What may not be shown is not found, and takes no part in any verdict.
func TestCheckQuoteKeepsBack(t *testing.T) {
	const secret = "“The grey heron was never lost at all,” said Ada Orm, who found it."
	now := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	d := smallDeskAt(t, now, corpus.Article{Body: secret, Embargo: at(t, "2024-06-01")}, corpus.Article{Body: secret, Status: corpus.Withheld},
		corpus.Article{Body: "Nothing else was said about the bird that day, and the day after it rained."})
	c := checkQuote(t, d, "The grey heron was never lost at all", "")
	if c.Verdict != bot.NotFound || len(c.Matches) > 0 || c.Searched.Articles != 1 {
		t.Errorf("got %s, %+v, searched %+v", c.Verdict, c.Matches, c.Searched)
	}
	if all, _ := json.Marshal(c); strings.Contains(string(all), "never lost at all") {
		t.Errorf("the check holds what may not be shown: %s", all)
	}
}

// BenchmarkCheckQuote checks the labelled quotations against the development archive.
func BenchmarkCheckQuote(b *testing.B) {
	d, _ := newsroomDesk(b)
	file, err := os.Open(corpustest.Shared(b, "eval", "quotes-dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	type labelled struct {
		Quote   string `json:"quote"`
		Claimed string `json:"claimed_speaker"`
	}
	var cases []labelled
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c labelled
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			b.Fatal(err)
		}
		cases = append(cases, c)
		checkQuote(b, d, c.Quote, c.Claimed)
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		c, start := cases[i%len(cases)], time.Now()
		checkQuote(b, d, c.Quote, c.Claimed)
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkCheckLong checks a quotation of 10,000 words that the archive has in pieces.
func BenchmarkCheckLong(b *testing.B) {
	d, articles := newsroomDesk(b)
	var text strings.Builder
	for _, a := range articles {
		text.WriteString(a.Body)
		if text.Len() > 60_000 {
			break
		}
	}
	words := verify.Words(text.String())
	quotation := text.String()[:words[min(len(words), 10_000)-1].Span.End]
	b.ReportAllocs()
	for b.Loop() {
		checkQuote(b, d, quotation, "")
	}
}
