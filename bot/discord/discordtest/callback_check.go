package discordtest

import "slices"

// checkCallback checks the acknowledgement of i.
func (i *Interaction) checkCallback(body map[string]any) problems {
	var p problems
	kind := number(body["type"])
	if !slices.Contains(callbacks[i.kind], kind) {
		p.add("type", "BASE_TYPE_CHOICES", "an interaction of type %d cannot be answered with callback type %v", i.kind, body["type"])
		return p
	}
	data := p.object("", body, "data")
	switch kind {
	case callReply:
		if bare(data) {
			p.add("", emptyCode, "the message is empty")
		}
		p.message("data", data, SuppressEmbeds|Ephemeral|Silent|ComponentsV2)
	case callDefer:
		p.flags("data", data, Ephemeral)
		p.nothing("data", data)
	case callDeferUpdate, callUpdate:
		i.checkUpdate(&p, kind, data)
	case callSuggest:
		p.suggestions(data)
	case callForm:
		p.form(data)
	}
	p.unknown("", body, callbackKeys)
	return p
}

// checkUpdate checks a change to the message whose component was used.
func (i *Interaction) checkUpdate(p *problems, kind int, data map[string]any) {
	if i.under == nil {
		p.add("type", "BASE_TYPE_CHOICES", "there is no message to change")
	}
	if kind == callUpdate {
		p.message("data", data, SuppressEmbeds|ComponentsV2)
	} else {
		p.nothing("data", data)
	}
}

// nothing checks that a deferral brings no message.
func (p *problems) nothing(path string, data map[string]any) {
	if !bare(data) {
		p.add(path, "DEFERRAL", "a deferral shows nothing: its content, embeds and components are lost")
	}
}

func (p *problems) suggestions(data map[string]any) {
	p.objects("data", data, "choices", 0, maxSuggestions, func(at string, c map[string]any) {
		p.text(at, c, "name", 1, maxSuggestion)
		if _, ok := c["value"].(string); ok || c["value"] == nil {
			p.text(at, c, "value", 1, maxSuggestion)
		}
	})
}
