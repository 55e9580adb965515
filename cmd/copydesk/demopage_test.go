package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var demoAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)

// startDemo runs the demo's page with the real bot and gives its address.
func startDemo(t *testing.T) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	out, w := io.Pipe()
	var log lockedBuffer
	ended := make(chan error, 1)
	go func() {
		err := (&demoCommand{NoOpen: true}).Run(ctx, stdio{in: strings.NewReader(""), out: w, err: &log})
		w.Close()
		ended <- err
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the demo ended with %v", err)
		}
		if log.String() != "" {
			t.Errorf("the demo logged\n%s", log.String())
		}
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if address := demoAddress.FindString(lines.Text()); address != "" {
			go io.Copy(io.Discard, out)
			return address
		}
	}
	t.Fatal("the demo printed no address")
	return ""
}

// follow reads what a person's page is sent of a channel until the text comes.
func follow(t *testing.T, address, user, channel, text string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, "GET", address+"api/stream?user="+user+"&channel="+channel, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	for lines.Buffer(nil, 1<<20); lines.Scan(); {
		if strings.Contains(lines.Text(), text) {
			return
		}
	}
	t.Fatalf("%q did not come: %v", text, lines.Err())
}

// postDemo does on the page what a person does.
func postDemo(t *testing.T, address, action, user, channel string, body map[string]any) {
	t.Helper()
	body["user"], body["channel"], body["locale"] = user, channel, "en-US"
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(address+"api/"+action, "application/json", bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if answer, _ := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK || bytes.Contains(answer, []byte("failed")) {
		t.Errorf("%s: got %d %s", action, resp.StatusCode, answer)
	}
}

// runDemo has a person use a slash command, with its options by name: texts, truths and, as bytes, a file.
func runDemo(t *testing.T, address, user, channel, name string, options ...any) {
	t.Helper()
	filled := map[string]any{}
	for i := 0; i < len(options); i += 2 {
		value := map[string]any{"type": 3, "value": options[i+1]}
		switch v := options[i+1].(type) {
		case bool:
			value = map[string]any{"type": 5, "value": strconv.FormatBool(v)}
		case []byte:
			value = map[string]any{"type": 11, "file": map[string]any{"name": "bridge.txt", "data": v}}
		}
		filled[options[i].(string)] = value
	}
	postDemo(t, address, "run", user, channel, map[string]any{"name": name, "type": 1, "options": filled})
}

// The real bot answers on the page, to a mention and to a command.
func TestDemoPage(t *testing.T) {
	address := startDemo(t)
	follow(t, address, demoEditor, demoDesk, "Can somebody check the quotes?")
	// A command waits for the bot to be connected; a message does not.
	runDemo(t, address, demoReporter, demoRoom, "said", "speaker", "Norwen", "public", true)
	follow(t, address, demoReporter, demoRoom, "since before I was born")
	postDemo(t, address, "say", demoReporter, demoRoom, map[string]any{"text": "<@900000000000000001> " + demoQuestions[0]})
	follow(t, address, demoReporter, demoRoom, "told a crowd of about 5,000")
}

// Another program that has the port is named, with what to do.
func TestDemoPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = (&demoCommand{Port: l.Addr().(*net.TCPAddr).Port}).Run(t.Context(), stdio{out: io.Discard, err: io.Discard})
	if err == nil || !strings.Contains(err.Error(), "cannot be used") {
		t.Errorf("got %v, want the port named", err)
	}
}
