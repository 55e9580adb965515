package discord

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/corpus"
)

// scene is a question and its answer, by command or, if mention is set, by a mention.
type scene struct {
	name    string
	answer  bot.Answer
	err     error
	options map[string]any
	mention string
	channel string
	slow    bool
}

func scenes() []scene {
	const question = "When will the ferry be raised?"
	declined := nearest()
	return []scene{
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
	for _, sc := range scenes() {
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
func (sc scene) play(t *testing.T) (text string, page []discordtest.Message) {
	s := newDouble(t, discordtest.Options{})
	release := make(chan struct{})
	desk, o := holds(sc.answer, release), Options{Patience: time.Millisecond}
	if !sc.slow {
		desk, o = says(sc.answer), Options{}
	}
	if sc.err != nil {
		desk = refuses(sc.err)
	}
	r := start(t, s, desk, o)
	if sc.options != nil {
		i := s.Run(ask(sc.options))
		if sc.slow {
			i.AwaitDeferral(t)
			close(release)
		}
		m := i.Reply(t)
		return fmt.Sprintf("%s uses /ask %v\n%s\n%s\n", m.Invoker.Name, sc.options, kinds(i), transcribe(m)), []discordtest.Message{m}
	}
	id := s.Say(discordtest.UserMessage{ChannelID: sc.channel, Content: strings.TrimSpace("<@" + s.BotID() + "> " + sc.mention)})
	question, _ := s.Message(id)
	m := s.AwaitMessage(t, sc.channel, 1)
	text = fmt.Sprintf("%s: %s\n", question.Author.Name, question.Content)
	page = []discordtest.Message{question}
	if sc.slow {
		text += transcribe(m)
		page = append(page, m)
		close(release)
		r.log.await(t, "question answered", 1)
		m, _ = s.Message(m.ID)
	}
	return text + transcribe(m), append(page, m)
}

// transcribe writes a message as text, Markdown and all.
func transcribe(m discordtest.Message) string {
	var b strings.Builder
	b.WriteString(m.Author.Name)
	if m.Ephemeral() {
		b.WriteString(" (for one alone)")
	}
	if !m.Edited.IsZero() {
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
	return b.String()
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
