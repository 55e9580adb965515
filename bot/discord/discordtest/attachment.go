package discordtest

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
)

// File is a file that a person sends with a message or as the value of a command's option of that type, or that
// the bot sends.
type File struct {
	Name string
	Data string
}

// Attachment is a file that a message shows.
type Attachment struct {
	ID, Name string
	// Size is in bytes.
	Size int
	// URL is the address on Discord's content network.
	URL string
}

// attached is a File on Discord's content network.
type attached struct {
	File
	id, signature, url string
}

func (a attached) public() Attachment { return Attachment{a.id, a.Name, len(a.Data), a.url} }

// wire is what Discord says of the file; ephemeral that it is no message's.
func (a attached) wire(ephemeral bool) map[string]any {
	w := map[string]any{
		"id": a.id, "filename": a.Name, "size": len(a.Data), "url": a.url, "proxy_url": a.url,
		"content_type": "application/octet-stream",
	}
	if ephemeral {
		w["ephemeral"] = true
	}
	return w
}

func attachmentWires(files []attached) []any {
	out := []any{}
	for _, f := range files {
		out = append(out, f.wire(false))
	}
	return out
}

// keepFiles puts files on the content network. s.mu is held.
func (s *Server) keepFiles(ch Channel, files []File) []attached {
	var out []attached
	for _, f := range files {
		id, signature := s.newID(), rand.Text()
		address := fmt.Sprintf("https://cdn.discordapp.com/attachments/%s/%s/%s?ex=6a&is=69&hm=%s", ch.ID, id, url.PathEscape(path.Base(f.Name)), signature)
		out = append(out, attached{f, id, signature, address})
	}
	s.files = latest(append(s.files, out...), s.o.Keep)
	return out
}

// Attachment gives a file that was sent, by its ID; ok is false if there is none.
func (s *Server) Attachment(id string) (f File, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.files, func(a attached) bool { return a.id == id })
	if i < 0 {
		return File{}, false
	}
	return s.files[i].File, true
}

// getAttachment hands out a file. A request for one has no business to show the bot's token.
func (s *Server) getAttachment(c *call) response {
	if c.Header.Get("Authorization") != "" {
		s.t.Errorf("discordtest: GET %s: the token is shown to the content network", c.RequestURI)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.files {
		if a.id == c.PathValue("attachment") && a.signature == c.URL.Query().Get("hm") {
			header := http.Header{"Content-Type": {"application/octet-stream"}, "Content-Length": {strconv.Itoa(len(a.Data))}}
			return response{status: http.StatusOK, header: header, body: a.Data}
		}
	}
	return response{status: http.StatusNotFound, body: "This content is no longer available."}
}
