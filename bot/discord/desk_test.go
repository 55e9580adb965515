package discord

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/draft"
)

// editing is a Desk for editors; a nil function is one that no test asks for.
type editing struct {
	Desk
	check func(ctx context.Context, text, claimed string) (bot.Check, error)
	draft func(ctx context.Context, name string, r io.Reader) (bot.Report, error)
	said  func(ctx context.Context, name, topic string, from, to time.Time) (bot.Statements, error)
	names func(ctx context.Context, typed string) ([]string, error)
}

func (d editing) Said(ctx context.Context, name, topic string, from, to time.Time) (bot.Statements, error) {
	return d.said(ctx, name, topic, from, to)
}

func (d editing) Names(ctx context.Context, typed string) ([]string, error) {
	return d.names(ctx, typed)
}

func (d editing) CheckDraft(ctx context.Context, name string, r io.Reader) (bot.Report, error) {
	return d.draft(ctx, name, r)
}

func (d editing) CheckQuote(ctx context.Context, text, claimed string) (bot.Check, error) {
	return d.check(ctx, text, claimed)
}

// checks is a Desk that comes to the same check for every quotation.
func checks(c bot.Check) Desk {
	return editing{Desk: says(bot.Answer{}), check: func(context.Context, string, string) (bot.Check, error) { return c, nil }}
}

// deskScene is a command of the quote desk and its answer.
type deskScene struct {
	name    string
	desk    Desk
	command discordtest.Command
	// target is the message that a message command is used on.
	target  string
	refused bool // the Desk is not asked
}

var checkQuotes = discordtest.Command{Name: "Check quotes", Type: discordtest.MessageCommand}

// said is a message with quotations.
const said = "“We shall raise her in May,” Ostberg says. The *quay* <@401> closes."

func checkOf(name, data string) discordtest.Command {
	return discordtest.Command{Name: "check", Options: map[string]any{"draft": discordtest.File{Name: name, Data: data}}}
}

// reports is a Desk that makes the same report of every draft.
func reports(r bot.Report) Desk {
	return editing{Desk: says(bot.Answer{}), draft: func(context.Context, string, io.Reader) (bot.Report, error) { return r, nil }}
}

func refusesDraft(err error) Desk {
	return editing{Desk: says(bot.Answer{}), draft: func(context.Context, string, io.Reader) (bot.Report, error) { return bot.Report{}, err }}
}

// reportOf is the report of a draft whose quotations come to these checks.
func reportOf(checks ...bot.Check) bot.Report {
	r := bot.Report{Counts: bot.Counts{Quotations: len(checks)}, Searched: nearest().Searched}
	for i, c := range checks {
		q := bot.DraftQuotation{DraftWords: bot.DraftWords{Paragraph: i + 1, Text: "We shall raise her in May, before the first tourists come"}, Check: &c}
		if i%2 == 0 {
			speaker := "Runa Ostberg"
			q.Speaker = &speaker
		}
		for n, verdict := range map[*int]bot.Verdict{&r.Counts.Altered: bot.Altered, &r.Counts.Misattributed: bot.Misattributed,
			&r.Counts.Stitched: bot.Stitched, &r.Counts.NotFound: bot.NotFound} {
			if c.Verdict == verdict {
				*n++
			}
		}
		if q.Clean() {
			r.Counts.Verbatim++
		} else if c.Verdict == bot.Verbatim {
			r.Counts.Doubtful++
		}
		r.Quotations = append(r.Quotations, q)
	}
	return r
}

func report() bot.Report {
	r := reportOf(verbatim(), verbatim(), altered(), verbatim(), misattributed(), doubtful(), stitched(), notFound())
	r.Notes = []draft.Note{draft.Comments}
	r.Counts.PassedOver, r.PassedOver = 9, []bot.DraftWords{{Text: "the *big* one"}, {Text: "so"}}
	r.Counts.Unchecked++
	r.Counts.Quotations++
	r.Quotations = append(r.Quotations, bot.DraftQuotation{DraftWords: bot.DraftWords{Text: "[…]"}, Unchecked: "It has no words but what stands in brackets."})
	return r
}

