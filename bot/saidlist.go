package bot

import (
	"cmp"
	"slices"
	"strings"

	"copydesk/corpus"
	"copydesk/index"
)

// statements are what is shown of the utterances: about the topic, in order, each once.
func (s *saying) statements(said []utterance) []Statement {
	slices.SortStableFunc(said, inOrder)
	out := []Statement{}
	first := make(map[string]int) // of the same words
	about := newTopics(s.topic)
	for _, u := range said {
		share := about.share(u)
		if s.topic != nil && share < enough {
			continue
		}
		key := u.key()
		if i, ok := first[key]; ok {
			out[i].reprint(s.who.cite(u.record))
			continue
		}
		first[key] = len(out)
		out = append(out, u.show(s.who, share))
	}
	return out
}

// telling is how many words a statement has at least that is taken for the same wherever it is printed. “We will see”
// is said more than once.
const telling = 4

// key is the same for reprints: the words of what is said and, if they are few, of their sentences.
func (u utterance) key() string {
	var words []string
	for _, c := range u.Content {
		words = append(words, folded(c.Of(u.record.Article.Body))...)
	}
	if len(words) < telling {
		words = append(words, folded(u.context().Of(u.record.Article.Body))...)
	}
	return strings.Join(words, " ")
}

// inOrder puts the older first, and what has no date last.
func inOrder(a, b utterance) int {
	x, y := a.record.Article, b.record.Article
	if x.Published.IsZero() != y.Published.IsZero() {
		if x.Published.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.Published.Wall().Compare(y.Published.Wall()), strings.Compare(x.ID, y.ID), cmp.Compare(a.Content[0].Start, b.Content[0].Start))
}

func (st *Statement) reprint(article Citation) {
	same := func(c Citation) bool { return c.ID == article.ID }
	if article.ID != st.Article.ID && !slices.ContainsFunc(st.AlsoIn, same) {
		st.AlsoIn = append(st.AlsoIn, article)
	}
}

func (u utterance) show(who reader, about float64) Statement {
	a := u.record.Article
	st := Statement{
		Article: who.cite(u.record), Kind: u.Kind, Paragraph: a.ParagraphAt(u.Content[0].Start), Context: evidenceAt(a, u.context()),
		Speaker: u.Speaker, Source: u.Source.Of(a.Body), Cue: u.Cue.Of(a.Body), Rule: u.Rule, About: about,
	}
	if u.Role != "" {
		st.Role = &u.Role
	}
	for _, c := range u.Content {
		st.Parts = append(st.Parts, evidenceAt(a, c))
	}
	return st
}

// context are the sentences that hold the words and, if it stands in their paragraph, what tells who says them.
func (u utterance) context() corpus.Span {
	var out corpus.Span
	for n, p := range u.record.Passages {
		if !slices.ContainsFunc(u.Content, p.Span.Overlaps) {
			continue
		}
		for _, one := range u.record.Words(n).Sentences {
			if !u.touches(one.Span) {
				continue
			}
			if out.Len() == 0 {
				out = one.Span
			}
			out.Start, out.End = min(out.Start, one.Start), max(out.End, one.End)
		}
	}
	for _, c := range u.Content {
		if out.Len() == 0 {
			out = c
		}
		out.Start, out.End = min(out.Start, c.Start), max(out.End, c.End)
	}
	return out
}

func (u utterance) touches(sentence corpus.Span) bool {
	return slices.ContainsFunc(u.Content, sentence.Overlaps) || sentence.Overlaps(u.Cue) && u.Cue.Len() > 0
}

// enough is the share of the topic from which a statement is about it.
const enough = 0.6

// What a term of the topic counts that stands not in the sentences of the statement but about them. Neither the headline
// is enough nor the passage before; both together are.
const (
	inParagraph = 0.7
	inHeadline  = 0.45
	inBoth      = 0.65
)

// topics weighs statements by a topic, remembering what they share.
type topics struct {
	*reading
	headlines map[string]shares
	passages  map[place]shares
}

func newTopics(r *reading) topics { return topics{r, make(map[string]shares), make(map[place]shares)} }

// share is how much of the topic's weight the statement has, from 0 to 1.
func (t topics) share(u utterance) float64 {
	if t.reading == nil {
		return 0
	}
	a := u.record.Article
	held := t.find(index.Analyze(u.context().Of(a.Body)))
	headline, ok := t.headlines[a.ID]
	if !ok {
		headline = t.find(index.Analyze(a.Headline))
		t.headlines[a.ID] = headline
	}
	held = held.with(headline, inHeadline)
	for n, p := range u.record.Passages {
		if slices.ContainsFunc(u.Content, p.Span.Overlaps) {
			held = held.with(t.passage(u.record, n), inParagraph)
			held = held.with(headline.both(t.passage(u.record, n-1)), inBoth)
		}
	}
	return ratio(t.weight(held), t.total)
}

// both are the smaller of two shares, term by term.
func (s shares) both(other shares) shares {
	if s == nil || other == nil {
		return nil
	}
	out := make(shares, len(s))
	for i := range s {
		out[i] = min(s[i], other[i])
	}
	return out
}

// passage is what the n-th passage has of the topic.
func (t topics) passage(r *index.Record, n int) shares {
	if n < 0 || !r.Passages[n].Kind.Story() {
		return nil
	}
	at := place{r.Article.ID, n}
	held, ok := t.passages[at]
	if !ok {
		held = t.find(r.Words(n).Tokens)
		t.passages[at] = held
	}
	return held
}
