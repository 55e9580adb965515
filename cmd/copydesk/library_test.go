package main

import (
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"copydesk/bot"
	"copydesk/corpus/sample"
	"copydesk/index"
)

// Questions are answered while a command indexes through the bot, even if that command made the index that the bot
// was still looking for.
func TestAskWhileIndexing(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "archive")
	if err := sample.Write(archive); err != nil {
		t.Fatal(err)
	}
	lib := newLibrary(t.TempDir(), slog.New(slog.DiscardHandler), bot.Options{})
	defer lib.close()
	if _, err := lib.Ask(t.Context(), bot.Question{Text: "ferry"}); err != bot.ErrNoIndex {
		t.Errorf("before: got %v, want ErrNoIndex", err)
	}
	reading, release, done := make(chan bool), make(chan bool), make(chan error, 1)
	var once sync.Once
	go func() {
		_, err := lib.ingest(t.Context(), job{Paths: []string{archive}}, func(index.Event) {
			once.Do(func() { close(reading) })
			<-release
		})
		done <- err
	}()
	<-reading
	if err := lib.watch(t.Context()); err != nil {
		t.Errorf("watch: %v", err)
	}
	if _, err := lib.Ask(t.Context(), bot.Question{Text: "ferry"}); err != nil {
		t.Errorf("meanwhile: %v", err)
	}
	close(release)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	a, err := lib.Ask(t.Context(), bot.Question{Text: "ferry strike"})
	if err != nil || len(a.Passages) == 0 || !strings.Contains(a.Passages[0].Text, "strike") {
		t.Errorf("after: got %+v, %v", a, err)
	}
}
