package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/corpus"
)

// exchange is a question and its answer, by command or, if mention is set, by a mention. What was asked before it by a mention
// is answered alike; the question then is a reply to that answer, or, in a thread, asked by somebody else.
type exchange struct {
	name    string
	answer  bot.Answer
	err     error
	options map[string]any
	before  string
	mention string
	channel string
	slow    bool
}

func exchanges() []exchange {
	const question = "When will the ferry be raised?"
	declined := nearest()
	return []exchange{
		{name: "command", answer: ferryAnswer(), options: map[string]any{"question": question}},
		{name: "command, slow, for one alone", answer: ferryAnswer(), slow: true,
			options: map[string]any{"question": question, "outlet": "gazette", "from": "Feb 2016", "to": "2016", "only_me": true}},
		{name: "mention", answer: ferryAnswer(), mention: question, channel: discordtest.ChannelID},
		{name: "mention in a thread, slow", answer: ferryAnswer(), mention: question, channel: discordtest.ThreadID, slow: true},
		{name: "direct message, nothing found", answer: declined, mention: question, channel: discordtest.DMID},
		{name: "command, nothing found", answer: declined, options: map[string]any{"question": question}},
		{name: "hostile text", answer: hostileAnswer(), options: map[string]any{"question": hostile}},
		{name: "caption, outlet inferred", answer: captionAnswer(), options: map[string]any{"question": "Who stood at the quay?"}},
		{name: "long passage", answer: longAnswer(), options: map[string]any{"question": question}},
		{name: "reply", answer: ferryAnswer(), before: "What did Runa Ostberg say about the *ferry*?",
			mention: "and what did she say about the quay?", channel: discordtest.ChannelID},
		{name: "command in a thread", answer: ledgerAnswer(false), before: "What did Runa Ostberg say about the *ferry*?",
			options: map[string]any{"question": "and what did she say in the Coast Ledger in March 2016?"}, channel: discordtest.ThreadID},
		{name: "only what the question asks for", answer: ledgerAnswer(true), options: map[string]any{"question": "What did the Coast Ledger report about the quay in March 2016?"}},
		{name: "nothing of what the question asks for", answer: pastTheLedger(), mention: "What did the Coast Ledger report about the ferry in March 2016?", channel: discordtest.ChannelID},
		{name: "no question", err: bot.ErrEmptyQuestion, mention: "", channel: discordtest.ChannelID},
		{name: "long question", err: bot.ErrLongQuestion, mention: "Tell me everything that was ever written about the ferry, and …", channel: discordtest.ChannelID},
		{name: "no index", err: bot.ErrNoIndex, options: map[string]any{"question": question}},
		{name: "index being built", err: bot.ErrIndexing, options: map[string]any{"question": question}},
		{name: "no date", options: map[string]any{"question": question, "from": "the other day"}},
		{name: "two dates", options: map[string]any{"question": question, "from": "2/3/2016"}},
	}
}

// TestTranscript holds conversations, as users see them, against testdata/transcript.txtar, which -update writes
// anew. With COPYDESK_PAGES it writes the same messages to that folder as transcript.html, to be looked at.
func TestTranscript(t *testing.T) {
	t.Parallel()
	const golden = "testdata/transcript.txtar"
	got := txtar.Archive{Comment: []byte("Of an invented archive: the outlets, people and events do not exist.\n\n")}
	var page []discordtest.Message
	for _, sc := range exchanges() {
		text, messages := sc.play(t)
		got.Files = append(got.Files, txtar.File{Name: sc.name, Data: []byte(text)})
		page = append(page, messages...)
	}
	for _, sc := range deskScenes() {
		text, messages := sc.play(t)
		got.Files = append(got.Files, txtar.File{Name: sc.name, Data: []byte(text)})
		page = append(page, messages...)
	}
	if dir := os.Getenv("COPYDESK_PAGES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "transcript.html"), []byte(discordtest.Page("transcript", page...)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(&got))); diff != "" {
		t.Errorf("-want +got (go test -run Transcript -update writes it anew):\n%s", diff)
	}
}

// play asks the question of a bot of its own and returns what is to be read, and the messages to be seen.
func (sc exchange) play(t *testing.T) (text string, page []discordtest.Message) {
	s := newDouble(t, discordtest.Options{})
	release := make(chan struct{})
	desk, o := holds(sc.answer, release), Options{Patience: time.Millisecond}
	if !sc.slow {
		desk, o = follows(sc.answer), Options{}
	}
	if sc.err != nil {
		desk = refuses(sc.err)
	}
	r := start(t, s, desk, o)
	answer := ""
	if sc.before != "" {
		text, page, answer = sc.open(t, s)
	}
	if sc.options != nil {
		command := ask(sc.options)
		command.ChannelID = sc.channel
		i := s.Run(command)
		if sc.slow {
			i.AwaitDeferral(t)
			close(release)
		}
		m := i.Reply(t)
		return text + fmt.Sprintf("%s uses /ask %v\n%s\n%s\n", m.Invoker.Name, sc.options, kinds(i), transcribe(m)), append(page, m)
	}
	u := discordtest.UserMessage{ChannelID: sc.channel, Content: sc.mention, ReplyTo: answer}
	if answer == "" {
		u.Content = strings.TrimSpace("<@" + s.BotID() + "> " + sc.mention)
	}
	question, _ := s.Message(s.Say(u))
	m := s.AwaitMessage(t, sc.channel, len(page)/2+1)
	text += fmt.Sprintf("%s: %s\n", question.Author.Name, question.Content)
	page = append(page, question)
	if sc.slow {
		text += transcribe(m)
		page = append(page, m)
		close(release)
		r.log.await(t, "request answered", 1)
		m, _ = s.Message(m.ID)
	}
	return text + transcribe(m), append(page, m)
}

