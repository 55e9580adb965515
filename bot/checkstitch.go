package bot

import (
	"slices"
	"strings"

	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/quote"
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
	regions := slices.Concat(c.regions[:min(c.common, sewnRegions)], c.regions[c.common:])
	regions = regions[:min(len(regions), 2*sewnRegions)]
	var sources []verify.Source
	for _, r := range regions {
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
		f := found{p.Alignment, regions[p.Source], c.weights.share(p.Alignment)}
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

// mixed are the speakers of quotations that stand side by side in the archive, nothing between, and were pasted as one; nil if
// they are one speaker's, or if quotation marks were pasted between them.
func (c *checker) mixed(f found) []string {
	if strings.ContainsAny(strings.Trim(strings.TrimSpace(c.q.Text), "\"“”„«»,."), "\"“”„«»") {
		return nil
	}
	var speakers []string
	for i := range f.region.record.Attributions {
		at := &f.region.record.Attributions[i]
		if at.Kind == quote.Indirect || at.Speaker == "" || at.Confidence < surely || slices.Contains(speakers, at.Speaker) {
			continue
		}
		if covered, _ := f.Inside(at.Content); covered > 0 {
			speakers = append(speakers, at.Speaker)
		}
	}
	if len(speakers) < 2 {
		return nil
	}
	return speakers
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
