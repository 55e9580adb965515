package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
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

// The real bot answers on the page, to a mention and to a command.
func TestDemoPage(t *testing.T) {
	address := startDemo(t)
	follow(t, address, demoEditor, demoDesk, "Can somebody check the quotes?")
	post := func(path string, body map[string]any) {
		t.Helper()
		body["user"], body["channel"], body["locale"] = demoReporter, demoRoom, "en-US"
		text, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.Post(address+"api/"+path, "application/json", bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		if answer, _ := io.ReadAll(resp.Body); resp.StatusCode != http.StatusOK || bytes.Contains(answer, []byte("failed")) {
			t.Errorf("%s: got %d %s", path, resp.StatusCode, answer)
		}
	}
	// A command waits for the bot to be connected; a message does not.
	post("run", map[string]any{"name": "said", "type": 1, "options": map[string]any{"speaker": map[string]any{"type": 3, "value": "Norwen"}, "public": map[string]any{"type": 5, "value": "true"}}})
	follow(t, address, demoReporter, demoRoom, "since before I was born")
	post("say", map[string]any{"text": "<@900000000000000001> " + demoQuestions[0]})
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

// With COPYDESK_PAGES, pictures of the real bot on the page are written to that folder, to be looked at.
func TestDemoPictures(t *testing.T) {
	dir := os.Getenv("COPYDESK_PAGES")
	chromium, err := exec.LookPath("chromium")
	if dir == "" || err != nil {
		t.Skip("no folder for pictures in COPYDESK_PAGES, or no Chromium")
	}
	address := startDemo(t)
	for name, size := range map[string][2]int64{"wide": {1280, 800}, "phone": {390, 844}} {
		ctx, stop := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(chromedp.ExecPath(chromium), chromedp.NoSandbox))
		defer stop()
		try := chromedp.CSS(".try")
		steps := []chromedp.Action[chromedp.Void]{
			chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate(address), chromedp.Click(try),
			chromedp.WaitVisible(chromedp.CSS("#box")), chromedp.Click(chromedp.CSS("#send")), chromedp.WaitVisible(chromedp.CSS(".embed")),
		}
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
		picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "demo-"+name+".png"), picture, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
