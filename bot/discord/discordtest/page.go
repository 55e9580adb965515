package discordtest

import (
	_ "embed" // for the templates and the style
	"encoding/json"
	"fmt"
	"hash/fnv"
	"html/template"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

//go:embed page.html
var pageSource string

//go:embed message.html
var messageSource string

// Style is the CSS of messages as HTML shows them: about as Discord's dark client does.
//
//go:embed message.css
var Style string

var pageTemplate = template.Must(template.Must(template.New("page").Funcs(template.FuncMap{
	"markdown": markdown, "colour": colour, "footer": footer, "initial": initial, "tone": tone, "size": size, "json": asJSON,
}).Parse(messageSource)).Parse(pageSource))

// HTML is a page with the message alone.
func (m Message) HTML() string { return Page("message "+m.ID, m) }

// Page shows messages, in the order given, about as Discord's dark client does, so that people can judge how
// an answer looks. The page is complete in itself: pictures are shown as their addresses.
func Page(title string, messages ...Message) string {
	shown := make([]shownMessage, len(messages))
	known := make(map[string]string)
	for i, m := range messages {
		shown[i] = show(m, "")
		known["@"+m.Author.ID], known["@"+m.Invoker.ID] = m.Author.Name, m.Invoker.Name
	}
	page := execute("page", map[string]any{"Title": title, "Messages": shown, "Style": template.CSS(Style)})
	return withNames(page, func(mention string) string { return known[mention] })
}

// Fragment is the message in HTML as a user sees it, an article element to be put into a page that has Style. Buttons carry
// their custom_id as data-press and menus themselves, in Discord's JSON, as data-menu; files are under /files/ID/name.
func (s *Server) Fragment(m Message, userID string) template.HTML {
	html := execute("message", show(m, s.o.user(userID).ID))
	return template.HTML(withNames(html, s.mentioned)) // names are escaped there
}

func execute(name string, data any) string {
	var b strings.Builder
	if err := pageTemplate.ExecuteTemplate(&b, name, data); err != nil {
		panic(err) // the template does not fit the types
	}
	return b.String()
}

// mentionSpan is what markdown makes of a mention.
var mentionSpan = regexp.MustCompile(`<span class="mention">(@|@!|@&amp;|#)(\d+)</span>`)

// withNames puts names into mentions of those whom name knows, by "@" and the ID, "@&" for a role, "#" for a channel.
func withNames(html string, name func(mention string) string) string {
	return mentionSpan.ReplaceAllStringFunc(html, func(span string) string {
		m := mentionSpan.FindStringSubmatch(span)
		mark := strings.NewReplacer("!", "", "amp;", "").Replace(m[1])
		known := name(mark + m[2])
		if known == "" {
			return span
		}
		return `<span class="mention">` + mark[:1] + template.HTMLEscapeString(known) + "</span>"
	})
}

// mentioned is the name of what a mention is of.
func (s *Server) mentioned(mention string) string {
	if id, ok := strings.CutPrefix(mention, "@&"); ok {
		for _, r := range s.o.Roles {
			if r.ID == id {
				return r.Name
			}
		}
		return ""
	}
	if id, ok := strings.CutPrefix(mention, "@"); ok {
		return s.o.user(id).Name
	}
	ch, _ := s.o.channel(mention[1:])
	return ch.Name
}

// initial stands for a person's picture.
func initial(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	return strings.ToUpper(string(r))
}

// tone is the number of the colour that a person's picture has.
func tone(id string) uint32 {
	hash := fnv.New32a()
	hash.Write([]byte(id))
	return hash.Sum32() % 6
}

// size is a number of bytes for people.
func size(bytes int) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d bytes", bytes)
	case bytes < 1e6:
		return fmt.Sprintf("%.1f kB", float64(bytes)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

func asJSON(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// colour is the bar beside an embed; one without a colour has a grey bar.
func colour(rgb int) string {
	if rgb == 0 {
		rgb = 0x4e5058
	}
	return fmt.Sprintf("#%06x", rgb)
}

// footer is the last line of an embed: its text and its time.
func footer(e Embed) string {
	text := e.Footer.Text
	if t, err := time.Parse(time.RFC3339, e.Timestamp); err == nil {
		text = strings.TrimPrefix(text+" • "+t.UTC().Format("02/01/2006 15:04"), " • ")
	}
	return text
}
