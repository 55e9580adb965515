package discordpage_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"copydesk/bot/discord/discordpage"
	"copydesk/bot/discord/discordtest"
)

func handler(t *testing.T) (*discordtest.Server, http.Handler) {
	t.Helper()
	d := discordtest.New(t, newsroom())
	return d, discordpage.New(d, discordpage.Options{People: []string{"400", "401"}})
}

// ask makes a request to the page's address, with headers in pairs.
func ask(h http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	req := httptest.NewRequest(method, path, strings.NewReader(body))
	req.Host = "127.0.0.1:4321"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			req.Host = headers[i+1]
			continue
		}
		req.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w
}

const saying = `{"user":"400","channel":"200","text":"Hello."}`

func TestGuard(t *testing.T) {
	_, h := handler(t)
	tests := []struct {
		name, method, path string
		headers            []string
		want               int
	}{
		{"the page", "GET", "/", nil, 200},
		{"by name", "GET", "/", []string{"Host", "localhost:4321"}, 200},
		{"by the other loopback address", "GET", "/", []string{"Host", "[::1]:4321"}, 200},
		{"by a name that leads here", "GET", "/", []string{"Host", "evil.example:4321"}, 403},
		{"by a name that looks like ours", "GET", "/", []string{"Host", "localhost.evil.example"}, 403},
		{"by an address of another computer", "GET", "/", []string{"Host", "192.0.2.7:4321"}, 403},
		{"a link from elsewhere", "GET", "/", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, 200},
		{"read from elsewhere", "GET", "/api/directory", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"}, 403},
		{"read from another port", "GET", "/api/directory", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors"}, 403},
		{"said on the page", "POST", "/api/say", []string{"Origin", "http://127.0.0.1:4321", "Sec-Fetch-Site", "same-origin"}, 200},
		{"said elsewhere", "POST", "/api/say", []string{"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 403},
		{"said elsewhere by a form", "POST", "/api/say", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"}, 403},
		{"said elsewhere in an old browser", "POST", "/api/say", []string{"Origin", "https://evil.example"}, 403},
		{"read what only posts do", "GET", "/api/say", nil, 404},
		{"no such file", "GET", "/page_test.go", nil, 404},
	}
	for _, test := range tests {
		w := ask(h, test.method, test.path, saying, test.headers...)
		if w.Code != test.want {
			t.Errorf("%s: got %d %s, want %d", test.name, w.Code, w.Body, test.want)
		}
		if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: got policy %q", test.name, policy)
		}
	}
}

// What is posted is held against who is there.
func TestRefusals(t *testing.T) {
	d, h := handler(t)
	theirs := d.Say(discordtest.UserMessage{UserID: "401", Content: "Hers."})
	connect(t, d)
	private := d.Run(discordtest.Command{Name: "ask", UserID: "401", Options: map[string]any{"question": "Who?", "only_me": true}}).Reply(t).ID
	form := d.Press(discordtest.Press{MessageID: private, CustomID: "wrong", UserID: "401"})
	form.Form(t)
	tests := []struct {
		name, path, body string
		want             int
	}{
		{"nobody there", "say", `{"user":"999","channel":"200","text":"Hello."}`, 404},
		{"no such channel", "say", `{"user":"400","channel":"999","text":"Hello."}`, 404},
		{"another's direct messages", "say", `{"user":"400","channel":"301","text":"Hello."}`, 404},
		{"no JSON", "say", `{`, 400},
		{"another's message edited", "edit", `{"user":"400","channel":"200","message":"` + theirs + `","text":"Mine."}`, 422},
		{"another's message deleted", "delete", `{"user":"400","channel":"200","message":"` + theirs + `"}`, 422},
		{"a message that all see", "dismiss", `{"user":"401","channel":"200","message":"` + theirs + `"}`, 422},
		{"another's private message dismissed", "dismiss", `{"user":"400","channel":"200","message":"` + private + `"}`, 422},
		{"a button of another's private message", "press", `{"user":"400","channel":"200","message":"` + private + `","custom_id":"more"}`, 422},
		{"another's form", "submit", `{"user":"400","channel":"200","form":"` + form.ID() + `"}`, 422},
		{"a form that is not", "submit", `{"user":"400","channel":"200","form":"1"}`, 422},
		{"a button that is gone", "press", `{"user":"400","channel":"200","message":"1","custom_id":"more"}`, 422},
		{"a number that is none", "run", `{"user":"400","channel":"200","name":"ask","options":{"most":{"type":4,"value":"many"}}}`, 422},
	}
	for _, test := range tests {
		if w := ask(h, "POST", "/api/"+test.path, test.body); w.Code != test.want {
			t.Errorf("%s: got %d %s, want %d", test.name, w.Code, w.Body, test.want)
		}
	}
	if m, _ := d.Message(theirs); m.Content != "Hers." || m.Deleted {
		t.Errorf("got %+v, want it as it was", m)
	}
	for _, path := range []string{"commands", "stream"} {
		if w := ask(h, "GET", "/api/"+path+"?user=400&channel=301", ""); w.Code != 404 {
			t.Errorf("%s: got %d, want another's direct messages not found", path, w.Code)
		}
	}
}

// A file is saved, never shown: it could be a page with a script.
func TestFilesAreSaved(t *testing.T) {
	d, h := handler(t)
	m, _ := d.Message(d.Say(discordtest.UserMessage{Files: []discordtest.File{{Name: "evil.html", Data: "<script>alert(1)</script>"}}}))
	w := ask(h, "GET", "/files/"+m.Files[0].ID+"/evil.html", "")
	body, err := io.ReadAll(w.Body)
	if err != nil || string(body) != "<script>alert(1)</script>" {
		t.Errorf("got %q, %v", body, err)
	}
	for key, want := range map[string]string{"Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff", "Content-Disposition": "attachment; filename=evil.html"} {
		if got := w.Header().Get(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
}

// The page's own files keep to the policy: nothing inline, nothing from elsewhere, and only the program's HTML becomes HTML.
func TestOwnFiles(t *testing.T) {
	inline := regexp.MustCompile(`<script>|<style| style=| on[a-z]+="|https?://|\beval\(|new Function|document\.write|insertAdjacentHTML|outerHTML\s*=|@import|url\(`)
	html := regexp.MustCompile(`innerHTML`)
	names, err := filepath.Glob("web/*")
	if err != nil || len(names) < 5 {
		t.Fatalf("got %v, %v", names, err)
	}
	written := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.ReplaceAll(text, []byte("http://www.w3.org/2000/svg"), nil)
		if found := inline.FindString(string(text)); found != "" {
			t.Errorf("%s has %q", name, found)
		}
		written += len(html.FindAll(text, -1))
	}
	if written != 1 {
		t.Errorf("HTML is written in %d places, want the one that shows what the program made", written)
	}
}
