package discordtest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/bot/discord/discordtest"
	"copydesk/corpus/corpustest"
)

// of is s n times over.
func of(s string, n int) string { return strings.Repeat(s, n) }

// each is n items of a JSON list, %d in which is their number.
func each(n int, item string) string {
	items := make([]string, n)
	for i := range items {
		items[i] = strings.ReplaceAll(item, "%d", fmt.Sprint(i))
	}
	return strings.Join(items, ",")
}

const button = `{"type":2,"style":1,"label":"More","custom_id":"more-%d"}`

// messages are bodies of new messages in a channel; wrong is part of what the test is told, empty for nothing.
var messages = []struct{ name, body, wrong string }{
	{"plain", `{"content":"Hello."}`, ""},
	{"as discordgo writes it", `{"content":"Hello.","embeds":null,"tts":false,"components":null,"sticker_ids":null,"allowed_mentions":{"parse":null,"replied_user":false}}`, ""},
	{"longest content", `{"content":"` + of("x", 2000) + `"}`, ""},
	{"content too long", `{"content":"` + of("x", 2001) + `"}`, "content: Must be 2000 or fewer"},
	{"content too long in UTF-16 only", `{"content":"` + of("🚢", 1001) + `"}`, "2002 characters"},
	{"content that fits in UTF-16 and not in bytes", `{"content":"` + of("é", 2000) + `"}`, ""},
	{"content no text", `{"content":5}`, "content"},
	{"empty", `{"content":"","embeds":[]}`, "the message is empty"},
	{"blank", `{"content":" \n "}`, "the message is empty"},
	{"unknown key", `{"content":"Hello.","contents":"Hello."}`, "contents: Discord knows no such key"},
	{"unknown key in an embed", `{"embeds":[{"title":"Ferry","titel":"Ferry"}]}`, "embeds.0.titel"},
	{"longest embed", `{"embeds":[{"title":"` + of("t", 256) + `","description":"` + of("d", 4096) + `"}]}`, ""},
	{"title", `{"embeds":[{"title":"` + of("t", 257) + `"}]}`, "embeds.0.title"},
	{"description", `{"embeds":[{"description":"` + of("d", 4097) + `"}]}`, "embeds.0.description"},
	{"footer", `{"embeds":[{"footer":{"text":"` + of("f", 2049) + `"}}]}`, "embeds.0.footer.text"},
	{"author", `{"embeds":[{"author":{"name":"` + of("a", 257) + `"}}]}`, "embeds.0.author.name"},
	{"field name", `{"embeds":[{"fields":[{"name":"` + of("n", 257) + `","value":"v"}]}]}`, "embeds.0.fields.0.name"},
	{"field value", `{"embeds":[{"fields":[{"name":"n","value":"` + of("v", 1025) + `"}]}]}`, "embeds.0.fields.0.value"},
	{"field without value", `{"embeds":[{"fields":[{"name":"n","value":""}]}]}`, "embeds.0.fields.0.value: This field is required"},
	{"most fields", `{"embeds":[{"fields":[` + each(25, `{"name":"n","value":"v","inline":true}`) + `]}]}`, ""},
	{"fields", `{"embeds":[{"fields":[` + each(26, `{"name":"n","value":"v"}`) + `]}]}`, "embeds.0.fields"},
	{"most embeds", `{"embeds":[` + each(10, `{"title":"t"}`) + `]}`, ""},
	{"embeds", `{"embeds":[` + each(11, `{"title":"t"}`) + `]}`, "embeds"},
	{"all embeds at the limit", `{"embeds":[` + each(2, `{"description":"`+of("d", 3000)+`"}`) + `]}`, ""},
	{"all embeds", `{"embeds":[` + each(2, `{"description":"`+of("d", 3000)+`","footer":{"text":"f"}}`) + `]}`, "Embed size exceeds maximum size of 6000: 6002"},
	{"embed of nothing", `{"embeds":[{"color":255}]}`, "nothing of the embed"},
	{"embed link", `{"embeds":[{"title":"t","url":"https://harbour.example/a#:~:text=the%20ferry"}]}`, ""},
	{"embed link of another kind", `{"embeds":[{"title":"t","url":"javascript:alert(1)"}]}`, "embeds.0.url"},
	{"colour", `{"embeds":[{"title":"t","color":16777216}]}`, "embeds.0.color"},
	{"timestamp", `{"embeds":[{"title":"t","timestamp":"2026-02-19T07:05:00+01:00"}]}`, ""},
	{"timestamp in words", `{"embeds":[{"title":"t","timestamp":"yesterday"}]}`, "embeds.0.timestamp"},
	{"most buttons", `{"content":"c","components":[` + each(1, `{"type":1,"components":[`+each(5, button)+`]}`) + `]}`, ""},
	{"buttons in a row", `{"content":"c","components":[{"type":1,"components":[` + each(6, button) + `]}]}`, "components.0.components"},
	{"rows", `{"content":"c","components":[` + each(6, `{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"%d"}]}`) + `]}`, "components: Must be between 0 and 5"},
	{"row of nothing", `{"content":"c","components":[{"type":1,"components":[]}]}`, "components.0.components"},
	{"button outside a row", `{"content":"c","components":[{"type":2,"style":1,"label":"l","custom_id":"a"}]}`, "components.0.type"},
	{"button without a label", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}]}`, "must have a label or an emoji"},
	{"button with an emoji", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":1,"emoji":{"name":"🚢"},"custom_id":"a"}]}]}`, ""},
	{"button without custom_id", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l"}]}]}`, "custom_id: This field is required"},
	{"button with a long custom_id", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"` + of("c", 101) + `"}]}]}`, "custom_id"},
	{"buttons with one custom_id", `{"content":"c","components":[{"type":1,"components":[` + each(2, `{"type":2,"style":1,"label":"l","custom_id":"same"}`) + `]}]}`, "cannot be duplicated"},
	{"link", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":5,"label":"l","url":"https://harbour.example/"}]}]}`, ""},
	{"link without address", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":5,"label":"l"}]}]}`, "url: This field is required"},
	{"link with custom_id", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":5,"label":"l","url":"https://harbour.example/","custom_id":"a"}]}]}`, "cannot both be specified"},
	{"button with a long label", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":1,"label":"` + of("l", 81) + `","custom_id":"a"}]}]}`, "label"},
	{"menu", `{"content":"c","components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[{"label":"One","value":"1"}]}]}]}`, ""},
	{"menu with too much", `{"content":"c","components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[` + each(26, `{"label":"l","value":"%d"}`) + `]}]}]}`, "options"},
	{"menu beside a button", `{"content":"c","components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[{"label":"One","value":"1"}]},` + each(1, button) + `]}]}`, "takes the whole row"},
	{"version 2", `{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"Hello."},{"type":14}]}]}`, ""},
	{"version 2 with content", `{"content":"c","flags":32768,"components":[{"type":10,"content":"Hello."}]}`, "cannot be used with components of version 2"},
	{"version 2 without the flag", `{"components":[{"type":10,"content":"Hello."}]}`, "components.0.type"},
	{"version 2, too many nested", `{"flags":32768,"components":[` + each(2, `{"type":17,"components":[`+each(20, `{"type":14}`)+`]}`) + `]}`, "42 components, at most 40"},
	{"version 2, too much text", `{"flags":32768,"components":[` + each(2, `{"type":10,"content":"`+of("x", 2001)+`"}`) + `]}`, "4002 characters in text displays"},
	{"section", `{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"c"}],"accessory":{"type":2,"style":1,"label":"l","custom_id":"a"}}]}`, ""},
	{"section without accessory", `{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"c"}]}]}`, "accessory: This field is required"},
	{"gallery of nothing", `{"flags":32768,"components":[{"type":12,"items":[]}]}`, "components.0.items"},
	{"premium button", `{"content":"c","components":[{"type":1,"components":[{"type":2,"style":6,"sku_id":"1"}]}]}`, ""},
	{"button without style", `{"content":"c","components":[{"type":1,"components":[{"type":2,"label":"l","custom_id":"a"}]}]}`, "style: This field is required"},
	{"menu with one value twice", `{"content":"c","components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[{"label":"a","value":"1"},{"label":"b","value":"1"}]}]}]}`, "already used"},
	{"embeds no list", `{"content":"c","embeds":{"title":"t"}}`, "embeds: not a list"},
	{"embed no object", `{"embeds":["t"]}`, "embeds.0: not an object"},
	{"footer no object", `{"embeds":[{"title":"t","footer":"f"}]}`, "embeds.0.footer: not an object"},
	{"ephemeral in a channel", `{"content":"c","flags":64}`, "flags 64 cannot be set here"},
	{"mentions of a kind and of some", `{"content":"c","allowed_mentions":{"parse":["users"],"users":["400"]}}`, "mutually exclusive"},
	{"mentions of an unknown kind", `{"content":"c","allowed_mentions":{"parse":["user"]}}`, "allowed_mentions.parse"},
	{"no object", `["c"]`, "the body is no object"},
	{"no JSON", `{"content":`, "unexpected EOF"},
}

func TestMessageChecks(t *testing.T) {
	t.Run("own", func(t *testing.T) { checkBodies(t, "") })
	t.Run("with schema", func(t *testing.T) { checkBodies(t, corpustest.Shared(t, "discord", "openapi.json")) })
}

func checkBodies(t *testing.T, schema string) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Schema: schema})
	c := newClient(t, s)
	for _, test := range messages {
		t.Run(test.name, func(t *testing.T) {
			status, body := c.do("POST", "/api/v10/channels/200/messages", test.body)
			got := r.take()
			if test.wrong == "" && (status != 200 || got != "") {
				t.Errorf("got %d and %q, want it to pass", status, got)
			}
			if test.wrong != "" && (status != 400 || !strings.Contains(got, test.wrong)) {
				t.Errorf("got %d %s and %q, want 400 and %q", status, body, got, test.wrong)
			}
		})
	}
}

