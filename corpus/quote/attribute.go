package quote

import (
	"cmp"
	"slices"

	"copydesk/corpus"
)

// Attribute finds who says what in the article's story paragraphs. The attributions are in the order in which
// their content begins, and the content of one does not overlap that of another.
func Attribute(a *corpus.Article) []Attribution {
	r := resolvers.Get().(*resolver)
	defer r.release()
	p := &r.page
	p.read(a)
	if len(p.toks) == 0 {
		return nil
	}
	f := finder{page: p, found: r.found[:0], owner: -1, speech: -2}
	for i := range p.units {
		f.unit(i)
	}
	f.found = slices.DeleteFunc(f.found, func(s statement) bool { return len(s.content) == 0 })
	slices.SortStableFunc(f.found, func(x, y statement) int { return cmp.Compare(x.content[0].lo, y.content[0].lo) })
	r.meet(f.found)
	out := make([]Attribution, len(f.found))
	for i, s := range r.found {
		out[i] = p.attribution(s, r.resolve(s.source, s.unit))
	}
	return out
}

// least is the least confidence in a statement, however many doubts take away from it.
const least = .1

// attribution puts a statement and its speaker in terms of the body.
func (p *page) attribution(s statement, who speaker) Attribution {
	conf := max(s.conf, least)
	at := Attribution{
		Kind: p.kindOf(s), Cue: p.span(s.cue), Source: p.span(s.source), Rule: s.rule,
		Speaker: who.name, Role: who.role, Anonymous: who.anonymous, Confidence: conf * who.conf,
	}
	if who.conf == 0 {
		at.Confidence = conf / 2
	}
	for _, r := range s.content {
		at.Content = append(at.Content, p.span(r))
	}
	return at
}

func (p *page) kindOf(s statement) Kind {
	words, marked := false, false
	for _, r := range s.content {
		for i := r.lo; i < r.hi; i++ {
			switch p.kind(i) {
			case quoted:
				marked = true
			case word, number:
				words = true
			}
		}
	}
	switch {
	case marked && !words:
		return Direct
	case marked:
		return Mixed
	}
	return Indirect
}
