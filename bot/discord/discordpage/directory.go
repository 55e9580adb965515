package discordpage

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"slices"

	"copydesk/bot/discord/discordtest"
)

// What the page knows of who and what there is, as it asks for it once.
type (
	directory struct {
		Title    string           `json:"title"`
		Bot      person           `json:"bot"`
		People   []person         `json:"people"` // whom one can be
		Users    []person         `json:"users"`
		Roles    []role           `json:"roles"`
		Guilds   []guild          `json:"guilds"`
		Channels []channel        `json:"channels"`
		Intros   map[string]Intro `json:"intros"`
	}
	person struct {
		ID   string `json:"id"`
		Name string `json:"name"`
		Role string `json:"role"` // what they are, in words
	}
	role  struct{ ID, Name string }
	guild struct{ ID, Name string }
	// channel is one of a guild, or direct messages, which only With sees.
	channel struct {
		ID     string `json:"id"`
		Name   string `json:"name"`
		Guild  string `json:"guild"`
		Parent string `json:"parent"`
		With   string `json:"with"`
	}
)

func (p *page) directory(w http.ResponseWriter, _ *http.Request) {
	setup := p.d.Setup()
	out := directory{Title: p.o.Title, Bot: person{ID: p.d.BotID(), Name: p.d.User(p.d.BotID()).Name, Role: "App"}, Intros: p.o.Intros}
	for _, id := range p.o.People {
		out.People = append(out.People, p.person(id))
	}
	out.Users = slices.Clone(out.People)
	for _, u := range setup.Users {
		if !slices.Contains(p.o.People, u.ID) {
			out.Users = append(out.Users, p.person(u.ID))
		}
	}
	for _, r := range setup.Roles {
		out.Roles = append(out.Roles, role(r))
	}
	for _, g := range setup.Guilds {
		out.Guilds = append(out.Guilds, guild(g))
	}
	for _, ch := range setup.Channels {
		c := channel{ID: ch.ID, Name: ch.Name, Guild: ch.GuildID, Parent: ch.ParentID}
		if ch.Type == discordtest.DM {
			c.Name, c.With = out.Bot.Name, p.d.User(ch.Recipient).ID
		}
		out.Channels = append(out.Channels, c)
	}
	write(w, out)
}

// person says what a user is by their roles.
func (p *page) person(id string) person {
	u := p.d.User(id)
	out := person{ID: u.ID, Name: u.Name, Role: "Reporter"}
	for _, r := range p.d.Setup().Roles {
		if slices.Contains(u.Roles, r.ID) {
			out.Role = r.Name
		}
	}
	if u.Admin {
		out.Role = "Server admin"
	}
	return out
}

// known reports whether one can be the user and the user sees the channel.
func (p *page) known(userID, channelID string) bool {
	for _, ch := range p.d.Setup().Channels {
		if ch.ID == channelID {
			return slices.Contains(p.o.People, userID) && (ch.Type != discordtest.DM || p.d.User(ch.Recipient).ID == userID)
		}
	}
	return false
}

// commands are those that a user can use in a channel, in Discord's JSON.
func (p *page) commands(w http.ResponseWriter, r *http.Request) {
	user, ch := r.FormValue("user"), r.FormValue("channel")
	if !p.known(user, ch) {
		http.Error(w, "There is no such channel.", http.StatusNotFound)
		return
	}
	write(w, append([]json.RawMessage{}, p.d.Usable(ch, user)...))
}

// file hands out a file that somebody sent, never to be shown in the page.
func (p *page) file(w http.ResponseWriter, r *http.Request) {
	f, ok := p.d.Attachment(r.PathValue("file"))
	if !ok {
		http.Error(w, "There is no such file.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	io.WriteString(w, f.Data)
}

// write answers with JSON.
func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}
