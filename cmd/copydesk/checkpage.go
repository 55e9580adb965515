package main

import (
	_ "embed"
	"html/template"
	"io"
	"strings"

	"copydesk/bot"
)

// pageText is the page of a report, with all that it needs in it: it loads nothing, and has no script.
//
//go:embed checkpage.html
var pageText string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"outcome": outcome, "tone": tone, "speaker": speaker, "told": told, "source": bare, "claimed": claimed, "plural": plural,
	"passed": passedOver, "searched": checkedAgainst, "around": around, "places": places, "draftSide": draftSide, "archiveSide": archiveSide, "inc": func(i int) int { return i + 1 },
	"link": func(url string) bool { return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") },
}).Parse(pageText))

// writePage writes the report of a draft as a page of HTML. What the draft and the archive say is escaped by the template.
func writePage(w io.Writer, title string, r bot.Report) error {
	return page.Execute(w, struct {
		Title  string
		Report bot.Report
	}{title, r})
}

// bare is the citation without its address, which the page has as a link.
func bare(c bot.Citation) string {
	c.URL = ""
	return source(c)
}

// tone is how a quotation is coloured: good, doubt or bad.
func tone(q bot.DraftQuotation) string {
	switch {
	case q.Clean():
		return "good"
	case q.Check == nil, q.Check.Verdict == bot.Verbatim:
		return "doubt"
	}
	return "bad"
}

// resembling is the share of words from which the nearest place to a quotation that was not found is worth a look: half.
const resembling = 0.5

// places are what a quotation is shown beside: all pieces of one that was stitched, else the best place.
func places(c *bot.Check) []bot.Match {
	switch {
	case c.Verdict == bot.Stitched:
		return c.Matches
	case c.Verdict == bot.NotFound:
		if len(c.Nearest) == 0 || c.Nearest[0].Similarity < resembling {
			return nil
		}
		return c.Nearest[:1]
	}
	return c.Matches[:min(1, len(c.Matches))]
}

// surroundings is a paragraph of the archive, divided at the words that are the quotation's.
type surroundings struct{ Before, Words, After string }

func around(m bot.Match) surroundings {
	from, to := m.Start-m.Context.Start, m.End-m.Context.Start
	return surroundings{m.Context.Text[:from], m.Context.Text[from:to], m.Context.Text[to:]}
}

// speaker is who says the words in the archive.
func speaker(m bot.Match) string {
	switch {
	case m.Speaker == nil && m.Marks == bot.Unquoted:
		return "the outlet, in its own voice"
	case m.Speaker == nil:
		return "it cannot be told who says so"
	case m.Role == nil:
		return *m.Speaker
	}
	return *m.Speaker + ", " + *m.Role
}

// told is how the archive tells who the speaker is; empty if there is no speaker.
func told(m bot.Match) string {
	if m.Speaker == nil {
		return ""
	}
	a := m.Attribution
	text := "as it stands there alone" // a paragraph that is only a quotation
	if words := line(a.Source, a.Cue); words != "" {
		text = "by “" + words + "”"
	}
	if !a.Sure {
		text += ", in doubt"
	}
	return text
}
