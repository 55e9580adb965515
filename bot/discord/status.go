package discord

import (
	"context"
	"slices"

	"github.com/bwmarrin/discordgo"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/ledger"
)

// maxFailedShown is how many files that could not be read are named.
const maxFailedShown = 5

// status is the task to show what the archive has, and to those who may change them the settings.
func (s *service) status(by asker) task {
	return task{0, nil, func(ctx context.Context) (finding, error) {
		st, err := s.desk.Status(ctx)
		if err != nil {
			return finding{}, err
		}
		m := message{Embeds: []*discordgo.MessageEmbed{{Title: textStatusTitle, Color: colourAnswer, Description: textStatus(st, s.may(by, mayAdminister))}}}
		if s.may(by, mayAdminister) && by.guild != "" {
			m.Components = []component{row(button(secondaryStyle, textSettings, press{verb: settingsVerb}))}
		}
		return finding{message: m}, nil
	}}
}

// failedFiles are lines on files that could not be read, for those who can mend that.
func failedFiles(st bot.Status) []string {
	var ls []string
	for _, f := range st.Failed[:min(len(st.Failed), maxFailedShown)] {
		ls = append(ls, "- "+markdown.Clip(f.File, maxName, markdown.Escape)+": "+markdown.Clip(f.Reason, maxName, markdown.Escape))
	}
	return append(ls, textMore(st.FailedCount-len(ls), "file"))
}

// The settings of a server, as places of presses.
const (
	channelsSetting = "channels"
	askSetting      = "ask"
	checkSetting    = "check"
)

// Kinds of channel that the bot can be kept to: text and announcements.
var channelKinds = []int{0, 5}

// changeSettings shows the settings of the server, or sets one of them first.
func (s *service) changeSettings(ctx context.Context, q request, i interactionEvent, p press) {
	guild := q.by.guild
	if guild == "" {
		s.refuse(ctx, i, textMayNot[mayAdminister])
		return
	}
	t := task{0, nil, func(context.Context) (finding, error) {
		access, err := s.ledger.Access(guild)
		if err == nil && p.verb == accessVerb {
			if set(&access, p.place, i.Data.Values) {
				err = s.ledger.SetAccess(guild, access)
				q.log.Info("settings of a server changed", "setting", p.place, "values", len(i.Data.Values))
			}
		}
		return finding{message: settings(access)}, err
	}}
	q.reply = &commandReply{rest: s.rest, event: i, private: true}
	if p.verb == accessVerb {
		q.reply = &pressReply{commandReply{rest: s.rest, event: i}}
	}
	s.answer(ctx, q, t)
}

// set changes one setting; ok is false for one that there is not.
func set(a *ledger.Access, setting string, values []string) (ok bool) {
	to, ok := map[string]*[]string{channelsSetting: &a.Channels, askSetting: &a.Ask, checkSetting: &a.Check}[setting]
	if ok {
		*to = slices.Clone(values)
	}
	return ok
}

// settings shows the settings as menus, which change them.
func settings(a ledger.Access) message {
	pick := func(kind int, placeholder, setting, of string, chosen []string) component {
		none := 0
		c := component{Type: kind, CustomID: press{accessVerb, "", setting}.String(), Placeholder: placeholder, MinValues: &none, MaxValues: maxMenu}
		for _, id := range chosen[:min(len(chosen), maxMenu)] {
			c.DefaultValues = append(c.DefaultValues, defaultValue{id, of})
		}
		return c
	}
	channels := pick(channelMenuType, textSetChannels, channelsSetting, "channel", a.Channels)
	channels.ChannelTypes = channelKinds
	return message{Content: textSettingsHead, Components: []component{
		row(channels),
		row(pick(roleMenuType, textSetAsk, askSetting, "role", a.Ask)),
		row(pick(roleMenuType, textSetCheck, checkSetting, "role", a.Check)),
	}}
}
