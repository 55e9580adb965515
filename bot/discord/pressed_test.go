package discord

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
	"copydesk/corpus"
)

// People and roles of the invented newsroom.
const (
	reporter, editor, chief  = "400", "401", "402"
	editorsRole, embargoRole = "501", "502"
)

// newsroom is a Discord with a reporter, an editor and one who manages the server.
func newsroom(t *testing.T) *discordtest.Server {
	t.Helper()
	return newDouble(t, discordtest.Options{
		Users: []discordtest.User{{ID: reporter, Name: "Maren Oyelaran"}, {ID: editor, Name: "Ivo Kask", Roles: []string{editorsRole, embargoRole}}, {ID: chief, Name: "Petra Lindqvist", Admin: true}},
		Roles: []discordtest.Role{{ID: editorsRole, Name: "editors"}, {ID: embargoRole, Name: "embargo"}},
	})
}

// archive is a Desk with an answer, a check and a card to every request, and what stands around every passage.
type archive struct {
	editing
	standing bot.Standing
	cleared  chan bool // of each question, if not nil
}

func newArchive() *archive {
	return &archive{editing: editing{
		Desk:  says(ferryAnswer()),
		check: func(context.Context, string, string) (bot.Check, error) { return verbatim(), nil },
		said: func(context.Context, string, string, time.Time, time.Time) (bot.Statements, error) {
			return statements(12), nil
		},
	}, standing: bot.Same}
}

func (a *archive) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	if a.cleared != nil {
		a.cleared <- bot.SeesEmbargoed(ctx)
	}
	return a.editing.Ask(ctx, q)
}

func (a *archive) Standing(context.Context, string, string) (bot.Standing, error) {
	return a.standing, nil
}

func (a *archive) Article(_ context.Context, ref string) (bot.Card, error) {
	switch {
	case ref == "nothing":
		return bot.Card{}, bot.ErrNoArticle
	case ref == quay.ID:
		return bot.Card{Article: quay}, nil
	}
	card := bot.Card{Article: ferry, Dateline: "KELMOUTH", Note: "A date was *corrected*.", Paragraphs: 9, Words: 412}
	card.Article.ID = ferry.ID
	if ref != ferry.ID {
		card.Others = []bot.Citation{quay}
	}
	role := "harbour master of Kelmouth"
	card.Sources = append(card.Sources, bot.Source{Name: "Runa Ostberg", Role: &role, Quoted: 3, Reported: 1, Statements: statements(5).Statements},
		bot.Source{Name: "a person at the yard", Anonymous: true, Reported: 2, Statements: statements(1).Statements})
	for range 9 {
		card.Sources = append(card.Sources, bot.Source{Name: "Ada *Orm*", Quoted: 1, Statements: statements(1).Statements})
	}
	return card, nil
}

func (a *archive) Around(_ context.Context, article string, span corpus.Span) (bot.Surroundings, error) {
	if article == "gone" {
		return bot.Surroundings{}, bot.ErrNoArticle
	}
	around := bot.Surroundings{Article: ferry, Paragraph: 1, Last: 3}
	around.Before = []bot.Evidence{{Span: corpus.Span{Start: 0, End: 20}, Text: "The ferry lies deep."}}
	around.Passage = bot.Evidence{Span: corpus.Span{Start: 40, End: 40 + len(ferryAnswer().Passages[0].Text)}, Text: ferryAnswer().Passages[0].Text}
	around.After = []bot.Evidence{{Span: corpus.Span{Start: 400, End: 400 + 4500}, Text: strings.Repeat("A long day. ", 375)}}
	return around, nil
}

// press has a person press the first button whose label has the word, and gives what is shown.
func press1(t *testing.T, s *discordtest.Server, m discordtest.Message, word, user string) (discordtest.Message, *discordtest.Interaction) {
	t.Helper()
	id := buttonOf(m, word)
	if id == "" {
		t.Fatalf("no button %q below %q %+v", word, m.Content, componentsOf(m))
	}
	i := s.Press(discordtest.Press{MessageID: m.ID, CustomID: id, UserID: user})
	return i.Reply(t), i
}

