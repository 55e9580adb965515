package discordtest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"copydesk/bot/discord/discordtest"

	"github.com/google/go-cmp/cmp"
)

const ask = `{"name":"ask","description":"Ask the archive.","options":[{"type":3,"name":"question","description":"What?","required":true}]}`

// asking is a Discord in which a person has just used /ask.
type asking struct {
	*client
	r                 *recorder
	i                 *discordtest.Interaction
	g                 *gateway
	callback, webhook string // paths
}

func newAsking(t *testing.T) *asking {
	t.Helper()
	r := &recorder{t: t}
	c := newClient(t, discordtest.New(r, discordtest.Options{Patience: time.Second}))
	a := &asking{client: c, r: r, g: c.ready()}
	c.register(ask)
	a.take(c.s.Run(discordtest.Command{Name: "ask", Options: map[string]any{"question": "Who runs the ferry?"}}))
	return a
}

// take makes the interaction, whose event comes next, the one that is answered.
func (a *asking) take(i *discordtest.Interaction) {
	a.t.Helper()
	e := a.g.event("INTERACTION_CREATE")
	token := field(a.t, e.Data, "token")
	a.i = i
	a.callback = "/api/v9/interactions/" + field(a.t, e.Data, "id") + "/" + token + "/callback"
	a.webhook = "/api/v10/webhooks/" + a.s.AppID() + "/" + token
}

// must makes a request that must be answered so: with a status, and a body that has the text.
func (a *asking) must(method, path, body string, status int, text string) {
	a.t.Helper()
	got, answer := a.do(method, path, body)
	if got != status || !strings.Contains(answer, text) {
		a.t.Errorf("%s %s %s: got %d %s, want %d %s", method, path, body, got, answer, status, text)
	}
}

// kinds are the interaction's steps, those that are ephemeral with a mark.
func kinds(i *discordtest.Interaction) []string {
	var out []string
	for _, e := range i.History() {
		kind := string(e.Kind)
		if e.Ephemeral {
			kind += "*"
		}
		out = append(out, kind)
	}
	return out
}

func (a *asking) mustSteps(want ...string) {
	a.t.Helper()
	if diff := cmp.Diff(want, kinds(a.i)); diff != "" {
		a.t.Errorf("steps (-want +got):\n%s", diff)
	}
	if got := a.r.take(); got != "" {
		a.t.Errorf("got %q, want no complaint", got)
	}
}

func TestReplyAtOnce(t *testing.T) {
	a := newAsking(t)
	a.s.Advance(3 * time.Second)
	a.must("POST", a.callback, `{"type":4,"data":{"content":"The port does.","flags":64}}`, 204, "")
	if got := a.i.Reply(t); got.Content != "The port does." || !got.Ephemeral() || got.Command != "ask" {
		t.Errorf("got %+v, want the ephemeral answer to /ask", got)
	}
	a.must("GET", a.webhook+"/messages/@original", "", 200, "The port does.")
	a.mustSteps("replied*")
}

func TestDeferThenEdit(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5,"data":{"flags":64}}`, 204, "")
	a.must("GET", a.webhook+"/messages/@original", "", 200, `"flags":192`)
	a.s.Advance(2 * time.Minute)
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"The port does."}`, 200, `"flags":64`)
	if got := a.i.Reply(t); got.Content != "The port does." || !got.Ephemeral() {
		t.Errorf("got %q, ephemeral %v, want the ephemeral answer", got.Content, got.Ephemeral())
	}
	h := a.i.History()
	if got := h[1].At.Sub(h[0].At); got != 2*time.Minute {
		t.Errorf("got an edit after %v, want 2m", got)
	}
	a.mustSteps("deferred*", "edited*")
}

func TestFirstFollowUpFillsADeferral(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.must("POST", a.webhook+"?wait=true", `{"content":"The port does.","flags":64}`, 200, `"flags":0`)
	a.must("GET", a.webhook+"/messages/@original", "", 200, "The port does.")
	a.must("POST", a.webhook, `{"content":"Since 2019.","flags":64}`, 200, `"flags":64`)
	if got := a.i.Shown(t, 2).Content; got != "Since 2019." {
		t.Errorf("got %q, want the second follow-up", got)
	}
	a.mustSteps("deferred", "follow-up", "follow-up*")
}

