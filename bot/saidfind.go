package bot

import (
	"context"
	"slices"

	"copydesk/bot/person"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// saying is one search for what somebody said.
type saying struct {
	desk   *Desk
	who    reader
	name   string // as asked for
	filter index.Filter
	topic  *reading // nil if none was asked for
}

// utterance is an attribution of an article that names its speaker.
type utterance struct {
	record *index.Record
	*quote.Attribution
}

// The bounds of a search: passages that name somebody as speaker, and articles that are looked at for them.
const (
	maxUttered        = 10_000
	maxUtteredRecords = 4_000
)

// topicWeight is what a term of the topic counts beside a name's, where there is too much to look at all.
const topicWeight = 0.1

// utterances are what is said in passages whose speakers' names or roles have any of the text's words; cut says that
// there are more. keep tells which are wanted. What a headline says somebody said is none: it stands in the story too, and
// in fuller words.
func (s *saying) utterances(ctx context.Context, text string, keep func(*quote.Attribution) bool) (out []utterance, cut bool, err error) {
	hits, err := s.search(ctx, s.speakers(text))
	if err == nil && len(hits) == maxUttered && s.topic != nil {
		hits, err = s.search(ctx, append(s.speakers(text), s.subject()...))
	}
	if err != nil {
		return nil, false, err
	}
	seen := make(map[string]bool)
	for _, h := range hits {
		switch {
		case seen[h.Article]:
			continue
		case len(seen) == maxUtteredRecords:
			return out, true, nil
		case ctx.Err() != nil:
			return nil, false, ctx.Err()
		}
		seen[h.Article] = true
		record, err := s.desk.record(h.Article, s.who)
		if err != nil {
			return nil, false, err
		}
		if record == nil {
			continue
		}
		for i := range record.Attributions {
			if u := (utterance{record, &record.Attributions[i]}); u.shown() && keep(u.Attribution) {
				out = append(out, u)
			}
		}
	}
	return out, len(hits) == maxUttered, nil
}

func (s *saying) search(ctx context.Context, clauses []index.Clause) ([]index.Hit, error) {
	return s.desk.index.Search(ctx, index.Query{Clauses: clauses, Filter: s.filter, Size: maxUttered})
}

// speakers look for the words among names and roles.
func (s *saying) speakers(text string) []index.Clause {
	var out []index.Clause
	for _, t := range index.Analyze(text) {
		if !t.Stop && !slices.ContainsFunc(out, func(c index.Clause) bool { return c.Term == t.Term }) {
			out = append(out, index.Clause{Field: index.Speaker, Term: t.Term, Weight: 1})
		}
	}
	return out
}

// subject looks for the topic in the text.
func (s *saying) subject() []index.Clause {
	var out []index.Clause
	for _, t := range s.topic.terms {
		out = append(out, index.Clause{Field: index.Text, Term: t.Term, Weight: topicWeight})
	}
	return out
}

// stated reports whether an attribution is a statement of which the speaker is known well enough to be shown.
func stated(at *quote.Attribution) bool {
	return at.Speaker != "" && at.Confidence >= surely && at.Rule != quote.Stance && at.Rule != quote.Unsaid
}

// speakerOf is how an article has the speaker. Where a title was taken into the name it is the role.
func speakerOf(at *quote.Attribution) person.Speaker {
	role := at.Role
	if role == "" && !at.Anonymous {
		role = at.Speaker
	}
	return person.Speaker{Name: at.Speaker, Role: role, Anonymous: at.Anonymous}
}