func TestNextPassageInPlace(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{})
	m := s.Run(ask(map[string]any{})).Reply(t)
	for n, want := range []string{"crane barge", "north quay is closed"} {
		next, _ := press1(t, s, m, "Next passage", editor) // a public answer's buttons are everybody's
		if next.ID != m.ID || !strings.Contains(next.Embeds[0].Description, want) || !strings.Contains(next.Content, "> When will the ferry") {
			t.Errorf("%d: got %s %q", n, next.ID, next.Embeds[0].Description)
		}
		m = next
	}
	if buttonOf(m, "Next") != "" {
		t.Error("there is a next passage after the last")
	}
	if back, _ := press1(t, s, m, "Back", reporter); !strings.Contains(back.Embeds[0].Description, "crane barge") {
		t.Errorf("got %q", back.Embeds[0].Description)
	}
}

func TestContextArticleCheck(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	around, i := press1(t, s, answer, "Context", editor)
	if !around.Ephemeral() || around.ID == answer.ID || !strings.Contains(around.Embeds[0].Description, "The ferry lies deep.") || !strings.Contains(around.Embeds[0].Description, "**“We shall raise her") {
		t.Errorf("%s: got %q", kinds(i), around.Embeds[0].Description)
	}
	if more, _ := press1(t, s, around, "More", editor); !more.Ephemeral() || more.ID != around.ID || !strings.HasPrefix(more.Embeds[0].Description, "> *[…]*") {
		t.Errorf("got %q", more.Embeds[0].Description)
	}
	card, _ := press1(t, s, answer, "Article", editor)
	if !card.Ephemeral() || !strings.Contains(card.Embeds[0].Description, `1\. **Runa Ostberg**, harbour master of Kelmouth: quoted 3 times, reported once`) ||
		!strings.Contains(card.Embeds[0].Description, `2\. “a person at the yard”, not named: reported twice`) || !strings.Contains(card.Embeds[0].Description, "10 named, 1 not named") {
		t.Errorf("got %q", card.Embeds[0].Description)
	}
	check, _ := press1(t, s, answer, "Check this quotation", editor)
	if !check.Ephemeral() || check.Embeds[0].Title != "✅ Verbatim" {
		t.Errorf("got %+v", check.Embeds)
	}
	kindsOf := map[ledger.Kind]int{}
	for r, err := range l.Receipts() {
		if err != nil {
			t.Fatal(err)
		}
		kindsOf[r.Kind]++
		if r.Kind == ledger.Answer && (r.User != reporter || r.Private || len(r.Shown) < 3 || r.Index != "tern.7") {
			t.Errorf("got %+v", r)
		}
		if r.Kind != ledger.Answer && (r.From == "" || r.User != editor || !r.Private) {
			t.Errorf("got %+v", r)
		}
	}
	if kindsOf[ledger.Answer] != 1 || kindsOf[ledger.Article] != 1 || kindsOf[ledger.Check] != 1 {
		t.Errorf("got receipts %v", kindsOf)
	}
}

func TestCardOpensSourcesAndOthers(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{})
	card := s.Run(discordtest.Command{Name: "article", Options: map[string]any{"article": "ferry"}}).Reply(t)
	menus := componentsOf(card)[:2]
	source := s.Press(discordtest.Press{MessageID: card.ID, CustomID: menus[0].CustomID, Values: []string{"s0"}}).Reply(t)
	if source.ID != card.ID || !strings.Contains(source.Content, "**Runa Ostberg**") || !strings.Contains(source.Embeds[0].Description, "We shall raise her") {
		t.Errorf("got %q", source.Content)
	}
	more, _ := press1(t, s, source, "More", reporter)
	if all, _ := press1(t, s, more, "All sources", reporter); len(all.Embeds) != 1 || all.Embeds[0].Title != card.Embeds[0].Title {
		t.Errorf("got %+v", all.Embeds)
	}
	other := s.Press(discordtest.Press{MessageID: card.ID, CustomID: menus[1].CustomID, Values: []string{"0"}}).Reply(t)
	if other.ID != card.ID || other.Embeds[0].Title != quay.Headline {
		t.Errorf("got %+v", other.Embeds)
	}
	if none := s.Run(discordtest.Command{Name: "article", Options: map[string]any{"article": "nothing"}}).Reply(t); !strings.Contains(none.Content, "I find no article for “nothing”") || !none.Ephemeral() {
		t.Errorf("got %q", none.Content)
	}
}

