package quote

import "slices"

// statement is an attribution in tokens.
type statement struct {
	content []run
	cue     run
	source  run
	unit    int // index of the unit in which the cue stands
	rule    Rule
	conf    float64
	quotes  bool // some of the content is in quotation marks
}

func (s *statement) add(r run) {
	if !r.empty() {
		s.content = append(s.content, r)
	}
}

// statements finds the statements of a unit by its cues, in order.
func (p *page) statements(u unit, cs []cue) []statement {
	var out []statement
	for k := range cs {
		c := &cs[k]
		if p.within(out, c.v) && !c.according {
			continue
		}
		p.share(u, cs, k)
		limit := p.limit(cs, k, u.hi)
		s, ok := p.frame(u, c, limit, out)
		if !ok || s.rule == Naming && p.nearerCue(cs[k+1:], c.end, s) {
			continue
		}
		out = p.outside(out, s)
		if overlaps(out, s) {
			continue
		}
		out = append(out, s)
		c.taken = true
	}
	return out
}

// frame decides what the cue's content is. Content left of left belongs to other statements.
func (p *page) frame(u unit, c *cue, limit int, done []statement) (statement, bool) {
	left := p.leftEdge(u, c, done)
	if c.according {
		return p.accordingTo(c, left, limit)
	}
	if s, ok := p.inverted(u, c, left, limit); ok {
		return s, true
	}
	if s, ok := p.opening(u, c, limit); ok {
		return s, true
	}
	if c.source.empty() || c.passive || c.verb&weak != 0 && (c.ownQuote(p) < left || !p.canSpeak(c.source)) {
		return statement{}, false
	}
	if s, ok := p.trailing(c, left, limit); ok {
		return s, true
	}
	return p.leading(u, c, limit)
}

// leftEdge is where content to the left of a cue can begin. It may take in a statement without quotation marks
// that goes on up to the cue: "The council said it would wait, Brandt said."
func (p *page) leftEdge(u unit, c *cue, done []statement) int {
	left := u.lo
	for i, s := range done {
		if c.source.lo <= s.cue.lo && s.cue.lo < c.source.hi {
			continue
		}
		end := s.content[len(s.content)-1].hi
		if i+1 == len(done) && !s.quotes && end == c.from-1 && p.kind(end) == comma && s.rule != AccordingTo {
			break
		}
		left = max(left, end, s.cue.hi)
	}
	return left
}

// within reports whether token i lies inside content that is already attributed.
func (p *page) within(out []statement, i int) bool {
	for _, s := range out {
		for _, r := range s.content {
			if r.lo <= i && i < r.hi {
				return true
			}
		}
	}
	return false
}

// outside leaves the statements that do not lie inside the content of s.
func (p *page) outside(out []statement, s statement) []statement {
	return slices.DeleteFunc(out, func(o statement) bool {
		return slices.ContainsFunc(s.content, func(r run) bool { return r.lo <= o.cue.lo && o.cue.lo < r.hi })
	})
}

// overlaps reports whether s shares content with one of the statements; those, being found first, have the better
// claim.
func overlaps(out []statement, s statement) bool {
	for _, o := range out {
		for _, a := range o.content {
			for _, b := range s.content {
				if a.lo < b.hi && b.lo < a.hi {
					return true
				}
			}
		}
	}
	return false
}

// nearerCue reports whether one of the cues stands between a name or judgement's verb and the quotation in it, and
// so has the better claim.
func (p *page) nearerCue(cs []cue, from int, s statement) bool {
	q := from
	for p.kind(q) != quoted {
		q++
	}
	for i := range cs {
		c := &cs[i]
		if c.v < q && c.verb&(reports|quotes|names|judges) != 0 && !c.source.empty() && p.ownClause(c) {
			return true
		}
	}
	return false
}

// ownClause reports whether a cue has a subject of its own, in its clause or as "who" after a comma.
func (p *page) ownClause(c *cue) bool {
	return c.rel == before || c.rel == pronoun || c.rel == antecede && p.kind(c.source.lo-1) == comma
}

// share gives a cue without a subject of its own that of the cue before it, or else of the sentence.
func (p *page) share(u unit, cs []cue, k int) {
	c := &cs[k]
	if c.rel == before && c.verb&isGerund != 0 && !c.with && !c.progressive(p, c.v) && p.headIs(c.source, document) {
		if main := p.mainSubject(u, c.source.lo); !main.empty() && p.issued(main.hi, c.source.lo) {
			c.source = main
		}
		return
	}
	if c.rel == antecede && c.verb&reports != 0 {
		main := p.mainSubject(u, c.source.lo)
		if between := (run{main.hi, c.source.lo}); !main.empty() && p.issued(between.lo, between.hi) && p.sourceIs(between, document) {
			c.source = main
		}
		return
	}
	if c.rel != shared {
		return
	}
	if k > 0 && c.conjoined(p) {
		if o := &cs[k-1]; o.verb&isPast != 0 && o.verb&weak == 0 && !o.source.empty() && (o.rel == before || o.rel == pronoun) {
			c.source = o.source
			return
		}
	}
	for j := k - 1; j >= 0; j-- {
		o := &cs[j]
		if !o.taken || o.rel == antecede || o.according {
			continue
		}
		if o.from <= u.lo+1 || p.separate(*o) || o.rel == after || o.rel == shared {
			c.source = o.source
			return
		}
	}
	c.source = p.mainSubject(u, c.group)
}

// conjoined reports whether the cue is a finite verb that "and" or "but" joins to the one before.
func (c *cue) conjoined(p *page) bool {
	return c.verb&isPast != 0 && !c.to && c.group > 0 && p.isAny(c.group-1, "and", "but")
}

// issued reports whether a verb of issuing stands between a subject and a document: "released a statement".
func (p *page) issued(i, end int) bool { return p.sourceIs(run{i, max(i, end)}, issuing) }

// finish drops empty stretches and notes whether the content has quotations, and whether one is damaged.
func (p *page) finish(s *statement) bool {
	s.content = slices.DeleteFunc(s.content, run.empty)
	for _, r := range s.content {
		for i := r.lo; i < r.hi; i++ {
			if p.kind(i) == quoted {
				s.quotes = true
				if p.quotes[p.toks[i].quote].damaged {
					s.conf -= .2
				}
			}
		}
	}
	return len(s.content) > 0
}
