package discord

import (
	"fmt"
	"strings"
	"time"

	"copydesk/bot"
	"copydesk/bot/discord/markdown"
	"copydesk/bot/verify"
)

// The words of the quote desk.

const (
	textPublicDescription  = "Show the answer to everyone here; otherwise you alone see it"
	textQuoteDescription   = "Check a quotation: are these the words, whose are they, what was changed?"
	textTextDescription    = "The quotation, with its marks or without"
	textClaimedDescription = "Who is said to have said it: a name, with a title or without, or an office"

	textCheckDescription = "Check every quotation of a draft; nothing of it is kept"
	textDraftDescription = "The draft, up to 10 MB: .docx, .odt, .txt, .md or .html"

	textEmptyMessage  = "This message has no text that I can check."
	textNoQuotes      = "I found no quotation in this message: nothing that somebody says stands in quotation marks."
	textNoDraftQuotes = "I found no quotation in this draft: nothing that somebody says stands in quotation marks."
	textNoFile        = "Discord did not hand me the file. Please attach it once more."

	textEmptyQuotation = "Give me the words of the quotation, like this: `/quote text: I was right about the price. speaker: Ada Orm`"

	textArchiveHas = "The archive has"
	textUnchecked  = "Not checked"
	textNearFooter = "Near, but not it"
	textNoArticles = "There was nothing to search: the archive has no article yet."
)

func textLongQuotation() string {
	return fmt.Sprintf("That quotation is too long for me: please keep to %s words.", number(bot.MaxQuotation))
}

func textLargeDraft() string {
	return fmt.Sprintf("That file is too large for me: please keep to %d MB. Pictures can be left out.", maxDraft>>20)
}

// verdict is how a check's outcome is shown: in one or two words, and a colour for those who do not read them.
type verdict struct {
	mark   string
	word   string
	colour int
}

// The colours of verdicts. Green says that nothing at all stands against printing the words.
const (
	colourRight = 0x2e7d5b
	colourDoubt = 0xe0a030
	colourWrong = 0xc0392b
)

// textVerdict is green for nothing but the same words that nobody has to look at again.
func textVerdict(c bot.Check) verdict {
	switch c.Verdict {
	case bot.Verbatim:
		switch {
		case !c.Sure:
			return verdict{"⚠️", "In doubt", colourDoubt}
		case len(c.Warnings) > 0:
			return verdict{"⚠️", "Verbatim, with a warning", colourDoubt}
		}
		return verdict{"✅", "Verbatim", colourRight}
	case bot.Altered:
		return verdict{"✏️", "Altered", colourDoubt}
	case bot.Stitched:
		return verdict{"🧵", "Stitched together", colourDoubt}
	case bot.Misattributed:
		return verdict{"❌", "Misattributed", colourWrong}
	}
	return verdict{"❔", "Not found", colourWrong}
}

// textYours introduces the quotation as it was sent.
func textYours(claimed string) string {
	if claimed = markdown.Clip(claimed, maxSpeaker, markdown.Escape); claimed != "" {
		return "Your quotation, said to be by " + claimed
	}
	return "Your quotation"
}

// textMore says how much of something is not shown; empty if all of it is.
func textMore(n int, noun string) string {
	if n <= 0 {
		return ""
	}
	return "-# … and " + number(n) + " more " + strings.TrimPrefix(count(n, noun), number(n)+" ")
}

// textSearched says where nothing was found.
func textSearched(s bot.Scope, now time.Time) string {
	if s.Articles == 0 {
		return textNoArticles
	}
	return fmt.Sprintf("Searched: %s%s%s.", count(s.Articles, "article"), textOutlets(s.Outlets), strings.TrimSuffix(textYears(s, now), ","))
}

// textCredit says who says the words of a match, and by what words of the story that is known; bold says that the words
// are those in bold.
func textCredit(m bot.Match, bold bool) string {
	var where []string
	if bold {
		where = append(where, "in bold")
	}
	switch m.Marks {
	case bot.Unquoted:
		where = append(where, "outside quotation marks")
	case bot.Partly, bot.Unclosed:
		where = append(where, "not all in quotation marks")
	}
	out := whoSays(m)
	if len(where) > 0 {
		out = strings.Join(where, ", ") + ": " + out
	}
	return strings.ToUpper(out[:1]) + out[1:]
}

func whoSays(m bot.Match) string {
	switch {
	case m.Speaker == nil && m.Marks == bot.Unquoted:
		return "the outlet's own words"
	case m.Speaker == nil:
		return "it cannot be told who says this"
	}
	name := markdown.Clip(*m.Speaker, maxName, markdown.Escape)
	if m.Anonymous {
		name = "“" + name + "”, not named in the story"
	} else if m.Role != nil && strings.TrimSpace(*m.Role) != "" {
		name += ", " + markdown.Clip(*m.Role, maxName, markdown.Escape)
	}
	how := "said by "
	if m.Attribution == nil || !m.Attribution.Sure {
		how = "perhaps said by "
	}
	return how + name + textBecause(m.Attribution)
}

// textBecause gives the words of the story from which the speaker is known; empty if there are none.
func textBecause(a *bot.Attribution) string {
	if a == nil {
		return ""
	}
	var words []string
	for _, w := range []string{a.Source, a.Cue} {
		if w = markdown.Clip(w, 60, markdown.Escape); w != "" {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (“" + strings.Join(words, " … ") + "”)"
}

func textFirst(c *bot.Citation) string {
	if c == nil {
		return ""
	}
	return "First in the archive: " + textOutlet(*c) + ", " + textDay(*c)
}

// textInserted gives what the quotation has in brackets, and what it stands for.
func textInserted(i verify.Insertion) string {
	out := "In brackets, yours: “" + markdown.Clip(i.Text, maxPiece, markdown.Escape) + "”"
	if i.For != "" {
		out += " for “" + markdown.Clip(i.For, maxPiece, markdown.Escape) + "”"
	}
	return out
}

// textPieceOf says who says a piece of a stitched quotation, and where.
func textPieceOf(m bot.Match) string {
	who := "by somebody who cannot be told"
	switch {
	case m.Speaker != nil:
		who = "by " + markdown.Clip(*m.Speaker, maxWho, markdown.Escape)
	case m.Marks == bot.Unquoted:
		who = "in the outlet's own words"
	}
	return who + ", " + markdown.Clip(m.Article.Outlet, maxWho, markdown.Escape) + " " + textDay(m.Article)
}

// textKind says where words stand that are not in the story's own text; empty for those that are.
func textKind(kind string) string {
	if place := placeOf(kind); place != "" {
		return "*" + strings.ToUpper(place[:1]) + place[1:] + "*"
	}
	return ""
}

func textParagraph(n int) string {
	if n == 0 {
		return ""
	}
	return "Paragraph " + number(n)
}

// textLeftOut says that a report is longer than what is shown.
func textLeftOut(n int) string {
	return "-# " + count(n, "more quotation") + " not shown. Send the draft in parts, or use `copydesk check` where the archive is."
}