func TestStatementsOpen(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{})
	list := s.Run(saidOf(map[string]any{"speaker": "Ostberg"})).Reply(t)
	menu := componentsOf(list)[0]
	one := s.Press(discordtest.Press{MessageID: list.ID, CustomID: menu.CustomID, Values: []string{menu.Options[2].Value}}).Reply(t)
	if len(one.Embeds) != 1 || buttonOf(one, "Context") == "" || buttonOf(one, "Check this quotation") == "" {
		t.Errorf("got %+v with %+v", one.Embeds, componentsOf(one))
	}
	if all, _ := press1(t, s, one, "All statements", reporter); len(all.Embeds) < 2 {
		t.Errorf("got %d stories", len(all.Embeds))
	}
}

// A private answer is shown to everyone by a message of its own, as those may see it who may not see more.
func TestShowEveryone(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{})
	answer := s.Run(ask(map[string]any{"only_me": true})).Reply(t)
	second, _ := press1(t, s, answer, "Next", reporter)
	public, _ := press1(t, s, second, "Show everyone", reporter)
	if public.Ephemeral() || public.ID == answer.ID || !strings.Contains(public.Embeds[0].Description, "crane barge") || !strings.Contains(public.Content, "Shown by Maren Oyelaran") {
		t.Errorf("got ephemeral %v, %q, %q", public.Ephemeral(), public.Content, public.Embeds[0].Description)
	}
	if buttonOf(public, "Show everyone") != "" {
		t.Error("a public answer can be shown to everyone")
	}
	if back, _ := press1(t, s, public, "Back", editor); back.ID != public.ID {
		t.Errorf("got %s, want the public message %s", back.ID, public.ID)
	}
}

func TestWrong(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	second, _ := press1(t, s, answer, "Next", reporter)
	form := s.Press(discordtest.Press{MessageID: second.ID, CustomID: buttonOf(second, "Wrong?"), UserID: editor})
	thanks := s.Submit(discordtest.Submit{Of: form, Chosen: map[string][]string{whatField: {"speaker"}}, Values: map[string]string{noteField: "It was the **mate**."}}).Reply(t)
	if !thanks.Ephemeral() || !strings.HasPrefix(thanks.Content, "Thank you.") {
		t.Errorf("got %q", thanks.Content)
	}
	for f, err := range l.Feedback() {
		if err != nil || f.Wrong != "speaker" || f.Note != "It was the **mate**." || f.Shown != 1 || f.User != editor {
			t.Errorf("got %+v, %v", f, err)
		}
	}
	receipt := s.Run(discordtest.Command{Name: "receipt", Options: map[string]any{"id": receiptOf(answer)}}).Reply(t)
	if text := receipt.Embeds[0].Description; !strings.Contains(text, `wrong speaker: “It was the \*\*mate\*\*.”`) || !strings.Contains(text, "crane barge") || !strings.Contains(text, "bytes 40 to") {
		t.Errorf("got %q", text)
	}
}

// receiptOf is the number of a message's receipt.
func receiptOf(m discordtest.Message) string {
	text := m.Content
	for _, e := range m.Embeds {
		text += e.Footer.Text
	}
	return strings.TrimPrefix(receiptNumber.FindString(text), "Receipt ")
}

