package discordpage_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"

	"github.com/chromedp/chromedp"
)

func TestMention(t *testing.T) {
	p := open(t, wide, high)
	p.shot("welcome-wide")
	p.click("#box")
	p.keys("@cop")
	p.until(`document.querySelector("#offers [aria-selected=true]").innerText.includes("copydesk")`)
	p.shot("mention-completion-wide")
	p.press("Tab")
	p.keys("Who runs the ferry?")
	p.press("Enter")
	p.shows("We sail every hour")
	p.until(`document.querySelector(".message:last-child .above").textContent.includes("Who runs the ferry?")`)
	p.until(`document.querySelector(".message .mention").innerText === "@copydesk" && box.value === ""`)
	p.shot("answer-wide")
	p.click("[data-press=more]")
	p.shows("Second passage.")
}

func TestSlashCommand(t *testing.T) {
	p := open(t, wide, high)
	p.click("#box")
	p.keys("/")
	p.until(`document.querySelectorAll("#offers .option").length === 6`)
	p.shot("commands-wide")
	p.keys("as")
	p.press("Enter")
	p.focused("#option-question")
	p.press("Enter")
	p.until(`offers.innerText.includes("This option is required")`)
	p.shot("option-wide")
	p.press("ArrowDown", "Enter") // the first of the other options
	p.focused("#option-outlet")
	p.until(`offers.innerText.includes("Skerry Courier")`)
	p.shot("completion-wide")
	p.press("ArrowDown", "ArrowDown", "Enter")
	p.focused("#option-question")
	p.until(`document.querySelector("#option-outlet").value === "Skerry Courier"`)
	p.keys("Who runs it?")
	p.press("Enter")
	p.shows("Asked: Who runs it? in skerry-courier")
	p.until(`document.querySelector(".message:last-child .above").textContent.includes("used /ask")`)
}

// What only one person sees is theirs to put away; another does not see it.
func TestPrivateAnswer(t *testing.T) {
	p := open(t, wide, high)
	p.click("#box")
	p.keys("/ask")
	p.press("Enter")
	p.focused("#option-question")
	p.until(`offers.innerText.includes("only_me")`)
	p.press("ArrowUp", "Enter") // the last of the other options, only_me
	p.focused("#option-only_me")
	p.keys("t")
	p.until(`document.querySelector("#offers [aria-selected=true]").innerText === "True"`)
	p.press("Enter")
	p.focused("#option-question")
	p.keys("Who?")
	p.press("Enter")
	p.shows("Only you can see this")
	p.do(chromedp.Evaluate[chromedp.Void](`who.click(); undefined`))
	p.focused(".popup .option")
	p.press("End", "Enter")
	p.until(`document.querySelector("#role").innerText === "Server admin" && log.childElementCount === 0`)
}

func TestButtonsOpenForms(t *testing.T) {
	p := open(t, wide, high)
	p.say("@copydesk Who?")
	p.shows("We sail every hour")
	p.click("[data-press=wrong]")
	p.until(`document.querySelector("dialog[open] h2").innerText === "What is wrong?"`)
	p.click("dialog [type=submit]")
	p.until(`document.querySelector(".problem").innerText === "Choose one of these."`)
	p.shot("modal-wide")
	p.click("dialog .menu")
	p.focused("dialog .option")
	p.press("ArrowDown", "Enter")
	p.until(`document.querySelector("dialog .menu").innerText === "The speaker"`)
	p.click("dialog textarea")
	p.keys("It was Ines Falk.")
	p.click("dialog input")
	p.keys("Metro")
	p.press("Enter")
	p.shows("Thank you: speaker It was Ines Falk. Metro")
	p.until(`document.querySelector("dialog") === null && document.querySelector(".message:last-child").innerText.includes("Only you can see this")`)
	p.shot("private-wide")
	p.click(".message:last-child [data-dismiss]")
	p.until(`!log.innerText.includes("Thank you")`)
}

