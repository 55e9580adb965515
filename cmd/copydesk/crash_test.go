package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copydesk/bot"
)

// How often TestKill kills the program, and while it indexes what: an invented archive, unless another is named.
var (
	crashes      = flag.Int("crashes", 4, "how often to kill the program")
	crashArchive = flag.String("crash-archive", "", "folder of articles to index; empty for an invented one")
)

// Killed at any moment, the program leaves an index that opens and answers, and the next run completes it.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("kills and restarts for several seconds")
	}
	archive, total := *crashArchive, 0
	if archive == "" {
		archive, total = t.TempDir(), 600
		inventArchive(t, archive, total)
	}
	data := filepath.Join(t.TempDir(), "data")
	whole, _ := indexFor(t, data, archive, time.Hour)
	n := articles(t, data)
	if total == 0 {
		total = n
	}
	if n != total {
		t.Fatalf("%d articles in the index, want %d", n, total)
	}
	for range *crashes {
		data := filepath.Join(t.TempDir(), "data")
		after := time.Duration(rand.Int64N(int64(whole)))
		indexFor(t, data, archive, after)
		left := articles(t, data)
		if _, out := indexFor(t, data, archive, time.Hour); !strings.Contains(out, fmt.Sprintf(" %d unchanged", left)) {
			t.Errorf("killed after %v: %d articles were there, and the next run says\n%s", after, left, out)
		}
		if n := articles(t, data); n != total {
			t.Errorf("killed after %v: %d articles after the next run, want %d", after, n, total)
		}
		t.Logf("killed after %v: %d articles opened and searched, %d after the next run", after.Round(time.Millisecond), left, total)
	}
}

// indexFor runs copydesk index and kills it after so long; it returns how long it ran and what it printed.
func indexFor(t *testing.T, data, archive string, after time.Duration) (time.Duration, string) {
	t.Helper()
	cmd := exec.Command("copydesk", "--data", data, "index", archive)
	cmd.Dir = t.TempDir()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == -1) {
		t.Fatalf("copydesk index: %v\n%s", err, &out)
	}
	return time.Since(start), out.String()
}

// articles is how many articles an answer is searched in; a search that fails fails the test. No index has none.
func articles(t *testing.T, data string) int {
	t.Helper()
	cmd := exec.Command("copydesk", "--data", data, "ask", "--json", "who said that the council would not pay")
	cmd.Dir = t.TempDir()
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	err := cmd.Run()
	if strings.Contains(problems.String(), "there is no index here yet") {
		return 0
	}
	var answer bot.Answer
	if jsonErr := json.Unmarshal(out.Bytes(), &answer); jsonErr != nil {
		t.Fatalf("copydesk ask: %v, %v\n%s", err, jsonErr, &problems)
	}
	if answer.Searched.Articles > 0 && len(answer.Passages) == 0 {
		t.Fatalf("%d articles, and the search finds nothing", answer.Searched.Articles)
	}
	return answer.Searched.Articles
}

// inventArchive writes n invented articles, each of other words.
func inventArchive(t *testing.T, dir string, n int) {
	t.Helper()
	words := strings.Fields("pier lamp rope tide cargo ledger bell crane sluice beacon ferry quay buoy anchor kelp gull")
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "Dispute %d goes on\n\nMar 3, 2025 - 18:20\n\nPORT ANSEL — ", i)
		for p := range 20 {
			for w := range 30 {
				fmt.Fprintf(&b, "%s%d ", words[(i*7+p*3+w*w)%len(words)], (i*31+w*p)%997)
			}
			b.WriteString("said the clerk, and the council would not pay.\n\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Ctrl-C commits what was read, says how to go on, and the next run does.
func TestInterrupt(t *testing.T) {
	archive, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	const total = 2 * everyFiles
	inventArchive(t, archive, total)
	cmd := exec.Command("copydesk", "--data", data, "index", archive)
	cmd.Dir = t.TempDir()
	var out bytes.Buffer
	cmd.Stdout = &out
	problems, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(problems)
	if !lines.Scan() || lines.Text() != fmt.Sprintf("%d files read", everyFiles) {
		t.Fatalf("the first line is %q", lines.Text())
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for lines.Scan() {
		fmt.Fprintln(&said, lines.Text())
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitStopped || !strings.Contains(said.String(), "Run the same command again to go on.") {
		t.Errorf("exit code %d, want %d; said:\n%s", code, exitStopped, &said)
	}
	left := articles(t, data)
	if left < everyFiles || left >= total {
		t.Errorf("%d articles after Ctrl-C, want %d to %d\n%s", left, everyFiles, total-1, &out)
	}
	indexFor(t, data, archive, time.Hour)
	if n := articles(t, data); n != total {
		t.Errorf("%d articles after the next run, want %d", n, total)
	}
}
