package bot

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// match shows a place.
func (c *checker) match(f found) Match {
	r, a := f.region.record, f.region.record.Article
	out := Match{
		Article: c.who.cite(r), Kind: kindAt(a, f.Start), Paragraph: a.ParagraphAt(f.Start), Span: f.Span, Text: f.Of(a.Body),
		Context: contextOf(a, f.Span), Similarity: f.Similarity, Told: f.told, Exact: f.Exact, Diff: f.Diff(), Changes: f.Changes(),
		Harmless: f.Typography(), Omitted: f.Omissions(), Inserted: f.Insertions(), Cut: f.Cuts(f.region.source),
	}
	out.Marks = f.marks()
	out.credit(r, f.Alignment)
	if c.claimed != "" {
		out.Claimed = c.compareSpeaker(a, out)
	}
	return out
}

// marks says whether the words stand in quotation marks.
func (f found) marks() Marks {
	in, outside := f.Inside(f.region.quoted)
	switch {
	case outside == 0:
		return Quoted
	case in > 0:
		return Partly
	case f.unclosed():
		return Unclosed
	}
	return Unquoted
}

// unclosed reports whether a quotation mark stands before the words in their paragraph that belongs to no quotation.
func (f found) unclosed() bool {
	a := f.region.record.Article
	n := a.ParagraphAt(f.Start)
	if n == 0 {
		return false
	}
	from := a.Paragraphs[n-1].Span.Start
	for i, r := range a.Body[from:f.Start] {
		at := corpus.Span{Start: from + i, End: from + i + 1}
		if strings.ContainsRune("\"“„«", r) && !slices.ContainsFunc(f.region.quoted, at.Overlaps) {
			return true
		}
	}
	return false
}

// contextOf are the paragraphs that the span touches.
func contextOf(a *corpus.Article, s corpus.Span) Evidence {
	out := s
	for _, p := range a.Paragraphs {
		if p.Span.Overlaps(s) {
			out.Start, out.End = min(out.Start, p.Span.Start), max(out.End, p.Span.End)
		}
	}
	return Evidence{out, out.Of(a.Body)}
}

func kindAt(a *corpus.Article, at int) corpus.Kind {
	if n := a.ParagraphAt(at); n > 0 {
		return a.Paragraphs[n-1].Kind
	}
	return corpus.Body
}

// credit fills in who says the words: the speaker of the attribution that covers most of them, one in quotation marks
// before a reported one.
func (m *Match) credit(r *index.Record, a verify.Alignment) {
	var best *quote.Attribution
	most, direct := 0, false
	for i := range r.Attributions {
		at := &r.Attributions[i]
		covered, _ := a.Inside(at.Content)
		if covered == 0 {
			continue
		}
		said := at.Kind != quote.Indirect
		if best == nil || said && !direct || said == direct && covered > most {
			best, most, direct = at, covered, said
		}
	}
	if best == nil || best.Speaker == "" {
		return
	}
	m.Speaker, m.Anonymous = &best.Speaker, best.Anonymous
	if best.Role != "" {
		m.Role = &best.Role
	}
	body := r.Article.Body
	m.Attribution = &Attribution{
		Rule: best.Rule, Cue: best.Cue.Of(body), Source: best.Source.Of(body),
		Sure: best.Confidence >= surely && best.Rule != quote.Stance && best.Rule != quote.Unsaid,
	}
}

// compareSpeaker compares the claimed speaker with that of a match. What the outlet says in its own voice nobody else
// does. A reading that is in doubt confirms nobody, and rules out only whom the story does not name near the words.
func (c *checker) compareSpeaker(a *corpus.Article, m Match) person.Likeness {
	if m.Speaker == nil && m.Marks == Unquoted {
		return person.Other
	}
	same := person.Unsure
	if m.Speaker != nil {
		s := person.Speaker{Name: *m.Speaker, Anonymous: m.Anonymous}
		if m.Role != nil {
			s.Role = *m.Role
		}
		same = person.Compare(c.claimed, s)
		if same == person.Other && person.Compare(c.claimed, person.Speaker{Name: m.Attribution.Source}) == person.Same {
			return person.Unsure // the cue's own words name the one claimed
		}
		if m.Attribution.Sure && (same != person.Unsure || hasName(*m.Speaker)) {
			return same
		}
	}
	if same != person.Same && !person.Mentioned(c.claimed, introduction(a, m.Context.Span)) {
		return person.Other
	}
	return person.Unsure
}

// hasName reports whether the speaker has a name. “The company” and “the note” have none: whose they are the story says near
// them, if anywhere.
func hasName(speaker string) bool {
	return strings.ContainsFunc(strings.TrimPrefix(speaker, "The "), unicode.IsUpper)
}

// introduction is the text in which the speaker of words is named, if anywhere: their paragraphs and the one before.
func introduction(a *corpus.Article, context corpus.Span) string {
	if n := a.ParagraphAt(context.Start); n > 1 {
		context.Start = a.Paragraphs[n-2].Span.Start
	}
	return context.Of(a.Body)
}

// orderMatches puts matches into the order in which they are shown.
func orderMatches(matches []Match) {
	slices.SortStableFunc(matches, func(a, b Match) int {
		if a.Exact != b.Exact {
			return beforeIf(a.Exact)
		}
		if !a.Exact {
			if by := cmp.Compare(b.merit(), a.merit()); by != 0 {
				return by
			}
		}
		if (a.mixed == nil) != (b.mixed == nil) {
			return beforeIf(a.mixed == nil)
		}
		if a.Marks != b.Marks {
			return rankOfMarks(a.Marks) - rankOfMarks(b.Marks)
		}
		if a.Claimed != b.Claimed {
			return closenessOf(b.Claimed) - closenessOf(a.Claimed)
		}
		return older(a.Article, b.Article)
	})
}

// merit orders matches that are not exact.
func (m Match) merit() float64 {
	merit := m.Similarity + m.Told
	if m.Claimed == person.Same {
		merit += alike - alikeSame
	}
	return merit
}

func beforeIf(a bool) int {
	if a {
		return -1
	}
	return 1
}

func rankOfMarks(m Marks) int { return slices.Index([]Marks{Quoted, Partly, Unclosed, Unquoted}, m) }

func closenessOf(l person.Likeness) int {
	return slices.Index([]person.Likeness{person.Other, person.Unsure, "", person.Same}, l)
}

// older orders articles by date, those without one last.
func older(a, b Citation) int {
	if a.Published.IsZero() != b.Published.IsZero() {
		return beforeIf(b.Published.IsZero())
	}
	return cmp.Or(a.Published.Latest().Compare(b.Published.Latest()), strings.Compare(a.ID, b.ID))
}

// foldCopies names the copies of one paragraph in other articles with the first of them: they are one confirmation.
func foldCopies(matches []Match) []Match {
	var out []Match
	words := make(map[string]int) // of a paragraph → its place in out
	for _, m := range matches {
		key := strings.Join(foldedWords(m.Context.Text), " ")
		at, ok := words[key]
		if ok && out[at].Article.ID != m.Article.ID && sameCredit(out[at], m) {
			out[at].AlsoIn = append(out[at].AlsoIn, m.Article)
			continue
		}
		if !ok {
			words[key] = len(out)
		}
		out = append(out, m)
	}
	return out
}

func foldedWords(text string) []string {
	words := verify.Words(text)
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Fold
	}
	return out
}

// sameCredit reports whether two matches name one speaker, or one of them none.
func sameCredit(a, b Match) bool {
	return a.Speaker == nil || b.Speaker == nil || *a.Speaker == *b.Speaker
}
