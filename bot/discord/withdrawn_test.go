package discord

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// withdraws is a Desk that keeps back the articles with the IDs; those under embargo only from who may not see them.
type withdraws struct {
	Desk
	gone, embargoed []string
}

func (d withdraws) Standing(ctx context.Context, id, _ string) (bot.Standing, error) {
	if slices.Contains(d.gone, id) || slices.Contains(d.embargoed, id) && !bot.SeesEmbargoed(ctx) {
		return bot.Gone, nil
	}
	return bot.Same, nil
}

// read is all that a scene says.
func read(sc scene) string {
	text := sc.Content
	for _, e := range sc.Embeds {
		text += "\n" + e.Title + "\n" + e.Description
		if e.Footer != nil {
			text += "\n" + e.Footer.Text
		}
	}
	return text
}

// A verdict is not shown any more where something that it rests on is kept back; what is free still is, without the others.
func TestWithdrawnFromCheck(t *testing.T) {
	for _, tt := range []struct {
		name        string
		check       bot.Check
		of          string
		gone        string
		place, want string // what is read there
	}{
		{"best place", misattributed(), "", ferry.ID, "", textGone},
		{"best place, and then the next", misattributed(), "", ferry.ID, "1", quay.Headline},
		{"another place", misattributed(), "", quay.ID, "", textGone},
		{"another place, by itself", misattributed(), "", quay.ID, "1", textGone},
		{"piece of a stitched one", stitched(), "", quay.ID, "", textGone},
		{"first to print it", verbatim(), "", agent.ID, "", textGone},
		{"nearest", notFound(), "", ferry.ID, "1", textGone},
		{"where the words are from", notFound(), quay.ID, quay.ID, "", textGone},
		{"where the words are from, elsewhere", misattributed(), agent.ID, agent.ID, "1", textGone},
	} {
		v := checkView{withdraws{Desk: unasked{}, gone: []string{tt.gone}}, askedQuotation{Text: "the words of it", Of: tt.of}, tt.check}
		sc := shows(t, v, tt.place)
		text := read(sc)
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, text, tt.want)
		}
		if tt.want == textGone && (text != textGone || len(sc.shown) != 0 || sc.subject != nil) {
			t.Errorf("%s: got %q, shown %+v, about %+v", tt.name, text, sc.shown, sc.subject)
		}
	}
}

// Those who print the same words are named only while theirs may be shown.
func TestWithdrawnReprints(t *testing.T) {
	check := verbatim()
	check.First = nil
	for name, of := range map[string]func(Desk) view{
		"answer":     func(d Desk) view { return answerView{desk: d, answer: ferryAnswer()} },
		"check":      func(d Desk) view { return checkView{d, askedQuotation{Text: "We shall raise her"}, check} },
		"statements": func(d Desk) view { return saidView{desk: d, said: statements(2)} },
	} {
		if text := read(shows(t, of(unasked{}), "")); !strings.Contains(text, agent.Outlet) {
			t.Errorf("%s: got %q, want %s", name, text, agent.Outlet)
		}
		if text := read(shows(t, of(withdraws{Desk: unasked{}, gone: []string{agent.ID}}), "")); strings.Contains(text, agent.Outlet) || strings.Contains(text, textGone) {
			t.Errorf("%s: got %q", name, text)
		}
	}
	office := saidView{desk: withdraws{Desk: unasked{}, gone: []string{ferry.ID}}, said: statements(4)}
	if text := shows(t, office, "").Content; strings.Contains(text, "Called") {
		t.Errorf("got %q, by an article that is gone", text)
	}
}

