package discord

import (
	"context"
	"errors"
	"io"
	"strconv"
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
	if d.name != "draft.docx" || d.text != text || !m.Ephemeral() || !strings.Contains(m.Embeds[0].Title, "9 quotations") {
		t.Errorf("got file %q, %q, answer %+v, ephemeral %v", d.name, d.text, m.Embeds, m.Ephemeral())
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
	if m := i.Reply(t); kinds(i) != "deferred edited" || !m.Ephemeral() || !m.Pings.None() {
		t.Errorf("got %q, ephemeral %v, pings %+v", kinds(i), m.Ephemeral(), m.Pings)
	}
}

// All quotations are listed, those first that cannot be printed as they are, and each opens.
func TestReportPages(t *testing.T) {
	r := longReport(50)
	r.Counts.Quotations += 3
	v := reportView{desk: unasked{}, read: func(context.Context) (bot.Report, error) { return r, nil }}
	var order []string
	for n := 0; ; n++ {
		sc := shows(t, v, strconv.Itoa(n))
		if !strings.Contains(sc.Content, "3 more quotations not shown") {
			t.Errorf("page %d: got %q", n, sc.Content)
		}
		for _, o := range sc.menus[0].options {
			order = append(order, o.Value)
			if one := shows(t, v, o.Value); one.back.place != strconv.Itoa(n) || len(one.Embeds) == 0 {
				t.Errorf("%s: got %+v", o.Value, one)
			}
		}
		if sc.next == nil {
			break
		}
	}
	if len(order) != 112 || order[0] != "q13" || order[100] != "q1" || order[111] != "q12" {
		t.Errorf("got %d quotations: %q", len(order), order)
	}
}
