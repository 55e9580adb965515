package discord

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/corpus"
)

var today = time.Date(2017, 1, 1, 12, 0, 0, 0, time.UTC)

// shows is what a view shows at a place.
func shows(t *testing.T, v view, place string) scene {
	t.Helper()
	sc, err := v.scene(t.Context(), place)
	if err != nil {
		t.Fatalf("at %q: %v", place, err)
	}
	return sc
}

func viewOf(a bot.Answer) answerView { return answerView{desk: says(a), answer: a} }

func TestAnswerPages(t *testing.T) {
	v := viewOf(ferryAnswer())
	first, second, third := shows(t, v, ""), shows(t, v, "1"), shows(t, v, "2")
	for _, tt := range []struct{ what, got, want string }{
		{"content", first.Content, ""},
		{"author", first.Embeds[0].Author.Name, "Harbour Gazette · 19 Feb 2016"},
		{"title", first.Embeds[0].Title, "Sunken ferry to be raised before the summer"},
		{"link", first.Embeds[0].URL, "https://gazette.example/ferry-raised#:~:text=We%20shall%20raise%20her%20in%20May,at%20the%20town%20hall%20on%20Thursday"},
		{"footer", first.Embeds[0].Footer.Text, "By Ines Falk · Also printed by Tidewater Wire, 18 Feb 2016"},
		{"passage", first.Embeds[0].Description, "> Divers have looked at the hull for three days and found it sound. **“We shall raise her in May, before the first tourists come,” said Runa Ostberg, the harbour master, at the town hall on Thursday.** The work will cost 2.4 million crowns.\n" +
			"In bold: said by Runa Ostberg, harbour master of Kelmouth"},
		{"second passage", second.Embeds[0].Description, "*Also in this story, under the heading “What comes next”*\n" +
			"> A crane barge is expected from Hallsund. **It will lie at the north quay until the work is done, a person at the yard said.**\n" +
			"In bold: said by “a person at the yard”, not named in the story"},
		{"another story", third.Embeds[0].Author.Name, "See also: Coast Ledger · 4 Mar 2016"},
		{"button", first.next.label + " to " + first.next.place, "Next passage ▸ 2/3 to 1"},
		{"button back", second.back.label + " to " + second.back.place, "◂ Back to 0"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if first.back != nil || third.next != nil {
		t.Errorf("got a button back %v, and on %v, at the ends", first.back, third.next)
	}
	for _, place := range []string{"3", "-1", "x", "0x1"} {
		if _, err := v.scene(t.Context(), place); !errors.Is(err, errNoPlace) {
			t.Errorf("at %q: got %v, want %v", place, err, errNoPlace)
		}
	}
}

// What is shown is kept, and is what the buttons are about.
func TestAnswerIsNoted(t *testing.T) {
	a := ferryAnswer()
	sc := shows(t, viewOf(a), "")
	p := a.Passages[0]
	got := sc.shown[0]
	if len(sc.shown) != 1 || got.Article != p.Article.ID || got.Span != p.Span || got.Text != p.Text || got.Speaker != "Runa Ostberg" || got.Paragraph != 2 {
		t.Errorf("got %+v", sc.shown)
	}
	if sub := sc.subject; sub.quoted != "We shall raise her in May, before the first tourists come," || sub.span != p.Evidence.Span || sub.speaker != "Runa Ostberg" || sub.article != p.Article.ID {
		t.Errorf("got %+v", sub)
	}
}

// A passage too long for a page goes over several, and nothing of it is lost.
func TestLongPassage(t *testing.T) {
	text := strings.Repeat("The barge moved a little closer with every tide. ", 150) + strings.Repeat("W", 5000)
	a := bot.Answer{Answered: true, Passages: []bot.Passage{quote(ferry, text, "The barge moved")}}
	v := viewOf(a)
	words := ""
	for n := range v.leaves() {
		sc := shows(t, v, fmt.Sprint(n))
		if err := sc.check(); err != nil {
			t.Errorf("page %d: %v", n, err)
		}
		words += sc.shown[0].Text + " "
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if n := len(v.leaves()); n < 4 || bare(words) != bare(text) {
		t.Errorf("got %d pages with %d letters, want all of %d", n, len(bare(words)), len(bare(text)))
	}
}

// What is not to be shown any more is not, wherever a button leads; what was changed says so.
func TestStandingAtTheMomentOfShowing(t *testing.T) {
	for standing, want := range map[bot.Standing]string{bot.Gone: textGone, bot.Changed: textChanged} {
		a := ferryAnswer()
		v := answerView{desk: stands{says(a), standing}, answer: a}
		sc := shows(t, v, "1")
		text := sc.Content
		for _, e := range sc.Embeds {
			text += e.Description
		}
		if !strings.Contains(text, want) || strings.Contains(text, "crane barge") != (standing == bot.Changed) || (len(sc.shown) == 0) != (standing == bot.Gone) {
			t.Errorf("%s: got %q, kept %+v", standing, text, sc.shown)
		}
	}
}

// stands is a Desk whose articles all stand so.
type stands struct {
	Desk
	standing bot.Standing
}

func (d stands) Standing(context.Context, string, string) (bot.Standing, error) {
	return d.standing, nil
}

func TestRenderWhatIsNotKnown(t *testing.T) {
	p := quote(bot.Citation{ID: "x"}, "The quay closed.", "The quay closed.")
	e := shows(t, viewOf(bot.Answer{Answered: true, Passages: []bot.Passage{p}}), "").Embeds[0]
	if e.Author.Name != "Outlet not known · no date" || e.Title != "No headline" || e.URL != "" || e.Footer != nil || e.Description != "> **The quay closed.**" {
		t.Errorf("got author %q, title %q, link %q, footer %v, description %q", e.Author.Name, e.Title, e.URL, e.Footer, e.Description)
	}
	p.Article.Outlet, p.Article.OutletInferred, p.Kind = "Coast Ledger", true, corpus.Caption
	p.Article.Published, _ = corpus.ParseTime("2016-02-19T23:30:00+01:00")
	p.Article.Embargo, _ = corpus.ParseTime("2016-02-20T06:00:00Z")
	e = shows(t, viewOf(bot.Answer{Answered: true, Passages: []bot.Passage{p}}), "").Embeds[0]
	if e.Author.Name != "⛔ EMBARGOED until 20 Feb 2016, 06:00 UTC · Coast Ledger (inferred from the text) · 19 Feb 2016" || e.Description != "*Photo caption*\n> **The quay closed.**" {
		t.Errorf("got author %q, description %q", e.Author.Name, e.Description)
	}
}

func TestTextPlace(t *testing.T) {
	body := bot.Passage{Subhead: "*Talks*"}
	plain, caption := bot.Passage{}, bot.Passage{Kind: corpus.Caption}
	for _, tt := range []struct {
		p     bot.Passage
		after *bot.Passage
		want  string
	}{
		{plain, nil, ""},
		{body, nil, `Under the heading “\*Talks\*”`},
		{body, &plain, `Also in this story, under the heading “\*Talks\*”`},
		{body, &body, "Also in this story"},
		{plain, &body, "Also in this story"},
		{caption, nil, "Photo caption"},
		{caption, &body, "Also in this story, photo caption"},
		{bot.Passage{Kind: corpus.Credit}, nil, "Photo credit"},
		{bot.Passage{Kind: corpus.Footer}, nil, "Note below the story"},
	} {
		if got := textPlace(tt.p, tt.after); got != tt.want {
			t.Errorf("%+v after %+v: got %q, want %q", tt.p, tt.after, got, tt.want)
		}
	}
}

// Passages that are no answer stand behind a button, and are set apart: other colour, no evidence, and each says so.
func TestNearestPassages(t *testing.T) {
	v := viewOf(nearest())
	sc := shows(t, v, "")
	if len(sc.Embeds) != 0 || len(sc.shown) != 0 || sc.next == nil || sc.next.label != "The nearest passage ▸" {
		t.Errorf("got %+v", sc)
	}
	near := shows(t, v, sc.next.place)
	e := near.Embeds[0]
	if e.Color == colourAnswer || strings.Contains(e.Description, "**") || !strings.HasPrefix(e.Footer.Text, textNearestFooter(false)) || !strings.Contains(near.Content, textNear) {
		t.Errorf("got colour %x, footer %q, description %q", e.Color, e.Footer.Text, e.Description)
	}
}

func TestTextNothing(t *testing.T) {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	four := []string{"A", "B", "C", "D"}
	for _, tt := range []struct {
		s    bot.Scope
		want string
	}{
		{bot.Scope{Articles: 41212, Outlets: four, First: day(2009, 1, 1), Last: day(2016, 12, 31)}, "Nothing in 41,212 articles of 4 outlets, 2009 to today, answers that."},
		{bot.Scope{Articles: 999, Outlets: four[:2], First: day(2009, 1, 1), Last: day(2016, 12, 1)}, "Nothing in 999 articles of A and B, 2009 to 2016, answers that."},
		{bot.Scope{Articles: 1, Outlets: four[:1], First: day(2016, 1, 1), Last: day(2016, 1, 1)}, "Nothing in 1 article of A, 2016, answers that."},
		{bot.Scope{Articles: 1234567}, "Nothing in 1,234,567 articles answers that."},
		{bot.Scope{}, "There was nothing to search: the archive has no article yet."},
	} {
		if got := textNothing(bot.Question{}, tt.s, today); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.s, got, tt.want)
		}
	}
}

func TestTextReading(t *testing.T) {
	may := bot.Reading{From: time.Date(2016, 5, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2016, 5, 31, 0, 0, 0, 0, time.UTC)}
	post, past, after := may, may, may
	post.Outlets = []string{"The *Post*", "*Post*"}
	past.Dropped = true
	mended := bot.Reading{Mended: []bot.Mending{{Typed: "Ostburg", Read: "Ostberg"}, {Typed: "*quey", Read: "*quay"}}}
	after.Before = "Who raised\nthe <@400> ferry?"
	for _, tt := range []struct {
		r    bot.Reading
		want string
	}{
		{bot.Reading{}, ""},
		{may, "-# Only articles in May 2016, as the question asks"},
		{post, `-# Only articles of The \*Post\* in May 2016, as the question asks`},
		{past, "-# Found nothing in May 2016; searched beyond that instead"},
		{after, `-# Read with the question before: “Who raised the \<\@400\> ferry?” · Only articles in May 2016, as the question asks`},
		{mended, `-# Also looked for “Ostberg” and “\*quay”`},
		{bot.Reading{Before: strings.Repeat("word ", 50)}, "-# Read with the question before: “" + strings.Repeat("word ", 23) + "[…]”"},
	} {
		if got := textReading(bot.Answer{Reading: tt.r, Searched: bot.Scope{Articles: 1}}); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.r, got, tt.want)
		}
	}
	if got := textReading(bot.Answer{Reading: past}); got != "" {
		t.Errorf("got %q, though nothing was searched", got)
	}
}

