package discordpage_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"copydesk/bot/discord/discordpage"
	"copydesk/bot/discord/discordtest"

	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is the path of a Chromium, looked for once; empty if there is none.
var browser = sync.OnceValue(func() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
})

// The newsroom is invented, with all people in it.
func newsroom() discordtest.Options {
	return discordtest.Options{
		Guilds: []discordtest.Guild{{ID: "100", Name: "The Harbour Post"}},
		Channels: []discordtest.Channel{
			{ID: "200", GuildID: "100", Name: "newsroom"}, {ID: "201", Type: discordtest.PublicThread, GuildID: "100", ParentID: "200", Name: "ferry story"},
			{ID: "300", Type: discordtest.DM, Recipient: "400"}, {ID: "301", Type: discordtest.DM, Recipient: "401"},
		},
		Users: []discordtest.User{
			{ID: "400", Name: "Maren Oyelaran"}, {ID: "401", Name: "Ines Falk", Roles: []string{"500"}}, {ID: "402", Name: "Per Lund", Admin: true},
		},
		Roles: []discordtest.Role{{ID: "500", Name: "Editors"}},
		Clock: time.Now,
	}
}

// tab is a page in a headless browser, with a bot at the other end.
type tab struct {
	t   *testing.T
	ctx context.Context
	d   *discordtest.Server
	bot *bot
	url string
}

// open opens the page in a window of a size. What the page throws, or the browser finds against the policy, fails the test.
func open(t *testing.T, width, height int64) *tab {
	t.Helper()
	path := browser()
	if path == "" {
		t.Skip("no Chromium here: the page is not tested in a browser")
	}
	d := discordtest.New(t, newsroom())
	p := &tab{t: t, d: d, bot: connect(t, d)}
	page := httptest.NewServer(discordpage.New(d, discordpage.Options{People: []string{"400", "401", "402"}, Intros: map[string]discordpage.Intro{
		"200": {Text: "Ask the archive. All people and outlets here are invented.", Tries: []string{"@copydesk Who runs the ferry?", "/ask"}},
	}}))
	t.Cleanup(page.Close)
	p.url = page.URL
	ctx, stop := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(int(width), int(height)), chromedp.Flag("lang", "en-GB")))
	t.Cleanup(stop)
	p.ctx = ctx
	if err := chromedp.Listen(p.ctx, p.complain); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.EmulateViewport(width, height), chromedp.Navigate(page.URL))
	p.until(`document.querySelector("#name").textContent === "Maren Oyelaran"`)
	return p
}

// complain takes the browser's events.
func (p *tab) complain(e any) {
	switch e := e.(type) {
	case *runtime.EventExceptionThrown:
		p.t.Errorf("the page threw: %v", e.ExceptionDetails.Exception.Description)
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == "error" && e.Entry.Source != "network" {
			p.t.Errorf("the browser complains: %s", e.Entry.Text)
		}
	}
}

func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// until waits for a condition in JavaScript; it is looked at whenever the page changes.
func (p *tab) until(condition string) {
	p.t.Helper()
	ctx, stop := context.WithTimeout(p.ctx, patience)
	defer stop()
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(`new Promise((done) => {
		const look = () => { try { if (!(%s)) return } catch { return } seen.disconnect(); done(true) }
		const seen = new MutationObserver(look)
		seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
		for (const event of ["input", "focusin", "transitionend"]) addEventListener(event, look, true)
		look()
	})`, condition), chromedp.EvalAwaitPromise))
	if err == nil {
		return
	}
	p.shot("failed-" + p.t.Name())
	text, _ := chromedp.Run(p.ctx, chromedp.Evaluate[string](`document.body.innerText`))
	p.t.Fatalf("waiting for %s: %v\n%s", condition, err, text)
}

// shows waits until the last message has the text.
func (p *tab) shows(text string) {
	p.t.Helper()
	p.until(`document.querySelector("#log").lastElementChild.innerText.includes(` + quoted(text) + `)`)
}

// keys types into what has the focus.
func (p *tab) keys(text string) { p.t.Helper(); p.do(chromedp.KeyEvent(text)) }

// keyCodes are the numbers of the keys that press knows.
var keyCodes = map[string]int64{"Enter": 13, "Tab": 9, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, "End": 35, "Backspace": 8, " ": 32}

// press presses keys by name, as a keyboard does: what a handler of the key prevents is not typed.
func (p *tab) press(names ...string) {
	p.t.Helper()
	for _, name := range names {
		text := map[string]string{"Enter": "\r", " ": " "}[name]
		for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
			key := input.DispatchKeyEventParams{Type: kind, Key: name, Code: name, WindowsVirtualKeyCode: keyCodes[name], Text: text}
			if _, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, key); err != nil {
				p.t.Fatalf("press %s: %v", name, err)
			}
			text = ""
		}
	}
}

// focused waits until an element has the focus.
func (p *tab) focused(selector string) {
	p.t.Helper()
	p.until(`document.activeElement.matches(` + quoted(selector) + `)`)
}

// say writes a message.
func (p *tab) say(text string) {
	p.t.Helper()
	p.click("#box")
	p.keys(text)
	p.press("Escape", "Enter")
}

// command begins a slash command; one without options is sent.
func (p *tab) command(name string) {
	p.t.Helper()
	p.click("#box")
	p.keys(name)
	p.until(`document.querySelector("#offers [aria-selected=true]").innerText.startsWith(` + quoted(name) + `)`)
	p.press("Enter")
	p.until(`document.querySelector(".command").innerText === ` + quoted(name))
	p.press("Enter")
}

// menu opens a message's menu and presses keys there.
func (p *tab) menu(message string, keys ...string) {
	p.t.Helper()
	p.click(message + " .more")
	p.focused("[role=menuitem]")
	p.press(keys...)
}

func (p *tab) click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
}

// shot writes a picture to the folder that COPYDESK_PAGES names, to be looked at.
func (p *tab) shot(name string) {
	p.t.Helper()
	dir := os.Getenv("COPYDESK_PAGES")
	if dir == "" {
		return
	}
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o666); err != nil {
		p.t.Fatal(err)
	}
}

func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text is always JSON
	}
	return string(b)
}

// patience is how long a test waits for the page before it fails.
const patience = 15 * time.Second

const (
	wide, high  = 1280, 800
	phone, tall = 390, 844
)
