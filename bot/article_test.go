package bot_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot"
	"copydesk/corpus"
)

// The harbour, its papers and its people are invented.
var quayside = map[string]string{
	"1.txt": "Ferry strike ends in Vell\n\nBy Signe Aker\n\nMarch 1, 2024\n\nVELL — “We sail on Monday,” said Ada K. Brandt, the harbour master of Vell.\n\n" +
		"Brandt said that the crews had asked for little. “They asked for bread,” she said.\n\n" +
		"“Somebody will pay for it,” said a deckhand. Bernt Moen, a baker, said that it would not be him.\n\n" +
		"“It was never about bread,” said a cook.\n\n" +
		"Town crier\n\n" +
		"“I heard no bell,” said Ada Brandt on Tuesday.\n",
	"2.txt": "Ferry strike begins in Vell\n\nFeb. 2, 2024\n\nVELL — “We stay ashore,” said Olof Rask, a stoker.\n",
	"3.txt": "Baker wins the regatta\n\nMay 3, 2023\n\nVELL — “I baked all night,” said Bernt Moen, a baker.\n",
}

func card(t *testing.T, d *bot.Desk, ref string) bot.Card {
	t.Helper()
	c, err := d.Article(t.Context(), ref)
	if err != nil {
		t.Fatalf("%q: %v", ref, err)
	}
	return c
}

// sourceLines are a card's sources, one a line: name, role, counts, and the words of each statement.
func sourceLines(c bot.Card) (lines []string) {
	for _, s := range c.Sources {
		role := "-"
		if s.Role != nil {
			role = *s.Role
		}
		line := fmt.Sprintf("%s | %s | anonymous %v | %d quoted, %d reported", s.Name, role, s.Anonymous, s.Quoted, s.Reported)
		for _, w := range words(bot.Statements{Statements: s.Statements}) {
			line += " | " + w
		}
		lines = append(lines, line)
	}
	return lines
}