func TestFollowUpsAreEditedAndDeleted(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback+"?with_response=true", `{"type":4,"data":{"content":"First."}}`, 200, `"response_message_id"`)
	_, body := a.do("POST", a.webhook, `{"content":"Second."}`)
	second := a.webhook + "/messages/" + field(t, []byte(body), "id")
	a.must("PATCH", second, `{"embeds":[{"title":"Second"}],"content":""}`, 200, `"rich"`)
	a.must("DELETE", second, "", 204, "")
	a.must("PATCH", second, `{"content":"Gone."}`, 404, "10008")
	a.must("DELETE", a.webhook+"/messages/@original", "", 204, "")
	a.must("GET", a.webhook+"/messages/@original", "", 404, "10008")
	a.mustSteps("replied", "follow-up", "edited", "removed", "removed")
}

func TestTimesOfAnInteraction(t *testing.T) {
	tests := []struct {
		name           string
		before, after  time.Duration // the callback
		acknowledged   string        // what the callback is answered
		status, edited int
	}{
		{"in time", 3 * time.Second, 14 * time.Minute, "", 204, 200},
		{"too late", 3*time.Second + time.Millisecond, 0, `"code":10062`, 404, 404},
		{"edited too late", 0, 15*time.Minute + time.Second, "", 204, 401},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := newAsking(t)
			a.s.Advance(test.before)
			a.must("POST", a.callback, `{"type":5}`, test.status, test.acknowledged)
			a.s.Advance(test.after)
			a.must("PATCH", a.webhook+"/messages/@original", `{"content":"The port does."}`, test.edited, "")
			if got := a.r.take(); got != "" {
				t.Errorf("got %q, want no complaint", got)
			}
		})
	}
}

func TestErrorsOfAnInteraction(t *testing.T) {
	a := newAsking(t)
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"Early."}`, 404, `"code":10015`)
	a.must("POST", a.webhook, `{"content":"Early."}`, 404, `"code":10015`)
	a.must("POST", "/api/v9/interactions/1/none/callback", `{"type":5}`, 404, `"code":10062`)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.must("POST", a.callback, `{"type":4,"data":{"content":"Twice."}}`, 400, `"code":40060`)
	a.s.Advance(16 * time.Minute)
	a.must("POST", a.webhook, `{"content":"Late."}`, 401, `"code":50027`)
	a.must("POST", "/api/v9/webhooks/"+a.s.AppID()+"/none", `{"content":"c"}`, 404, `"code":10015`)
	a.mustSteps("deferred")
}

func TestCallbackChecks(t *testing.T) {
	tests := []struct{ name, body, wrong string }{
		{"a deferral with more than one flag", `{"type":5,"data":{"flags":32832}}`, "flags 32768 cannot be set here"},
		{"a deferral with content", `{"type":5,"data":{"content":"c"}}`, "a deferral shows nothing"},
		{"an empty reply", `{"type":4,"data":{"content":""}}`, "the message is empty"},
		{"a reply without data", `{"type":4}`, "the message is empty"},
		{"a long reply", `{"type":4,"data":{"content":"` + of("x", 2001) + `"}}`, "data.content"},
		{"a change of no message", `{"type":7,"data":{"content":"c"}}`, "cannot be answered with callback type 7"},
		{"choices", `{"type":8,"data":{"choices":[]}}`, "cannot be answered with callback type 8"},
		{"no type", `{"data":{"content":"c"}}`, "cannot be answered"},
		{"an unknown key", `{"type":4,"data":{"content":"c","ephemeral":true}}`, "data.ephemeral"},
		{"a form without title", `{"type":9,"data":{"custom_id":"f","components":[{"type":1,"components":[{"type":4,"custom_id":"i","style":1,"label":"l"}]}]}}`, "data.title"},
	}
	a := newAsking(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, body := a.do("POST", a.callback, test.body)
			if got := a.r.take(); status != 400 || !strings.Contains(got, test.wrong) {
				t.Errorf("got %d %s and %q, want 400 and %q", status, body, got, test.wrong)
			}
		})
	}
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.mustSteps("deferred")
}

func TestReplyEditChecks(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	for body, wrong := range map[string]string{
		`{"content":"c","flags":64}`:            "flags 64 cannot be set here",
		`{"content":"` + of("x", 2001) + `"}`:   "content",
		`{"content":"","embeds":[]}`:            "nothing is left of the message",
		`{"content":"c","message_reference":1}`: "message_reference",
	} {
		a.must("PATCH", a.webhook+"/messages/@original", body, 400, "")
		if got := a.r.take(); !strings.Contains(got, wrong) {
			t.Errorf("got %q, want %q", got, wrong)
		}
	}
	a.must("PATCH", a.webhook+"/messages/@original", `{"flags":32768,"components":[{"type":10,"content":"c"}]}`, 200, "")
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"c"}`, 400, "")
	if got := a.r.take(); !strings.Contains(got, "components of version 2") {
		t.Errorf("got %q, want content refused beside components of version 2", got)
	}
}

