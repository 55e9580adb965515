package discordpage

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"copydesk/bot/discord/discordtest"
)

// update is what has changed for a person who looks at a channel.
type update struct {
	// Reset says that the page is to forget the channel's messages first.
	Reset    bool      `json:"reset,omitempty"`
	Messages []message `json:"messages,omitempty"` // oldest first
	// Elsewhere are the IDs of the other channels in which something was written.
	Elsewhere []string `json:"elsewhere,omitempty"`
	Typing    bool     `json:"typing"` // the bot is
}

// message is a message as it is now; HTML is empty if it is gone.
type message struct {
	ID   string `json:"id"`
	HTML string `json:"html"`
}

// How long a person is shown that somebody types, and how often the browser is shown that the stream is alive.
const (
	typingShows = 10 * time.Second
	alive       = 20 * time.Second
)

// stream tells a browser, as server-sent events, what there is in a channel and what changes there.
func (p *page) stream(w http.ResponseWriter, r *http.Request) {
	user, ch := r.FormValue("user"), r.FormValue("channel")
	if !p.known(user, ch) {
		http.Error(w, "There is no such channel.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	tick := time.NewTicker(alive)
	defer tick.Stop()
	var since int64
	typing := false
	for first := true; ; first = false {
		revision, changed := p.d.Changed()
		u := p.update(user, ch, since)
		u.Reset = first
		since = revision
		var err error
		if first || len(u.Messages) > 0 || len(u.Elsewhere) > 0 || u.Typing != typing {
			err = send(w, u)
		}
		typing = u.Typing
		if err != nil || out.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-p.typingEnds(ch):
		case <-tick.C:
			fmt.Fprint(w, ":\n\n")
		case <-r.Context().Done():
			return
		}
	}
}

func send(w http.ResponseWriter, u update) error {
	text, err := json.Marshal(u)
	if err == nil {
		_, err = fmt.Fprintf(w, "data: %s\n\n", text)
	}
	return err
}

// update gathers what has changed since a revision; 0 is everything.
func (p *page) update(userID, channelID string, since int64) update {
	u := update{Typing: p.types(channelID)}
	for _, m := range p.d.Seen(userID, channelID, since) {
		html := ""
		if !m.Deleted {
			html = string(p.d.Fragment(m, userID))
		}
		u.Messages = append(u.Messages, message{m.ID, html})
	}
	for _, other := range p.d.Setup().Channels {
		if since > 0 && other.ID != channelID && p.known(userID, other.ID) && wrote(p.d.Seen(userID, other.ID, since)) {
			u.Elsewhere = append(u.Elsewhere, other.ID)
		}
	}
	return u
}

// wrote reports whether any of what changed is new.
func wrote(changed []discordtest.Message) bool {
	for _, m := range changed {
		if !m.Deleted && m.Edited.IsZero() {
			return true
		}
	}
	return false
}

func (p *page) types(channelID string) bool {
	last := p.d.TypingSince(channelID)
	return !last.IsZero() && p.d.Now().Sub(last) < typingShows
}

// typingEnds is a timer for the moment when the bot has been silent for so long that it does not type; nil if it does not.
func (p *page) typingEnds(channelID string) <-chan time.Time {
	if !p.types(channelID) {
		return nil
	}
	return time.After(typingShows - p.d.Now().Sub(p.d.TypingSince(channelID)) + time.Millisecond)
}
