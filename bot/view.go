package bot

import (
	"slices"

	"copydesk/corpus"
	"copydesk/index"
)

// view is a story as one question sees it. What is asked of it is worked out once.
type view struct {
	*profile
	reading *reading
	looks   []*look
	voices  []shares
	heard   []bool // the voices that were worked out
	story   shares
}

// look is a passage as the question sees it.
type look struct {
	sentences []sentence
	all       shares // of the whole passage
	assessed  bool
}

func newView(p *profile, r *reading) *view {
	v := &view{profile: p, reading: r, looks: make([]*look, len(p.Passages)), voices: make([]shares, len(p.voices)), heard: make([]bool, len(p.voices))}
	v.story = r.find(p.head)
	if len(p.Passages) > 0 && p.Passages[0].Kind.Story() {
		v.story = v.story.with(v.look(0).all, 1)
	}
	return v
}

// look finds what each sentence of the n-th passage has of the question.
func (v *view) look(n int) *look {
	if v.looks[n] != nil {
		return v.looks[n]
	}
	w, l, r := v.Words(n), new(look), v.reading
	text := v.Passages[n].Span.Of(v.Article.Body)
	l.sentences = make([]sentence, len(w.Sentences))
	for i, one := range w.Sentences {
		tokens := w.Tokens[one.From:one.To]
		held := r.find(tokens)
		l.sentences[i] = sentence{
			span: one.Span, held: held, sum: r.weight(held), number: r.number.in(text, tokens),
			quoted: len(r.quoted) > 0 && containsAll(tokens, r.quoted), told: v.toldShare(one.Span),
			asked: r.speaker != "" && v.speaks(one.Span),
		}
		l.all = l.all.with(held, 1)
	}
	v.looks[n] = l
	return l
}

// inIntroduction is what a term of the question counts that stands in the sentences that introduce a speaker: the paper says
// once that somebody is a rabbi.
const inIntroduction = 0.65

// voice is what tells who the i-th speaker is: name and role and, counted less, what introduces them.
func (v *view) voice(i int) shares {
	if !v.heard[i] {
		who := v.profile.voices[i]
		out := v.reading.find(who.tokens())
		for _, ref := range who.introduced() {
			out = out.with(v.look(ref.passage).sentences[ref.sentence].held, inIntroduction)
		}
		v.voices[i], v.heard[i] = out, true
	}
	return v.voices[i]
}

// around is what belongs to a passage that says "he" or "the program".
type around struct {
	passage  shares
	speakers shares // who speaks in the passage: names, roles, and what introduces them
	story    shares // headline, outlet, dateline, date, subhead and opening
	before   shares // the passage before
}

// What a term of the question counts that stands there and not in the passage itself, fitted with the weights of the ranking.
const (
	inStory  = 0.8
	inBefore = 0.7
)

// share is what the i-th term counts, 0 if nothing around the passage has it.
func (a around) share(i int) float64 {
	return max(a.passage.at(i), a.speakers.at(i), inStory*a.story.at(i), inBefore*a.before.at(i))
}

func (v *view) around(n int) around {
	a := around{passage: v.look(n).all, story: v.story}
	for _, i := range v.profile.heard[n] {
		a.speakers = a.speakers.with(v.voice(i), 1)
	}
	if subhead := v.Passages[n].Subhead; subhead != "" {
		a.story = a.story.with(v.reading.find(index.Analyze(subhead)), 1)
	}
	if n > 1 && v.Passages[n-1].Kind.Story() {
		a.before = v.look(n - 1).all
	}
	return a
}

// speaks reports whether whoever is asked about says something of the span, or is the outlet itself.
func (v *view) speaks(span corpus.Span) bool {
	return slices.ContainsFunc(v.saidBy()[v.reading.speaker], span.Overlaps)
}
