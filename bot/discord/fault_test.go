package discord

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFaults holds what users see of every fault of Discord's against FAULTS.md, which -update writes anew.
func TestFaults(t *testing.T) {
	t.Parallel()
	const golden = "FAULTS.md"
	held := make(chan struct{})
	t.Cleanup(func() { close(held) })
	rest, gateway, odd := restFaults(held), gatewayFaults(), oddFaults()
	seen := make([]outcomes, len(rest)+len(gateway)+len(odd))
	t.Run("faults", func(t *testing.T) {
		play := func(n int, name string, f func(*testing.T) outcomes) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				seen[n] = f(t)
			})
		}
		for n, f := range rest {
			play(n, f.name, f.play)
		}
		for n, f := range gateway {
			play(len(rest)+n, f.name, f.play)
		}
		for n, f := range odd {
			play(len(rest)+len(gateway)+n, f.name, f.play)
		}
	})
	if t.Failed() {
		return
	}
	got := document(rest, gateway, odd, seen)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got (go test -run Faults -update writes it anew):\n%s", diff)
	}
}

// document writes what was seen: of the first fault, which is none, in full, of the others where that is different.
func document(rest []restFault, gateway []gatewayFault, odd []oddFault, seen []outcomes) string {
	var b strings.Builder
	b.WriteString(introduction)
	usual := seen[0]
	for _, k := range kindsOfRequest {
		fmt.Fprintf(&b, "| %s | %s |\n", k.name, usual[k.name])
	}
	b.WriteString(restIntroduction)
	for n, f := range rest[1:] {
		writeOutcomes(&b, f.name, "", seen[n+1], usual)
	}
	b.WriteString(gatewayIntroduction)
	for n, f := range gateway {
		writeOutcomes(&b, f.name, ", "+f.when(), seen[len(rest)+n], usual)
	}
	b.WriteString(oddIntroduction)
	for n, f := range odd {
		writeOutcomes(&b, f.name, "", seen[len(rest)+len(gateway)+n], usual)
	}
	return b.String()
}

// writeOutcomes writes a line for each different thing that is seen of a fault, and one for what is as usual.
func writeOutcomes(b *strings.Builder, fault, when string, seen, usual outcomes) {
	var what, asUsual []string
	of := make(map[string][]string)
	for _, k := range kindsOfRequest {
		switch sees := seen[k.name]; {
		case sees == "":
		case sees == usual[k.name]:
			asUsual = append(asUsual, k.name)
		default:
			if of[sees] == nil {
				what = append(what, sees)
			}
			of[sees] = append(of[sees], k.name)
		}
	}
	for _, sees := range what {
		fmt.Fprintf(b, "| %s | %s%s | %s |\n", fault, strings.Join(of[sees], ", "), when, sees)
	}
	every := strings.Join(asUsual, ", ")
	switch {
	case len(asUsual) == 0:
		return
	case len(asUsual) == len(kindsOfRequest):
		every = "every request"
	case len(seen) == len(kindsOfRequest):
		every = "every other request"
	case slices.Equal(asUsual, meanwhile):
		every = "requests of eight kinds"
	}
	fmt.Fprintf(b, "| %s | %s%s | as without it |\n", fault, every, when)
}

const introduction = `# What users see when Discord fails

Written by ` + "`go test ./bot/discord -run Faults -update`" + `, and held against what happens by the same test: each line was played
between the bot and the double of Discord, and says what the person who asked could see at the end. No request of any line was
left without its outcome noted in the ledger.

## Without a fault

Requests are answered once. Those that take longer show that an answer is coming first. “Alone” is for the person alone;
“in its place” changes a message that was there before.

| Request | What the user sees |
| --- | --- |
`

const restIntroduction = `
## Faults of the REST API

Each on the request by which the outcome is sent: the callback of an interaction, the edit of a deferred reply, the reply to
a message, its edit, its deletion. “Did not respond” is what Discord itself writes below a command that nobody acknowledged.

| Fault | Request | What the user sees |
| --- | --- | --- |
`

const gatewayIntroduction = `
## Faults of the gateway

A session that Discord takes up again brings what happened meanwhile. Where it begins a new one, Discord itself says “did not
respond” below commands and buttons that were used in between; a mention in between never reaches the bot. The eight kinds are a
command, a draft, a button for the next passage, a menu, a form sent, a mention, one edited, and one deleted.

| Fault | Request | What the user sees |
| --- | --- | --- |
`

const oddIntroduction = `
## Time, order, strangers, and the bot's own end

What a killed bot leaves is told by cmd/copydesk/servekill_test.go: when it runs again it answers what it was asked, once, in the
place of what it had shown; a question that was edited meanwhile as it is now, one that was deleted not at all. Who was
interrupted twice is told to ask again, and nobody is told anything after the 15 min for which Discord takes an answer. What
reached it in the few milliseconds before the kill may not have been noted yet: Discord says “did not respond” to a
command, and a mention stays unanswered.

| Fault | Request | What the user sees |
| --- | --- | --- |
`
