// Package discordpage shows a discordtest.Server to a browser as a page that looks and works like a Discord channel, so that
// people can try a bot without an account. The page's files are served as they are in web; it needs nothing from elsewhere.
package discordpage

import (
	"embed"
	"io/fs"
	"log/slog"
	"net/http"

	"copydesk/bot/discord/discordtest"
)

// Options are how the page is set up; the zero value has the one person that discordtest has.
type Options struct {
	// Title is the page's title; empty means "copydesk".
	Title string
	// People are the IDs of the users that one can be, the first one to begin with. Empty means discordtest.UserID.
	People []string
	// Intros are shown where a channel begins, by channel ID.
	Intros map[string]Intro
	// Logger gets faults of the page; never what is written. Nil means no log.
	Logger *slog.Logger
}

// Intro tells a newcomer what to do in a channel.
type Intro struct {
	Text string `json:"text"`
	// Tries are what can be put into the box by a click, such as "/said" or "@copydesk Who runs the ferry?".
	Tries []string `json:"tries"`
}

// page serves one Discord.
type page struct {
	d   *discordtest.Server
	o   Options
	log *slog.Logger
}

//go:embed web
var files embed.FS

// New is a handler that serves the page at its root. It answers requests from the page itself on a loopback address alone: no
// other site can read it, post to it, or reach it by a name of its own.
func New(d *discordtest.Server, o Options) http.Handler {
	if o.Title == "" {
		o.Title = "copydesk"
	}
	if len(o.People) == 0 {
		o.People = []string{discordtest.UserID}
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	p := &page{d: d, o: o, log: o.Logger}
	return guard(p.routes())
}

func (p *page) routes() http.Handler {
	web, err := fs.Sub(files, "web")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(web))
	mux.HandleFunc("GET /message.css", style)
	mux.HandleFunc("GET /files/{file}/{name}", p.file)
	mux.HandleFunc("GET /api/directory", p.directory)
	mux.HandleFunc("GET /api/commands", p.commands)
	mux.HandleFunc("GET /api/stream", p.stream)
	for path, do := range map[string]func(*http.Request, action) (any, error){
		"say": p.say, "edit": p.edit, "delete": p.remove, "dismiss": p.dismiss,
		"run": p.run, "complete": p.complete, "press": p.press, "submit": p.submit,
	} {
		mux.HandleFunc("POST /api/"+path, p.act(do))
	}
	return mux
}

// style is the CSS of messages.
func style(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Write([]byte(discordtest.Style))
}