func TestMenus(t *testing.T) {
	p := open(t, wide, high)
	p.command("/menus")
	p.shows("Choose.")
	p.until(`document.querySelectorAll("[data-menu]").length === 4`)
	for _, test := range []struct {
		menu string
		keys []string
		want string
	}{
		{"0", []string{"ArrowDown", "Enter"}, "Chosen: barge"},
		{"1", []string{"ArrowDown", " ", "ArrowDown", " ", "Tab", "Enter"}, "Chosen: 400, 401"},
		{"2", []string{"Enter"}, "Chosen: 500"},
		{"3", []string{"End", "Enter"}, "Chosen: 201"},
	} {
		p.do(chromedp.Click(chromedp.JSPath(`document.querySelectorAll("[data-menu]")[` + test.menu + `]`)))
		p.focused(".popup .option")
		if test.menu == "1" {
			p.shot("menu-wide")
		}
		p.press(test.keys...)
		p.shows(test.want)
	}
}

func TestMessageMenu(t *testing.T) {
	p := open(t, wide, high)
	p.d.Say(discordtest.UserMessage{Content: "“We sail,” he said."})
	p.shows("We sail")
	p.do(chromedp.Click(chromedp.CSS(".message .more")))
	p.until(`document.querySelector("[role=menu]").innerText.includes("Check quotes")`)
	p.shot("message-menu-wide")
	p.press("End", "Enter")
	p.shows("Checked: “We sail,” he said.")
}

func TestReplyEditAndDelete(t *testing.T) {
	p := open(t, wide, high)
	p.say("Wo runs it?")
	p.shows("Wo runs it?")
	p.menu(".message", "Enter")
	p.until(`reply.innerText.includes("Replying to Maren Oyelaran")`)
	p.keys("Nobody.")
	p.press("Enter")
	p.shows("Nobody.")
	p.until(`document.querySelector(".message:last-child .above").textContent.includes("Wo runs it?")`)
	p.menu(".message:first-child", "ArrowDown", "Enter")
	p.focused(".editing textarea")
	p.keys(" Now?")
	p.press("Enter")
	p.until(`document.querySelector(".message").innerText.includes("Wo runs it? Now? (edited)")`)
	p.menu(".message:first-child", "End", "ArrowUp", "Enter")
	p.until(`!log.querySelector(".message").innerText.includes("Now?")`)
}

func TestAttachments(t *testing.T) {
	p := open(t, wide, high)
	draft := filepath.Join(t.TempDir(), "draft <b>.txt")
	if err := os.WriteFile(draft, []byte("“We sail,” he said."), 0o666); err != nil {
		t.Fatal(err)
	}
	p.click("#box")
	p.keys("/check")
	p.press("Enter")
	p.focused(".choose")
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#pills input[type=file]"), []string{draft}, chromedp.NodeReady))
	p.until(`document.querySelector(".choose").innerText === "draft <b>.txt"`)
	p.shot("attachment-wide")
	p.press("Enter")
	p.shows("Read draft <b>.txt, 23 bytes")
	p.do(chromedp.SetUploadFiles(chromedp.CSS("#files"), []string{draft}, chromedp.NodeReady))
	p.until(`attached.innerText.includes("draft <b>.txt")`)
	p.say("Here.")
	p.until(`document.querySelector(".message:last-child .file").innerText.includes("draft <b>.txt")`)
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`fetch(document.querySelector(".file a").href).then((r) => r.text())`, chromedp.EvalAwaitPromise))
	if err != nil || text != "“We sail,” he said." {
		t.Errorf("the file is %q, %v", text, err)
	}
}

func TestThinkingAndSilence(t *testing.T) {
	p := open(t, wide, high)
	p.command("/slow")
	p.shows("copydesk is thinking…")
	p.shot("thinking-wide")
	close(p.bot.slow)
	p.shows("Here at last.")
	p.command("/silent")
	p.until(`toasts.innerText.includes("The application did not respond")`)
	p.shot("silent-wide")
}

func TestChannelsAndPeople(t *testing.T) {
	p := open(t, wide, high)
	p.click("[data-channel='201']")
	p.say("In the thread.")
	p.shows("In the thread.")
	p.d.Say(discordtest.UserMessage{Content: "Elsewhere."})
	p.until(`document.querySelector("[data-channel='200'] .unread")`)
	p.click("[data-channel='300']")
	p.until(`document.querySelector("#where").innerText === "copydesk" && log.childElementCount === 0`)
	p.say("@copydesk Who?")
	p.shows("We sail every hour")
	p.click("#who")
	p.focused(".popup .option")
	p.press("ArrowDown", "Enter")
	p.until(`document.querySelector("#name").innerText === "Ines Falk" && document.querySelector("#role").innerText === "Editors"`)
	p.until(`document.querySelector("[aria-current]").dataset.channel === "301" && log.childElementCount === 0`)
	if m := p.d.Seen("400", "201", 0); len(m) != 1 || m[0].Author.ID != "400" {
		t.Errorf("got %v, want what Maren wrote in the thread", m)
	}
}