func TestSchemaCatchesWhatTheDoubleDoesNot(t *testing.T) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Schema: corpustest.Shared(t, "discord", "openapi.json")})
	c := newClient(t, s)
	status, body := c.do("POST", "/api/v9/channels/200/messages", `{"content":"c","tts":"yes"}`)
	if got := r.take(); status != 400 || !strings.Contains(got, "tts: ") || !strings.Contains(body, `"tts"`) {
		t.Errorf("got %d %s and %q, want tts refused", status, body, got)
	}
}

func TestSchemaThatCannotBeRead(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "openapi.json")
	if err := os.WriteFile(broken, []byte(`{"components":`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{broken, broken + ".missing"} {
		r := &recorder{t: t}
		discordtest.New(r, discordtest.Options{Schema: path})
		if got := r.take(); !strings.Contains(got, path) {
			t.Errorf("got %q, want the test told about %s", got, path)
		}
	}
}

func TestErrorsAreDiscords(t *testing.T) {
	r := &recorder{t: t}
	c := newClient(t, discordtest.New(r, discordtest.Options{}))
	status, body := c.do("POST", "/api/v10/channels/200/messages", `{"embeds":[{"title":"`+of("t", 257)+`"}]}`)
	want := `{"code":50035,"errors":{"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer in length: 257 characters."}]}}}},"message":"Invalid Form Body"}`
	if status != 400 || strings.TrimSpace(body) != want {
		t.Errorf("got %d %s, want 400 %s", status, body, want)
	}
	if _, body = c.do("POST", "/api/v10/channels/200/messages", `{}`); !strings.Contains(body, `"code":50006`) {
		t.Errorf("got %s, want code 50006", body)
	}
}

const option = `{"type":3,"name":"o-%d","description":"An option."}`

// definitions are bodies that define one command.
var definitions = []struct{ name, body, wrong string }{
	{"ask", ask, ""},
	{"as discordgo writes it", `{"name":"ask","type":1,"description":"d","default_member_permissions":"8","options":[{"type":3,"name":"q","description":"d","channel_types":null,"required":true,"options":null,"autocomplete":false,"choices":null}]}`, ""},
	{"upper case", `{"name":"Ask","description":"d"}`, "Command name is invalid"},
	{"space", `{"name":"ask me","description":"d"}`, "Command name is invalid"},
	{"another script", `{"name":"вопрос","description":"d"}`, ""},
	{"long name", `{"name":"` + of("n", 33) + `","description":"d"}`, "name"},
	{"no description", `{"name":"ask"}`, "description: This field is required"},
	{"long description", `{"name":"ask","description":"` + of("d", 101) + `"}`, "description"},
	{"message command", `{"type":3,"name":"Check the quotes"}`, ""},
	{"message command with a description", `{"type":3,"name":"Check the quotes","description":"d"}`, "description"},
	{"most options", `{"name":"ask","description":"d","options":[` + each(25, option) + `]}`, ""},
	{"options", `{"name":"ask","description":"d","options":[` + each(26, option) + `]}`, "options"},
	{"options of one name", `{"name":"ask","description":"d","options":[` + each(2, `{"type":3,"name":"o","description":"d"}`) + `]}`, "Names must be unique"},
	{"in other languages", `{"name":"ask","name_localizations":{"de":"fragen","es-419":"preguntar"},"description":"d","description_localizations":{"de":"Fragt."},"options":[{"type":3,"name":"a","name_localizations":{"de":"ä"},"description":"d","choices":[{"name":"n","name_localizations":{"de":"Nein"},"value":"v"}]}]}`, ""},
	{"no such language", `{"name":"ask","name_localizations":{"en":"ask"},"description":"d"}`, "no language"},
	{"upper case in another language", `{"name":"ask","name_localizations":{"de":"Fragen"},"description":"d"}`, "name_localizations.de: Command name is invalid"},
	{"long name in another language", `{"name":"ask","name_localizations":{"de":"` + of("n", 33) + `"},"description":"d"}`, "name_localizations.de"},
	{"long description in another language", `{"name":"ask","description":"d","description_localizations":{"fr":"` + of("d", 101) + `"}}`, "description_localizations.fr"},
	{"long choice in another language", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","choices":[{"name":"n","name_localizations":{"fr":"` + of("n", 101) + `"},"value":"v"}]}]}`, "choices.0.name_localizations.fr"},
	{"options of one name in one language", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","name_localizations":{"de":"b"},"description":"d"},{"type":3,"name":"b","description":"d"}]}`, "Names must be unique: \"b\" de"},
	{"message command in another language", `{"type":3,"name":"Check the quotes","name_localizations":{"de":"Zitate prüfen"}}`, ""},
	{"message command described in another language", `{"type":3,"name":"Check the quotes","description_localizations":{"de":"d"}}`, "description_localizations.de"},
	{"as large as can be in each language", `{"name":"ask","description":"d","options":[` + each(25, `{"type":3,"name":"o-%d","description":"`+of("d", 100)+`","description_localizations":{"de":"`+of("d", 100)+`"},"choices":[`+each(2, `{"name":"`+of("n", 50)+`","name_localizations":{"de":"`+of("n", 50)+`"},"value":"`+of("v", 40)+`"}`)+`]}`) + `]}`, ""},
	{"too large in one language", `{"name":"ask","description":"d","options":[` + each(25, `{"type":3,"name":"o-%d","description":"d","choices":[`+each(4, `{"name":"n","name_localizations":{"de":"`+of("n", 50)+`"},"value":"`+of("v", 50)+`"}`)+`]}`) + `]}`, "Command exceeds maximum size (8000)"},
	{"required after optional", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}]}`, "Required options must be placed before"},
	{"option without type", `{"name":"ask","description":"d","options":[{"name":"a","description":"d"}]}`, "options.0.type"},
	{"choices", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","choices":[` + each(26, `{"name":"n","value":"%d"}`) + `]}]}`, "choices"},
	{"choice too long", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","choices":[{"name":"n","value":"` + of("v", 101) + `"}]}]}`, "choices.0.value"},
	{"choices and autocomplete", `{"name":"ask","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}]}`, "exclude each other"},
	{"subcommand", `{"name":"person","description":"d","options":[{"type":1,"name":"said","description":"d","options":[` + each(2, option) + `]}]}`, ""},
	{"too large", `{"name":"ask","description":"d","options":[` + each(25, `{"type":3,"name":"o-%d","description":"d","choices":[`+each(4, `{"name":"`+of("n", 50)+`","value":"`+of("v", 50)+`"}`)+`]}`) + `]}`, "Command exceeds maximum size (8000)"},
	{"unknown key", `{"name":"ask","description":"d","descriptions":"d"}`, "descriptions"},
}

