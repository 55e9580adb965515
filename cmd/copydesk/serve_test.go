package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"
	"copydesk/corpus/sample"
	"copydesk/index"
)

// desk is a copydesk serve, a data folder, and the double of Discord that it talks to.
type desk struct {
	t       *testing.T
	double  *discordtest.Server
	data    string
	archive string
	env     []string // further settings
	serve   *exec.Cmd
	starts  int
	log     *lockedBuffer
}

type lockedBuffer struct {
	mu      sync.Mutex
	b       bytes.Buffer
	changed chan struct{} // closed at the next write, if anybody waits for it
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.changed != nil {
		close(l.changed)
		l.changed = nil
	}
	return l.b.Write(p)
}

// await waits until the text is written for the n-th time.
func (l *lockedBuffer) await(t *testing.T, text string, n int) {
	t.Helper()
	patience := time.After(20 * time.Second)
	for {
		l.mu.Lock()
		found := strings.Count(l.b.String(), text) >= n
		if l.changed == nil {
			l.changed = make(chan struct{})
		}
		changed := l.changed
		l.mu.Unlock()
		if found {
			return
		}
		select {
		case <-changed:
		case <-patience:
			t.Fatalf("the log has no %q:\n%s", text, l)
		}
	}
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func newDesk(t *testing.T, o discordtest.Options) *desk {
	t.Helper()
	d := &desk{t: t, double: discordtest.New(t, o), data: filepath.Join(t.TempDir(), "data"), archive: filepath.Join(t.TempDir(), "archive"), log: new(lockedBuffer)}
	if err := sample.Write(d.archive); err != nil {
		t.Fatal(err)
	}
	return d
}

// command is copydesk with these arguments, in an environment of its own.
func (d *desk) command(args ...string) *exec.Cmd {
	d.t.Helper()
	cmd := exec.Command("copydesk", args...) // TestMain puts it into the PATH
	cmd.Dir = d.t.TempDir()
	cmd.Env = append(os.Environ(), "COPYDESK_DATA="+d.data, "COPYDESK_DISCORD_API="+d.double.URL(), "DISCORD_TOKEN=test-token")
	cmd.Env = append(cmd.Env, d.env...)
	return cmd
}

// run runs a command to its end and wants the exit code.
func (d *desk) run(code int, args ...string) string {
	d.t.Helper()
	cmd := d.command(args...)
	out, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != code {
		d.t.Fatalf("copydesk %s: exit code %d (%v), want %d\n%s", strings.Join(args, " "), got, err, code, out)
	}
	return string(out)
}

// start starts serve and waits until Discord has it.
func (d *desk) start() {
	d.t.Helper()
	serve := d.command("serve")
	serve.Stderr = d.log
	if err := serve.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		_ = serve.Process.Kill()
		_ = serve.Wait()
	})
	d.serve = serve
	d.starts++
	d.double.AwaitReady(d.t, d.starts)
}

// kill ends serve as a power cut does.
func (d *desk) kill() {
	d.t.Helper()
	if err := d.serve.Process.Kill(); err != nil {
		d.t.Fatal(err)
	}
	_ = d.serve.Wait()
}

// stop ends serve with SIGTERM and wants it to end well.
func (d *desk) stop() {
	d.t.Helper()
	if err := d.serve.Process.Signal(syscall.SIGTERM); err != nil {
		d.t.Fatal(err)
	}
	if err := d.serve.Wait(); err != nil {
		d.t.Fatalf("copydesk serve: %v\n%s", err, d.log)
	}
}

// ask uses /ask and gives the reply's text.
func (d *desk) ask(question string) string {
	d.t.Helper()
	return d.use(discordtest.Command{Name: "ask", Options: map[string]any{"question": question}})
}

// use uses a command and gives the reply's text.
func (d *desk) use(c discordtest.Command) string {
	d.t.Helper()
	m := d.double.Run(c).Reply(d.t)
	text := m.Content
	for _, e := range m.Embeds {
		text += "\n" + e.Author.Name + "\n" + e.Title + "\n" + e.Description
	}
	return text
}

const ferryQuestion = `Who called the Tarrow bridge "a bridge to nowhere"?`

// TestServe follows a newsroom's first day: the bot before there is an index, the index built through the running bot,
// questions from Discord and from the shell at once, and an end without loss.
func TestServe(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	d.start()
	if got := d.ask(ferryQuestion); !strings.Contains(got, "copydesk index") {
		t.Errorf("without an index the bot says %q, want what to do", got)
	}
	if got := d.run(1, "ask", ferryQuestion); !strings.Contains(got, "there is no index here yet") {
		t.Errorf("without an index ask says %q", got)
	}
	if got := d.run(0, "index", "--outlets", "harbour-post=The Harbour Post", d.archive); !strings.Contains(got, "35 added") {
		t.Errorf("index through the bot says %q, want 35 added", got)
	}
	for range 2 {
		if got := d.ask(ferryQuestion); !strings.Contains(got, "bridge to nowhere") || !strings.Contains(got, "The Harbour Post") {
			t.Errorf("the bot says %q, want the passage and its outlet", got)
		}
		if got := d.run(0, "ask", ferryQuestion); !strings.Contains(got, "bridge to nowhere") {
			t.Errorf("ask while the bot runs says %q, want the passage", got)
		}
		if got := d.run(0, "said", "Norwen", "--about", "bridges", "--from", "2023"); !strings.Contains(got, "We have waited for this bridge") {
			t.Errorf("said while the bot runs says %q, want the statement", got)
		}
	}
	if got := d.run(0, "article", "tarrow", "bridge", "2023"); !strings.Contains(got, "Nuala O’Farrin, Transport Minister: quoted twice") {
		t.Errorf("article while the bot runs says %q, want the card", got)
	}
	if got := d.run(3, "article", "submarine"); !strings.Contains(got, "no article that may be shown") {
		t.Errorf("article while the bot runs says %q, want that there is none", got)
	}
	if got := d.run(0, "quote", "--speaker", "Maud Ellery-Voss", "a bridge to nowhere"); !strings.Contains(got, "Verbatim.") {
		t.Errorf("quote while the bot runs says %q, want the verdict", got)
	}
	if got := d.run(1, "index", "--rebuild"); !strings.Contains(got, "Stop copydesk serve") {
		t.Errorf("a rebuild while the bot runs says %q", got)
	}
	if got := d.run(1, "serve"); !strings.Contains(got, "another copydesk serve runs") {
		t.Errorf("a second bot says %q", got)
	}
	d.stop()
	if got := d.run(0, "ask", ferryQuestion); !strings.Contains(got, "bridge to nowhere") {
		t.Errorf("ask after the bot says %q, want the passage", got)
	}
	for _, link := range []string{"scope=bot+applications.commands", "integration_type=1"} {
		if n := strings.Count(d.log.String(), link); n != 1 {
			t.Errorf("%d links with %s are printed, want one:\n%s", n, link, d.log)
		}
	}
	for _, secret := range []string{"test-token", "bridge to nowhere"} {
		if strings.Contains(d.log.String(), secret) {
			t.Errorf("the log holds %q:\n%s", secret, d.log)
		}
	}
}

