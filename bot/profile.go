package bot

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// profile is what is worked out of a record once, for all questions that look at it.
type profile struct {
	*index.Record
	head   []index.Token // of headline, outlet, dateline and date
	voices []voice       // those who say something, each once
	// heard are, for each passage, the places among the voices of those who speak in it.
	heard [][]int
	told  []corpus.Span // what stands in quotation marks as somebody's words
	// saidBy is what is said by whoever is named by a term: by name, by role, or as the article words it there. The outlet
	// says all of it.
	saidBy func() map[string][]corpus.Span
}

// voice is somebody who says something in an article. What tells who it is is worked out when it is first asked for.
type voice struct {
	tokens func() []index.Token // of name and role
	// introduced are the first sentences of the article that have the name.
	introduced func() []reference
}

// reference is a sentence of a passage.
type reference struct{ passage, sentence int }

// profiles bounds how many are kept: as many as the index keeps records.
const profiles = 1024

// profile is that of the record, which is one that the index keeps.
func (d *Desk) profile(r *index.Record) *profile {
	if p, ok := d.profiles.Get(r); ok {
		return p
	}
	p := newProfile(r)
	d.profiles.Add(r, p)
	return p
}

func newProfile(r *index.Record) *profile {
	a := r.Article
	p := &profile{Record: r, heard: make([][]int, len(r.Passages))}
	p.head = index.Analyze(strings.Join([]string{a.Headline, a.Outlet, a.Dateline, longDate(a.Published)}, "\n"))
	p.saidBy = sync.OnceValue(p.namedContents)
	known := make(map[string]int)
	for i := range r.Attributions {
		at := &r.Attributions[i]
		if at.Kind != quote.Indirect && at.Rule != quote.Stance && at.Rule != quote.Unsaid {
			p.told = append(p.told, at.Content...)
		}
		if at.Speaker == "" {
			continue
		}
		v, ok := known[at.Speaker]
		if !ok {
			v = len(p.voices)
			known[at.Speaker] = v
			p.voices = append(p.voices, p.newVoice(at))
		}
		for n, passage := range r.Passages {
			if slices.ContainsFunc(at.Content, passage.Span.Overlaps) && !slices.Contains(p.heard[n], v) {
				p.heard[n] = append(p.heard[n], v)
			}
		}
	}
	return p
}

func (p *profile) newVoice(at *quote.Attribution) voice {
	return voice{
		tokens:     sync.OnceValue(func() []index.Token { return index.Analyze(at.Speaker + "\n" + at.Role) }),
		introduced: sync.OnceValue(func() []reference { return p.introduction(at) }),
	}
}

// namedContents makes saidBy.
func (p *profile) namedContents() map[string][]corpus.Span {
	out := make(map[string][]corpus.Span)
	for _, t := range index.Analyze(p.Article.Outlet) {
		out[t.Term] = []corpus.Span{{Start: 0, End: len(p.Article.Body)}}
	}
	for i := range p.Attributions {
		at := &p.Attributions[i]
		for _, t := range index.Analyze(at.Speaker + "\n" + at.Role + "\n" + at.Source.Of(p.Article.Body)) {
			out[t.Term] = append(out[t.Term], at.Content...)
		}
	}
	return out
}

// longDate has the words that a question may name a day by.
func longDate(t corpus.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Wall().Format("Monday 2 January 2006")
}

// introductions is how many sentences introduce somebody.
const introductions = 2

// introduction are the first sentences that name the speaker.
func (p *profile) introduction(at *quote.Attribution) (out []reference) {
	name := familyName(at.Speaker)
	if at.Anonymous || name == "" {
		return nil
	}
	body := p.Article.Body
	for n, passage := range p.Passages {
		if !passage.Kind.Story() || !strings.Contains(passage.Span.Of(body), name) {
			continue
		}
		for i, sentence := range p.Words(n).Sentences {
			if strings.Contains(sentence.Of(body), name) {
				out = append(out, reference{n, i})
			}
			if len(out) == introductions {
				return out
			}
		}
	}
	return out
}

// familyName is the last word of a name that is written with a capital, but for what comes after names; empty if there
// is none.
func familyName(name string) string {
	words := strings.Fields(name)
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.TrimRight(words[i], ",.")
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(first) && len(w) > 2 && w != "III" {
			return w
		}
	}
	return ""
}

// toldShare is the share of the span that stands in quotation marks as somebody's words.
func (p *profile) toldShare(span corpus.Span) float64 {
	covered := 0
	for _, c := range p.told {
		covered += max(0, min(c.End, span.End)-max(c.Start, span.Start))
	}
	return ratio(float64(covered), float64(span.Len()))
}
