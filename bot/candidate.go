package bot

import (
	"cmp"
	"context"
	"slices"

	"copydesk/corpus"
	"copydesk/index"
)

// candidate is a passage that may answer, with what speaks for it. Shares are of the weight of the question's terms.
type candidate struct {
	record *index.Record
	n      int         // the passage's place in the record
	chosen corpus.Span // the evidence
	near   float64     // share in the evidence
	about  float64     // share in the passage or, counted less, in what it is about
	// matched is the weight of that share. A term that one passage has weighs about 1.
	matched float64
	quoted  bool // all that the question quotes stands here, word for word
	wanted  bool // the evidence has the number that the question asks for
	// told is the share of the passage that somebody says in quotation marks.
	told float64
	// dated says that the article is of a time that the question speaks of.
	dated bool
	// topic is how much of what is asked for the story has beside the story that has most.
	topic float64
	// other says that somebody's words are asked for and nothing says that the evidence is theirs.
	other bool
	// names is the share of the question's names, by weight among them, counted in the same way; where the question
	// names nobody, twice the share of its words stands for it.
	names float64
	// lacks is the weight of the weightiest word of the question that neither the passage has nor what introduces those
	// who speak in it.
	lacks float64
	// missing is the weight of all words that the passage has not.
	missing float64
	score   float64
}

func (c *candidate) passage() corpus.Passage { return c.record.Passages[c.n] }

// deep is how many hits of the search are looked at closely.
const deep = 150

// candidates are the passages that may answer, the best first. Captions, credits and footers come after the stories'
// text, unless it does not answer and they match better.
func (d *Desk) candidates(ctx context.Context, r *reading, f index.Filter) ([]*candidate, error) {
	found, err := d.search(ctx, r, f, index.Text)
	if err != nil {
		return nil, err
	}
	if len(found) > 0 && r.confidence(found[0]) >= d.threshold {
		return found, nil
	}
	aside, err := d.search(ctx, r, f, index.Aside)
	if err != nil {
		return nil, err
	}
	if len(aside) > 0 && (len(found) == 0 || aside[0].score > found[0].score) {
		return append(aside, found...), nil
	}
	return append(found, aside...), nil
}

func (d *Desk) search(ctx context.Context, r *reading, f index.Filter, field index.Field) ([]*candidate, error) {
	hits, err := d.index.Search(ctx, index.Query{Clauses: r.clauses(field), Filter: f, Size: wide})
	if err != nil {
		return nil, err
	}
	s := newStudy(r, newStorySums(hits))
	hits = hits[:min(deep, len(hits))]
	if field == index.Text {
		more, err := d.whole(ctx, r, f, s.storySums)
		if err != nil {
			return nil, err
		}
		hits = append(hits, more...)
	}
	var out []*candidate
	for _, h := range hits {
		record, err := d.record(h.Article, r.who)
		if err != nil {
			return nil, err
		}
		if record == nil || h.Passage >= len(record.Passages) {
			continue
		}
		if c := s.assess(d.view(s, record), h.Passage); c != nil {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *candidate) int { return cmp.Compare(b.score, a.score) })
	return out, nil
}

// spokenWeight is what a term counts in the names and roles of who speaks, beside 1 in the text.
const spokenWeight = 0.3

// substituteWeight is what a word that may stand for the question's counts in a search, for its full share.
const substituteWeight = 0.5

// clauses look for the question's terms in the field and, for the stories' text, in who speaks there.
func (r *reading) clauses(field index.Field) []index.Clause {
	var out []index.Clause
	for _, t := range r.terms {
		weight := 1.0
		if asking[t.Word] {
			weight = askingWeight
		}
		out = append(out, index.Clause{Field: field, Term: t.Term, Weight: weight})
		if field == index.Text {
			out = append(out, index.Clause{Field: index.Speaker, Term: t.Term, Weight: spokenWeight * weight})
		}
	}
	return append(out, r.otherClauses(field)...)
}

// otherClauses look for what may stand for the question's terms, each stem once. Common ones count too: they tell which story
// has most of what is asked for.
func (r *reading) otherClauses(field index.Field) []index.Clause {
	var out []index.Clause
	for _, o := range r.substitutes {
		for _, stem := range o.stems {
			c := index.Clause{Field: field, Term: stem, Weight: substituteWeight * o.share}
			same := func(k index.Clause) bool { return k.Term == stem }
			if i := slices.IndexFunc(out, same); i >= 0 {
				out[i].Weight = max(out[i].Weight, c.Weight)
			} else if c.Weight > 0 {
				out = append(out, c)
			}
		}
	}
	return out
}