// open asks what was asked before, and returns the ID of the answer as well.
func (sc exchange) open(t *testing.T, s *discordtest.Server) (text string, page []discordtest.Message, answer string) {
	u := discordtest.UserMessage{ChannelID: sc.channel, UserID: "401", Content: "<@" + s.BotID() + "> " + sc.before}
	question, _ := s.Message(s.Say(u))
	m := s.AwaitMessage(t, sc.channel, 1)
	text = fmt.Sprintf("%s: %s\n%s: […]\n", question.Author.Name, question.Content, m.Author.Name)
	return text, []discordtest.Message{question, m}, m.ID
}

// follows is a Desk that gives the answer to every question, read with the one before if there is one.
func follows(a bot.Answer) Desk {
	return deskFunc(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		a := a
		a.Reading.Before = q.Before
		return a, nil
	})
}

// ledgerAnswer is of a question that asks for what the Coast Ledger printed in March 2016.
func ledgerAnswer(answered bool) bot.Answer {
	a := ferryAnswer()
	a.Answered, a.Passages = answered, a.Passages[2:]
	march := time.Date(2016, 3, 1, 0, 0, 0, 0, time.UTC)
	a.Reading = bot.Reading{Outlets: []string{"Coast Ledger"}, From: march, To: march.AddDate(0, 1, -1)}
	a.Searched = bot.Scope{Articles: 87, Outlets: a.Reading.Outlets, First: march, Last: a.Reading.To.AddDate(0, 0, 1)}
	return a
}

// pastTheLedger is an answer for which the search went past what the question asks for.
func pastTheLedger() bot.Answer {
	a := ferryAnswer()
	a.Passages, a.Reading = a.Passages[:2], ledgerAnswer(false).Reading
	a.Reading.Dropped = true
	return a
}

// transcribe writes a message as text, Markdown and all.
func transcribe(m discordtest.Message) string {
	var b strings.Builder
	b.WriteString(m.Author.Name)
	if m.Ephemeral() {
		b.WriteString(" (for one alone)")
	}
	if m.Changed {
		b.WriteString(" (edited)")
	}
	b.WriteString(":\n")
	if text := strings.TrimSpace(m.Content); text != "" {
		b.WriteString(text + "\n")
	}
	for _, e := range m.Embeds {
		fmt.Fprintf(&b, "  [%06x] %s\n  %s <%s>\n", e.Color, e.Author.Name, e.Title, e.URL)
		for line := range strings.SplitSeq(e.Description, "\n") {
			b.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
		if e.Footer.Text != "" {
			b.WriteString("  " + e.Footer.Text + "\n")
		}
	}
	writeComponents(&b, m.Components)
	return receiptNumber.ReplaceAllString(b.String(), "Receipt …")
}

// receiptNumber is what is never the same twice.
var receiptNumber = regexp.MustCompile("Receipt [0-9A-Z]{8}")

// writeComponents writes rows of buttons in brackets, and menus with their options.
func writeComponents(b *strings.Builder, data json.RawMessage) {
	var rows []component
	if json.Unmarshal(data, &rows) != nil {
		return
	}
	for _, row := range rows {
		for _, c := range row.Components {
			fmt.Fprintf(b, " [%s]", c.Label+c.Placeholder)
			for _, o := range c.Options {
				fmt.Fprintf(b, "\n    - %s (%s)", o.Label, o.Description)
			}
		}
		b.WriteByte('\n')
	}
}

func hostileAnswer() bot.Answer {
	c := citation("hostile", hostile, "@everyone **Gazette**", "<@400>", ferry.Published)
	return bot.Answer{Answered: true, Passages: []bot.Passage{saidBy(quote(c, hostile, "**b** __u__ `c`\n# h"), "@here", "_chair_ of [x](http://evil.example)")}}
}

func captionAnswer() bot.Answer {
	c := citation("vigil", "Vigil at the quay", "Coast Ledger", "Tomas Brandt", quay.Published)
	c.OutletInferred = true
	p := quote(c, "Families wait at the north quay in Kelmouth on Wednesday. | Lio Weber/Coast Ledger", "Families wait at the north quay in Kelmouth on Wednesday.")
	p.Kind = corpus.Caption
	return bot.Answer{Answered: true, Passages: []bot.Passage{p}}
}

// longAnswer has passages that do not fit into one message together.
func longAnswer() bot.Answer {
	a := ferryAnswer()
	around := strings.Repeat("The barge moved a little closer with every tide and the people on the wall counted the chains. ", 16)
	a.Passages = nil
	for n, c := range []bot.Citation{ferry, quay, agent, citation("barge", "The barge and the tide", "Harbour Gazette", "Ines Falk", ferry.Published)} {
		evidence := fmt.Sprintf("“She will float before the summer, on day %d,” said the engineer.", n)
		a.Passages = append(a.Passages, saidBy(quote(c, around+evidence+" "+around, evidence), "the engineer", ""))
	}
	return a
}
