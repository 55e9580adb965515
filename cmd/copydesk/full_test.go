//go:build linux

package main

import (
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"copydesk/bot"
	"copydesk/corpus/sample"
)

// limitFiles keeps this process from writing files of more than so many bytes, as a full disk would, until the function
// that it returns is called.
func limitFiles(t *testing.T, bytes uint64) func() {
	t.Helper()
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		t.Skip(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: was.Max}); err != nil {
		t.Skip(err)
	}
	lift := func() { _ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was) }
	t.Cleanup(lift)
	return lift
}

// A commit that fails under a command costs that command and nothing else: questions are answered as before, and the
// command succeeds once there is room. The limit holds for all that a process writes, so the test runs in one of its own.
func TestCommitFails(t *testing.T) {
	const alone = "COPYDESK_TEST_ALONE"
	if os.Getenv(alone) == "" {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestCommitFails$", "-test.v")
		cmd.Env = append(os.Environ(), alone+"=1")
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "PASS: TestCommitFails") && !strings.Contains(string(out), "SKIP: TestCommitFails") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	archive, more := filepath.Join(t.TempDir(), "archive"), t.TempDir()
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	inventArchive(t, more, 400)
	lib := newLibrary(t.TempDir(), slog.New(slog.DiscardHandler), bot.Options{})
	defer lib.close()
	if _, err := lib.ingest(t.Context(), job{Paths: []string{archive}}, nil); err != nil {
		t.Fatal(err)
	}
	lift := limitFiles(t, 300_000)
	if _, err := lib.ingest(t.Context(), job{Paths: []string{more}}, nil); err == nil {
		t.Error("a commit succeeded for which there was no room")
	}
	lift()
	a, err := lib.Ask(t.Context(), bot.Question{Text: "ferry strike"})
	if err != nil || len(a.Passages) == 0 {
		t.Errorf("got %d passages, %v, want those of the last commit", len(a.Passages), err)
	}
	if report, err := lib.ingest(t.Context(), job{Paths: []string{more}}, nil); err != nil || report.Added != 400 {
		t.Errorf("with room again: %+v, %v", report, err)
	}
}
