package discordtest

import "testing"

// FuzzChecks proves that no body, however odd, makes a check panic.
func FuzzChecks(f *testing.F) {
	for _, seed := range []string{
		`{"content":"c","embeds":[{"title":"t","fields":[{"name":"n","value":"v"}]}],"components":[{"type":1,"components":[{"type":2}]}],"allowed_mentions":{"parse":["users"]}}`,
		`{"name":"ask","description":"d","options":[{"type":1,"name":"n","options":[{"type":3,"choices":[{"name":"n","value":"v"}]}]}]}`,
		`{"type":9,"data":{"title":"t","custom_id":"c","components":[{"type":1,"components":[{"type":4}]}],"choices":[null]}}`,
		`{"embeds":[null,1,{"footer":[]}],"components":[[]],"flags":"x"}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		body := decoded([]byte(text))
		invalidForm(checkCreate(body))
		checkEdit(body)
		checkCommand(body)
		checkCommands([]any{body})
		for kind := range callbacks {
			(&Interaction{kind: kind}).checkCallback(body)
		}
	})
}
