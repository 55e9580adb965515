package bot

import (
	"slices"
	"strings"

	"copydesk/corpus"
	"copydesk/index"
)

// study looks at candidates closely, for one question. It remembers what candidates share: stories, speakers, and
// neighbours.
type study struct {
	*reading
	storySums
	looks   map[place]*look
	stories map[string]shares
	voices  map[voiceKey]shares
	done    map[place]bool // passages that were assessed
}

// place is a passage of an article.
type place struct {
	article string
	n       int
}

// look is a passage as the question sees it.
type look struct {
	sentences []sentence
	all       shares // of the whole passage
}

func newStudy(r *reading, t storySums) *study {
	return &study{
		reading: r, storySums: t, looks: make(map[place]*look), stories: make(map[string]shares), voices: make(map[voiceKey]shares), done: make(map[place]bool),
	}
}

// seen reports whether the passage was assessed before, and notes that it will be.
func (s *study) seen(h index.Hit) bool {
	at := place{h.Article, h.Passage}
	was := s.done[at]
	s.done[at] = true
	return was
}

// look finds what each sentence of the passage has of the question.
func (s *study) look(r *index.Record, n int) *look {
	at := place{r.Article.ID, n}
	if l, ok := s.looks[at]; ok {
		return l
	}
	w, l := r.Words(n), new(look)
	text := r.Passages[n].Span.Of(r.Article.Body)
	for _, one := range w.Sentences {
		tokens := w.Tokens[one.From:one.To]
		held := s.find(tokens)
		l.sentences = append(l.sentences, sentence{
			span: one.Span, held: held, sum: s.weight(held), number: s.number.in(text, tokens),
			quoted: len(s.quoted) > 0 && containsAll(tokens, s.quoted), told: told(r, one.Span),
		})
		l.all = l.all.with(held, 1)
	}
	s.looks[at] = l
	return l
}

// assess works out what speaks for the passage, and scores it.
func (s *study) assess(record *index.Record, n int) *candidate {
	c := &candidate{record: record, n: n}
	c.chosen = c.passage().Span
	l := s.look(record, n)
	if len(l.sentences) > 0 {
		c.chosen, c.near, c.wanted = s.evidence(l.sentences)
	}
	a := s.around(record, n)
	var named float64
	for i, t := range s.terms {
		share := a.share(i)
		c.matched += share * t.weight
		c.missing += (1 - a.passage.at(i)) * t.weight
		if !asking[t.Word] && !t.before {
			c.lacks = max(c.lacks, t.lack()*(1-max(a.passage.at(i), a.speakers.at(i))))
		}
		if t.name {
			named += share * t.weight
		}
	}
	c.about, c.near = ratio(c.matched, s.total), ratio(c.near, s.total)
	c.names = min(1, 2*c.about)
	if s.named > 0 {
		c.names = named / s.named
	}
	c.told = told(record, c.passage().Span)
	c.dated = s.speaksOf(record.Article.Published)
	c.topic = s.share(record.Article.ID)
	c.other = s.speaker != "" && !s.speaks(c)
	c.quoted = len(s.quoted) > 0 && containsAll(record.Words(n).Tokens, s.quoted)
	c.score = c.weigh()
	return c
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

func (s *study) around(r *index.Record, n int) around {
	a := around{passage: s.look(r, n).all, story: s.story(r)}
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Speaker != "" && slices.ContainsFunc(at.Content, r.Passages[n].Span.Overlaps) {
			a.speakers = a.speakers.with(s.voice(r, at), 1)
		}
	}
	if subhead := r.Passages[n].Subhead; subhead != "" {
		a.story = a.story.with(s.find(index.Analyze(subhead)), 1)
	}
	if n > 1 && r.Passages[n-1].Kind.Story() {
		a.before = s.look(r, n-1).all
	}
	return a
}

// story is what the headline, the outlet, the dateline, the date and the opening of the article have.
func (s *study) story(r *index.Record) shares {
	a := r.Article
	if found, ok := s.stories[a.ID]; ok {
		return found
	}
	found := s.find(index.Analyze(strings.Join([]string{a.Headline, a.Outlet, a.Dateline, longDate(a.Published)}, "\n")))
	if len(r.Passages) > 0 && r.Passages[0].Kind.Story() {
		found = found.with(s.look(r, 0).all, 1)
	}
	s.stories[a.ID] = found
	return found
}

// longDate has the words that a question may name a day by.
func longDate(t corpus.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Wall().Format("Monday 2 January 2006")
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// containsAll reports whether each run of words stands in the text, in order and together.
func containsAll(tokens []index.Token, runs [][]string) bool {
	for _, run := range runs {
		found := false
		for i := 0; i+len(run) <= len(tokens) && !found; i++ {
			found = slices.EqualFunc(tokens[i:i+len(run)], run, func(t index.Token, w string) bool { return t.Word == w })
		}
		if !found {
			return false
		}
	}
	return true
}
