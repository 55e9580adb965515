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
	// whichSaid finds what somebody is who is asked for in "which … said".
	whichSaid = regexp.MustCompile(`(?i)\bwhich ([^,]{2,60}?) (?:has |had |have )?(?:said|says|told|tells|wrote|writes|called|calls|(?:argue|describe|compare|accuse)[ds]|(?:claim|warn|ask|predict|suggest|recommend)(?:ed|s))\b`)
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

// askedRole is the term of what somebody is who is asked for by their words: "author" in "which feminist author told …".
// It is empty if the question asks for nobody so. Others may call them something else: it chooses between speakers and
// finds none.
func askedRole(question string) string {
	m := whichSaid.FindStringSubmatch(question)
	if m == nil {
		return ""
	}
	tokens := index.Analyze(m[1])
	if len(tokens) == 0 {
		return ""
	}
	return tokens[len(tokens)-1].Term
}

// namedBy reports whether the term names who makes the attribution: by name, by role, or as the article words it there.
func namedBy(r *index.Record, at *quote.Attribution, term string) bool {
	return hasTerm(at.Speaker, term) || hasTerm(at.Role, term) || hasTerm(at.Source.Of(r.Article.Body), term)
}

func hasTerm(text, term string) bool {
	return slices.ContainsFunc(index.Analyze(text), func(t index.Token) bool { return t.Term == term })
}

// surely is the confidence from which an attribution is shown. Below it more are wrong than a newsroom would bear: a
// wrong name costs more than none.
const surely = 0.5

// speak fills in who says what the evidence states: whoever is asked about, if they do; otherwise the speaker of the
// attribution that covers most of it, one in quotation marks before a reported one. What somebody is said to want or to
// think is not what they say, unless their words are quoted. What the outlet says itself is in its own voice.
func (p *Passage) speak(c *candidate, asked string) {
	var best voicing
	r := c.record
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Speaker == "" || at.Confidence < surely || at.Kind == quote.Indirect && (at.Rule == quote.Stance || at.Rule == quote.Unsaid) {
			continue
		}
		v := voicing{asked: asked != "" && namedBy(r, at, asked), direct: at.Kind != quote.Indirect}
		for _, s := range at.Content {
			v.covers += max(0, min(s.End, c.chosen.End)-max(s.Start, c.chosen.Start))
		}
		if v.covers == 0 || !best.less(v) {
			continue
		}
		best = v
		p.Speaker, p.Role, p.Anonymous = &at.Speaker, nil, at.Anonymous
		if ownVoice(at.Speaker, r.Article.Outlet) {
			p.Speaker = nil
		}
		if at.Role != "" {
			p.Role = &at.Role
		}
	}
}

// voicing is how far an attribution tells who says the evidence.
type voicing struct {
	asked, direct bool
	covers        int // bytes of the evidence
}

func (v voicing) less(w voicing) bool {
	if v.asked != w.asked {
		return w.asked
	}
	if v.direct != w.direct {
		return w.direct
	}
	return v.covers < w.covers
}
