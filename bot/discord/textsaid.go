package discord

import (
	"strings"
	"time"

	"copydesk/bot"
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
	out := "**" + clip(s.Person.Name, maxName, escape) + "**"
	if len(s.Person.Roles) > 0 {
		out += ", " + clip(s.Person.Roles[0], maxName, escape)
	}
	out += "\n" + count(len(s.Statements), "statement")
	if about := clip(q.About, maxName, escape); about != "" {
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
	return "-# Called “" + clip(o.Called, maxName, escape) + "” in " + clip(o.Article.Outlet, maxWho, escape) + ", " + textDay(o.Article)
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
	out := how + ": " + clip(st.Speaker, maxName, escape)
	if st.Role != nil && strings.TrimSpace(*st.Role) != "" {
		out += ", " + clip(*st.Role, maxName, escape)
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
	out := clip(p.Name, maxWho, escape)
	if len(p.Roles) > 0 {
		out += ", " + clip(p.Roles[0], maxWho, escape)
	}
	return out + ", quoted in " + count(p.Quoted, "place")
}