const rowOfButtons = `[{"type":1,"components":[{"type":2,"style":1,"label":"More","custom_id":"more"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]}]`

func TestPress(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":4,"data":{"content":"First.","components":`+rowOfButtons+`}}`, 204, "")
	first := a.i.Reply(t)
	a.take(a.s.Press(discordtest.Press{MessageID: first.ID, CustomID: "more"}))
	a.must("POST", a.callback, `{"type":7,"data":{"content":"","components":[]}}`, 400, `"code":50006`)
	if got := a.r.take(); !strings.Contains(got, "nothing is left") {
		t.Errorf("got %q, want an empty message refused", got)
	}
	a.must("POST", a.callback, `{"type":7,"data":{"content":"Second.","components":[]}}`, 204, "")
	if got := a.i.Reply(t); got.ID != first.ID || got.Content != "Second." || got.Components != nil {
		t.Errorf("got %+v, want the first message changed", got)
	}
	a.mustSteps("replied")
}

func TestPressThenEditLater(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":4,"data":{"content":"First.","components":`+rowOfButtons+`}}`, 204, "")
	first := a.i.Reply(t)
	a.take(a.s.Press(discordtest.Press{MessageID: first.ID, CustomID: "more"}))
	a.must("POST", a.callback, `{"type":6}`, 204, "")
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"Second."}`, 200, "")
	a.must("POST", a.webhook, `{"content":"Third."}`, 200, "")
	if got := a.i.Reply(t); got.ID != first.ID || got.Content != "Second." {
		t.Errorf("got %+v, want the first message changed", got)
	}
	a.mustSteps("deferred", "edited", "follow-up")
}

func TestPressWhatIsNotThere(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":4,"data":{"content":"First.","flags":64,"components":`+rowOfButtons+`}}`, 204, "")
	first := a.i.Reply(t)
	for _, test := range []struct {
		press discordtest.Press
		want  string
	}{
		{discordtest.Press{MessageID: "1", CustomID: "more"}, "no message 1"},
		{discordtest.Press{MessageID: first.ID, CustomID: "less"}, "no such component"},
		{discordtest.Press{MessageID: first.ID, CustomID: "off"}, "disabled"},
		{discordtest.Press{MessageID: first.ID, CustomID: "more", UserID: "401"}, "only 400 can see"},
	} {
		a.s.Press(test.press)
		if got := a.r.take(); !strings.Contains(got, test.want) {
			t.Errorf("%+v: got %q, want %q", test.press, got, test.want)
		}
	}
}

func TestNoReply(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.i.Reply(a.r)
	want := fmt.Sprintf("no answer to interaction %s (sent to 1 sessions; so far: [deferred]) within 1s", a.i.ID())
	if got := a.r.take(); !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The first thing that the bot does acknowledges an interaction, whatever it does later.
func TestAcknowledgement(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	a.must("PATCH", a.webhook+"/messages/@original", `{"content":"Ines Falk."}`, 200, "Ines")
	if got := a.i.Acknowledgement(t).Kind; got != discordtest.Deferred {
		t.Errorf("got %q, want the deferral", got)
	}
}

// What fills in a deferral is no edit to those who read it; what comes after is.
func TestChanged(t *testing.T) {
	a := newAsking(t)
	a.must("POST", a.callback, `{"type":5}`, 204, "")
	for _, want := range []bool{false, true} {
		a.must("PATCH", a.webhook+"/messages/@original", `{"content":"The port."}`, 200, "")
		if m := a.s.AwaitMessage(t, "200", 1); m.Changed != want || m.Edited.IsZero() {
			t.Errorf("got %+v, want changed %v", m, want)
		}
	}
}
