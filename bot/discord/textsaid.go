package discord

import (
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
)

// The words of what people said.

const (
	textSaidDescription  = "Find what a person said, word for word, in order of time"
	textWhoDescription   = "A name in any form, or an office such as “the mayor of Port Ansel”"
	textAboutDescription = "Only statements that are about this"
	textEmptyName        = "Give me a name, like this: `/said speaker: Ada Orm`"
	textLongName         = "That name is too long for me."
	textNoDays           = "There was nothing to search: the archive has no article, or none of these days."
)

// textPerson says whose statements follow, how many they are, and within which limits.
func textPerson(q saidQuery, s bot.Statements) string {
	out := "**" + markdown.Clip(s.Person.Name, maxName, markdown.Escape) + "**"
	if len(s.Person.Roles) > 0 {
		out += ", " + markdown.Clip(s.Person.Roles[0], maxName, markdown.Escape)
	}
	out += "\n" + count(len(s.Statements), "statement")
	if about := markdown.Clip(q.About, maxName, markdown.Escape); about != "" {
		out += " about “" + about + "”"
	}
	if limits := textLimits(bot.Question{From: q.From, To: q.To}); limits != "" {
		out += ", " + limits
	}
	return out
}

func textOffice(o *bot.Office) string {
	if o == nil {
		return ""
	}
	return "-# Called “" + markdown.Clip(o.Called, maxName, markdown.Escape) + "” in " + markdown.Clip(o.Article.Outlet, maxWho, markdown.Escape) + ", " + textDay(o.Article)
}

func textCut(cut bool) string {
	if !cut {
		return ""
	}
	return "-# There are more places than I looked at: a topic or dates will find the rest."
}

// textSaidBy says how the words are given, and what the story calls the speaker.
func textSaidBy(st bot.Statement) string {
	how := "Quoted"
	switch st.Kind.String() {
	case "indirect":
		how = "Reported, not in quotation marks"
	case "mixed":
		how = "Quoted in part"
	}
	out := how + ": " + markdown.Clip(st.Speaker, maxName, markdown.Escape)
	if st.Role != nil && strings.TrimSpace(*st.Role) != "" {
		out += ", " + markdown.Clip(*st.Role, maxName, markdown.Escape)
	}
	if strings.HasPrefix(st.Source, st.Speaker) { // that says itself who it is
		return out
	}
	return out + textBecause(&bot.Attribution{Source: st.Source, Cue: st.Cue})
}

func textNobody(name string, s bot.Scope, now time.Time) string {
	return "Nobody called “" + name + "” says anything in " + strings.TrimPrefix(textSearched(s, now), "Searched: ")
}

func textWhich(name string) string {
	return "“" + name + "” may be one of these. Please ask by the full name:"
}

func textPersonLine(p bot.Person) string {
	out := markdown.Clip(p.Name, maxWho, markdown.Escape)
	if len(p.Roles) > 0 {
		out += ", " + markdown.Clip(p.Roles[0], maxWho, markdown.Escape)
	}
	return out + ", quoted in " + count(p.Quoted, "place")
}
