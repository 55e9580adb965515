package discord

import (
	"fmt"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
)

// The words on buttons and menus, and of what they open.

const (
	textBack          = "◂ Back"
	textNextPassage   = "Next passage"
	textNextPlace     = "Next place"
	textNearestPlace  = "What comes nearest"
	textNextPage      = "More"
	textNextStatement = "Next ▸"
	textAllStatements = "◂ All statements"
	textNextQuotation = "Next quotation ▸"
	textAllQuotations = "◂ All quotations"
	textAllSources    = "◂ All sources"

	textContext   = "Context"
	textArticle   = "Article"
	textCheckThis = "Check this quotation"
	textWrong     = "Wrong?"
	textEveryone  = "Show everyone"

	textOpenStatement = "Open a statement…"
	textOpenQuotation = "Open a quotation…"
	textOpenSource    = "What a source says…"
	textOpenOther     = "Another article that fits…"

	textNear    = "These words are near, but they do not answer it."
	textGone    = "This can no longer be shown: the archive keeps the article back, or has it no more."
	textChanged = "-# The article has been changed since; these are its words as they were found."

	textUnknownButton = "I do not know this button any more. Please ask again, with `/ask`."
	textNoReceipt     = "I have no record of that any more, or it is not yours to see. Please ask again."
	textExpired       = "These buttons have expired. Please ask again, and I shall look afresh."
	textHelp          = "Ask me something after my name, or use `/ask`, `/quote`, `/said`, `/article` or `/check`."
)

// textMayNot refuses what somebody may not do.
var textMayNot = map[right]string{
	mayAsk:        "You may not ask me questions here. Whoever looks after me in this server can allow it.",
	mayCheck:      "You may not check quotations here. Whoever looks after me in this server can allow it.",
	mayAdminister: "Only those who look after me in this server may do that.",
}

// textNearest is the button that shows what is near.
func textNearest(n int) string {
	if n == 1 {
		return "The nearest passage ▸"
	}
	return fmt.Sprintf("The %d nearest passages ▸", n)
}

func textNearestFooter(answered bool) string {
	if answered {
		return ""
	}
	return "Near, but no answer"
}

// textNotThere says that a message's words were looked for in vain.
func textNotThere(s bot.Scope, now time.Time) string {
	return fmt.Sprintf("Nothing in %s%s%s says this.", count(s.Articles, "article"), textOutlets(s.Outlets), textYears(s, now))
}

// textEmbargo stands before everything else of an article that is not free yet.
func textEmbargo(c bot.Citation) string {
	if c.Embargo.IsZero() {
		return ""
	}
	return "⛔ EMBARGOED until " + c.Embargo.Wall().Format("2 Jan 2006, 15:04 MST") + " · "
}

func textShownBy(name string) string {
	return "-# Shown by " + markdown.Clip(name, maxWho, markdown.Escape)
}

func textPage(n, of int) string { return fmt.Sprintf("Page %d of %d", n, of) }

// textNumber says which quotation of a draft this is.
func textNumber(n, of int) string { return fmt.Sprintf("**Quotation %d of %s**", n, number(of)) }

// quotationVerdict is what came of a quotation of a draft.
func quotationVerdict(q bot.DraftQuotation) verdict {
	if q.Check == nil {
		return verdict{"➖", textUnchecked, colourDoubt}
	}
	return textVerdict(*q.Check)
}

// textListed is a quotation in a list: its first words.
func textListed(q bot.DraftQuotation) string {
	return "“" + markdown.Clip(q.Text, maxListedQuote, markdown.Escape) + "”"
}

// reportColour is that of the worst that came of a draft.
func reportColour(r bot.Report) int {
	switch c := r.Counts; {
	case c.Misattributed+c.NotFound > 0:
		return colourWrong
	case r.Clean():
		return colourRight
	}
	return colourDoubt
}

// The words of an article's card.

const textEditorsNote = "Editor’s note:"

func textNoArticle(ref string) string {
	return "I find no article for “" + markdown.Clip(ref, maxName, markdown.Escape) + "”. Type words of its headline, and pick one of the suggestions."
}

// textCard is what is known of an article beside its headline.
func textCard(card bot.Card) string {
	var parts []string
	if by := textBy(card.Article.Byline); by != "" {
		parts = append(parts, markdown.Escape(by))
	}
	if place := markdown.Clip(card.Dateline, maxWho, markdown.Escape); place != "" {
		parts = append(parts, place)
	}
	if !card.Updated.IsZero() && card.Updated != card.Article.Published {
		parts = append(parts, "updated "+date(card.Updated.Wall()))
	}
	if v := markdown.Clip(card.Version, 20, markdown.Escape); v != "" {
		parts = append(parts, "version "+v)
	}
	status := "usable"
	if !card.Article.Embargo.IsZero() {
		status = "under embargo"
	}
	return joined(" · ", append(parts, "status: "+status, count(card.Paragraphs, "paragraph")+", "+count(card.Words, "word")))
}

// textSources heads the list of sources.
func textSources(all []bot.Source) string {
	named := 0
	for _, s := range all {
		if !s.Anonymous {
			named++
		}
	}
	switch anonymous := len(all) - named; {
	case len(all) == 0:
		return "**Sources**: nobody is quoted"
	case anonymous == 0:
		return "**Sources**: " + number(named) + ", all named"
	case named == 0:
		return "**Sources**: " + number(anonymous) + ", none named"
	default:
		return fmt.Sprintf("**Sources**: %s named, %s not named", number(named), number(anonymous))
	}
}

// textSource is a source in a line.
func textSource(s bot.Source) string {
	name := markdown.Clip(s.Name, maxName, markdown.Escape)
	if s.Anonymous {
		name = "“" + name + "”, not named"
	} else {
		name = "**" + name + "**"
	}
	if s.Role != nil && strings.TrimSpace(*s.Role) != "" {
		name += ", " + markdown.Clip(*s.Role, maxName, markdown.Escape)
	}
	return name + ": " + textSourceCounts(s)
}

// textSourceCounts says how often a source is quoted.
func textSourceCounts(s bot.Source) string {
	var parts []string
	if s.Quoted > 0 {
		parts = append(parts, "quoted "+times(s.Quoted))
	}
	if s.Reported > 0 {
		parts = append(parts, "reported "+times(s.Reported))
	}
	return strings.Join(parts, ", ")
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return number(n) + " times"
}

// sourceName is a source where Discord reads no Markdown.
func sourceName(s bot.Source) string {
	if s.Anonymous {
		return "“" + markdown.OneLine(s.Name) + "”, not named"
	}
	return markdown.OneLine(s.Name)
}
