package discord

import (
	"strings"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
)

// echo repeats the question and its limits above the answer, since a command shows others only its name.
func echo(q bot.Question) string {
	var b strings.Builder
	if text := markdown.Clip(q.Text, maxQuoted, markdown.Escape); text != "" {
		b.WriteString(echoMark + text + "\n")
	}
	if limits := textLimits(q); limits != "" {
		b.WriteString("-# Only " + limits + "\n")
	}
	return b.String()
}

const echoMark = "> "

// echoed is the question that the answer to a command repeats, as far as it does; empty if the content is that of another
// message of the bot's.
func echoed(content string) string {
	line, _, _ := strings.Cut(content, "\n")
	text, ok := strings.CutPrefix(line, echoMark)
	if !ok {
		return ""
	}
	return markdown.Unescape(strings.TrimSuffix(strings.Trim(text, "\u2068\u2069"), " […]"))
}
