package bot

import (
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus/quote"
	"copydesk/index"
)

var (
	// whatSaid finds who is asked about in "what did … say" and "how did … answer".
	whatSaid = regexp.MustCompile(`(?i)\b(?:what|how|why|when|where|whom?) (?:did|does|do|has|have|had|would|will) (.{2,80}?) (?:say|said|tell|told|write|written|call|called|think|argue|claim|promise|warn|ask|predict|suggest|recommend|explain|announce|admit|deny|compare|describe|report|find|answer|respond|react|reply|justify|defend)\b`)
	// whoseWords finds who is asked about in "…'s reasons for" and, before a question, in "…: what did she tell".
	whoseWords = regexp.MustCompile(`(\S+)(?:['’]s?|: what did (?:he|she|they)) (?i:accounts?|reasons?|answers?|reaction|response|reply|statements?|views?|opinion|take|comments?|remarks?|advice|explanation|description|defen[cs]e|criticism|argument|prediction|message|quotes?|thoughts|apology|suggestion|complaint|say|tell|write|call|claim)\b`)
)

// askedSpeaker is the term of the surname, or the last word, of whoever the question asks the words of; empty if it
// does not ask for somebody's words. Of "the senator's reasons" it takes names alone: others call him something else.
func askedSpeaker(question string) string {
	if m := whatSaid.FindStringSubmatch(question); m != nil {
		last := ""
		for _, t := range index.Analyze(m[1]) {
			if !t.Stop {
				last = t.Term
			}
		}
		return last
	}
	for _, m := range whoseWords.FindAllStringSubmatchIndex(question, -1) {
		name := question[m[2]:m[3]]
		first, _ := utf8.DecodeRuneInString(name)
		if tokens := index.Analyze(name); m[2] > 0 && unicode.IsUpper(first) && len(tokens) > 0 {
			return tokens[len(tokens)-1].Term
		}
	}
	return ""
}

// speaks reports whether whoever is asked about says something of the evidence, or is the outlet itself.
func (s *study) speaks(c *candidate) bool {
	for i := range c.record.Attributions {
		at := &c.record.Attributions[i]
		if slices.ContainsFunc(at.Content, c.chosen.Overlaps) && namedBy(c.record, at, s.speaker) {
			return true
		}
	}
	return hasTerm(c.record.Article.Outlet, s.speaker)
}

// namedBy reports whether the term names who makes the attribution: by name, by role, or as the article words it there.
func namedBy(r *index.Record, at *quote.Attribution, term string) bool {
	return hasTerm(at.Speaker, term) || hasTerm(at.Role, term) || hasTerm(at.Source.Of(r.Article.Body), term)
}

func hasTerm(text, term string) bool {
	return slices.ContainsFunc(index.Analyze(text), func(t index.Token) bool { return t.Term == term })
}