func TestCommandChecks(t *testing.T) {
	t.Run("own", func(t *testing.T) { checkDefinitions(t, "") })
	t.Run("with schema", func(t *testing.T) { checkDefinitions(t, corpustest.Shared(t, "discord", "openapi.json")) })
}

func checkDefinitions(t *testing.T, schema string) {
	r := &recorder{t: t}
	s := discordtest.New(r, discordtest.Options{Schema: schema})
	c := newClient(t, s)
	for _, test := range definitions {
		t.Run(test.name, func(t *testing.T) {
			status, body := c.do("PUT", "/api/v9/applications/"+s.AppID()+"/commands", "["+test.body+"]")
			got := r.take()
			if test.wrong == "" && (status != 200 || got != "") {
				t.Errorf("got %d and %q, want it to pass", status, got)
			}
			if test.wrong != "" && (status != 400 || !strings.Contains(got, test.wrong)) {
				t.Errorf("got %d %s and %q, want 400 and %q", status, body, got, test.wrong)
			}
		})
	}
	for _, two := range []string{
		ask + "," + ask,
		`{"name":"ask","name_localizations":{"fr":"quote"},"description":"d"},{"name":"quote","description":"d"}`,
	} {
		status, _ := c.do("PUT", "/api/v9/applications/"+s.AppID()+"/commands", "["+two+"]")
		if got := r.take(); status != 400 || !strings.Contains(got, "must be unique") {
			t.Errorf("two commands of a name: got %d and %q, want 400", status, got)
		}
	}
	status, _ := c.do("PUT", "/api/v9/applications/"+s.AppID()+"/commands", "["+ask+`,{"type":3,"name":"ask"}]`)
	if got := r.take(); status != 200 || got != "" {
		t.Errorf("two commands of a name and of two kinds: got %d and %q, want 200", status, got)
	}
}

// Lists of commands have the other languages only if they are asked for.
func TestTranslationsInAList(t *testing.T) {
	s := discordtest.New(t, discordtest.Options{})
	c := newClient(t, s)
	path := "/api/v10/applications/" + s.AppID() + "/commands"
	body := `[{"name":"ask","name_localizations":{"de":"fragen"},"description":"d","options":[{"type":3,"name":"a","name_localizations":{"de":"b"},"description":"d"}]}]`
	if status, answer := c.do("PUT", path, body); status != 200 || strings.Count(answer, "name_localizations") != 2 {
		t.Errorf("got %d %s, want what was put", status, answer)
	}
	for query, want := range map[string]int{"": 0, "?with_localizations=false": 0, "?with_localizations=true": 2} {
		if _, answer := c.do("GET", path+query, ""); strings.Count(answer, "name_localizations") != want || !strings.Contains(answer, `"a"`) {
			t.Errorf("%q: got %s, want %d translations", query, answer, want)
		}
	}
}
