package discord

import (
	"slices"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot/ledger"
)

// right is something that not everybody may do.
type right int

const (
	mayAsk   right = iota // and look up people and articles
	mayCheck              // and drafts, and sign receipts off
	maySeeEmbargoed
	mayAdminister
	mayForget // have what is one's own deleted, as everybody may
)

// refusal is the sentence for somebody who may not do a thing in a place; empty if they may. home is the channel, or the
// one that it is a thread of.
func (s *service) refusal(by asker, home string, r right) string {
	if !s.allowed(by.guild, home, by.channel) {
		return textNotHere
	}
	access := s.access(by.guild)
	if r != mayAdminister && len(access.Channels) > 0 && !slices.Contains(access.Channels, home) && !slices.Contains(access.Channels, by.channel) {
		return textNotHere
	}
	if !s.may(by, r) {
		return textMayNot[r]
	}
	return ""
}

// may reports whether somebody has a right. Who may ask and check is for the operator to say and, within that, for the
// server's administrators; who sees embargoed articles for the operator alone. Where the operator names no administrators
// they are those who may manage the server.
func (s *service) may(by asker, r right) bool {
	access := s.access(by.guild)
	switch r {
	case mayForget:
		return true
	case mayAsk:
		return by.oneOf(s.o.AskRoles) && (by.oneOf(access.Ask) || s.may(by, mayAdminister))
	case mayCheck:
		return by.oneOf(s.o.CheckRoles) && (by.oneOf(access.Check) || s.may(by, mayAdminister))
	case maySeeEmbargoed:
		return len(s.o.EmbargoRoles) > 0 && by.oneOf(s.o.EmbargoRoles)
	case mayAdminister:
		if len(s.o.AdminRoles) > 0 {
			return by.oneOf(s.o.AdminRoles)
		}
		return by.guild != "" && by.permissions&discordgo.PermissionManageGuild != 0
	}
	return false
}

// oneOf reports whether the IDs name the asker or one of their roles, or whether there are none.
func (by asker) oneOf(ids []string) bool {
	return len(ids) == 0 || slices.Contains(ids, by.user) || slices.ContainsFunc(by.roles, func(role string) bool { return slices.Contains(ids, role) })
}

// access is what a server's administrators have set. Where it cannot be read nobody is kept out whom the operator lets in:
// the operator's settings are the ones that guard.
func (s *service) access(guild string) ledger.Access {
	if guild == "" {
		return ledger.Access{}
	}
	a, err := s.ledger.Access(guild)
	if err != nil {
		s.log.Error("settings of a server not read", "guild", guild, "error", err)
	}
	return a
}