// longReport has 12 quotations that may be printed, and twice n that may not.
func longReport(n int) bot.Report {
	var cs []bot.Check
	for range 12 {
		cs = append(cs, verbatim())
	}
	for range n {
		cs = append(cs, misattributed(), altered())
	}
	return reportOf(cs...)
}

func quoteCommandOf(options map[string]any) discordtest.Command {
	return discordtest.Command{Name: "quote", Options: options}
}

func deskScenes() []deskScene {
	ferryWords := map[string]any{"text": "“We shall raise her in May, before the first tourists come”", "speaker": "Ostberg"}
	return []deskScene{
		{name: "quote, verbatim", desk: checks(verbatim()), command: quoteCommandOf(ferryWords)},
		{name: "quote, altered, for everyone", desk: checks(altered()), command: quoteCommandOf(map[string]any{"text": alteredWords, "speaker": "the harbour master", "public": true})},
		{name: "quote, misattributed", desk: checks(misattributed()), command: quoteCommandOf(map[string]any{"text": "We shall raise her in May", "speaker": "Tomas Brandt"})},
		{name: "quote, in doubt", desk: checks(doubtful()), command: quoteCommandOf(map[string]any{"text": "It will lie at the north quay", "speaker": "Runa Ostberg"})},
		{name: "quote, stitched", desk: checks(stitched()), command: quoteCommandOf(map[string]any{"text": "We shall raise her in May, the north quay is closed to cars and walkers"})},
		{name: "quote, not found", desk: checks(notFound()), command: quoteCommandOf(map[string]any{"text": "The ferry was never ours to lose"})},
		{name: "quote, hostile text", desk: checks(hostileCheck()), command: quoteCommandOf(map[string]any{"text": hostile, "speaker": hostile[:100]})},
		{name: "quote without words", desk: editing{Desk: says(bot.Answer{}), check: func(context.Context, string, string) (bot.Check, error) { return bot.Check{}, bot.ErrEmptyQuotation }},
			command: quoteCommandOf(map[string]any{"text": "“…”"})},
		{name: "Check quotes", desk: reports(report()), command: checkQuotes, target: said},
		{name: "Check quotes, one quotation", desk: reports(reportOf(altered())), command: checkQuotes, target: said},
		{name: "Check quotes, no quotation", desk: reports(bot.Report{}), command: checkQuotes, target: "The ferry sails at noon."},
		{name: "check", desk: reports(longReport(5)), command: checkOf("Ferry *draft*.docx", "The ferry, “we shall raise her in May”.")},
		{name: "check, refused", desk: refusesDraft(&draft.Refusal{Reason: draft.TooLarge}), command: checkOf("ferry.docx", "PK")},
		{name: "said", desk: tells(statements(3)), command: saidOf(map[string]any{"speaker": "Ostberg", "about": "the *ferry*", "from": "2016"})},
		{name: "said by one of several", desk: tells(namesakes()), command: saidOf(map[string]any{"speaker": "Ostberg", "public": true})},
		{name: "said by nobody", desk: tells(bot.Statements{Searched: nearest().Searched}), command: saidOf(map[string]any{"speaker": "Nobody @here"})},
		{name: "said, no date", desk: tells(bot.Statements{}), command: saidOf(map[string]any{"speaker": "Ostberg", "to": "2/3/2016"}), refused: true},
	}
}

// play uses the command on a bot of its own and returns what is to be read, and the message to be seen.
func (sc deskScene) play(t *testing.T) (string, []discordtest.Message) {
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, sc.desk, Options{})
	if sc.target != "" {
		sc.command.Target = s.Say(discordtest.UserMessage{Content: sc.target})
	}
	i := s.Run(sc.command)
	i.Reply(t)
	if !sc.refused {
		r.log.await(t, "request answered", 1)
	}
	var messages []discordtest.Message
	shown := ""
	for _, e := range i.History() {
		messages = append(messages, e.Message)
		shown += transcribe(e.Message)
	}
	used := fmt.Sprintf("/%s %v", sc.command.Name, sc.command.Options)
	if sc.target != "" {
		used = fmt.Sprintf("%s on: %s", sc.command.Name, sc.target)
	}
	return fmt.Sprintf("%s uses %s\n%s\n%s\n", messages[0].Invoker.Name, used, kinds(i), shown), messages
}

