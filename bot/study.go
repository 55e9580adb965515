package bot

import (
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
	voices  map[voiceKey]voice
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
	return &study{reading: r, storySums: t, tokens: make(map[place][]index.Token), stories: make(map[string]termSet), voices: make(map[voiceKey]voice), done: make(map[place]bool)}
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
	about := s.surroundings(record, n)
	var named, nameTotal float64
	for _, t := range s.terms {
		share := closeness(about, t.Term)
		c.matched += share * t.weight
		if share == 0 && !asking[t.Word] && !t.before {
			c.lacks = max(c.lacks, t.weight)
		}
		if t.name {
			nameTotal += t.weight
			named += share * t.weight
		}
	}
	c.about, c.near = ratio(c.matched, s.total), ratio(c.near, s.total)
	c.names = min(1, 2*c.about)
	if nameTotal > 0 {
		c.names = named / nameTotal
	}
	c.told = told(record, c.passage().Span)
	c.dated = s.around(record.Article.Published)
	c.topic = s.share(record.Article.ID)
	c.other = s.speaker != "" && !s.speaks(c)
	c.quoted = len(s.quoted) > 0 && containsAll(c.tokens, s.quoted)
	c.score = c.weigh()
	return c
}

// near is a text that belongs to a passage, and how much a term of the question counts that stands there and not in
// the passage itself.
type near struct {
	terms termSet
	share float64
}

// The shares were fitted with the weights of the ranking.
const (
	inStory  = 0.8 // headline, outlet, dateline, subhead and opening
	inBefore = 0.7 // the passage before
	// inIntroduction is for the sentences that introduce who speaks: the paper says once that somebody is a rabbi.
	inIntroduction = 0.65
)

// surroundings are the passage itself, who speaks in it, its story, and what was said just before, the closest first.
// A passage that says "he" or "the program" belongs to them.
func (s *study) surroundings(r *index.Record, n int) []near {
	out := []near{{s.present(s.passage(r, n)), 1}}
	var introduced []near
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Speaker != "" && slices.ContainsFunc(at.Content, r.Passages[n].Span.Overlaps) {
			v := s.voice(r, at)
			out = append(out, near{v.named, 1})
			introduced = append(introduced, near{v.introduced, inIntroduction})
		}
	}
	out = append(out, near{s.story(r), inStory})
	if subhead := r.Passages[n].Subhead; subhead != "" {
		out = append(out, near{s.present(index.Analyze(subhead)), inStory})
	}
	if n > 1 && r.Passages[n-1].Kind.Story() {
		out = append(out, near{s.present(s.passage(r, n-1)), inBefore})
	}
	return append(out, introduced...)
}

// closeness is the share of the first text that has the term, 0 if none has.
func closeness(texts []near, term string) (best float64) {
	for _, t := range texts {
		best = max(best, t.share*t.terms[term])
	}
	return best
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
