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
	found  float64        // the search's score over that of the best hit
	in     float64        // share of the question's weight in the passage
	near   float64        // share in the evidence
	about  float64        // share in the evidence, or else in the passage or what the story is about
	paired float64        // share of the question's neighbouring terms that are neighbours here
	quoted bool           // all that the question quotes stands here, word for word
	names  float64        // share of the question's names in the evidence, passage or story
	score  float64
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
	if len(found) > 0 && confidence(r, found[0]) >= threshold {
		return found, nil
	}
	aside, err := d.search(ctx, r, f, index.Aside)
	if err != nil {
		return nil, err
	}
	if len(aside) > 0 && (len(found) == 0 || confidence(r, aside[0]) >= threshold) {
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
		c := &candidate{record: record, n: h.Passage, found: h.Score / hits[0].Score}
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
	sentences := corpus.Sentences(a.Body, span)
	c.chosen, c.near = r.evidence(tokens, span, sentences)
	context := count(index.Analyze(storyContext(c.record, c.passage())))
	var nameTotal float64
	for _, t := range r.terms {
		here := c.words[t.Term] > 0
		switch {
		case here:
			c.in += t.weight
			c.about += t.weight
		case context[t.Term] > 0:
			c.about += t.weight
		}
		if t.name {
			nameTotal += t.weight
			if here || context[t.Term] > 0 {
				c.names += t.weight
			}
		}
	}
	c.in, c.about, c.near = ratio(c.in, r.total), ratio(c.about, r.total), ratio(c.near, r.total)
	c.names = 1 - ratio(nameTotal-c.names, nameTotal)
	c.paired = r.pairs(tokens)
	c.quoted = len(r.quoted) > 0 && containsAll(tokens, r.quoted)
	c.score = c.weigh()
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

// storyContext is what the passage's story is about: a passage that says "he" or "the program" belongs to it.
func storyContext(r *index.Record, p corpus.Passage) string {
	a := r.Article
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

// pairs is the share of the question's neighbouring terms, by weight, that stand within two words of each other.
func (r reading) pairs(tokens []index.Token) float64 {
	at := make(map[string][]int)
	for i, t := range tokens {
		at[t.Term] = append(at[t.Term], i)
	}
	var sum, total float64
	for i := 1; i < len(r.terms); i++ {
		a, b := r.terms[i-1], r.terms[i]
		weight := a.weight + b.weight
		total += weight
		if adjacent(at[a.Term], at[b.Term]) {
			sum += weight
		}
	}
	return ratio(sum, total)
}

func adjacent(a, b []int) bool {
	for _, i := range a {
		for _, j := range b {
			if j > i && j-i <= 3 || i > j && i-j <= 2 {
				return true
			}
		}
	}
	return false
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
