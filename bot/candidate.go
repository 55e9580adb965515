package bot

import (
	"context"
	"slices"
	"strings"

	"copydesk/corpus"
	"copydesk/index"
)

// candidate is a passage that may answer, with what speaks for it.
type candidate struct {
	record *index.Record
	n      int            // the passage's place in the record
	words  map[string]int // its terms, with their number
	chosen corpus.Span    // the evidence
	in     float64        // share of the question's weight in the passage
	near   float64        // share in the evidence
	about  float64        // share in the evidence, or else in the passage or what the story is about
	paired float64        // share of the question's neighbouring terms that are neighbours here
	quoted bool           // all that the question quotes stands here, word for word
	wanted bool           // the evidence has the number that the question asks for
	dated  bool           // the article was published when the question says
	by     float64        // share of the question's names that name who says the evidence
	// names is the share of the question's names in the passage or in what the story is about; where the question
	// names nobody, twice the share of its words stands for it.
	names float64
	// lacks is the weight of the weightiest word of the question that is neither in the passage nor in its story.
	lacks float64
	score float64
}

func (c *candidate) passage() corpus.Passage { return c.record.Passages[c.n] }

// deep is how many hits of the search are looked at closely.
const deep = 150

// candidates are the passages that may answer, the best first.
func (d *Desk) candidates(ctx context.Context, r reading, f index.Filter) ([]*candidate, error) {
	found, err := d.search(ctx, r, f, index.Text)
	if err != nil {
		return nil, err
	}
	if len(found) > 0 && confidence(found[0]) >= threshold {
		return found, nil
	}
	aside, err := d.search(ctx, r, f, index.Aside)
	if err != nil {
		return nil, err
	}
	if len(aside) > 0 && (len(found) == 0 || confidence(aside[0]) >= threshold) {
		return append(aside, found...), nil
	}
	return append(found, aside...), nil
}

func (d *Desk) search(ctx context.Context, r reading, f index.Filter, field index.Field) ([]*candidate, error) {
	hits, err := d.index.Search(ctx, index.Query{Clauses: r.clauses(field), Filter: f, Size: deep})
	if err != nil {
		return nil, err
	}
	now := d.now()
	var out []*candidate
	for _, h := range hits {
		record, err := d.index.Record(h.Article)
		if err != nil {
			return nil, err
		}
		if record == nil || !visible(record.Article, now) || h.Passage >= len(record.Passages) {
			continue
		}
		c := &candidate{record: record, n: h.Passage}
		r.assess(c)
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b *candidate) int { return compare(b.score, a.score) })
	return out, nil
}

func (r reading) clauses(field index.Field) []index.Clause {
	out := make([]index.Clause, len(r.terms))
	for i, t := range r.terms {
		weight := 1.0
		if asking[t.Word] {
			weight = askingWeight
		}
		out[i] = index.Clause{Field: field, Term: t.Term, Weight: weight}
	}
	return out
}

// assess works out what speaks for the candidate, and scores it.
func (r reading) assess(c *candidate) {
	a := c.record.Article
	span := c.passage().Span
	tokens := index.Analyze(span.Of(a.Body))
	c.words = count(tokens)
	c.chosen, c.near, c.wanted = span, 0, false
	if all := r.sentencesOf(a.Body, span, tokens); len(all) > 0 {
		c.chosen, c.near, c.wanted = r.evidence(all)
	}
	context := count(index.Analyze(storyContext(c.record, c.n)))
	var named, nameTotal float64
	for _, t := range r.terms {
		here := c.words[t.Term] > 0
		switch {
		case here:
			c.in += t.weight
			c.about += t.weight
		case context[t.Term] > 0:
			c.about += t.weight
		case !asking[t.Word]:
			c.lacks = max(c.lacks, t.weight)
		}
		if t.name {
			nameTotal += t.weight
			if here || context[t.Term] > 0 {
				named += t.weight
			}
		}
	}
	c.in, c.about, c.near = ratio(c.in, r.total), ratio(c.about, r.total), ratio(c.near, r.total)
	c.names = min(1, 2*c.about)
	if nameTotal > 0 {
		c.names = named / nameTotal
	}
	c.by = r.saidBy(c)
	c.quoted = len(r.quoted) > 0 && containsAll(tokens, r.quoted)
	c.score = c.weigh()
}

// saidBy is the share of the weight of the question's names that name who says the evidence.
func (r reading) saidBy(c *candidate) float64 {
	best := 0.0
	for _, at := range c.record.Attributions {
		if at.Speaker == "" || !slices.ContainsFunc(at.Content, c.chosen.Overlaps) {
			continue
		}
		speaker := count(index.Analyze(at.Speaker))
		var sum float64
		for _, t := range r.terms {
			if t.name && speaker[t.Term] > 0 {
				sum += t.weight
			}
		}
		best = max(best, sum)
	}
	return ratio(best, r.total)
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

func count(tokens []index.Token) map[string]int {
	out := make(map[string]int, len(tokens))
	for _, t := range tokens {
		if !t.Stop {
			out[t.Term]++
		}
	}
	return out
}

// storyContext is what the passage's story is about, and what was said just before: a passage that says "he" or "the
// program" belongs to them.
func storyContext(r *index.Record, n int) string {
	a, p := r.Article, r.Passages[n]
	var b strings.Builder
	b.WriteString(a.Headline)
	for _, part := range []string{p.Subhead, a.Outlet, a.Dateline} {
		b.WriteByte('\n')
		b.WriteString(part)
	}
	if len(r.Passages) > 0 && r.Passages[0].Kind.Story() {
		b.WriteByte('\n')
		b.WriteString(r.Passages[0].Span.Of(a.Body))
	}
	if n > 1 && r.Passages[n-1].Kind.Story() {
		b.WriteByte('\n')
		b.WriteString(r.Passages[n-1].Span.Of(a.Body))
	}
	for _, at := range r.Attributions {
		if slices.ContainsFunc(at.Content, p.Span.Overlaps) {
			b.WriteByte('\n')
			b.WriteString(at.Speaker)
			b.WriteByte('\n')
			b.WriteString(at.Role)
		}
	}
	return b.String()
}

// containsAll reports whether each run of words stands in the text, in order and together.
func containsAll(tokens []index.Token, runs [][]string) bool {
	for _, run := range runs {
		found := false
		for i := 0; i+len(run) <= len(tokens) && !found; i++ {
			found = slices.EqualFunc(tokens[i:i+len(run)], run, func(t index.Token, w string) bool { return t.Word == w })
		}
		if !found {
			return false
		}
	}
	return true
}