// What an editor who sees embargoed articles had checked by a button is not shown to everyone, nor in its receipt once they
// may not see it: the words themselves are embargoed.
func TestEmbargoedWordsAreNotShownAsTheQuotation(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	archive := newArchive()
	archive.check = func(ctx context.Context, _, _ string) (bot.Check, error) {
		if bot.SeesEmbargoed(ctx) {
			return verbatim(), nil
		}
		return bot.Check{Verdict: bot.NotFound, Searched: nearest().Searched}, nil
	}
	desk := withdraws{Desk: archive, embargoed: []string{ferry.ID, agent.ID}}
	first := start(t, s, desk, Options{Ledger: l, EmbargoRoles: []string{embargoRole}})
	c := ask(map[string]any{"only_me": true})
	c.UserID = editor
	check, _ := press1(t, s, s.Run(c).Reply(t), "Check this quotation", editor)
	if check.Embeds[0].Title != "✅ Verbatim" {
		t.Fatalf("got %+v", check.Embeds)
	}
	public, _ := press1(t, s, check, "Show everyone", editor)
	if len(public.Embeds) != 0 || !strings.Contains(public.Content, textGone) || strings.Contains(public.Content, "raise") {
		t.Errorf("everyone sees %q, %+v", public.Content, public.Embeds)
	}
	own := discordtest.Command{Name: "receipt", UserID: editor, Options: map[string]any{"id": receiptOf(check)}}
	if m := s.Run(own).Reply(t); !strings.Contains(m.Embeds[0].Description, "We shall raise her") {
		t.Errorf("got %q", m.Embeds[0].Description)
	}
	first.stop()
	<-first.done
	run(t, s, desk, Options{Ledger: l})
	s.AwaitReady(t, 2)
	if m := s.Run(own).Reply(t); strings.Contains(m.Embeds[0].Description, "We shall raise her") {
		t.Errorf("got %q without the right", m.Embeds[0].Description)
	}
}

// Of what somebody cleared has found, others see the passage that is shown to them and learn of no other.
func TestPassageForEveryoneStandsAlone(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	a := ferryAnswer()
	a.Reading.Mended = []bot.Mending{{Typed: "kay", Read: "quay"}}
	archive := newArchive()
	archive.Desk = says(a)
	start(t, s, withdraws{Desk: archive, embargoed: []string{quay.ID}}, Options{Ledger: l, EmbargoRoles: []string{embargoRole}})
	c := ask(map[string]any{"only_me": true})
	c.UserID = editor
	second, _ := press1(t, s, s.Run(c).Reply(t), "Next passage", editor)
	public, _ := press1(t, s, second, "Show everyone", editor)
	if !strings.Contains(public.Embeds[0].Description, "crane barge") || strings.Contains(public.Content, "quay") || buttonOf(public, "Next") != "" || buttonOf(public, "Back") != "" {
		t.Errorf("got %q, %+v, %+v", public.Content, public.Embeds, componentsOf(public))
	}
	r, err := l.Receipt(receiptOf(public))
	if err != nil || r.User != editor || r.Private || r.Cleared || strings.Contains(string(r.Result), quay.ID) {
		t.Errorf("got %+v, %v", r, err)
	}
}

// What somebody shows to everyone of another's answer is theirs: to be forgotten with the rest of them.
func TestWhoShowsEveryone(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	around, _ := press1(t, s, answer, "Context", editor)
	public, _ := press1(t, s, around, "Show everyone", editor)
	r, err := l.Receipt(receiptOf(public))
	if err != nil || r.User != editor || r.From != receiptOf(answer) || public.Ephemeral() {
		t.Errorf("got %+v, %v", r, err)
	}
}

// A button to the card of an article that is gone says so, and does not name it.
func TestCardIsWithdrawn(t *testing.T) {
	s := newService(empty{}, Options{Ledger: newLedger(t)}.with(Options{}), nil)
	for want, c := range map[string]task{textGone: s.cardBehind("embargoed-sale-of-the-lighthouse", "7K3QXM0A"), textNoArticle("lighthouse"): s.card("lighthouse")} {
		if f, err := c.work(t.Context()); err != nil || f.message.Content != want || f.view != nil {
			t.Errorf("got %q, %v, want %q", f.message.Content, err, want)
		}
	}
}

