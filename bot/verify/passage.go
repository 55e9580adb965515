package verify

import (
	"slices"

	"copydesk/corpus"
)

// Source is a stretch of an article that a quotation is compared with.
type Source struct {
	// Body is the article's text, of which all spans are.
	Body string
	// Span is the stretch.
	Span corpus.Span
	// Quoted are the stretches between quotation marks, in order.
	Quoted []corpus.Span
	// Bridges are stretches outside quotation marks, such as a cue, over which one quotation goes on; in order.
	Bridges []corpus.Span
}

// passage is a Source as words, for one quotation.
type passage struct {
	Source
	id    []int32 // of the words; 0 for one that the quotation does not have
	start []int32
	end   []int32
	aside []bool // the word stands in brackets: the paper's, not the speaker's
	// bridge holds, for a column, the column from which a bridge leads to it; -1 if none does. It is nil without bridges.
	bridge []int32
	// stops are the columns to which a bridge leads or which are behind a wall, in order.
	stops []int32
	// bodies and owner are of sources put one after the other: the body of each, and whose each column is. They are nil
	// for a single one.
	bodies []string
	owner  []int
}

func (p *passage) len() int { return len(p.id) }

func (p *passage) span(j int) corpus.Span {
	return corpus.Span{Start: int(p.start[j]), End: int(p.end[j])}
}

func (p *passage) text(j int) string { return p.body(j)[p.start[j]:p.end[j]] }

func (p *passage) body(j int) string {
	if p.owner == nil {
		return p.Body
	}
	return p.bodies[p.owner[j]]
}

// read makes the Source's words, reusing what p holds.
func (p *passage) read(q *Quotation, s Source) {
	p.Source = s
	p.readWords(q)
	p.readBrackets()
	p.readBridges()
}

func (p *passage) readWords(q *Quotation) {
	s := p.Source
	p.id, p.start, p.end = p.id[:0], p.start[:0], p.end[:0]
	var buf [64]byte
	for at := s.Span.Start; ; {
		w, ok := nextWord(s.Body, at, s.Span.End)
		if !ok {
			break
		}
		fold := appendFold(buf[:0], w.Of(s.Body))
		p.id = append(p.id, q.ids[string(fold)])
		p.start, p.end = append(p.start, int32(w.Start)), append(p.end, int32(w.End))
		at = w.End
	}
}

func (p *passage) readBrackets() {
	p.aside = nil
	for _, b := range brackets(p.Span.Of(p.Body)) {
		if p.aside == nil {
			p.aside = make([]bool, p.len())
		}
		for j := p.at(p.Span.Start + b.Start); j < p.len() && int(p.end[j]) <= p.Span.Start+b.End; j++ {
			p.aside[j] = true
		}
	}
}

func (p *passage) readBridges() {
	p.bridge, p.stops = nil, p.stops[:0]
	for _, b := range p.Bridges {
		if b.Start < p.Span.Start || b.End > p.Span.End {
			continue
		}
		from, to := p.at(b.Start), p.at(b.End)
		if from >= to {
			continue
		}
		if p.bridge == nil {
			p.bridge = slices.Repeat([]int32{-1}, p.len()+1)
		}
		p.bridge[to] = int32(from)
		p.stops = append(p.stops, int32(to))
	}
}

// at is the first word that begins at or after the byte at.
func (p *passage) at(offset int) int {
	i, _ := slices.BinarySearch(p.start, int32(offset))
	return i
}
