package discordtest

import (
	"regexp"
	"slices"
)

// Pings are whom a message would notify, sorted.
type Pings struct {
	Users, Roles []string
	// Everyone stands for @everyone and @here.
	Everyone bool
}

// None reports whether nobody is notified.
func (p Pings) None() bool { return len(p.Users) == 0 && len(p.Roles) == 0 && !p.Everyone }

var (
	userMention     = regexp.MustCompile(`<@!?(\d+)>`)
	roleMention     = regexp.MustCompile(`<@&(\d+)>`)
	everyoneMention = regexp.MustCompile(`@everyone|@here`)
)

// pings works out whom the text notifies, given allowed_mentions, as Discord documents them: absent, all that
// is mentioned and the author of the message replied to; present, only what they allow. It errs on the side of
// more: a mention within code counts, and so do those of an edited message. Embeds never notify. s.mu is held.
func (m *message) pings() Pings {
	texts := append(displayed(m.components), m.content)
	var p Pings
	allow := m.allowance()
	for _, text := range texts {
		p.Users = append(p.Users, allow.users.filter(userMention, text)...)
		p.Roles = append(p.Roles, allow.roles.filter(roleMention, text)...)
		p.Everyone = p.Everyone || allow.everyone && everyoneMention.MatchString(text)
	}
	if to := m.repliedTo(); to != "" && allow.repliedUser {
		p.Users = append(p.Users, to)
	}
	slices.Sort(p.Users)
	slices.Sort(p.Roles)
	p.Users, p.Roles = slices.Compact(p.Users), slices.Compact(p.Roles)
	return p
}

// allowed are the IDs that may be notified: all, or those listed.
type allowed struct {
	all bool
	ids []string
}

func (a allowed) filter(mention *regexp.Regexp, text string) []string {
	var ids []string
	for _, m := range mention.FindAllStringSubmatch(text, -1) {
		if a.all || slices.Contains(a.ids, m[1]) {
			ids = append(ids, m[1])
		}
	}
	return ids
}

type allowance struct {
	users, roles          allowed
	everyone, repliedUser bool
}

func (m *message) allowance() allowance {
	object, ok := m.allowed.(map[string]any)
	if !ok {
		return allowance{allowed{all: true}, allowed{all: true}, true, true}
	}
	parse := texts(object["parse"])
	replied, _ := object["replied_user"].(bool)
	return allowance{
		users:       allowed{slices.Contains(parse, "users"), texts(object["users"])},
		roles:       allowed{slices.Contains(parse, "roles"), texts(object["roles"])},
		everyone:    slices.Contains(parse, "everyone"),
		repliedUser: replied,
	}
}

// repliedTo is the author of the message that m replies to; empty if it replies to none.
func (m *message) repliedTo() string {
	id, _ := m.reference["message_id"].(string)
	if to := m.s.message(m.channel.ID, id); to != nil {
		return to.author.ID
	}
	return ""
}

// displayed is the text of text display components, however deep.
func displayed(components []any) []string {
	var out []string
	for _, c := range components {
		object, _ := c.(map[string]any)
		if text, ok := object["content"].(string); ok {
			out = append(out, text)
		}
		nested, _ := object["components"].([]any)
		out = append(out, displayed(nested)...)
	}
	return out
}

// texts are the strings of a JSON list.
func texts(v any) []string {
	items, _ := v.([]any)
	var out []string
	for _, item := range items {
		if s, ok := item.(string); ok {
			out = append(out, s)
		}
	}
	return out
}