// empty is a Desk without any article.
type empty struct{ Desk }

func (empty) Article(context.Context, string) (bot.Card, error) {
	return bot.Card{}, bot.ErrNoArticle
}

// Who has lost the right to check sees no more of old checks, though they may ask.
func TestRightToCheckIsTakenAway(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	archive := newArchive()
	archive.check = func(context.Context, string, string) (bot.Check, error) { return misattributed(), nil }
	archive.draft = func(context.Context, string, io.Reader) (bot.Report, error) { return longReport(5), nil }
	first := start(t, s, archive, Options{Ledger: l})
	check := s.Run(quoteCommandOf(map[string]any{"text": "We shall raise her in May"})).Reply(t)
	report := s.Run(checkOf("a.txt", "“We shall raise her in May,” she said.")).Reply(t)
	answer := s.Run(ask(map[string]any{})).Reply(t)
	first.stop()
	<-first.done
	run(t, s, archive, Options{Ledger: l, CheckRoles: []string{editorsRole}})
	s.AwaitReady(t, 2)
	for _, tt := range []struct {
		of     discordtest.Message
		button string
	}{{check, "Next place"}, {check, "Context"}, {check, "Show everyone"}, {report, "More"}, {report, "Show everyone"}} {
		if m, _ := press1(t, s, tt.of, tt.button, reporter); m.Content != textMayNot[mayCheck] || !m.Ephemeral() {
			t.Errorf("%s: got %q, %+v", tt.button, m.Content, m.Embeds)
		}
	}
	if m, _ := press1(t, s, answer, "Next passage", reporter); len(m.Embeds) == 0 {
		t.Errorf("got %q", m.Content)
	}
}

// A file is checked again once the index has changed: what was found in it may be kept back by now.
func TestReportIsOfTheIndexAsItIs(t *testing.T) {
	checked := 0
	archive := newArchive()
	archive.draft = func(context.Context, string, io.Reader) (bot.Report, error) {
		checked++
		return report(), nil
	}
	desk := &indexed{Desk: archive, index: "tern.7"}
	s := newService(desk, Options{Ledger: newLedger(t)}.with(Options{}), nil)
	d := draftSource{askedDraft: askedDraft{Text: said}}
	for _, tt := range []struct {
		index string
		want  int
	}{{"tern.7", 1}, {"tern.7", 1}, {"tern.8", 2}} {
		desk.index = tt.index
		if _, err := s.checkAgain(t.Context(), d); err != nil || checked != tt.want {
			t.Errorf("%s: checked %d times, %v, want %d", tt.index, checked, err, tt.want)
		}
	}
}

// indexed is a Desk that answers from an index of that name.
type indexed struct {
	Desk
	index string
}

func (d *indexed) Status(context.Context) (bot.Status, error) { return bot.Status{Index: d.index}, nil }

// Who may ask nothing may still have what is theirs deleted.
func TestAnybodyMayBeForgotten(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{AskRoles: []string{editorsRole}})
	done, _ := press1(t, s, s.Run(discordtest.Command{Name: "forget-me"}).Reply(t), "Delete mine", reporter)
	if !strings.HasPrefix(done.Content, "Deleted:") {
		t.Errorf("got %q", done.Content)
	}
}