// matchOf is where the archive's paragraph has what was typed, as far as it does.
func matchOf(c bot.Citation, paragraph, typed string) bot.Match {
	body := corpus.Span{Start: 0, End: len(paragraph)}
	a := verify.Read(typed).Compare(verify.Source{Body: paragraph, Span: body}, 0.1)[0]
	return bot.Match{
		Article: c, Kind: corpus.Body, Paragraph: 3, Span: a.Span, Text: a.Of(paragraph), Context: bot.Evidence{Span: body, Text: paragraph},
		Marks: bot.Quoted, Similarity: a.Similarity, Exact: a.Exact, Diff: a.Diff(), Changes: a.Changes(),
		Harmless: a.Typography(), Omitted: a.Omissions(), Inserted: a.Insertions(),
	}
}

func creditedTo(m bot.Match, speaker, role, source string) bot.Match {
	m.Speaker, m.Attribution = &speaker, &bot.Attribution{Source: source, Cue: "said", Sure: true}
	if role != "" {
		m.Role = &role
	}
	return m
}

const raised = "Divers have looked at the hull for three days and found it sound. “We shall raise her in May, before the first tourists come,” said Runa Ostberg, the harbour master, at the town hall on Thursday."

func verbatim() bot.Check {
	m := creditedTo(matchOf(ferry, raised, "“We shall raise her in May, before the first tourists come”"), "Runa Ostberg", "harbour master of Kelmouth", "Runa Ostberg")
	m.Claimed, m.AlsoIn = person.Same, []bot.Citation{agent}
	return bot.Check{Verdict: bot.Verbatim, Sure: true, Matches: []bot.Match{m}, First: &agent,
		Reasons: []string{"The archive has these words, and Runa Ostberg says them."}}
}

const alteredWords = "We [the town] will not raise her in June … before the tourists come"

func altered() bot.Check {
	m := creditedTo(matchOf(ferry, raised, alteredWords), "Runa Ostberg", "harbour master of Kelmouth", "Runa Ostberg")
	return bot.Check{Verdict: bot.Altered, Sure: true, Matches: []bot.Match{m}, First: &ferry, Reasons: []string{
		"A negation was changed: “not” was put in.", "A modal verb was changed: the archive has “shall”, the quotation “will”.",
		"A name was changed: the archive has “May”, the quotation “June”."}}
}

func misattributed() bot.Check {
	c := verbatim()
	c.Verdict, c.Matches[0].Claimed = bot.Misattributed, person.Other
	c.Matches = append(c.Matches, c.Matches[0])
	c.Matches[1].Article, c.Matches[1].AlsoIn = quay, nil
	c.Reasons = []string{"The archive has these words, but Runa Ostberg says them, not Tomas Brandt."}
	return c
}

func doubtful() bot.Check {
	m := creditedTo(matchOf(ferry, "A crane barge is expected from Hallsund. It will lie at the north quay until the work is done, a person at the yard said.",
		"It will lie at the north quay"), "a person at the yard", "", "a person at the yard")
	m.Anonymous, m.Marks, m.Claimed, m.Attribution.Sure, m.Kind = true, bot.Unquoted, person.Unsure, false, corpus.Caption
	return bot.Check{Verdict: bot.Verbatim, Matches: []bot.Match{m}, First: &ferry,
		Reasons:  []string{"The archive has these words, but it cannot be told for sure who says them: it seems to be a person at the yard."},
		Warnings: []string{"In the archive these words stand outside quotation marks.", "The quotation leaves off a condition: “… until the work is done”."}}
}

func stitched() bot.Check {
	first := creditedTo(matchOf(ferry, raised, "We shall raise her in May"), "Runa Ostberg", "harbour master of Kelmouth", "Runa Ostberg")
	second := matchOf(quay, "The north quay is closed to cars and walkers until the end of May.", "the north quay is closed to cars and walkers")
	first.Piece, second.Piece, second.Marks = "We shall raise her in May", "the north quay is closed to cars and walkers", bot.Unquoted
	return bot.Check{Verdict: bot.Stitched, Sure: true, Matches: []bot.Match{first, second}, First: &ferry,
		Reasons: []string{"Separate quotations run together as one: 2 pieces, each found in a place of its own."}}
}