// hostile is text that would ping, link, format and overflow if it could.
const hostile = "@everyone @here <@400> <@&1> <#200> <t:0:R> </ask:1> <:x:1> [x](http://evil.example) https://evil.example ||s|| ~~d~~ **b** __u__ `c`\n# h\n-# s\n> q\n>>> q\n- l\n1. l\n```\ncode"

// Whatever an article or a question holds, the message is one that Discord takes, pings nobody and shows text.
func TestHostileText(t *testing.T) {
	t.Parallel()
	word := strings.Repeat("W", 4000)
	for _, tt := range []struct{ name, text string }{
		{"marks", hostile},
		{"asterisks", strings.Repeat("*", 3000)},
		{"long", strings.Repeat("A sentence of the story. ", 300)},
		{"long word", word},
		{"long word among others", "It began. " + word + " It ended."},
		{"astral", strings.Repeat("💡 ", 1500)},
		{"right to left", "\u202e\u2067" + strings.Repeat("שלום ", 900)},
		{"joiners", strings.Repeat("a\u200d", 3000)},
		{"lines", strings.Repeat("- x\n", 1200)},
		{"blank", " \n\u2028 "},
		{"control", "a\x00b\x1bc\u0085d"},
		{"not UTF-8", "a\xffb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			a := bot.Answer{Answered: true}
			for i := range 4 {
				c := citation(fmt.Sprint(i/3), tt.text, tt.text, tt.text, corpus.Date(2016, 2, 19))
				p := saidBy(quote(c, tt.text, tt.text), tt.text, tt.text)
				p.Subhead, p.AlsoIn = tt.text, []bot.Citation{citation("w", tt.text, tt.text, tt.text, c.Published), agent, ferry, quay}
				p.Anonymous = i == 1
				a.Passages = append(a.Passages, p)
			}
			a.Searched = bot.Scope{Articles: 9, Outlets: []string{tt.text, tt.text, tt.text}}
			a.Reading = bot.Reading{Outlets: []string{tt.text, tt.text + "1", tt.text + "2"}, Mended: []bot.Mending{{Read: tt.text}, {Read: tt.text}, {Read: tt.text}, {Read: tt.text}}, Before: tt.text, From: today, To: today}
			declined := a
			declined.Answered = false
			for _, a := range []bot.Answer{a, declined} {
				s := newDouble(t, discordtest.Options{})
				start(t, s, says(a), Options{})
				question := strings.ToValidUTF8(tt.text, "")
				question = question[:min(len(question), 1900)]
				m := s.Run(ask(map[string]any{"question": strings.ToValidUTF8(question, ""), "outlet": "@everyone **x**"})).Reply(t)
				for range 3 {
					if !m.Pings.None() {
						t.Errorf("got pings %+v, content %q", m.Pings, m.Content)
					}
					if found := formatting.FindString(m.HTML()); found != "" {
						t.Errorf("the text is shown with %s", found)
					}
					next := buttonOf(m, "▸")
					if next == "" {
						break
					}
					m = s.Press(discordtest.Press{MessageID: m.ID, CustomID: next}).Reply(t)
				}
			}
		})
	}
}

