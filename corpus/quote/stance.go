package quote

import "strings"

// stances finds the stances in a unit outside the statements that are found in it already. Whether a word tells one
// is weighed by its traits.
func (p *page) stances(u unit, done []statement) []statement {
	var out []statement
	lastQuote := p.lastQuote(u)
	for i := u.lo; i < u.hi; i++ {
		if t := &p.toks[i]; t.kind != word || t.upper && !t.first || t.is(notStance) {
			continue
		}
		end, free := p.freeUntil(i, u, done)
		if !free {
			i = end - 1
			continue
		}
		c, ok := p.candidateAt(i, u, end, i < lastQuote)
		if !ok {
			continue
		}
		if !c.quotes && c.stem == unnumbered {
			continue
		}
		p.inherit(&c, u, done, out)
		if w := c.weigh(p); w < quotedThreshold || w < stanceThreshold && !(c.quotes && c.verbal()) {
			continue
		}
		if s, ok := p.stance(&c, end); ok && !p.clashes(done, s) && !overlaps(out, s) {
			out = append(out, s)
			i = s.content[len(s.content)-1].hi - 1
		}
	}
	return out
}

// clashes reports whether a stance shares content with one of the statements that do not stand within others.
func (p *page) clashes(done []statement, s statement) bool {
	for k := range done {
		if !p.embedded(&done[k]) && overlaps(done[k:k+1], s) {
			return true
		}
	}
	return false
}

// lastQuote is the last quotation of a unit; -1 if it has none.
func (p *page) lastQuote(u unit) int {
	for i := u.hi - 1; i >= u.lo; i-- {
		if p.kind(i) == quoted {
			return i
		}
	}
	return -1
}

// freeUntil is where the first statement after token i begins, or the unit ends. If token i belongs to a statement,
// it is not free, and the end is that of the stretch it belongs to.
func (p *page) freeUntil(i int, u unit, done []statement) (end int, free bool) {
	end = u.hi
	for k := range done {
		s := &done[k]
		if p.embedded(s) {
			continue
		}
		for n := -2; n < len(s.content); n++ {
			r := s.cue
			switch n {
			case -2:
			case -1:
				r = s.source
			default:
				r = s.content[n]
			}
			if r.lo <= i && i < r.hi {
				return r.hi, false
			}
			if r.lo > i {
				end = min(end, r.lo)
			}
		}
	}
	return end, true
}

// embedded reports whether a statement stands within what another word takes: "condemned what he called “…”".
func (p *page) embedded(s *statement) bool {
	return s.rule == Naming && p.isWord(s.source.lo-1, "what")
}

// stance makes a statement of a candidate.
func (p *page) stance(c *candidate, end int) (statement, bool) {
	s := statement{cue: run{c.v, c.v + 1}, source: c.source, rule: Stance, conf: .6}
	if c.opening {
		end = p.openingEnd(c.from, end)
	}
	content := p.trim(run{c.from, p.stanceEnd(c.from, end)})
	if c.frame > takesInfinitive {
		s.cue.hi = c.from
	}
	if by := p.agent(c, content.hi); !by.empty() {
		if c.source.hi <= c.v && c.be {
			s.add(c.source)
		}
		s.source, content.hi = by, by.lo-1
		if p.toks[c.v].verb&names != 0 {
			s.rule, s.conf = Naming, .7
		}
	} else if p.unsaid(c) {
		s.rule, s.source = Unsaid, run{}
		if !c.source.empty() && c.source.hi <= c.v && !p.isAny(c.source.lo, "it", "there") && c.rel != antecede && !c.owned {
			s.add(c.source)
		}
	}
	s.add(content)
	return s, !content.empty() && p.finish(&s)
}

// unsaid reports whether nobody is named as whose the stance is: "is expected to", "seems".
func (p *page) unsaid(c *candidate) bool {
	switch c.stem {
	case seem, appear:
		return true
	}
	if c.be && c.form == formBase && c.rel != antecede && p.isAny(c.source.lo, "it", "there") && c.source.hi == c.source.lo+1 {
		return true
	}
	return c.be && c.form == formPast && !c.owned && !feelings[c.stem] && c.frame != takesBy
}

var (
	seem, appear = stems.add("seem"), stems.add("appear")
	takesBy      = frames.add("by")
)

// feelings are the stems of past forms that say with "be" what their subject feels: "is worried about".
var feelings = func() map[uint16]bool {
	m := make(map[uint16]bool)
	for w := range strings.FieldsSeq(`worried concerned committed opposed focused interested determined prepared disappointed convinced
		dedicated excited inclined satisfied pleased frustrated tired embarrassed ashamed surprised shocked appalled outraged
		alarmed troubled disgusted annoyed relieved delighted thrilled honored honoured proud scared frightened confused
		encouraged offended upset amused horrified stunned persuaded resigned devoted disposed`) {
		stem, _, _ := stemOf(nil, w)
		m[stems.add(string(stem))] = true
	}
	return m
}()
