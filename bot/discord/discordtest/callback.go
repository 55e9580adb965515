package discordtest

import "net/http"

// Types of callback.
const (
	callReply       = 4
	callDefer       = 5
	callDeferUpdate = 6
	callUpdate      = 7
	callSuggest     = 8
	callForm        = 9
)

var (
	unknownInteraction = refuse(http.StatusNotFound, 10062, "Unknown interaction")
	alreadyAcked       = refuse(http.StatusBadRequest, 40060, "Interaction has already been acknowledged.")
	unknownWebhook     = refuse(http.StatusNotFound, 10015, "Unknown Webhook")
	expiredToken       = refuse(http.StatusUnauthorized, 50027, "Invalid Webhook Token")
)

// callback acknowledges an interaction.
func (s *Server) callback(c *call) response {
	i := s.interaction(c.PathValue("token"))
	if i == nil || i.id != c.PathValue("interaction") {
		return unknownInteraction
	}
	body, bad := s.form(c, i.checkCallback)
	if bad != nil {
		return *bad
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if i.acked {
		return alreadyAcked
	}
	if s.now().Sub(i.created) > ackWithin {
		return unknownInteraction
	}
	if bad := i.acknowledge(c, body); bad != nil {
		return *bad
	}
	i.acked = true
	if c.URL.Query().Get("with_response") == "true" {
		return response{status: http.StatusOK, body: i.acknowledged(number(body["type"]))}
	}
	return response{status: http.StatusNoContent}
}

// interaction finds the interaction that has a token; nil if none has.
func (s *Server) interaction(token string) *Interaction {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tokens[token]
}

// acknowledge does what the callback says, unless that leaves a message empty. s.mu is held.
func (i *Interaction) acknowledge(c *call, body map[string]any) *response {
	data, _ := body["data"].(map[string]any)
	switch number(body["type"]) {
	case callReply:
		i.begin(c, data)
		i.shown(Replied, i.original)
		i.s.post(i.original)
	case callDefer:
		i.begin(c, data)
		i.loading = true
		i.note(Event{Kind: Deferred, Ephemeral: i.original.flags&Ephemeral != 0})
		i.original.flags |= loadingFlag
		i.s.post(i.original)
	case callDeferUpdate:
		i.original = i.under
		i.note(Event{Kind: Deferred, Ephemeral: i.under.flags&Ephemeral != 0})
	case callUpdate:
		if resp := i.s.edit(c, i.under, data); resp.status != http.StatusOK {
			return &resp
		}
		i.original = i.under
		i.shown(Replied, i.under)
	case callSuggest:
		i.note(Event{Kind: Suggested, Choices: choices(data["choices"])})
	case callForm:
		i.note(Event{Kind: Asked, Form: mustJSON(data)})
	}
	return nil
}

// begin makes the message that answers the interaction. s.mu is held.
func (i *Interaction) begin(c *call, data map[string]any) {
	i.original = i.s.newMessage(i.channel, i.s.o.user(botID))
	i.original.interaction, i.original.files = i, i.s.keepFiles(i.channel, c.files)
	i.original.apply(data)
}

// acknowledged is the answer to a callback that asks for one.
func (i *Interaction) acknowledged(kind int) map[string]any {
	about := map[string]any{"id": i.id, "type": i.kind}
	out := map[string]any{"interaction": about}
	if i.original != nil {
		about["response_message_id"] = i.original.id
		about["response_message_loading"] = i.loading
		about["response_message_ephemeral"] = i.original.flags&Ephemeral != 0
		out["resource"] = map[string]any{"type": kind, "message": i.original.wire(true)}
	}
	return out
}

func choices(v any) []Choice {
	items, _ := v.([]any)
	out := []Choice{}
	for _, item := range items {
		object, _ := item.(map[string]any)
		name, _ := object["name"].(string)
		out = append(out, Choice{name, object["value"]})
	}
	return out
}

// webhook finds the interaction whose token the path has, if the token can be used now.
func (s *Server) webhook(c *call) (*Interaction, *response) {
	i := s.interaction(c.PathValue("token"))
	if i == nil || c.PathValue("app") != botID {
		return nil, &unknownWebhook
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case !i.acked:
		return nil, &unknownWebhook
	case s.now().Sub(i.created) > tokenExpires:
		return nil, &expiredToken
	}
	return i, nil
}
