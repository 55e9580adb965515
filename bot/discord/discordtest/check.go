package discordtest

import "strings"

const legacyCode = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"

// The checks of the bodies that messages are made of, one a route.

// checkCreate checks a new message in a channel.
func checkCreate(body map[string]any) problems {
	return checkMessage(body, messageKeys, SuppressEmbeds|Silent|ComponentsV2, true)
}

// checkEdit checks a change to a message.
func checkEdit(body map[string]any) problems {
	return checkMessage(body, editKeys, SuppressEmbeds|ComponentsV2, false)
}

// checkReplyEdit checks a change to an answer to an interaction. Whether it is ephemeral was settled when the
// interaction was acknowledged.
func checkReplyEdit(body map[string]any) problems {
	return checkMessage(body, replyKeys, SuppressEmbeds|ComponentsV2, false)
}

// checkFollowUp checks another answer to an interaction.
func checkFollowUp(body map[string]any) problems {
	return checkMessage(body, webhookKeys, SuppressEmbeds|Ephemeral|Silent|ComponentsV2, true)
}

// checkMessage checks a body against Discord's own limits. flags are those that may be set there; whole says
// that the body is the whole message, which must not be empty.
func checkMessage(body map[string]any, known shape, flags int, whole bool) problems {
	var p problems
	if whole && bare(body) {
		p.add("", emptyCode, "the message is empty")
	}
	p.unknown("", body, known)
	p.message("", body, flags)
	return p
}

// message checks what all bodies of messages have in common.
func (p *problems) message(path string, body map[string]any, flags int) {
	content := p.text(path, body, "content", 0, maxContent)
	p.embeds(path, body)
	version2 := p.flags(path, body, flags)&ComponentsV2 != 0
	p.components(path, body, version2)
	p.mentions(path, body)
	p.list(path, body, "attachments", 0, maxFiles)
	if embeds, _ := body["embeds"].([]any); version2 && (content != "" || len(embeds) > 0) {
		p.add(join(path, "flags"), legacyCode, "content and embeds cannot be used with components of version 2")
	}
}

// flags checks that no others than the allowed ones are set, and returns them.
func (p *problems) flags(path string, body map[string]any, allowed int) int {
	flags := number(body["flags"])
	if flags&^allowed != 0 {
		p.add(join(path, "flags"), "MESSAGE_FLAGS", "flags %d cannot be set here", flags&^allowed)
	}
	return flags
}

// mentions checks allowed_mentions: a kind is allowed as a whole or by a list, not both.
func (p *problems) mentions(path string, body map[string]any) {
	m := p.object(path, body, "allowed_mentions")
	path = join(path, "allowed_mentions")
	parse := strings.Join(texts(m["parse"]), " ")
	p.list(path, m, "parse", 0, 3)
	for _, kind := range strings.Fields(parse) {
		if kind != "users" && kind != "roles" && kind != "everyone" {
			p.add(join(path, "parse"), "BASE_TYPE_CHOICES", "%q is none of users, roles and everyone", kind)
		}
	}
	for _, kind := range []string{"users", "roles"} {
		ids := p.list(path, m, kind, 0, maxMentions)
		if len(ids) > 0 && strings.Contains(parse, kind) {
			p.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:["%s"] and %s: [ids...] are mutually exclusive.`, kind, kind)
		}
	}
}

// bare reports that there is nothing to show in a body. Files come beside it.
func bare(body map[string]any) bool {
	content, _ := body["content"].(string)
	for _, key := range []string{"embeds", "components", "attachments", "sticker_ids"} {
		if items, _ := body[key].([]any); len(items) > 0 {
			return false
		}
	}
	return blank(content) && body["poll"] == nil
}

// checkDM checks a request for the direct messages with a user.
func checkDM(body map[string]any) problems {
	var p problems
	p.unknown("", body, dmKeys)
	p.text("", body, "recipient_id", 1, 20)
	return p
}

// callbacks are the types of callback that each kind of interaction may be answered with.
var callbacks = map[int][]int{
	commandInteraction:      {callReply, callDefer, callForm},
	componentInteraction:    {callReply, callDefer, callDeferUpdate, callUpdate, callForm},
	autocompleteInteraction: {callSuggest},
	modalInteraction:        {callReply, callDefer, callDeferUpdate, callUpdate},
}
