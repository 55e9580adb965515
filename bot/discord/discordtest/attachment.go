package discordtest

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
)

// File is a file that a person sends, as the value of a command's option of that type.
type File struct {
	Name string
	Data string
}

// attached is a File on Discord's content network.
type attached struct {
	File
	id, url string
}

// attach keeps a file and returns what Discord says of it.
func (s *Server) attach(f File, channelID string) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.newID()
	a := attached{f, id, fmt.Sprintf("https://cdn.discordapp.com/attachments/%s/%s/%s?ex=6a&is=69&hm=5e", channelID, id, url.PathEscape(f.Name))}
	s.files = append(s.files, a)
	return map[string]any{
		"id": id, "filename": f.Name, "size": len(f.Data), "url": a.url, "proxy_url": a.url, "ephemeral": true,
		"content_type": "application/octet-stream",
	}
}

// getAttachment hands out a file. A request for one has no business to show the bot's token.
func (s *Server) getAttachment(c *call) response {
	if c.Header.Get("Authorization") != "" {
		s.t.Errorf("discordtest: GET %s: the token is shown to the content network", c.RequestURI)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.files {
		if a.id == c.PathValue("attachment") && c.URL.Query().Get("hm") != "" {
			header := http.Header{"Content-Type": {"application/octet-stream"}, "Content-Length": {strconv.Itoa(len(a.Data))}}
			return response{status: http.StatusOK, header: header, body: a.Data}
		}
	}
	return response{status: http.StatusNotFound, body: "This content is no longer available."}
}
