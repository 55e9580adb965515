package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/bot"
	"copydesk/bot/discord/discordtest"
)

// A draft is checked by the running bot as it is without, and nothing of it is in the log, even at debug.
func TestCheckWhileServing(t *testing.T) {
	d := newDesk(t, discordtest.Options{})
	t.Setenv("COPYDESK_LOG", "debug")
	d.run(0, "index", d.archive)
	const text = "“I was right about the price,” said Maud Ellery-Voss, the premier.\n\n“The clockwork heron will outlive us all,” said Ferdy Noakes."
	name := filepath.Join(t.TempDir(), "embargoed-scoop.txt")
	broken := filepath.Join(t.TempDir(), "hostile-scoop.docx")
	for file, text := range map[string]string{name: text, broken: "PK\x03\x04 clockwork"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	alone, aloneRefused := d.run(1, "check", "--json", name), d.run(2, "check", broken)
	d.start()
	if got := d.run(1, "check", "--json", name); got != alone {
		t.Errorf("while the bot runs: got %s, want %s", got, alone)
	}
	if got := d.run(2, "check", broken); got != aloneRefused || !strings.Contains(got, "The document is damaged") {
		t.Errorf("while the bot runs a damaged document gets %q, want %q", got, aloneRefused)
	}
	d.stop()
	log := d.log.String()
	if !strings.Contains(log, "index open") {
		t.Fatalf("the log has nothing: %q", log)
	}
	for _, secret := range []string{"clockwork", "heron", "Noakes", "price", "scoop", "Ellery"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q:\n%s", secret, log)
		}
	}
}

// Whatever a draft and an archive say is text on the page, and no address but one of the web is a link.
func TestPageEscapes(t *testing.T) {
	const hostile = `</p><script>alert("x")</script><img src=x onerror=alert(1)>`
	speaker := hostile
	m := bot.Match{
		Article: bot.Citation{ID: hostile, Headline: hostile, Outlet: hostile, URL: "javascript:alert(1)"},
		Text:    hostile, Context: bot.Evidence{Text: hostile}, Speaker: &speaker, Attribution: &bot.Attribution{Source: hostile, Cue: hostile},
	}
	m.End, m.Context.End = len(hostile), len(hostile)
	words := bot.DraftWords{Text: hostile}
	r := bot.Report{
		Counts: bot.Counts{Quotations: 600, PassedOver: 1}, PassedOver: []bot.DraftWords{words},
		Quotations: []bot.DraftQuotation{
			{DraftWords: words, Speaker: &speaker, Check: &bot.Check{Verdict: bot.Altered, Reasons: []string{hostile}, Warnings: []string{hostile}, Matches: []bot.Match{m}}},
			{DraftWords: words, Speaker: &speaker, Check: &bot.Check{Verdict: bot.Verbatim, Sure: true, Matches: []bot.Match{m}}},
			{DraftWords: words, Unchecked: hostile},
		},
	}
	var page bytes.Buffer
	if err := writePage(&page, hostile, r); err != nil {
		t.Fatal(err)
	}
	text := page.String()
	for _, bad := range []string{"<script", "<img", "javascript:"} {
		if strings.Contains(text, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if strings.Count(text, "&lt;script&gt;") < 10 || !strings.Contains(text, "Only the first 3 quotations were checked") {
		t.Errorf("the page lacks what it should show:\n%s", text)
	}
}
