package discordtest

import (
	_ "embed" // for the page's template
	"encoding/json"
	"fmt"
	"html/template"
	"strings"
	"time"
	"unicode/utf8"
)

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"markdown": markdown, "colour": colour, "footer": footer,
}).Parse(pageSource))

// shownMessage is what the page's template needs of a message.
type shownMessage struct {
	Message
	Above  above
	Edited bool
	Shown  []component
}

// above is the line above a message: what it answers.
type above struct {
	Who, What string
}

// Initial stands for the author's picture.
func (m shownMessage) Initial() string {
	r, _ := utf8.DecodeRuneInString(m.Author.Name)
	return strings.ToUpper(string(r))
}

// Time is the time of writing.
func (m shownMessage) Time() string { return m.Created.UTC().Format("02/01/2006 15:04") }

// component is a component as the page shows it.
type component struct {
	Type        int                   `json:"type"`
	Style       int                   `json:"style"`
	Label       string                `json:"label"`
	URL         string                `json:"url"`
	Content     string                `json:"content"`
	Placeholder string                `json:"placeholder"`
	Disabled    bool                  `json:"disabled"`
	Emoji       struct{ Name string } `json:"emoji"`
	Components  []component           `json:"components"`
	Accessory   *component            `json:"accessory"`
	AccentColor int                   `json:"accent_color"`
}

// HTML is a page with the message alone.
func (m Message) HTML() string { return Page("message "+m.ID, m) }

// Page shows messages, in the order given, about as Discord's dark client does, so that people can judge how
// an answer looks. The page is complete in itself: pictures are shown as their addresses.
func Page(title string, messages ...Message) string {
	shown := make([]shownMessage, len(messages))
	for i, m := range messages {
		shown[i] = shownMessage{Message: m, Above: answered(m, messages), Edited: !m.Edited.IsZero() && m.Command == ""}
		// Components were checked when they were sent; what a page has no place for is left out.
		json.Unmarshal(m.Components, &shown[i].Shown)
	}
	var b strings.Builder
	if err := pageTemplate.Execute(&b, map[string]any{"Title": title, "Messages": shown}); err != nil {
		panic(err) // the template does not fit the types
	}
	page := b.String()
	for _, m := range messages {
		for _, u := range []User{m.Author, m.Invoker} {
			page = strings.ReplaceAll(page, ">@"+u.ID+"</span>", ">@"+template.HTMLEscapeString(u.Name)+"</span>")
		}
	}
	return page
}

// answered says which command or message is answered; nothing if the message answers none.
func answered(m Message, among []Message) above {
	if m.Command != "" {
		return above{m.Invoker.Name, "used /" + m.Command}
	}
	var reference struct {
		MessageID string `json:"message_id"`
	}
	if json.Unmarshal(m.MessageReference, &reference) != nil {
		return above{}
	}
	for _, to := range among {
		if to.ID == reference.MessageID {
			first, _, _ := strings.Cut(to.Content, "\n")
			return above{"@" + to.Author.Name, first}
		}
	}
	return above{"a message", ""}
}

// colour is the bar beside an embed; one without a colour has a grey bar.
func colour(rgb int) template.CSS {
	if rgb == 0 {
		rgb = 0x4e5058
	}
	return template.CSS(fmt.Sprintf("#%06x", rgb))
}

// footer is the last line of an embed: its text and its time.
func footer(e Embed) string {
	text := e.Footer.Text
	if t, err := time.Parse(time.RFC3339, e.Timestamp); err == nil {
		text = strings.TrimPrefix(text+" • "+t.UTC().Format("02/01/2006 15:04"), " • ")
	}
	return text
}