// Text of articles and people stays text, whatever is in it.
func TestHostileText(t *testing.T) {
	const hostile = `<script>alert(1)</script> <img src=x onerror=alert(1)> @everyone <@400> [x](javascript:alert(1)) <b>bold</b> "&quot;'`
	p := open(t, wide, high)
	p.do(chromedp.Evaluate[chromedp.Void](`window.alert = () => { window.attacked = true }; undefined`))
	p.command("/hostile")
	p.focused("#option-text")
	p.keys(hostile)
	p.press("Enter")
	p.shows(`<script>alert(1)</script> <img src=x onerror=alert(1)>`)
	p.shows(`[x](javascript:alert(1)) <b>bold</b> "&quot;'`)
	p.say(hostile)
	p.until(`log.childElementCount === 2`)
	p.menu(".message:last-child", "ArrowDown", "Enter")
	p.focused(".editing textarea")
	p.press("Escape")
	p.shot("hostile-wide")
	found, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`[window.attacked, ...[...log.querySelectorAll("script, img, b:not(.author b), a[href^=javascript], [onerror]")].map((n) => n.outerHTML)].join(" ")`))
	if err != nil || strings.TrimSpace(found) != "" {
		t.Errorf("got %q, %v, want text", found, err)
	}
	if m := p.d.Seen("400", "200", 0)[0]; !m.Pings.None() {
		t.Errorf("got pings %+v, want none", m.Pings)
	}
}

// The last message is in sight: its end, or its beginning if it is longer than the window.
func TestFollow(t *testing.T) {
	p := open(t, wide, high)
	for range 20 {
		p.d.Say(discordtest.UserMessage{Content: "One.\nTwo."})
	}
	const place = `log.lastElementChild.getBoundingClientRect()`
	p.until(`log.childElementCount === 20 && ` + place + `.bottom < document.querySelector("#foot").getBoundingClientRect().top`)
	p.d.Say(discordtest.UserMessage{Content: strings.Repeat("Line.\n", 60) + "End."})
	p.shows("End.")
	p.until(`Math.abs(` + place + `.top - document.querySelector("#scroll").getBoundingClientRect().top) < 30`)
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#scroll").scrollTop = 0; undefined`))
	p.d.Say(discordtest.UserMessage{UserID: "401", Content: "Unread."})
	p.shows("Unread.")
	p.until(`document.querySelector("#scroll").scrollTop === 0`) // whoever reads above stays there
	p.command("/menus")
	p.shows("Choose.")
	p.until(`document.querySelector("#scroll").scrollTop > 0`) // until they do something themselves
}

func TestLanguage(t *testing.T) {
	p := open(t, wide, high)
	p.do(chromedp.SetValue(chromedp.CSS("#language"), "de"), chromedp.Evaluate[chromedp.Void](`language.dispatchEvent(new Event("change")); undefined`))
	p.click("#box")
	p.keys("/fra")
	p.until(`offers.innerText.includes("/frage")`)
}

func TestPhone(t *testing.T) {
	p := open(t, phone, tall)
	p.shot("welcome-phone")
	p.say("@copydesk Who?")
	p.shows("We sail every hour")
	p.shot("answer-phone")
	p.click("#drawer")
	p.until(`getComputedStyle(side).visibility === "visible"`)
	p.focused(".channel[aria-current]")
	p.until(`side.getBoundingClientRect().left === 0`)
	p.shot("drawer-phone")
	p.press("Escape")
	p.focused("#drawer")
	p.until(`getComputedStyle(side).visibility === "hidden"`)
	p.click("#box")
	p.keys("/ask")
	p.press("Enter")
	p.focused("#option-question")
	p.keys("Who runs the ferry to Skerry?")
	p.shot("command-phone")
	p.press("Enter")
	p.shows("Asked: Who runs the ferry to Skerry?")
	p.click(".message:last-child [data-press=wrong]")
	p.until(`document.querySelector("dialog[open]")`)
	p.shot("modal-phone")
	width, err := chromedp.Run(p.ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth`))
	if err != nil || width > phone {
		t.Errorf("the page is %d px wide, %v, want %d", width, err, phone)
	}
}
