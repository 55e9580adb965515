package bot_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
	"copydesk/corpus/draft"
)

func checkDraft(t testing.TB, d *bot.Desk, text string) bot.Report {
	t.Helper()
	r, err := d.CheckDraft(t.Context(), "", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// outcome is a quotation of a draft in a line: where, who, the words, the verdict.
func outcome(q bot.DraftQuotation) string {
	who, verdict := "nobody", "unchecked"
	if q.Speaker != nil {
		who = *q.Speaker
	}
	if q.Check != nil {
		verdict = string(q.Check.Verdict)
		if q.Clean() {
			verdict = "clean"
		}
	}
	return fmt.Sprintf("%d %s: %s (%s)", q.Paragraph, who, q.Text, verdict)
}

func TestCheckDraft(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	for _, test := range []struct {
		name, draft string
		want        []string
		passed      int
	}{
		{"a cue in between", "Ada Orm, the mayor, was firm. “We sold the lighthouse for a song and we will not do it again,” Orm said. “The pier is worth more than the whole of the fish market.”",
			[]string{"1 Ada Orm: We sold the lighthouse for a song and we will not do it again, The pier is worth more than the whole of the fish market. (clean)"}, 0},
		{"over paragraphs", "Ada Orm said: “We sold the lighthouse for a song and we will not do it again.\n\n“The pier is worth more than the whole of the fish market.”",
			[]string{"1 Ada Orm: We sold the lighthouse for a song and we will not do it again. The pier is worth more than the whole of the fish market. (clean)"}, 0},
		{"two speakers", "“The pier is worth more than the whole of the fish market,” said Ada Orm.\n\n“Nobody asked the harbour master what he thinks of it,” said Ada Orm.",
			[]string{"1 Ada Orm: The pier is worth more than the whole of the fish market, (clean)", "2 Ada Orm: Nobody asked the harbour master what he thinks of it, (misattributed)"}, 0},
		{"pieces of one sentence", "Ada Orm said that “we sold the lighthouse for a song” and that the pier was “worth more than the whole of the fish market.”",
			[]string{"1 Ada Orm: we sold the lighthouse for a song (clean)", "1 Ada Orm: worth more than the whole of the fish market. (clean)"}, 0},
		{"altered and invented", "\"We sold the lighthouse for a song and we will do it again,\" said Ada Orm. Bernt Varga said: \"A bell rang over the winter market for the drowned.\"",
			[]string{"1 Ada Orm: We sold the lighthouse for a song and we will do it again, (altered)", "1 Bernt Varga: A bell rang over the winter market for the drowned. (not_found)"}, 0},
		{"nobody's", "The film “Winter Market” runs at the Vell. A banner hung there: it read “the whole of the fish market” in red.",
			[]string{"1 nobody: the whole of the fish market (verbatim)"}, 1},
		{"in doubt who", "“Nobody asked the harbour master what he thinks of it,” it was said.",
			[]string{"1 nobody: Nobody asked the harbour master what he thinks of it, (verbatim)"}, 0},
		{"a heading that repeats", "# “We sold the lighthouse”\n\n“We sold the lighthouse for a song,” said Ada Orm.",
			[]string{"1 Ada Orm: We sold the lighthouse (clean)", "2 Ada Orm: We sold the lighthouse for a song, (clean)"}, 0},
		{"what others call it", "Bernt Varga said the so-called “pier” was sold. Its “eleven mistakes,” he said, were found.",
			[]string{"1 Bernt Varga: eleven mistakes, (misattributed)"}, 1},
		{"cut before its condition", "“I would vote for the sale,” said a member of the council who asked not to be named.",
			[]string{"1 a member of the council: I would vote for the sale, (verbatim)"}, 0},
		{"none", "Nothing was said at the pier, Ada Orm said.", nil, 0},
		{"brackets alone", "Ada Orm said: “[We sold it]”", []string{"1 Ada Orm: [We sold it] (unchecked)"}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := checkDraft(t, d, test.draft)
			var got []string
			for _, q := range r.Quotations {
				got = append(got, outcome(q))
				if q.Start < 0 || q.End > len(test.draft) || q.Start >= q.End {
					t.Errorf("span %v is not of the draft", q.Span)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("quotations (-want +got):\n%s", diff)
			}
			if len(r.PassedOver) != test.passed || r.Counts.PassedOver != test.passed {
				t.Errorf("passed over: got %+v, want %d", r.PassedOver, test.passed)
			}
			if r.Counts.Quotations != len(test.want) || r.Searched.Articles != 1 {
				t.Errorf("got counts %+v, searched %+v", r.Counts, r.Searched)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	for _, test := range []struct {
		counts bot.Counts
		want   string
		clean  bool
	}{
		{bot.Counts{}, "No quotations", true},
		{bot.Counts{Quotations: 1, Verbatim: 1, PassedOver: 2}, "1 quotation: 1 verbatim", true},
		{bot.Counts{Quotations: 14, Verbatim: 9, Altered: 2, Misattributed: 1, NotFound: 2}, "14 quotations: 9 verbatim, 2 altered, 1 misattributed, 2 not in the archive", false},
		{bot.Counts{Quotations: 4, Verbatim: 1, Doubtful: 1, Stitched: 1, Unchecked: 1}, "4 quotations: 1 verbatim, 1 verbatim but in doubt, 1 stitched together, 1 not checked", false},
	} {
		if got := test.counts.String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
		if r := (bot.Report{Counts: test.counts}); r.Clean() != test.clean {
			t.Errorf("%s: clean is %v", r.Counts, r.Clean())
		}
	}
}

// What is too much is counted as unchecked, and no draft with it is clean.
func TestCheckDraftBounds(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	many := strings.Repeat("“We sold the lighthouse for a song,” said Ada Orm.\n\n", bot.MaxQuotations+3)
	if r := checkDraft(t, d, many); r.Counts.Quotations != bot.MaxQuotations+3 || len(r.Quotations) != bot.MaxQuotations || r.Counts.Unchecked != 3 || r.Clean() {
		t.Errorf("too many: got %d listed, counts %+v", len(r.Quotations), r.Counts)
	}
	long := "Ada Orm said: “" + strings.Repeat("herring ", bot.MaxQuotation+1) + "”\n\n“We sold the lighthouse for a song,” said Ada Orm."
	r := checkDraft(t, d, long)
	if r.Counts.Unchecked != 1 || r.Counts.Verbatim != 1 || r.Quotations[0].Check != nil || !strings.Contains(r.Quotations[0].Unchecked, "longer than") {
		t.Errorf("too long: got counts %+v", r.Counts)
	}
}

func TestCheckDraftEnds(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.CheckDraft(ctx, "", strings.NewReader("“We sold the lighthouse for a song,” said Ada Orm.")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// Whatever a draft holds, its quotations are in order and apart, and every one is counted once.
func FuzzCheckDraft(f *testing.F) {
	for _, seed := range []string{
		pierStory, "“one\n\n“two”", "''We sold'' the `pier`", "\"a\" \"b\" \"c d e f\"", "«We sold the lighthouse» said Ada Orm. ‘And’ ‘more", "“““”””",
	} {
		f.Add(seed)
	}
	d, _ := sampleDesk(f, bot.Options{})
	f.Fuzz(func(t *testing.T, text string) {
		r, err := d.CheckDraft(t.Context(), "a.txt", strings.NewReader(text))
		var refusal *draft.Refusal
		if err != nil {
			if !errors.As(err, &refusal) {
				t.Fatal(err)
			}
			return
		}
		end := 0
		for _, q := range r.Quotations {
			if q.Start < end || q.End <= q.Start || q.Paragraph < 1 || (q.Check == nil) == (q.Unchecked == "") {
				t.Errorf("%+v, after %d", q, end)
			}
			end = q.End
		}
		c := r.Counts
		if sum := c.Verbatim + c.Doubtful + c.Altered + c.Misattributed + c.Stitched + c.NotFound + c.Unchecked; sum != c.Quotations || c.Quotations < len(r.Quotations) {
			t.Errorf("counts %+v add up to %d", c, sum)
		}
	})
}

func TestCheckDraftRefuses(t *testing.T) {
	d := smallDesk(t, corpus.Article{Body: pierStory})
	_, err := d.CheckDraft(t.Context(), "secret-name.docx", strings.NewReader("PK\x03\x04 the heron was sold"))
	var refusal *draft.Refusal
	if !errors.As(err, &refusal) || refusal.Sentence() == "" || strings.Contains(err.Error(), "heron") || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v, want a refusal that tells nothing of the draft", err)
	}
}
