package discord

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/mention"
)

// Every word that a user sees is in the files text*.go, but for what the archive says and the Desk's reasons.

const (
	textAskDescription      = "Find the passages of our archive that answer a question"
	textQuestionDescription = "What do you want to know? A sentence works best"
	textOutletDescription   = "Only articles of outlets whose name has these words"
	textFromDescription     = "Only articles from this day on: 2016-02-19, 19 Feb 2016, Feb 2016, 2016"
	textToDescription       = "Only articles up to this day, month or year, included"
	textOnlyMeDescription   = "Show the answer to you alone"

	textWait        = "Looking through the archive…"
	textEmpty       = "Ask me a question in words, like this: `/ask question: Who opened the new bridge?`"
	textNoIndex     = "I have no archive to search yet. Whoever runs me has to index the articles first, with `copydesk index FOLDER`."
	textIndexing    = "The archive is being indexed at the moment. Please ask again in a few minutes."
	textStopping    = "I am just being restarted. Please ask again in a minute."
	textInterrupted = "I was interrupted twice while I was answering this. Please ask again."
	textRefused     = "Discord did not let me show you the answer here. Please ask once more."
	textMayNotWrite = "Discord did not let me answer you in that channel. A server admin has to let me see it and write there; here you can ask me at any time."
	textNoChannel   = "I could not find out which channel you asked me in, and so did not answer there. Please ask again in a minute."
	textNotHere     = "I am not meant to answer here. Please ask in one of the channels set up for me."
	textUnknown     = "I do not know this command any more. Please reload Discord and use `/ask`."
	textNoEmbeds    = "I found something, but I may not show it here. A server admin has to give me the *Embed Links* permission in this channel."

	textSameStory  = "Also in this story"
	textSeeAlso    = "See also: "
	textNoOutlet   = "Outlet not known"
	textNoDate     = "no date"
	textNoHeadline = "No headline"
	textNoName     = "a name that cannot be read"
)

func textLong() string {
	return fmt.Sprintf("That question is too long for me: please keep to %s characters.", number(bot.MaxQuestion))
}

func textTimeout(limit time.Duration) string {
	return fmt.Sprintf("I stopped after %g seconds without an answer. Something shorter is quicker, and so is a question limited by outlet or dates.", limit.Seconds())
}

func textFault(reference string) string {
	return fmt.Sprintf("Something went wrong on my side, and I have no answer for you. Please try once more. If it happens again, give whoever runs me this number: `%s`", reference)
}

// textBadDate answers what was typed for the option named.
func textBadDate(option, typed string, err error) string {
	typed = markdown.Clip(typed, 60, markdown.Escape)
	if errors.Is(err, mention.ErrTwoDates) {
		return fmt.Sprintf("“%s” in `%s` could be two different days. Please write the month as a word, like `3 Feb 2016`.", typed, option)
	}
	return fmt.Sprintf("I cannot read “%s” in `%s` as a date. Try `2016-02-19`, `19 Feb 2016`, `Feb 2016` or `2016`.", typed, option)
}

func textBackwards(from, to time.Time) string {
	return fmt.Sprintf("Your dates run backwards: from %s to %s. Please swap them.", date(from), date(to))
}

// textLimits says within which limits was asked; empty if there were none.
func textLimits(q bot.Question) string {
	var parts []string
	if q.Outlet != "" {
		parts = append(parts, "outlet “"+markdown.Clip(q.Outlet, 100, markdown.Escape)+"”")
	}
	switch {
	case q.From.IsZero() && q.To.IsZero():
	case q.To.IsZero():
		parts = append(parts, "from "+date(q.From))
	case q.From.IsZero():
		parts = append(parts, "up to "+date(q.To))
	default:
		parts = append(parts, date(q.From)+" to "+date(q.To))
	}
	return strings.Join(parts, ", ")
}

// textReading says how the question was read, in one line of small print; empty if there is nothing to say.
func textReading(a bot.Answer) string {
	r := a.Reading
	var parts []string
	if before := markdown.Clip(r.Before, maxBefore, markdown.Escape); before != "" {
		parts = append(parts, "Read with the question before: “"+before+"”")
	}
	write := func(name string) string { return markdown.Clip(name, 60, markdown.Escape) }
	var words []string
	for _, m := range r.Mended[:min(len(r.Mended), maxMended)] {
		words = append(words, "“"+write(m.Read)+"”")
	}
	if len(words) > 0 {
		parts = append(parts, "Also looked for "+list(words))
	}
	limits := r.Limits(write)
	switch {
	case limits == "", r.Dropped && a.Searched.Articles == 0: // which is said at length
	case r.Dropped:
		parts = append(parts, "Found nothing "+limits+"; searched beyond that instead")
	default:
		parts = append(parts, "Only articles "+limits+", as the question asks")
	}
	if len(parts) == 0 {
		return ""
	}
	return "-# " + strings.Join(parts, " · ")
}