// Each source is there once, by the full name as it is first given or in the article's own words, whoever is quoted most
// first. The deckhand may be somebody named before, so it is none.
func TestArticleSources(t *testing.T) {
	want := []string{
		"Ada K. Brandt | the harbour master of Vell | anonymous false | 3 quoted, 1 reported | “We sail on Monday,” | that the crews had asked for little | “They asked for bread,” | “I heard no bell,”",
		"a cook | - | anonymous true | 1 quoted, 0 reported | “It was never about bread,”",
		"Bernt Moen | a baker | anonymous false | 0 quoted, 1 reported | that it would not be him",
	}
	if diff := cmp.Diff(want, sourceLines(card(t, fileDesk(t, quayside), "1.txt"))); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

// What says something and is nobody is not counted as named.
func TestArticleSourceWithoutName(t *testing.T) {
	d := fileDesk(t, map[string]string{"1.txt": "Crews are tired in Vell\n\nMarch 1, 2024\n\nVELL — The average of polls showed that most agreed.\n"})
	want := []string{"The average of polls | - | anonymous true | 0 quoted, 1 reported | that most agreed"}
	if diff := cmp.Diff(want, sourceLines(card(t, d, "1.txt"))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Two of one surname are two, and the surname alone is neither's; a paper's own work is no source.
func TestArticleSourcesAreNotMixed(t *testing.T) {
	d := smallDesk(t, corpus.Article{Outlet: "Quay Gazette", Body: "“It sinks,” said Ada Brandt, a diver.\n\n“It floats,” said Bernt Brandt, a baker.\n\n" +
		"The ministry of ships said that it had no view. The stokers’ union said that all boats were old.\n\nA Quay Gazette review found that 12 boats had sunk."})
	var names []string
	for _, s := range card(t, d, "0").Sources {
		names = append(names, s.Name)
	}
	if diff := cmp.Diff([]string{"Ada Brandt", "Bernt Brandt", "The ministry of ships", "The stokers’ union"}, names); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
}

func TestArticleCard(t *testing.T) {
	c := card(t, smallDesk(t, corpus.Article{
		Headline: "Ferry sails", Outlet: "Quay Gazette", Byline: "Signe Aker", Dateline: "VELL", Published: at(t, "2024-03-01"), Updated: at(t, "2024-03-02"),
		Language: "en", Version: "3", Note: "Corrects the day.", Body: "The ferry sails on Monday.\n\nTown crier\n\nNobody minds it.",
	}), "0")
	got := []any{c.Article.Headline, c.Article.Outlet, c.Article.Byline, c.Dateline, c.Updated.String(), c.Language, c.Version, c.Note, c.Paragraphs, c.Words, len(c.Sources), c.Article.Version != ""}
	want := []any{"Ferry sails", "Quay Gazette", "Signe Aker", "VELL", at(t, "2024-03-02").String(), "en", "3", "Corrects the day.", 2, 8, 0, true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("card (-want +got):\n%s", diff)
	}
}

// What is shown of the sources is the article's own text.
func TestArticleIsVerbatim(t *testing.T) {
	d, x := sampleDesk(t, bot.Options{})
	found, err := d.Articles(t.Context(), "")
	if err != nil || len(found) != bot.MaxSuggestions {
		t.Fatalf("got %d articles, %v, want %d", len(found), err, bot.MaxSuggestions)
	}
	said := 0
	for _, f := range found {
		r, err := x.Record(f.ID)
		if err != nil || r == nil {
			t.Fatalf("%s: %v, %v", f.ID, r, err)
		}
		for _, s := range card(t, d, f.ID).Sources {
			if s.Quoted+s.Reported != len(s.Statements) {
				t.Errorf("%s: %s: %d quoted and %d reported of %d statements", f.ID, s.Name, s.Quoted, s.Reported, len(s.Statements))
			}
			for _, st := range s.Statements {
				said++
				if st.Context.Text != st.Context.Of(r.Article.Body) || st.Parts[0].Text != st.Parts[0].Of(r.Article.Body) || st.Article.ID != f.ID {
					t.Errorf("%s: %q is not the article's", f.ID, st.Context.Text)
				}
			}
		}
	}
	if said < 50 {
		t.Errorf("got %d statements, want more", said)
	}
}

// An article is found by its ID, or by words of headline, outlet and date. Of several the best is shown, and others told.
func TestArticleIsFound(t *testing.T) {
	d := fileDesk(t, quayside)
	for _, tt := range []struct {
		ref, want string
		others    int
	}{
		{"1.txt", "1.txt", 0},
		{" 2.txt ", "2.txt", 0},
		{"Ferry strike ends in Vell", "1.txt", 0},
		{"ferry strike", "1.txt", 1},
		{"strike begins", "2.txt", 0},
		{"strike febr", "2.txt", 0},
		{"ferry 2024-02", "2.txt", 0},
		{"2023", "3.txt", 0},
		{"regata", "3.txt", 0},
		{"baker", "3.txt", 0},
		{"baker strike", "", 0},
		{"submarine", "", 0},
		{"4.txt", "", 0},
		{"", "", 0},
		{" — ", "", 0},
	} {
		c, err := d.Article(t.Context(), tt.ref)
		if (tt.want == "") != errors.Is(err, bot.ErrNoArticle) || err != nil && tt.want != "" {
			t.Errorf("%q: got %v", tt.ref, err)
		}
		if c.Article.ID != tt.want || len(c.Others) != tt.others {
			t.Errorf("%q: got %s and %d others, want %s and %d", tt.ref, c.Article.ID, len(c.Others), tt.want, tt.others)
		}
	}
}

func TestAround(t *testing.T) {
	body := "One.\n\nTwo.\n\nThree has a passage.\n\nFour.\n\nFive.\n\nSix."
	d := smallDesk(t, corpus.Article{Body: body})
	span := func(text string) corpus.Span {
		i := strings.Index(body, text)
		return corpus.Span{Start: i, End: i + len(text)}
	}
	for _, tt := range []struct {
		span corpus.Span
		want string
	}{
		{span("a passage"), "1-5: One. Two. [Three has a passage.] Four. Five."},
		{span("One"), "1-3: [One.] Two. Three has a passage."},
		{span("Six."), "4-6: Four. Five. [Six.]"},
		{span("passage.\n\nFour"), "1-6: One. Two. [Three has a passage.\n\nFour.] Five. Six."},
		{corpus.Span{Start: 0, End: len(body)}, "1-6: [" + body + "]"},
	} {
		s, err := d.Around(t.Context(), "0", tt.span)
		if err != nil {
			t.Errorf("%v: %v", tt.span, err)
		}
		if got := surroundings(t, body, s); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.span, got, tt.want)
		}
	}
	for _, s := range []corpus.Span{{}, {Start: 3, End: 3}, {Start: 4, End: 6}, {Start: -1, End: 2}, {Start: 2, End: len(body) + 1}, {Start: 900, End: 901}} {
		if _, err := d.Around(t.Context(), "0", s); !errors.Is(err, bot.ErrNoPassage) {
			t.Errorf("%v: got %v, want ErrNoPassage", s, err)
		}
	}
	if _, err := d.Around(t.Context(), "1", span("One")); !errors.Is(err, bot.ErrNoArticle) {
		t.Errorf("got %v, want ErrNoArticle", err)
	}
}

// surroundings writes what is shown around a passage in a line.
func surroundings(t *testing.T, body string, s bot.Surroundings) string {
	t.Helper()
	var parts []string
	add := func(e bot.Evidence, before, after string) {
		if e.Text != e.Of(body) {
			t.Errorf("%q is not the article's", e.Text)
		}
		parts = append(parts, before+e.Text+after)
	}
	for _, e := range s.Before {
		add(e, "", "")
	}
	add(s.Passage, "[", "]")
	for _, e := range s.After {
		add(e, "", "")
	}
	return fmt.Sprintf("%d-%d: %s", s.Paragraph, s.Last, strings.Join(parts, " "))
}
