package bot

import (
	"slices"
	"strings"

	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// longestBridge is the most bytes that stand between two parts of one quotation: a cue with all that it tells of the
// speaker.
const longestBridge = 400

// bridges are the stretches between quotation marks within the span over which one quotation goes on: “…,” he said. “…”
func bridges(r *index.Record, quoted []corpus.Span, within corpus.Span) []corpus.Span {
	var out []corpus.Span
	for i := 1; i < len(quoted); i++ {
		gap := corpus.Span{Start: quoted[i-1].End, End: quoted[i].Start}
		if within.Contains(gap) && gap.Len() < longestBridge && joinsOver(r, quoted[i-1], gap, quoted[i]) {
			out = append(out, gap)
		}
	}
	return out
}

// joinsOver reports whether two quotations with a gap between are one: nothing but a cue stands in the gap, and both are one
// speaker's.
func joinsOver(r *index.Record, before, gap, after corpus.Span) bool {
	body := r.Article.Body
	x, y := quotationOf(r, before), quotationOf(r, after)
	if x != nil && y != nil && x != y && (x.Speaker == "" || x.Speaker != y.Speaker) {
		return false
	}
	text := gap.Of(body)
	if strings.Contains(strings.TrimSpace(text), "\n") {
		return false
	}
	if sentences := corpus.Sentences(body, gap.Trim(body)); len(sentences) > 1 {
		return false
	}
	for i := range r.Attributions {
		if x != nil && x == y {
			break // one statement: what its cue adds, “…, pointing to the sea”, parts it no more than the cue
		}
		if a := &r.Attributions[i]; says(a, gap, body) && !describesSpeaker(a, x) && !describesSpeaker(a, y) {
			return false
		}
	}
	cued := func(a *quote.Attribution) bool { return a != nil && a.Cue.Len() > 0 && gap.Contains(a.Cue) }
	return cued(x) || cued(y) || x == nil && y == nil && strings.Count(text, " ") < 12
}

// says reports whether an attribution has words of its content within the gap. That somebody wants something is no content.
func says(a *quote.Attribution, gap corpus.Span, body string) bool {
	if a.Rule == quote.Stance || a.Rule == quote.Unsaid {
		return false
	}
	return slices.ContainsFunc(a.Content, func(s corpus.Span) bool {
		if !s.Overlaps(gap) {
			return false
		}
		within := corpus.Span{Start: max(s.Start, gap.Start), End: min(s.End, gap.End)}
		return strings.Trim(within.Of(body), " \u00a0\n,.;:—–-\"”“’‘'") != ""
	})
}

// describesSpeaker reports whether a is within what the story says of who says q: “…,” said Orm, who said she would go.
func describesSpeaker(a, q *quote.Attribution) bool {
	return q != nil && a.Cue.Len() > 0 && q.Source.Contains(a.Cue)
}

// quotationOf is the attribution in whose content a quotation stands; nil if there is none.
func quotationOf(r *index.Record, span corpus.Span) *quote.Attribution {
	for i := range r.Attributions {
		if a := &r.Attributions[i]; a.Kind != quote.Indirect && slices.ContainsFunc(a.Content, span.Overlaps) {
			return a
		}
	}
	return nil
}