// textNothing says what was searched in vain, as of now.
func textNothing(q bot.Question, s bot.Scope, now time.Time) string {
	limits := textLimits(q)
	switch {
	case s.Articles == 0 && limits != "":
		return fmt.Sprintf("There was nothing to search: the archive has no article within your limits (%s).", limits)
	case s.Articles == 0:
		return "There was nothing to search: the archive has no article yet."
	}
	return fmt.Sprintf("Nothing in %s%s%s answers that.", count(s.Articles, "article"), textOutlets(s.Outlets), textYears(s, now))
}

// textOutlets is " of …": up to three names, or else how many there are.
func textOutlets(outlets []string) string {
	switch {
	case len(outlets) == 0:
		return ""
	case len(outlets) > 3:
		return " of " + count(len(outlets), "outlet")
	}
	names := make([]string, len(outlets))
	for i, o := range outlets {
		names[i] = markdown.Clip(o, 60, markdown.Escape)
	}
	return " of " + list(names)
}

// textYears is ", 2009 to today,"; an archive whose last article is of yesterday or today reaches to today.
func textYears(s bot.Scope, now time.Time) string {
	if s.First.IsZero() || s.Last.IsZero() {
		return ""
	}
	first, last := strconv.Itoa(s.First.Year()), strconv.Itoa(s.Last.Year())
	switch {
	case !s.Last.Before(now.AddDate(0, 0, -2)):
		return ", " + first + " to today,"
	case first == last:
		return ", " + first + ","
	}
	return ", " + first + " to " + last + ","
}

// textSpeaker says who says the evidence, which is in bold where it is not the whole passage; empty if the
// index does not know. A passage in the outlet's own voice looks the same as one whose speaker was not found:
// neither is given one.
func textSpeaker(p bot.Passage) string {
	if p.Speaker == nil || markdown.OneLine(*p.Speaker) == "" {
		return ""
	}
	said := "Said by "
	if strings.TrimSpace(p.Text) != strings.TrimSpace(p.Evidence.Text) {
		said = "In bold: said by "
	}
	name := markdown.Clip(*p.Speaker, maxName, markdown.Escape)
	if p.Anonymous {
		return said + "“" + name + "”, not named in the story"
	}
	return said + withRole(name, p.Role)
}

// withRole is a name and what the story says that they are, if it says anything.
func withRole(name string, role *string) string {
	if role == nil {
		return name
	}
	return joined(", ", []string{name, markdown.Clip(*role, maxName, markdown.Escape)})
}

// textPlace says what a passage is if it is not the story's own text, and under which heading it stands; after is
// the passage before it of the same story, nil for the first.
func textPlace(p bot.Passage, after *bot.Passage) string {
	place := placeOf(p.Kind.String())
	if place == "" && strings.TrimSpace(p.Subhead) != "" && (after == nil || after.Subhead != p.Subhead) {
		place = "under the heading “" + markdown.Clip(p.Subhead, maxName, markdown.Escape) + "”"
	}
	switch {
	case after == nil && place != "":
		return strings.ToUpper(place[:1]) + place[1:]
	case after != nil && place != "":
		return textSameStory + ", " + place
	case after != nil:
		return textSameStory
	}
	return ""
}

// placeOf names the part of an article that is not the story's own text; empty for that.
func placeOf(kind string) string {
	return map[string]string{"caption": "photo caption", "credit": "photo credit", "footer": "note below the story"}[kind]
}

// textOutlet and textBy are shown where Discord reads no Markdown.
func textOutlet(c bot.Citation) string {
	outlet := markdown.Clip(c.Outlet, maxName, plain)
	switch {
	case outlet == "":
		return textNoOutlet
	case c.OutletInferred:
		return outlet + " (inferred from the text)"
	}
	return outlet
}

func textDay(c bot.Citation) string {
	if c.Published.IsZero() {
		return textNoDate
	}
	return date(c.Published.Wall())
}

func textBy(byline string) string {
	if byline = markdown.Clip(byline, maxName, plain); byline == "" {
		return ""
	}
	return "By " + byline
}

// textAlso names the outlets that print the same words.
func textAlso(others []bot.Citation) string {
	var names []string
	for _, c := range others {
		names = append(names, textOutlet(c)+", "+textDay(c))
	}
	if len(names) > 3 {
		names = append(names[:3], fmt.Sprintf("%d more", len(names)-3))
	}
	if len(names) == 0 {
		return ""
	}
	return "Also printed by " + strings.Join(names, "; ")
}

func date(t time.Time) string { return t.Format("2 Jan 2006") }

// count is "1 article", "41,212 articles".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

// number is n with commas.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// list is "a", "a and b", "a, b and c".
func list(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func plain(s string) string { return s }
