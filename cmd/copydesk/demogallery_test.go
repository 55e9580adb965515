package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// gallery is the demo's page in a headless browser.
type gallery struct {
	t       *testing.T
	ctx     context.Context
	address string
	user    string
	room    string
	size    string // of the window, for the names of pictures
	dir     string // where pictures go; empty for nowhere
}

// exhibit is something that the bot shows, how it comes about, and words that are in it.
type exhibit struct {
	name string
	do   func(g *gallery)
	want string
}

// exhibits are one of each kind: answers, checks, lists, cards, forms, refusals. Each goes on from the one before.
var exhibits = []exhibit{
	{"answer", uses("ask", "question", demoQuestions[0]), "told a crowd of about 5,000"},
	{"next-passage", presses("Next passage"), "a bridge to nowhere at the price of two hospitals"},
	{"context", presses("Context"), "From paragraph"},
	{"nothing-found", uses("ask", "question", "Who won the yodelling contest in Zermatt in 1987?"), "answers that."},
	{"nearest", presses("nearest passages"), "Near, but no answer"},
	{"card", uses("article", "article", "Tarrow bridge to cost 131 million"), "3 named, 5 not named"},
	{"source", chooses("What a source says", 4), "In 2023 she told us to remember the number"},
	{"statements", uses("said", "speaker", "Maud Ellery-Voss"), "7 statements"},
	{"statement", chooses("Open a statement", 2), "All statements"},
	{"nobody", uses("said", "speaker", "Zebulon Quark"), "Nobody called"},
	{"private", uses("ask", "question", demoQuestions[2], "only_me", true), "Only you can see this"},
	{"shown-to-everyone", presses("Show everyone"), "Shown by Juno Hartwick"},
	{"form", presses("Wrong?"), ""},
	{"refusal", uses("quote", "text", "since before I was born"), "You may not check quotations here"},
	{"no-date", uses("ask", "question", demoQuestions[0], "from", "2/3/2016"), "two different days"},
	{"no-article", uses("article", "article", "zzzz qqqq"), "I find no article"},
	{"help", says(""), "Ask me something after my name"},
	{"mention", says(demoQuestions[1]), "the first official"},
	{"archive", uses("desk"), "of 6 outlets"},
	{"forget", uses("forget-me"), "Delete mine"},
	{"forgotten", presses("Delete mine"), "Deleted:"},
	{"expired", buttonOfForgotten, "I have no record of that any more"},
	{"check-verbatim", becomes(1, demoEditor, uses("quote", "text", "a bridge to nowhere at the price of two hospitals", "speaker", "Maud Ellery-Voss")), "Verbatim"},
	{"check-altered", uses("quote", "text", "a bridge to nowhere at the price of three hospitals", "speaker", "Maud Ellery-Voss"), "A number was changed"},
	{"check-misattributed", uses("quote", "text", "since before I was born", "speaker", "Maud Ellery-Voss"), "Misattributed"},
	{"check-not-found", uses("quote", "text", "The sea has never owed anybody a living"), "Not found"},
	{"draft", uses("check", "draft", []byte(demoDraft)), "1 misattributed"},
	{"draft-quotation", chooses("Open a quotation", 0), "Quotation 2 of 3"},
	{"receipt", receiptShown, "bytes"},
	{"signed-off", presses("Sign off"), "Signed off by Bram Solvang"},
	{"archive-admin", becomes(2, demoAdmin, uses("desk")), "of 6 outlets"},
	{"settings", presses("Settings"), "Where I answer in this server"},
}

// Everything that the bot shows is shown on the page, on a wide and on a phone's screen. With COPYDESK_PAGES pictures are
// written to that folder, to be looked at.
func TestDemoGallery(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no Chromium here: the page is not tested in a browser")
	}
	for size, viewport := range map[string][2]int64{"wide": {1280, 900}, "phone": {390, 844}} {
		t.Run(size, func(t *testing.T) {
			address := startDemo(t)
			ctx, stop := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(chromedp.ExecPath(chromium), chromedp.NoSandbox))
			defer stop()
			g := &gallery{t: t, ctx: ctx, address: address, user: demoReporter, room: demoRoom, size: size, dir: os.Getenv("COPYDESK_PAGES")}
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(viewport[0], viewport[1]), chromedp.Navigate(address), chromedp.WaitVisible(chromedp.CSS("#box"))); err != nil {
				t.Fatal(err)
			}
			for _, e := range exhibits {
				g.show(e)
			}
		})
	}
}