// A mention is answered too, from an index that was there before.
func TestServeMention(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	d.run(0, "index", d.archive)
	d.start()
	d.double.Say(discordtest.UserMessage{Content: "<@" + d.double.BotID() + "> " + ferryQuestion})
	m := d.double.AwaitMessage(t, discordtest.ChannelID, 1)
	if len(m.Embeds) == 0 || !strings.Contains(m.Embeds[0].Description, "bridge to nowhere") {
		t.Errorf("got %s, want the passage", m.Raw)
	}
	d.stop()
}

func TestServeRefusedToken(t *testing.T) {
	d := newDesk(t, discordtest.Options{Token: "another-token"})
	if got := d.run(1, "serve"); !strings.Contains(got, "Discord refused the token") || !strings.Contains(got, "Reset Token") || strings.Contains(got, "test-token") {
		t.Errorf("serve says %q, want the steps to a token, and not the token", got)
	}
}

// While another process builds the index the bot says so, and answers when it has ended. A second writer is told at once.
func TestServeWhileIndexing(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	d.run(0, "index", d.archive)
	release := holdIndex(t, d.data)
	d.start()
	if got := d.ask(ferryQuestion); !strings.Contains(got, "being indexed") {
		t.Errorf("while the index is built the bot says %q", got)
	}
	start := time.Now()
	if got := d.run(1, "index", "--rebuild"); !strings.Contains(got, "Stop copydesk serve") {
		t.Errorf("a second writer is told %q after %v", got, time.Since(start))
	}
	release()
	for deadline := time.Now().Add(10 * time.Second); ; {
		got := d.ask(ferryQuestion)
		if strings.Contains(got, "bridge to nowhere") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("after the index was built the bot says %q\n%s", got, d.log)
		}
	}
	d.stop()
}

// holdIndex has the index open as copydesk index has it, until the function that it returns is called.
func holdIndex(t *testing.T, data string) func() {
	t.Helper()
	x, err := index.Open(data, index.Options{Command: "index"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return func() {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A second writer is told at once who the first is.
func TestSecondWriter(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	d.run(0, "index", d.archive)
	release := holdIndex(t, d.data)
	if got := d.run(1, "index", d.archive); !strings.Contains(got, "the index is in use by copydesk index (process ") {
		t.Errorf("a second writer is told %q", got)
	}
	release()
	d.run(0, "index", d.archive)
}

// An editor's commands reach the archive.
func TestServeChecksQuotations(t *testing.T) {
	t.Parallel()
	d := newDesk(t, discordtest.Options{})
	d.run(0, "index", d.archive)
	d.start()
	const wrong = "“Everybody hires a barge for the view,” said the first official. “Nobody hires a barge for the view,” he said."
	message := d.double.Say(discordtest.UserMessage{Content: wrong})
	for _, tt := range []struct {
		command discordtest.Command
		want    string
	}{
		{discordtest.Command{Name: "quote", Options: map[string]any{"text": "Nobody hires a barge for the view"}}, "\n✅ Verbatim\n"},
		{discordtest.Command{Name: "quote", Options: map[string]any{"text": "Everybody hires a barge for the view"}}, "**__Everybody__** hires a barge"},
		{discordtest.Command{Name: "Check quotes", Type: discordtest.MessageCommand, Target: message}, "2 quotations: "},
		{discordtest.Command{Name: "said", Options: map[string]any{"speaker": "Nobody Whatever"}}, "Nobody called “Nobody Whatever” says anything"},
	} {
		if got := d.use(tt.command); !strings.Contains(got, tt.want) {
			t.Errorf("%s %v: got %q, want %q", tt.command.Name, tt.command.Options, got, tt.want)
		}
	}
	typed := discordtest.Command{Name: "said", Options: map[string]any{"speaker": ""}, Focused: "speaker"}
	names := d.double.Complete(typed).Choices(t)
	if len(names) == 0 {
		t.Fatal("no names are suggested")
	}
	name, _ := names[0].Value.(string)
	if got := d.use(discordtest.Command{Name: "said", Options: map[string]any{"speaker": name}}); !strings.Contains(got, "**"+name+"**") {
		t.Errorf("said by %s: got %q", name, got)
	}
	d.stop()
}