// formatting is what text of an article or a user would look like if it were more than text. Links of ours lead
// to gazette.example.
var formatting = regexp.MustCompile(`<h[1-6]|<li|<code|<pre|<mark|<s>|<u>|class="mention"|<a href="https?://[^g"][^"]*"`)

func TestEvidenceIn(t *testing.T) {
	passage := func(start int, text string, evidenceStart int, evidence string) bot.Passage {
		p := bot.Passage{Span: corpus.Span{Start: start, End: start + len(text)}, Text: text}
		p.Evidence.Span = corpus.Span{Start: evidenceStart, End: evidenceStart + len(evidence)}
		p.Evidence.Text = evidence
		return p
	}
	for _, tt := range []struct {
		name string
		p    bot.Passage
		want corpus.Span
	}{
		{"second of two", passage(100, "tide tide", 105, "tide"), corpus.Span{Start: 5, End: 9}},
		{"misplaced", passage(100, "low tide", 0, "tide"), corpus.Span{Start: 4, End: 8}},
		{"beyond", passage(100, "low tide", 107, "tide"), corpus.Span{Start: 4, End: 8}},
		{"elsewhere", passage(100, "low tide", 300, "gale"), corpus.Span{}},
		{"none", passage(100, "low tide", 0, ""), corpus.Span{}},
	} {
		if got := evidenceIn(tt.p); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}
