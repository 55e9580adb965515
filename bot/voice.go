package bot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

type voiceKey struct{ article, speaker string }

// inIntroduction is what a term of the question counts that stands in the sentences that introduce a speaker: the paper says
// once that somebody is a rabbi.
const inIntroduction = 0.65

// voice are the question's terms that tell who makes an attribution: in name and role and, counted less, in the first
// sentences of the article that have the name.
func (s *study) voice(r *index.Record, at *quote.Attribution) termSet {
	key := voiceKey{r.Article.ID, at.Speaker}
	v, ok := s.voices[key]
	if !ok {
		v = s.introduction(r, at)
		for term := range v {
			v[term] *= inIntroduction
		}
		v.add(s.present(index.Analyze(at.Speaker + "\n" + at.Role)))
		s.voices[key] = v
	}
	return v
}

// introductions is how many sentences introduce somebody.
const introductions = 2

// introduction are the question's terms in the first sentences that name the speaker.
func (s *study) introduction(r *index.Record, at *quote.Attribution) termSet {
	set := make(termSet)
	name := familyName(at.Speaker)
	if at.Anonymous || name == "" {
		return set
	}
	found := 0
	for _, p := range r.Passages {
		if !p.Kind.Story() || !strings.Contains(p.Span.Of(r.Article.Body), name) {
			continue
		}
		for _, sentence := range corpus.Sentences(r.Article.Body, p.Span) {
			text := sentence.Of(r.Article.Body)
			if !strings.Contains(text, name) {
				continue
			}
			set.add(s.present(index.Analyze(text)))
			if found++; found == introductions {
				return set
			}
		}
	}
	return set
}

// familyName is the last word of a name that is written with a capital, but for what comes after names; empty if there
// is none.
func familyName(name string) string {
	words := strings.Fields(name)
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.TrimRight(words[i], ",.")
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(first) && len(w) > 2 && w != "III" {
			return w
		}
	}
	return ""
}

// told is the share of the span that stands in quotation marks as somebody's words.
func told(r *index.Record, span corpus.Span) float64 {
	covered := 0
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Kind == quote.Indirect || at.Rule == quote.Stance || at.Rule == quote.Unsaid {
			continue
		}
		for _, c := range at.Content {
			covered += max(0, min(c.End, span.End)-max(c.Start, span.Start))
		}
	}
	return ratio(float64(covered), float64(span.Len()))
}
