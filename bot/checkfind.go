package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"

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
	who     reader
	weights weights
	regions []*region
	found   []found
	common  int // how many regions were there before those of parts of common words
	// partial says that the words are so common that not every place could be looked at.
	partial bool
}

// region is a stretch of an article in which the quotation may stand.
type region struct {
	record *index.Record
	quoted []corpus.Span // of the whole article
	source verify.Source
}

// found is a place that has the quotation's words, or nearly.
type found struct {
	verify.Alignment
	region *region
	told   float64 // the share that its words have of what the quotation tells
}

func (f found) likeness() float64 { return f.Similarity + f.told }

// The sizes of a search.
const (
	longestPart = 24 // words of the quotation that are searched for together
	mostParts   = 16 // searches for one quotation
	mostTerms   = 7  // terms of a search, the rarest
	hitsOfPart  = 40 // hits of a search
	closely     = 16 // regions that are compared with the quotation
	atLeast     = 8  // of them, however little they promise
)

// A search has leastTerms, if there are so many, and more until their rarities come to tellingEnough: the common ones that are
// left cost the most and find the least.
const (
	leastTerms    = 4
	tellingEnough = 2.5
)

// promising is the share of the best hit's score below which a hit is passed over.
const promising = 0.5

// likeness is the least similarity at which a place is taken note of.
const likeness = 0.3

// find finds the places with the quotation's words or nearly.
func (c *checker) find(ctx context.Context) error {
	var err error
	if c.weights, err = c.weigh(ctx); err != nil {
		return err
	}
	hits, common, err := c.search(ctx)
	if err != nil {
		return err
	}
	if err := c.compare(ctx, hits, promising); err != nil {
		return err
	}
	c.common = len(c.regions)
	whole := c.whole()
	switch {
	case slices.ContainsFunc(c.found, func(f found) bool { return f.Exact }):
		return nil
	case whole == 0:
		return c.scan(ctx)
	case whole < commonRarity:
		return c.findCommon(ctx, []string{strings.Join(c.q.Parts(len(c.q.Words)), " ")}, hitsOfCommon)
	case slices.ContainsFunc(c.found, func(f found) bool { return f.Similarity >= nearly }):
		return nil
	}
	return c.findCommon(ctx, common, hitsOfCommonPart)
}

// place is a passage of an article.
type place struct {
	article string
	n       int
}

// search finds passages with the rarest words of the quotation and of each of its parts, the most promising first. common
// are the parts whose words are so common that their place need not be among them.
func (c *checker) search(ctx context.Context) (hits []index.Hit, common []string, err error) {
	sums := make(map[place]float64)
	for _, part := range spread(c.q.Parts(longestPart), mostParts) {
		terms, rarity, err := c.terms(ctx, part)
		if err != nil {
			return nil, nil, err
		}
		if rarity < commonRarity {
			common = append(common, part)
		}
		found, err := c.desk.index.Search(ctx, index.Query{Clauses: clausesOf(terms), Filter: c.filter, Size: hitsOfPart})
		if err != nil {
			return nil, nil, err
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

// spread picks up to most of the parts, evenly.
func spread(parts []string, most int) []string {
	n := len(parts)
	if n <= most {
		return parts
	}
	out := make([]string, most)
	for i := range out {
		out[i] = parts[i*n/most]
	}
	return out
}

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
	for i, r := range all {
		if i >= leastTerms && sum >= tellingEnough {
			break
		}
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

// record is the record of a hit; nil if it may not be shown.
func (c *checker) record(ctx context.Context, h index.Hit) (*index.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	record, err := c.desk.record(h.Article, c.who)
	if err != nil || record == nil || h.Passage >= len(record.Passages) {
		return nil, err
	}
	return record, nil
}

// compare compares the quotation with the passages of the hits and their neighbours, but with no hit whose score is less
// than the promising share of the best one's.
func (c *checker) compare(ctx context.Context, hits []index.Hit, promising float64) error {
	looked := 0
	for _, h := range hits {
		if looked == closely || looked >= atLeast && h.Score < promising*hits[0].Score {
			break
		}
		record, err := c.record(ctx, h)
		if err != nil {
			return err
		}
		if record == nil || slices.ContainsFunc(c.regions, func(r *region) bool {
			return r.record == record && r.source.Span.Contains(record.Passages[h.Passage].Span)
		}) {
			continue
		}
		looked++
		r := c.region(record, h)
		c.regions = append(c.regions, r)
		for _, a := range c.q.Compare(r.source, likeness) {
			c.note(found{a, r, c.weights.share(a)})
		}
	}
	return nil
}

// note keeps a place, or the better of two where they overlap, as those of neighbouring regions do.
func (c *checker) note(f found) {
	i := slices.IndexFunc(c.found, func(g found) bool { return g.region.record == f.region.record && g.Overlaps(f.Span) })
	switch {
	case i < 0:
		c.found = append(c.found, f)
	case f.Exact && !c.found[i].Exact || f.Exact == c.found[i].Exact && f.likeness() > c.found[i].likeness():
		c.found[i] = f
	}
}

// region is the passage of a hit with as much text around it as the quotation can reach.
func (c *checker) region(record *index.Record, h index.Hit) *region {
	r := &region{record: record, quoted: c.quotedIn(record)}
	span := aroundPassage(record, h.Passage, len(c.q.Text)*3/2+200)
	r.source = verify.Source{Body: record.Article.Body, Span: span, Quoted: r.quoted, Bridges: bridges(record, r.quoted, span)}
	return r
}

// quotedIn are the stretches of an article in quotation marks, worked out once for all its regions.
func (c *checker) quotedIn(record *index.Record) []corpus.Span {
	for _, r := range c.regions {
		if r.record == record {
			return r.quoted
		}
	}
	return quote.Quoted(record.Article)
}

// aroundPassage is the n-th passage with the passages around it that are nearer than reach, in bytes.
func aroundPassage(r *index.Record, n, reach int) corpus.Span {
	at, lo, hi := r.Passages[n].Span, n, n
	for lo > 0 && at.Start-r.Passages[lo].Span.Start < reach {
		lo--
	}
	for hi+1 < len(r.Passages) && r.Passages[hi].Span.End-at.End < reach {
		hi++
	}
	return corpus.Span{Start: r.Passages[lo].Span.Start, End: r.Passages[hi].Span.End}
}
