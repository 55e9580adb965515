package bot

import (
	"context"

	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/index"
)

// How much is looked through for words so common that the best hits of a search need not be the place: hits where all the
// quotation is of such words, or a part of it; and articles, one after the other, where the index has none of its words.
const (
	hitsOfCommon     = 3000
	hitsOfCommonPart = 300
	scanned          = 3000
)

// commonRarity is the sum of the rarities of a part's words below which the part may stand in more passages than a search
// looks at.
const commonRarity = 1.6

// nearly is the similarity from which a place is the quotation, altered, and its parts are looked for nowhere else.
const nearly = 0.85

// whole is what the quotation tells, by the rarity of its words.
func (c *checker) whole() float64 {
	sum := 0.0
	for _, w := range c.weights.weight {
		if w > stopWeight {
			sum += w
		}
	}
	return sum
}

// findCommon looks through many passages for parts of the quotation that are of common words.
func (c *checker) findCommon(ctx context.Context, parts []string, most int) error {
	for _, part := range parts {
		terms, _, err := c.terms(ctx, part)
		if err != nil {
			return err
		}
		hits, err := c.desk.index.Search(ctx, index.Query{Clauses: clausesOf(terms), Filter: c.filter, Size: most})
		if err != nil {
			return err
		}
		c.partial = c.partial || len(hits) == most
		q := verify.Read(part)
		kept := hits[:0]
		for _, h := range hits {
			record, err := c.record(ctx, h)
			if err != nil {
				return err
			}
			if record != nil && q.Occurs(record.Article.Body, aroundPassage(record, h.Passage, len(part))) {
				kept = append(kept, h)
			}
		}
		if err := c.compare(ctx, kept, 0); err != nil {
			return err
		}
	}
	return nil
}

// scan looks through article after article for a quotation of stop words alone, which the index does not have.
func (c *checker) scan(ctx context.Context) error {
	n := 0
	for id, err := range c.desk.index.Articles(ctx) {
		if err != nil {
			return err
		}
		if n++; n > scanned {
			c.partial = true
			return nil
		}
		record, err := c.record(ctx, index.Hit{Article: id})
		if err != nil {
			return err
		}
		if record == nil || !c.q.Occurs(record.Article.Body, corpus.Span{End: len(record.Article.Body)}) {
			continue
		}
		if err := c.compare(ctx, c.passagesWith(record), 0); err != nil {
			return err
		}
	}
	return nil
}

// passagesWith are the passages of an article near which the quotation's words occur.
func (c *checker) passagesWith(r *index.Record) []index.Hit {
	var out []index.Hit
	for n := range r.Passages {
		if c.q.Occurs(r.Article.Body, aroundPassage(r, n, len(c.q.Text))) {
			out = append(out, index.Hit{Article: r.Article.ID, Passage: n, Score: 1})
		}
	}
	return out
}
