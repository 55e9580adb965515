package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
	"copydesk/bot/ledger"
	"copydesk/index"
)

// newReceiptDesk is a desk whose data folder has the invented receipts.
func newReceiptDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, discordtest.Options{})
	d.run(0, "index", d.archive)
	x, err := index.Open(d.data, index.Options{Command: "test"})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := bot.New(x, bot.Options{}).Ask(t.Context(), bot.Question{Text: ferryQuestion})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := inventReceipts(filepath.Join(d.data, ledger.Name), answer.Passages[0]); err != nil {
		t.Fatal(err)
	}
	return d
}

// The commands say the same with the bot and without it.
func TestServeReceipts(t *testing.T) {
	t.Setenv("COPYDESK_KEEP", "36500")
	d := newReceiptDesk(t)
	commands := [][]string{
		{"receipt", "7K3QXM0A"}, {"receipt", "7K3QXM0A", "--json"}, {"export"}, {"export", "feedback", "--format", "csv"},
		{"export", "--since", "2026-03-02"}, {"export", "--since", "2031"},
	}
	want := make([]string, len(commands))
	for i, args := range commands {
		want[i] = d.run(0, args...)
	}
	d.start()
	for i, args := range commands {
		if got := d.run(0, args...); got != want[i] {
			t.Errorf("%v with the bot: got\n%s\nwant\n%s", args, got, want[i])
		}
	}
	if got := d.run(3, "receipt", "ZZZZZZZZ"); !strings.Contains(got, "there is no such receipt") {
		t.Errorf("no receipt: got %q", got)
	}
	if err := os.Remove(filepath.Join(d.archive, "harbour-post", "bridge-opens.txt")); err != nil {
		t.Fatal(err)
	}
	d.run(0, "index", "--prune", d.archive)
	if got := d.run(0, "receipt", "7K3QXM0A"); strings.Contains(got, "right about the price") || !strings.Contains(got, "held back") {
		t.Errorf("of an article that is gone: got\n%s", got)
	}
	d.stop()
	if strings.Contains(d.log.String(), "bridge") {
		t.Errorf("the log holds what was asked:\n%s", d.log)
	}
}

// What has expired is deleted when the bot starts.
func TestServeExpires(t *testing.T) {
	t.Setenv("COPYDESK_KEEP", "1")
	d := newReceiptDesk(t)
	d.run(0, "receipt", "7K3QXM0A")
	d.start()
	d.stop()
	d.run(3, "receipt", "7K3QXM0A")
	if got := d.run(0, "export"); got != "" {
		t.Errorf("left:\n%s", got)
	}
}

func TestServeKeep(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	for _, days := range []string{"0", "-1", "36501", "soon"} {
		if got := d.run(2, "serve", "--keep="+days); !strings.Contains(got, "keep") {
			t.Errorf("--keep=%s: got %q", days, got)
		}
	}
}