func TestReceiptIsSignedOff(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{CheckRoles: []string{editorsRole}})
	id := receiptOf(s.Run(ask(map[string]any{})).Reply(t))
	of := func(user string) discordtest.Message {
		return s.Run(discordtest.Command{Name: "receipt", UserID: user, Options: map[string]any{"id": strings.ToLower(id)}}).Reply(t)
	}
	if own := of(reporter); len(own.Embeds) != 1 || buttonOf(own, "Sign off") != "" {
		t.Errorf("got %q with %v, want the reporter's receipt without a button", own.Content, componentsOf(own))
	}
	if others := of("499"); others.Content != textNoReceipt {
		t.Errorf("got %q, want somebody else's receipt refused", others.Content)
	}
	signed, _ := press1(t, s, of(editor), "Sign off", editor)
	if !strings.Contains(signed.Embeds[0].Description, "✅ Signed off by Ivo Kask") || buttonOf(signed, "Sign off") != "" {
		t.Errorf("got %q", signed.Embeds[0].Description)
	}
}

// A receipt tells what came of it, until what it tells of may not be shown any more.
func TestReceiptOutcome(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	desk := newArchive()
	desk.draft = func(context.Context, string, io.Reader) (bot.Report, error) {
		return reportOf(verbatim(), altered()), nil
	}
	start(t, s, desk, Options{})
	of := func(c discordtest.Command) string {
		id := receiptOf(s.Run(c).Reply(t))
		return s.Run(discordtest.Command{Name: "receipt", Options: map[string]any{"id": id}}).Reply(t).Embeds[0].Description
	}
	check := quoteCommandOf(map[string]any{"text": "We shall raise her in May"})
	for want, c := range map[string]discordtest.Command{
		"**Outcome** Answered": ask(map[string]any{}), "**Outcome** Verbatim": check, "**Outcome** 2 quotations: 1 verbatim, 1 altered": checkOf("a.txt", "a"),
	} {
		if got := of(c); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	kept := receiptOf(s.Run(check).Reply(t))
	desk.standing = bot.Gone
	if m := s.Run(discordtest.Command{Name: "receipt", Options: map[string]any{"id": kept}}).Reply(t); strings.Contains(m.Embeds[0].Description, "Outcome") {
		t.Errorf("got %q of an article that has gone", m.Embeds[0].Description)
	}
}

func TestForgetMe(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	start(t, s, newArchive(), Options{Ledger: l})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	c := ask(map[string]any{})
	c.UserID = editor
	s.Run(c).Reply(t)
	question := s.Run(discordtest.Command{Name: "forget-me"}).Reply(t)
	done, _ := press1(t, s, question, "Delete mine", reporter)
	if done.Content != "Deleted: 1 receipt and 0 notes of feedback." || done.ID != question.ID || len(componentsOf(done)) != 0 {
		t.Errorf("got %q", done.Content)
	}
	for r := range l.Receipts() {
		if r.User == reporter {
			t.Errorf("kept %+v", r)
		}
	}
	if gone, _ := press1(t, s, answer, "Next", reporter); gone.Content != textNoReceipt || !gone.Ephemeral() {
		t.Errorf("got %q", gone.Content)
	}
}

// Buttons work after a restart, until they expire with a clear word, and never show what may not be shown any more.
func TestButtonsOutlastRestarts(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	first := start(t, s, newArchive(), Options{Ledger: l})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	first.stop()
	<-first.done
	desk := newArchive()
	second := run(t, s, desk, Options{Ledger: l})
	s.AwaitReady(t, 2)
	if next, _ := press1(t, s, answer, "Next", reporter); !strings.Contains(next.Embeds[0].Description, "crane barge") {
		t.Errorf("got %+v", next.Embeds)
	}
	desk.standing = bot.Gone
	m, _ := s.Message(answer.ID)
	if next, _ := press1(t, s, m, "Next", reporter); !strings.Contains(next.Content, textGone) || len(next.Embeds) != 0 {
		t.Errorf("got %q, %+v", next.Content, next.Embeds)
	}
	second.stop()
	<-second.done
	run(t, s, desk, Options{Ledger: l, ButtonLife: time.Nanosecond})
	s.AwaitReady(t, 3)
	m, _ = s.Message(answer.ID)
	if late, _ := press1(t, s, m, "Back", reporter); late.Content != textExpired || !late.Ephemeral() {
		t.Errorf("got %q", late.Content)
	}
}

func TestUnknownButtons(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	start(t, s, newArchive(), Options{})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	id := receiptOf(answer)
	for custom, want := range map[string]string{
		"old-button":           textUnknownButton,
		"dance:" + id:          textUnknownButton,
		"show:" + id + ":99":   textNoReceipt,
		"show:" + id + ":c/9/": textNoReceipt,
		"show:ZZZZZZZZ:1":      textNoReceipt,
	} {
		m := s.Say(discordtest.UserMessage{UserID: s.BotID(), Components: []any{map[string]any{"type": 1, "components": []any{
			map[string]any{"type": 2, "style": 2, "label": "x", "custom_id": custom}}}}})
		if got := s.Press(discordtest.Press{MessageID: m, CustomID: custom}).Reply(t); got.Content != want || !got.Ephemeral() {
			t.Errorf("%s: got %q, want %q", custom, got.Content, want)
		}
	}
}

// Whoever presses what, and whoever has themself forgotten meanwhile, each press has one outcome, and nothing of theirs is left.
func TestPressesAndForgetting(t *testing.T) {
	t.Parallel()
	s := newsroom(t)
	l := newLedger(t)
	r := start(t, s, newArchive(), Options{Ledger: l, UserRate: 6000, ChannelRate: 6000})
	answer := s.Run(ask(map[string]any{})).Reply(t)
	forget := s.Run(discordtest.Command{Name: "forget-me"}).Reply(t)
	var all []*discordtest.Interaction
	for n := range 16 {
		user, button := []string{reporter, editor}[n%2], []string{"Next", "Context", "Article", "Check"}[n/2%4]
		all = append(all, s.Press(discordtest.Press{MessageID: answer.ID, CustomID: buttonOf(answer, button), UserID: user}))
		if n == 8 {
			all = append(all, s.Press(discordtest.Press{MessageID: forget.ID, CustomID: buttonOf(forget, "Delete mine"), UserID: reporter}))
		}
	}
	for _, i := range all {
		if m := i.Reply(t); len(m.Embeds) == 0 && m.Content != textNoReceipt && !strings.HasPrefix(m.Content, "Deleted:") {
			t.Errorf("got %q", m.Content)
		}
	}
	if _, err := l.Receipt(receiptOf(answer)); !errors.Is(err, ledger.ErrNoReceipt) {
		t.Errorf("the answer's receipt: got %v", err)
	}
	r.stop()
	<-r.done
	if left, err := l.Pending(); err != nil || len(left) != 0 {
		t.Errorf("got %+v under way, %v", left, err)
	}
}

// However much a receipt holds, and whatever is in it, it is shown within Discord's limits.
func TestLongReceipt(t *testing.T) {
	l := newLedger(t)
	s := newService(newArchive(), Options{Ledger: l}.with(Options{}), nil)
	r := ledger.Receipt{Kind: ledger.Answer, User: reporter, Asked: []byte(`{"Text":"` + strings.Repeat("*", 900) + `"}`)}
	for range 20 {
		r.Shown = append(r.Shown, ledger.Shown{Article: strings.Repeat("a ", 400), Headline: strings.Repeat("_ ", 500), Outlet: "Gazette", Speaker: hostile, Text: strings.Repeat("` ", 900)})
		r.Signed = append(r.Signed, ledger.Signature{User: "1", Name: strings.Repeat("~ ", 200)})
	}
	if err := l.Put(&r); err != nil {
		t.Fatal(err)
	}
	for range 9 {
		if err := l.AddFeedback(ledger.Feedback{Receipt: r.ID, Wrong: ledger.WrongText, Note: strings.Repeat("# ", 900)}); err != nil {
			t.Fatal(err)
		}
	}
	m, err := s.receiptMessage(t.Context(), asker{user: reporter}, r)
	if err == nil {
		err = m.check()
	}
	if text := m.Embeds[0].Description; err != nil || !strings.Contains(text, "more piece") || !strings.Contains(text, "5 more notes") {
		t.Errorf("got %v, %q", err, text)
	}
}
