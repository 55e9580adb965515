package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
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
	for _, scene := range []struct {
		name, channel string
		person        int // of demoPeople
		clicks        []string
		shown         string
	}{
		{"answer", demoRoom, 0, []string{".try", "#send"}, ".embed"},
		{"said", demoRoom, 0, []string{".try:nth-child(4)"}, ".describing"},
		{"menu", demoDesk, 1, []string{".message .more"}, "[role=menuitem]:last-child"},
		{"refusal", demoDesk, 0, []string{".message .more", "h3 + [role=menuitem]"}, ".ephemeral :is(.embed, .content)"},
		{"check", demoDesk, 1, []string{".message .more", "h3 + [role=menuitem]"}, ".ephemeral :is(.embed, .content)"},
	} {
		for size, viewport := range map[string][2]int64{"wide": {1280, 800}, "phone": {390, 844}} {
			picture, err := demoPicture(t, chromium, address, scene.channel, scene.person, scene.clicks, scene.shown, viewport)
			if err != nil {
				t.Fatalf("%s, %s: %v", scene.name, size, err)
			}
			if err := os.WriteFile(filepath.Join(dir, "demo-"+scene.name+"-"+size+".png"), picture, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// demoPicture opens the page on a channel, clicks, and takes a picture once an element is shown.
func demoPicture(t *testing.T, chromium, address, channel string, person int, clicks []string, shown string, viewport [2]int64) ([]byte, error) {
	t.Helper()
	browser, stop := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(chromedp.ExecPath(chromium), chromedp.NoSandbox))
	defer stop()
	ctx, stop := context.WithTimeout(browser, 20*time.Second)
	defer stop()
	entry := "[data-channel='" + channel + "']"
	steps := []chromedp.Action[chromedp.Void]{
		chromedp.EmulateViewport(viewport[0], viewport[1]), chromedp.Navigate(address), chromedp.WaitReady(chromedp.CSS(entry)),
		chromedp.Evaluate[chromedp.Void](`document.querySelector("` + entry + `").click(); undefined`), // it may be in the drawer
	}
	if person > 0 {
		be := fmt.Sprintf(`who.click(); document.querySelectorAll(".popup .option")[%d].click(); undefined`, person)
		steps = append(steps, chromedp.Evaluate[chromedp.Void](be))
	}
	for _, selector := range clicks {
		steps = append(steps, chromedp.Click(chromedp.CSS(selector)))
	}
	if err := chromedp.Do(ctx, append(steps, chromedp.WaitVisible(chromedp.CSS(shown)))...); err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.CaptureScreenshot())
}
