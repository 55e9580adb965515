package bot

import (
	"regexp"
	"slices"

	"copydesk/index"
)

// whatSaid finds who is asked about in "what did … say".
var whatSaid = regexp.MustCompile(`(?i)\bwhat (?:did|does|do|has|have|had) (.{2,80}?) (?:say|said|tell|told|write|written|call|called|think|argue|claim|promise|warn|ask|predict|suggest|recommend|explain|announce|admit|deny|compare|describe|report|find)\b`)

// askedSpeaker is the term of the surname, or the last word, of whoever the question asks the words of; empty if it
// does not ask for somebody's words.
func askedSpeaker(question string) string {
	m := whatSaid.FindStringSubmatch(question)
	if m == nil {
		return ""
	}
	last := ""
	for _, t := range index.Analyze(m[1]) {
		if !t.Stop {
			last = t.Term
		}
	}
	return last
}

// speaks reports whether whoever is asked about says something of the evidence: by name, by role, as the article words
// it there, or as the outlet itself.
func (s *study) speaks(c *candidate) bool {
	has := func(text string) bool {
		return slices.ContainsFunc(index.Analyze(text), func(t index.Token) bool { return t.Term == s.speaker })
	}
	a := c.record.Article
	for i := range c.record.Attributions {
		at := &c.record.Attributions[i]
		if slices.ContainsFunc(at.Content, c.chosen.Overlaps) && (has(at.Speaker) || has(at.Role) || has(at.Source.Of(a.Body))) {
			return true
		}
	}
	return has(a.Outlet)
}