// A receipt is signed off long after its buttons have expired, by those alone who may read it.
func TestSignOffDoesNotExpire(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l, CheckRoles: []string{editorsRole}, ButtonLife: time.Nanosecond})
	id := receiptOf(s.Run(ask(map[string]any{"only_me": true})).Reply(t))
	of := s.Run(discordtest.Command{Name: "receipt", UserID: editor, Options: map[string]any{"id": id}}).Reply(t)
	if signed, _ := press1(t, s, of, "Sign off", editor); len(signed.Embeds) == 0 || !strings.Contains(signed.Embeds[0].Description, "Signed off by Ivo Kask") {
		t.Errorf("got %q", signed.Content)
	}
	elsewhere := ledger.Receipt{Kind: ledger.Answer, Guild: "999", User: reporter}
	direct := ledger.Receipt{Kind: ledger.Answer, Channel: discordtest.ChannelID, User: reporter}
	by := asker{guild: discordtest.GuildID, channel: discordtest.ChannelID, user: editor, roles: []string{editorsRole}}
	service := newService(nil, Options{Ledger: l}.with(Options{CheckRoles: []string{editorsRole}}), nil)
	for _, r := range []*ledger.Receipt{&elsewhere, &direct} {
		if err := l.Put(r); err != nil {
			t.Fatal(err)
		}
		by.guild = r.Guild
		if r == &elsewhere {
			by.guild = discordtest.GuildID
		}
		if _, err := service.behind(press{signVerb, r.ID, ""}, by); err == nil {
			t.Errorf("%+v can be signed by %+v", r, by)
		}
	}
}

// What stands around words is shown as long as they stand there.
func TestContextOfWhatWasChanged(t *testing.T) {
	for _, tt := range []struct {
		name, body, version, want string
		err                       error
	}{
		{"same", "The ferry lies deep.", "v1", "", nil},
		{"changed elsewhere", "The ferry lies deep.", "v2", textChangedAround, nil},
		{"moved", "A ferry: it lies deep", "v2", textMoved, nil},
		{"moved, within a letter", "Ťhe férry liés deép.", "v2", textMoved, nil},
		{"shorter", "", "v2", textMoved, bot.ErrNoPassage},
		{"gone", "", "", textGone, bot.ErrNoArticle},
	} {
		around := bot.Surroundings{Article: bot.Citation{ID: "x", Version: tt.version}, Paragraph: 1,
			Passage: bot.Evidence{Span: corpus.Span{Start: 0, End: len(tt.body)}, Text: tt.body}}
		s := newService(surrounds{around: around, err: tt.err}, Options{Ledger: newLedger(t)}.with(Options{}), nil)
		sc, err := s.context(t.Context(), subject{article: "x", version: "v1", span: corpus.Span{Start: 4, End: 14}, words: "ferry lies"}, "", "0")
		if err != nil || sc.Content != tt.want || (len(sc.Embeds) > 0) != (tt.want == "" || tt.want == textChangedAround) {
			t.Errorf("%s: got %q, %+v, %v, want %q", tt.name, sc.Content, sc.Embeds, err, tt.want)
		}
	}
}

// The receipt has the number of each paragraph, also where the words in the middle are of several.
func TestContextCountsParagraphs(t *testing.T) {
	piece := func(start int, text string) bot.Evidence {
		return bot.Evidence{Span: corpus.Span{Start: start, End: start + len(text)}, Text: text}
	}
	around := bot.Surroundings{Paragraph: 3, Last: 8, Before: []bot.Evidence{piece(0, "One."), piece(6, "Two.")},
		Passage: piece(12, "Three.\n\nFour."), After: []bot.Evidence{piece(27, "Five."), piece(34, "Six.")}}
	s := newService(surrounds{around: around}, Options{Ledger: newLedger(t)}.with(Options{}), nil)
	sc, err := s.context(t.Context(), subject{span: around.Passage.Span, words: around.Passage.Text}, "", "0")
	var got []int
	for _, p := range sc.shown {
		got = append(got, p.Paragraph)
		if p.Len() != len(p.Text) {
			t.Errorf("%q: got the span %v", p.Text, p.Span)
		}
	}
	if want := []int{3, 4, 5, 7, 8}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

// surrounds is a Desk that gives the same surroundings of everything.
type surrounds struct {
	Desk
	around bot.Surroundings
	err    error
}

func (d surrounds) Around(context.Context, string, corpus.Span) (bot.Surroundings, error) {
	return d.around, d.err
}