// show does what brings the exhibit about, waits for it and takes a picture.
func (g *gallery) show(e exhibit) {
	g.t.Helper()
	e.do(g)
	g.until(e.name, `document.querySelector("dialog[open]") || log.lastElementChild.innerText.includes(`+quotedJS(e.want)+`)`)
	if g.dir != "" {
		picture, err := chromedp.Run(g.ctx, chromedp.CaptureScreenshot())
		if err == nil {
			err = os.WriteFile(filepath.Join(g.dir, "demo-"+e.name+"-"+g.size+".png"), picture, 0o666)
		}
		if err != nil {
			g.t.Fatal(err)
		}
	}
	g.js(`document.querySelector("dialog[open]")?.close()`)
}

func (g *gallery) js(code string) {
	g.t.Helper()
	if err := chromedp.Do(g.ctx, chromedp.Evaluate[chromedp.Void](code+"; undefined")); err != nil {
		g.t.Fatalf("%s: %v", code, err)
	}
}

// until waits for a condition in JavaScript, which is looked at whenever the page changes.
func (g *gallery) until(name, condition string) {
	g.t.Helper()
	ctx, stop := context.WithTimeout(g.ctx, 20*time.Second)
	defer stop()
	_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(`new Promise((done) => {
		const look = () => { try { if (!(%s)) return } catch { return } seen.disconnect(); done(true) }
		const seen = new MutationObserver(look)
		seen.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
		look()
	})`, condition), chromedp.EvalAwaitPromise))
	if err != nil {
		text, _ := chromedp.Run(g.ctx, chromedp.Evaluate[string](`log.lastElementChild.innerText`))
		g.t.Fatalf("%s: %v; the last message is\n%s", name, err, text)
	}
}

func uses(name string, options ...any) func(*gallery) {
	return func(g *gallery) { runDemo(g.t, g.address, g.user, g.room, name, options...) }
}

func says(text string) func(*gallery) {
	return func(g *gallery) {
		postDemo(g.t, g.address, "say", g.user, g.room, map[string]any{"text": "<@900000000000000001> " + text})
	}
}

// presses clicks the last button on the page whose label has the words.
func presses(label string) func(*gallery) {
	return func(g *gallery) {
		find := `[...log.querySelectorAll("button")].filter((b) => b.innerText.includes(` + quotedJS(label) + `)).pop()`
		g.until(label, find)
		g.js(find + `.click()`)
	}
}

// chooses opens the last menu whose label has the words and chooses one of what it offers.
func chooses(label string, n int) func(*gallery) {
	return func(g *gallery) {
		presses(label)(g)
		option := fmt.Sprintf(`document.querySelectorAll(".popup .option")[%d]`, n)
		g.until(label, option)
		g.js(option + `.click()`)
	}
}

// becomes goes on as another of the demo's people.
func becomes(n int, user string, do func(*gallery)) func(*gallery) {
	return func(g *gallery) {
		g.user = user
		g.js(`who.click()`)
		option := fmt.Sprintf(`document.querySelectorAll(".popup .option")[%d]`, n)
		g.until(user, option)
		g.js(option + `.click()`)
		g.until(user, `!document.querySelector(".popup")`)
		do(g)
	}
}

// buttonOfForgotten presses a button whose receipt is gone.
func buttonOfForgotten(g *gallery) { presses("Next passage")(g) }

// receiptShown asks for the receipt whose number stands last on the page.
func receiptShown(g *gallery) {
	id, err := chromedp.Run(g.ctx, chromedp.Evaluate[string](`[...log.innerText.matchAll(/Receipt ([0-9A-Z]{8})/g)].pop()[1]`))
	if err != nil {
		g.t.Fatal(err)
	}
	uses("receipt", "id", id)(g)
}

func quotedJS(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text is always JSON
	}
	return string(b)
}
