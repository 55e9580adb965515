package bot

import (
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
)

// What a piece of a stitched quotation has to be.
const (
	leastPiece  = 4   // words that are the same
	pieceLike   = 0.8 // similarity
	mostPieces  = 6   // in a quotation
	silentWords = 25  // words dropped in silence within one quotation make it altered, more make two pieces
	sewnRegions = 10  // regions in which pieces are looked for
)

// stitched are the pieces of which the quotation is run together; nil if it is not.
func (c *checker) stitched() []found {
	var sources []verify.Source
	for _, r := range c.regions[:min(len(c.regions), sewnRegions)] {
		sources = append(sources, r.source)
	}
	pieces := c.q.Cover(sources)
	if len(pieces) < 2 || len(pieces) > mostPieces {
		return nil
	}
	var out []found
	apart := false
	for i, p := range pieces {
		if p.Same < leastPiece || p.Similarity < pieceLike {
			return nil
		}
		f := found{p.Alignment, c.regions[p.Source], c.weights.share(p.Alignment)}
		if i > 0 {
			apart = apart || !continues(out[i-1], f)
		}
		out = append(out, f)
	}
	if !apart {
		return nil
	}
	return out
}

// continues reports whether a piece goes on shortly behind another, in the same quotation: then words were dropped, and
// nothing was stitched.
func continues(a, b found) bool {
	if a.region.record != b.region.record || b.Start < a.End {
		return false
	}
	gap := corpus.Span{Start: a.End, End: b.Start}
	if len(verify.Words(gap.Of(a.region.record.Article.Body))) > silentWords {
		return false
	}
	return slices.ContainsFunc(a.region.quoted, func(q corpus.Span) bool { return q.Overlaps(a.Span) && q.Overlaps(b.Span) })
}

// sewn decides on a quotation of several pieces.
func (c *checker) sewn(pieces []found) Check {
	out := Check{Verdict: Stitched, Sure: true}
	var speakers []string
	for _, p := range pieces {
		m := c.match(p)
		m.Piece = p.Typed()
		out.Matches = append(out.Matches, m)
		if m.Speaker != nil && !slices.Contains(speakers, *m.Speaker) {
			speakers = append(speakers, *m.Speaker)
		}
		if m.Claimed == person.Other {
			out.warn("“%s”: %s, not %s.", m.Piece, whose(m), c.claimed)
		}
		out.warnOf(m)
	}
	out.First = oldest(out.Matches)
	out.say("Separate quotations run together as one: %d pieces, each found in a place of its own.", len(pieces))
	if len(speakers) > 1 {
		out.say("They are said by different people: %s.", strings.Join(speakers, "; "))
	}
	return out
}
