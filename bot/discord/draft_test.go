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
)

// reads is a Desk that notes the drafts that it is given.
type reads struct {
	name, text string
}

func (d *reads) desk() Desk {
	return editing{Desk: says(bot.Answer{}), draft: func(_ context.Context, name string, r io.Reader) (bot.Report, error) {
		data, err := io.ReadAll(r)
		d.name, d.text = name, string(data)
		return report(), err
	}}
}

func TestDraftIsFetched(t *testing.T) {
	t.Parallel()
	const name, text = "Überfahrt #2 (final).docx", "“We shall raise her,” Ostberg said.\x00\xff"
	var d reads
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, d.desk(), Options{})
	m := s.Run(checkOf(name, text)).Reply(t)
	if d.name != name || d.text != text || !m.Ephemeral() || !strings.Contains(m.Content, "9 quotations") {
		t.Errorf("got file %q, %q, answer %q, ephemeral %v", d.name, d.text, m.Content, m.Ephemeral())
	}
	r.log.await(t, "request answered", 1)
	for _, secret := range []string{"raise", "docx", "attachments", "hm="} {
		if strings.Contains(r.log.text(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, r.log.text())
		}
	}
}

func TestMessageIsRead(t *testing.T) {
	t.Parallel()
	var d reads
	s := newDouble(t, discordtest.Options{})
	r := start(t, s, d.desk(), Options{})
	command := checkQuotes
	command.Target = s.Say(discordtest.UserMessage{Content: said})
	m := s.Run(command).Reply(t)
	if d.name != "" || d.text != said || !m.Ephemeral() {
		t.Errorf("got %q, %q, ephemeral %v", d.name, d.text, m.Ephemeral())
	}
	r.log.await(t, "request answered", 1)
	if strings.Contains(r.log.text(), "Ostberg") {
		t.Errorf("the message is in the log:\n%s", r.log.text())
	}
	command.Target = s.Say(discordtest.UserMessage{Content: ""})
	if m := s.Run(command).Reply(t); m.Content != textEmptyMessage {
		t.Errorf("got %q of a message without text", m.Content)
	}
}

func TestDraftIsNotFetched(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		draft discordtest.File
		fault discordtest.Fault
		want  string
	}{
		{"too large", discordtest.File{Name: "a.txt", Data: strings.Repeat("a", maxDraft+1)}, discordtest.Fault{}, "keep to 10 MB"},
		{"gone", discordtest.File{Name: "a.txt", Data: "a"}, discordtest.Fault{Status: 404, Body: "gone"}, textNoFile},
		{"elsewhere", discordtest.File{Name: "a.txt", Data: "a"}, discordtest.Fault{Status: 302, Header: map[string][]string{"Location": {"http://127.0.0.1:1/"}}}, textNoFile},
		{"cut short", discordtest.File{Name: "a.txt", Data: "abc"}, discordtest.Fault{Status: 200, Body: "ab"}, textNoFile},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var d reads
			s := newDouble(t, discordtest.Options{})
			tt.fault.Route = discordtest.RouteAttachment
			if tt.fault.Status != 0 {
				s.Fail(tt.fault)
			}
			start(t, s, d.desk(), Options{})
			command := discordtest.Command{Name: "check", Options: map[string]any{"draft": tt.draft}}
			if m := s.Run(command).Reply(t); !strings.Contains(m.Content, tt.want) || !m.Ephemeral() || d.text != "" {
				t.Errorf("got %q, want %q; the desk got %q", m.Content, tt.want, d.text)
			}
		})
	}
}

// Nothing is fetched but from Discord's content network, and that over TLS.
func TestFetchRefusesOtherHosts(t *testing.T) {
	r := &rest{http: newClient(Options{}.withDefaults(), nil, nil)}
	for _, address := range []string{
		"", "http://cdn.discordapp.com/a", "https://cdn.discordapp.com.evil.example/a", "https://evil.example/cdn.discordapp.com",
		"https://user@cdn.discordapp.com/a", "https://cdn.discordapp.com:8443/a", "https://127.0.0.1/a", "file:///etc/passwd", "://",
	} {
		if _, err := r.fetch(t.Context(), attachment{Name: "a", Size: 1, URL: address}); !errors.Is(err, errNoFile) || strings.Contains(err.Error(), "evil") {
			t.Errorf("%s: got %v", address, err)
		}
	}
}

func TestDraftSlowly(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	desk := editing{Desk: says(bot.Answer{}), draft: func(ctx context.Context, _ string, _ io.Reader) (bot.Report, error) {
		select {
		case <-release:
			return longReport(5), nil
		case <-ctx.Done():
			return bot.Report{}, ctx.Err()
		}
	}}
	s := newDouble(t, discordtest.Options{})
	start(t, s, desk, Options{Patience: time.Millisecond})
	i := s.Run(checkOf("a.txt", "a"))
	i.AwaitDeferral(t)
	close(release)
	if m := i.Shown(t, 2); kinds(i) != "deferred edited follow-up" || !m.Ephemeral() || !m.Pings.None() {
		t.Errorf("got %q, ephemeral %v, pings %+v", kinds(i), m.Ephemeral(), m.Pings)
	}
}

// What there is no room for is counted.
func TestLongReport(t *testing.T) {
	m := renderReport(longReport(50), "", today)
	all := append([]message{m}, m.Next...)
	shown := 0
	for _, m := range all {
		for _, e := range m.Embeds {
			shown += max(1, strings.Count(e.Description, "\\. “"))
		}
	}
	last := all[len(all)-1].Content
	if len(all) != maxReportMessages || !strings.Contains(last, number(112-shown)+" more quotations not shown") {
		t.Errorf("got %d messages with %d of 112 quotations, ending %q", len(all), shown, last)
	}
}
