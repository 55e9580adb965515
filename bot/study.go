package bot

import (
	"slices"

	"copydesk/index"
)

// study looks at candidates closely, for one question.
type study struct {
	*reading
	storySums
	views map[*index.Record]*view
}

func newStudy(r *reading, t storySums) *study {
	return &study{reading: r, storySums: t, views: make(map[*index.Record]*view)}
}

// view is the record as the question sees it.
func (d *Desk) view(s *study, r *index.Record) *view {
	v, ok := s.views[r]
	if !ok {
		v = newView(d.profile(r), s.reading)
		s.views[r] = v
	}
	return v
}

// assess works out what speaks for the n-th passage, and scores it; nil if that was done before.
func (s *study) assess(v *view, n int) *candidate {
	l := v.look(n)
	if l.assessed {
		return nil
	}
	l.assessed = true
	c := &candidate{record: v.Record, n: n}
	c.chosen = c.passage().Span
	if len(l.sentences) > 0 {
		c.chosen, c.near, c.wanted = s.evidence(l.sentences)
	}
	s.match(c, v.around(n))
	c.near = ratio(c.near, s.total)
	c.told = v.toldShare(c.passage().Span)
	c.dated = s.speaksOf(v.Article.Published)
	c.topic = s.share(v.Article.ID)
	c.other = s.speaker != "" && !v.speaks(c.chosen)
	c.quoted = len(s.quoted) > 0 && containsAll(v.Words(n).Tokens, s.quoted)
	c.score = c.weigh()
	return c
}

// match sums up what the passage and what belongs to it have of the question.
func (s *study) match(c *candidate, a around) {
	var named float64
	for i, t := range s.terms {
		share := a.share(i)
		c.matched += share * t.weight
		c.missing += (1 - a.passage.at(i)) * t.weight
		if !asking[t.Word] && !t.before {
			c.lacks = max(c.lacks, t.lack()*(1-max(a.passage.at(i), a.speakers.at(i))))
		}
		if t.name {
			named += share * t.weight
		}
	}
	c.about = ratio(c.matched, s.total)
	c.names = min(1, 2*c.about)
	if s.named > 0 {
		c.names = named / s.named
	}
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// containsAll reports whether each run of words stands in the text, in order and together.
func containsAll(tokens []index.Token, runs [][]string) bool {
	words := inRow(tokens)
	for _, run := range runs {
		found := false
		for i := 0; i+len(run) <= len(words) && !found; i++ {
			found = slices.Equal(words[i:i+len(run)], run)
		}
		if !found {
			return false
		}
	}
	return true
}