func notFound() bot.Check {
	m := creditedTo(matchOf(ferry, raised, "her in May"), "Runa Ostberg", "", "")
	m.Attribution.Cue = ""
	return bot.Check{Verdict: bot.NotFound, Sure: true, Matches: []bot.Match{}, Nearest: []bot.Match{m},
		Reasons: []string{"The archive does not have these words. That proves nothing beyond the archive."}, Searched: nearest().Searched}
}

// hostileCheck has hostile text wherever text can be.
func hostileCheck() bot.Check {
	c := citation("hostile", hostile, "@everyone **Gazette**", "<@400>", ferry.Published)
	m := matchOf(c, hostile, strings.Replace(hostile, "evil", "good", 1))
	m = creditedTo(m, "@here", "_chair_ of [x](http://evil.example)", "<@400>")
	m.Inserted, m.Harmless = []verify.Insertion{{Text: hostile}}, []string{hostile}
	return bot.Check{Verdict: bot.Altered, Matches: []bot.Match{m}, Reasons: []string{hostile}, Warnings: []string{hostile}, First: &c}
}

func TestQuotePassesOptionsOn(t *testing.T) {
	t.Parallel()
	for _, public := range []bool{false, true} {
		var text, claimed string
		desk := editing{Desk: says(bot.Answer{}), check: func(_ context.Context, t, c string) (bot.Check, error) {
			text, claimed = t, c
			return verbatim(), nil
		}}
		s := newDouble(t, discordtest.Options{})
		r := start(t, s, desk, Options{})
		m := s.Run(quoteCommandOf(map[string]any{"text": "+ferry -\"quay\" AND (", "speaker": "Ostberg", "public": public})).Reply(t)
		if text != "+ferry -\"quay\" AND (" || claimed != "Ostberg" {
			t.Errorf("got %q by %q", text, claimed)
		}
		if m.Ephemeral() == public || !m.Pings.None() || string(m.AllowedMentions) != `{"parse":[],"replied_user":false}` {
			t.Errorf("public %v: got ephemeral %v, pings %+v, allowed mentions %s", public, m.Ephemeral(), m.Pings, m.AllowedMentions)
		}
		r.log.await(t, "request answered", 1)
		for _, word := range []string{"quay", "Ostberg"} {
			if strings.Contains(r.log.text(), word) {
				t.Errorf("%q is in the log", word)
			}
		}
	}
}

func TestQuoteSlowly(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	desk := editing{Desk: says(bot.Answer{}), check: func(ctx context.Context, _, _ string) (bot.Check, error) {
		select {
		case <-release:
			return verbatim(), nil
		case <-ctx.Done():
			return bot.Check{}, ctx.Err()
		}
	}}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{Patience: time.Millisecond})
	i := s.Run(quoteCommandOf(map[string]any{"text": "We shall raise her in May"}))
	i.AwaitDeferral(t)
	close(release)
	if m := i.Reply(t); kinds(i) != "deferred edited" || !m.Ephemeral() || m.Embeds[0].Title != "✅ Verbatim" {
		t.Errorf("got %q, ephemeral %v, %+v", kinds(i), m.Ephemeral(), m.Embeds)
	}
}

// Only the same words that nothing stands against are green.
func TestVerdictColours(t *testing.T) {
	warned := verbatim()
	warned.Warnings = []string{"The ellipsis drops a negation: “not”."}
	for _, tt := range []struct {
		c      bot.Check
		mark   string
		word   string
		colour int
	}{
		{verbatim(), "✅", "Verbatim", colourRight},
		{warned, "⚠️", "Verbatim, with a warning", colourDoubt},
		{doubtful(), "⚠️", "In doubt", colourDoubt},
		{altered(), "✏️", "Altered", colourDoubt},
		{stitched(), "🧵", "Stitched together", colourDoubt},
		{misattributed(), "❌", "Misattributed", colourWrong},
		{notFound(), "❔", "Not found", colourWrong},
		{bot.Check{}, "❔", "Not found", colourWrong},
	} {
		if got := textVerdict(tt.c); got != (verdict{tt.mark, tt.word, tt.colour}) {
			t.Errorf("%s: got %v, want %s, %06x", tt.c.Verdict, got, tt.word, tt.colour)
		}
	}
}
