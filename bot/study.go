package bot

import (
	"slices"

	"copydesk/index"
)

// study looks at candidates closely, for one question. It remembers what candidates share: stories, and neighbours.
type study struct {
	reading
	tokens  map[place][]index.Token
	stories map[string]termSet
}

// place is a passage of an article.
type place struct {
	article string
	n       int
}

// termSet are those of the question's terms that a text has.
type termSet map[string]bool

func newStudy(r reading) *study {
	return &study{reading: r, tokens: make(map[place][]index.Token), stories: make(map[string]termSet)}
}

// assess works out what speaks for the passage, and scores it.
func (s *study) assess(record *index.Record, n int) *candidate {
	c := &candidate{record: record, n: n, tokens: s.passage(record, n)}
	c.chosen = c.passage().Span
	if all := s.sentencesOf(record.Article.Body, c.chosen, c.tokens); len(all) > 0 {
		c.chosen, c.near, c.wanted = s.evidence(all)
	}
	here := s.present(c.tokens)
	about := s.context(record, n)
	var named, nameTotal float64
	for _, t := range s.terms {
		if here[t.Term] {
			c.in += t.weight
		}
		known := here[t.Term] || slices.ContainsFunc(about, func(set termSet) bool { return set[t.Term] })
		switch {
		case known:
			c.about += t.weight
		case !asking[t.Word]:
			c.lacks = max(c.lacks, t.weight)
		}
		if t.name {
			nameTotal += t.weight
			if known {
				named += t.weight
			}
		}
	}
	c.in, c.about, c.near = ratio(c.in, s.total), ratio(c.about, s.total), ratio(c.near, s.total)
	c.names = min(1, 2*c.about)
	if nameTotal > 0 {
		c.names = named / nameTotal
	}
	c.by = s.saidBy(c)
	c.quoted = len(s.quoted) > 0 && containsAll(c.tokens, s.quoted)
	c.score = c.weigh()
	return c
}

// context is what the passage is about: its story, what was said just before, and who speaks. A passage that says "he"
// or "the program" belongs to them.
func (s *study) context(r *index.Record, n int) []termSet {
	sets := []termSet{s.story(r)}
	if subhead := r.Passages[n].Subhead; subhead != "" {
		sets = append(sets, s.present(index.Analyze(subhead)))
	}
	if n > 1 && r.Passages[n-1].Kind.Story() {
		sets = append(sets, s.present(s.passage(r, n-1)))
	}
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Speaker != "" && slices.ContainsFunc(at.Content, r.Passages[n].Span.Overlaps) {
			sets = append(sets, s.present(index.Analyze(at.Speaker)), s.present(index.Analyze(at.Role)))
		}
	}
	return sets
}

// story are the question's terms in the headline, the outlet, the dateline and the opening of the article.
func (s *study) story(r *index.Record) termSet {
	a := r.Article
	if set, ok := s.stories[a.ID]; ok {
		return set
	}
	set := s.present(index.Analyze(a.Headline + "\n" + a.Outlet + "\n" + a.Dateline))
	if len(r.Passages) > 0 && r.Passages[0].Kind.Story() {
		for term := range s.present(s.passage(r, 0)) {
			set[term] = true
		}
	}
	s.stories[a.ID] = set
	return set
}

func (s *study) passage(r *index.Record, n int) []index.Token {
	at := place{r.Article.ID, n}
	tokens, ok := s.tokens[at]
	if !ok {
		tokens = index.Analyze(r.Passages[n].Span.Of(r.Article.Body))
		s.tokens[at] = tokens
	}
	return tokens
}

// present are those of the question that the text has.
func (s *study) present(tokens []index.Token) termSet {
	set := make(termSet)
	for _, t := range tokens {
		if _, ok := s.weights[t.Term]; ok {
			set[t.Term] = true
		}
	}
	return set
}

// saidBy is the share of the weight of the question's names that name who says the evidence.
func (s *study) saidBy(c *candidate) float64 {
	best := 0.0
	for i := range c.record.Attributions {
		at := &c.record.Attributions[i]
		if at.Speaker == "" || !slices.ContainsFunc(at.Content, c.chosen.Overlaps) {
			continue
		}
		speaker := s.present(index.Analyze(at.Speaker))
		var sum float64
		for _, t := range s.terms {
			if t.name && speaker[t.Term] {
				sum += t.weight
			}
		}
		best = max(best, sum)
	}
	return ratio(best, s.total)
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
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
