package bot

import (
	"cmp"
	"context"
	"slices"
	"time"

	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// checker checks one quotation.
type checker struct {
	desk    *Desk
	q       *verify.Quotation
	claimed string
	filter  index.Filter
	now     time.Time
	regions []*region
	found   []found
}

// region is a stretch of an article in which the quotation may stand.
type region struct {
	record *index.Record
	quoted []corpus.Span // of the whole article
	source verify.Source
	score  float64
}

// found is a place that has the quotation's words, or nearly.
type found struct {
	verify.Alignment
	region *region
}

// The sizes of a search.
const (
	longestPart  = 24   // words of the quotation that are searched for together
	mostParts    = 16   // searches for one quotation
	mostTerms    = 10   // terms of a search, the rarest
	hitsOfPart   = 40   // hits of a search
	closely      = 24   // regions that are compared with the quotation
	hitsOfCommon = 2000 // hits of a search for words so common that the best hits need not be the place
)

// likeness is the least similarity at which a place is taken note of.
const likeness = 0.3

// find finds the places with the quotation's words or nearly.
func (c *checker) find(ctx context.Context) error {
	hits, common, err := c.search(ctx)
	if err != nil {
		return err
	}
	if err := c.compare(ctx, hits, closely); err != nil {
		return err
	}
	if common && !slices.ContainsFunc(c.found, func(f found) bool { return f.Exact }) {
		return c.findCommon(ctx)
	}
	return nil
}

// search finds passages with the rarest words of the quotation and of each of its parts. common says that the words are so
// common that the place need not be among them.
func (c *checker) search(ctx context.Context) (hits []index.Hit, common bool, err error) {
	parts := c.q.Parts(longestPart)
	if n := len(parts); n > mostParts { // of a very long quotation, parts spread evenly
		spread := make([]string, mostParts)
		for i := range spread {
			spread[i] = parts[i*n/mostParts]
		}
		parts = spread
	}
	sums := make(map[place]float64)
	for _, part := range parts {
		terms, rarity, err := c.terms(ctx, part)
		if err != nil {
			return nil, false, err
		}
		common = common || rarity < commonRarity
		found, err := c.desk.index.Search(ctx, index.Query{Clauses: clausesOf(terms), Filter: c.filter, Size: hitsOfPart})
		if err != nil {
			return nil, false, err
		}
		for _, h := range found {
			sums[place{h.Article, h.Passage}] += h.Score / found[0].Score
		}
	}
	for at, score := range sums {
		hits = append(hits, index.Hit{Article: at.article, Passage: at.n, Score: score})
	}
	slices.SortFunc(hits, func(a, b index.Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Passage, b.Passage))
	})
	return hits, common, nil
}

// commonRarity is the sum of the rarities of a part's words below which the part may stand in more passages than a search
// looks at.
const commonRarity = 1.6

// terms are the rarest terms of a text that the archive has, and the sum of their rarities.
func (c *checker) terms(ctx context.Context, text string) ([]string, float64, error) {
	var terms []string
	for _, t := range index.Analyze(text) {
		if !t.Stop && !slices.Contains(terms, t.Term) {
			terms = append(terms, t.Term)
		}
	}
	rarity, err := c.desk.index.Rarity(ctx, terms)
	if err != nil {
		return nil, 0, err
	}
	type rated struct {
		term   string
		rarity float64
	}
	var all []rated
	for i, t := range terms {
		if rarity[i] < 1 {
			all = append(all, rated{t, rarity[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b rated) int { return cmp.Compare(b.rarity, a.rarity) })
	all = all[:min(len(all), mostTerms)]
	sum := 0.0
	terms = terms[:0]
	for _, r := range all {
		terms, sum = append(terms, r.term), sum+r.rarity
	}
	return terms, sum, nil
}

// clausesOf look for terms in all passages.
func clausesOf(terms []string) []index.Clause {
	var out []index.Clause
	for _, t := range terms {
		out = append(out, index.Clause{Field: index.Text, Term: t, Weight: 1}, index.Clause{Field: index.Aside, Term: t, Weight: 1})
	}
	return out
}

// findCommon looks through many passages for a quotation of common words.
func (c *checker) findCommon(ctx context.Context) error {
	terms, _, err := c.terms(ctx, c.q.Text)
	if err != nil {
		return err
	}
	hits, err := c.desk.index.Search(ctx, index.Query{Clauses: clausesOf(terms), Filter: c.filter, Size: hitsOfCommon})
	if err != nil {
		return err
	}
	return c.compare(ctx, hits, hitsOfCommon)
}

// compare compares the quotation with the passages of the hits and their neighbours, in up to most regions.
func (c *checker) compare(ctx context.Context, hits []index.Hit, most int) error {
	byArticle := make(map[string][]*region)
	for _, r := range c.regions {
		byArticle[r.record.Article.ID] = append(byArticle[r.record.Article.ID], r)
	}
	for _, h := range hits {
		if len(c.regions) >= most {
			break
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if slices.ContainsFunc(byArticle[h.Article], func(r *region) bool {
			return h.Passage < len(r.record.Passages) && r.source.Span.Contains(r.record.Passages[h.Passage].Span)
		}) {
			continue
		}
		record, err := c.desk.index.Record(h.Article)
		if err != nil {
			return err
		}
		if record == nil || !visible(record.Article, c.now) || h.Passage >= len(record.Passages) {
			continue
		}
		r := c.region(record, h, byArticle[h.Article])
		c.regions = append(c.regions, r)
		byArticle[h.Article] = append(byArticle[h.Article], r)
		for _, a := range c.q.Compare(r.source, likeness) {
			if !slices.ContainsFunc(c.found, func(f found) bool { return f.region.record == record && f.Overlaps(a.Span) }) {
				c.found = append(c.found, found{a, r})
			}
		}
	}
	return nil
}

// region is the passage of a hit with as much text around it as the quotation can reach.
func (c *checker) region(record *index.Record, h index.Hit, known []*region) *region {
	r := &region{record: record, score: h.Score}
	if len(known) > 0 {
		r.quoted = known[0].quoted
	} else {
		r.quoted = quote.Quoted(record.Article)
	}
	reach := len(c.q.Text)*3/2 + 200
	at := record.Passages[h.Passage].Span
	lo, hi := h.Passage, h.Passage
	for lo > 0 && at.Start-record.Passages[lo].Span.Start < reach {
		lo--
	}
	for hi+1 < len(record.Passages) && record.Passages[hi].Span.End-at.End < reach {
		hi++
	}
	r.source = verify.Source{
		Body: record.Article.Body, Span: corpus.Span{Start: record.Passages[lo].Span.Start, End: record.Passages[hi].Span.End},
		Quoted: r.quoted, Bridges: bridges(record, r.quoted),
	}
	return r
}
