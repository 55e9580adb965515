package bot

import (
	"maps"
	"slices"
	"strings"

	"copydesk/corpus"
	"copydesk/index"
)

// study looks at candidates closely, for one question. It remembers what candidates share: stories, and neighbours.
type study struct {
	reading
	storySums
	tokens  map[place][]index.Token
	stories map[string]termSet
	voices  map[voiceKey]termSet
	done    map[place]bool // passages that were assessed
}

// place is a passage of an article.
type place struct {
	article string
	n       int
}

// termSet are those of the question's terms that a text has, each with the share of it that the text has: 1 for the word
// itself, less for another that may stand for it.
type termSet map[string]float64

func newStudy(r reading, t storySums) *study {
	return &study{reading: r, storySums: t, tokens: make(map[place][]index.Token), stories: make(map[string]termSet), voices: make(map[voiceKey]termSet), done: make(map[place]bool)}
}

// seen reports whether the passage was assessed before, and notes that it will be.
func (s *study) seen(h index.Hit) bool {
	at := place{h.Article, h.Passage}
	was := s.done[at]
	s.done[at] = true
	return was
}

// assess works out what speaks for the passage, and scores it.
func (s *study) assess(record *index.Record, n int) *candidate {
	c := &candidate{record: record, n: n, tokens: s.passage(record, n)}
	c.chosen = c.passage().Span
	if all := s.sentencesOf(record.Article.Body, c.chosen, c.tokens); len(all) > 0 {
		c.chosen, c.near, c.wanted = s.evidence(all)
	}
	a := s.around(record, n)
	var named float64
	for _, t := range s.terms {
		share := a.share(t.Term)
		c.matched += share * t.weight
		c.missing += (1 - a.passage[t.Term]) * t.weight
		if !asking[t.Word] && !t.before {
			c.lacks = max(c.lacks, t.weight*(1-max(a.passage[t.Term], a.speakers[t.Term])))
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
	c.quoted = len(s.quoted) > 0 && containsAll(c.tokens, s.quoted)
	c.score = c.weigh()
	return c
}

// around is what belongs to a passage that says "he" or "the program", and what a term of the question counts that stands
// there and not in the passage itself.
type around struct {
	passage  termSet
	speakers termSet // who speaks in the passage: names, roles, and what introduces them
	story    termSet // headline, outlet, dateline, date, subhead and opening
	before   termSet // the passage before
}

// The shares were fitted with the weights of the ranking.
const (
	inStory  = 0.8
	inBefore = 0.7
)

// share is what the term counts of the question, 0 if nothing around the passage has it.
func (a around) share(term string) float64 {
	return max(a.passage[term], a.speakers[term], inStory*a.story[term], inBefore*a.before[term])
}

func (s *study) around(r *index.Record, n int) around {
	a := around{passage: s.present(s.passage(r, n)), speakers: make(termSet), story: s.story(r)}
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Speaker != "" && slices.ContainsFunc(at.Content, r.Passages[n].Span.Overlaps) {
			a.speakers.add(s.voice(r, at))
		}
	}
	if subhead := r.Passages[n].Subhead; subhead != "" {
		a.story = maps.Clone(a.story)
		a.story.add(s.present(index.Analyze(subhead)))
	}
	if n > 1 && r.Passages[n-1].Kind.Story() {
		a.before = s.present(s.passage(r, n-1))
	}
	return a
}

// story are the question's terms in the headline, the outlet, the dateline, the date and the opening of the article.
func (s *study) story(r *index.Record) termSet {
	a := r.Article
	if set, ok := s.stories[a.ID]; ok {
		return set
	}
	set := s.present(index.Analyze(strings.Join([]string{a.Headline, a.Outlet, a.Dateline, longDate(a.Published)}, "\n")))
	if len(r.Passages) > 0 && r.Passages[0].Kind.Story() {
		set.add(s.present(s.passage(r, 0)))
	}
	s.stories[a.ID] = set
	return set
}

// longDate has the words that a question may name a day by.
func longDate(t corpus.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Wall().Format("Monday 2 January 2006")
}

func (s *study) passage(r *index.Record, n int) []index.Token {
	at := place{r.Article.ID, n}
	tokens, ok := s.tokens[at]
	if !ok {
		tokens = index.Analyze(r.Passages[n].Span.Of(r.Article.Body))
		s.tokens[at] = tokens
	}
	return tokens
}

// present are those of the question that the text has.
func (r reading) present(tokens []index.Token) termSet {
	set := make(termSet)
	for i, t := range tokens {
		if _, ok := r.weights[t.Term]; ok {
			set[t.Term] = 1
		}
		for _, o := range r.substitutes[t.Term] {
			if o.begins(tokens[i:]) {
				for _, term := range o.terms {
					set[term] = max(set[term], o.share)
				}
			}
		}
	}
	return set
}

func (s termSet) add(more termSet) {
	for term, share := range more {
		s[term] = max(s[term], share)
	}
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
