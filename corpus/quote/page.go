package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/corpus"
)

// page is an article as tokens: its story paragraphs cut into units.
type page struct {
	body   string
	toks   []token
	quotes []quotation
	units  []unit
	marks  []mark // of the paragraph read last
}

// unit is a sentence as the reporter wrote it: a quotation within it, however many sentences it has, is one token.
type unit struct {
	para     int // index of the paragraph in the article; -1 for the headline
	lo, hi   int // its tokens, the final stop included
	opens    bool
	closes   bool // first and last of its paragraph
	isQuotes bool // nothing but quotations
	heading  bool // capitalised as a heading is
}

// run is a half-open range of token indices.
type run struct{ lo, hi int }

func (r run) empty() bool { return r.lo >= r.hi }

// read reads the story paragraphs of an article, in the memory of the one before.
func (p *page) read(a *corpus.Article) {
	toks := slices.Grow(p.toks[:0], len(a.Body)/bytesPerToken)
	*p = page{body: a.Body, toks: toks, quotes: p.quotes[:0], units: p.units[:0], marks: p.marks[:0]}
	singles := singleMarks(a)
	p.paragraph(-1, headline(a), singles, false)
	for i, para := range a.Paragraphs {
		if para.Kind.Story() {
			p.paragraph(i, para.Span, singles, opensQuoted(a, i+1, singles))
		}
	}
	for i, u := range p.units {
		p.units[i].isQuotes = p.onlyQuotes(u)
		if p.units[i].heading = p.heading(u); p.units[i].heading {
			p.lower(u)
		}
	}
}

// bytesPerToken is less than the average in news.
const bytesPerToken = 5

// paragraph reads one paragraph, of the given index. goesOn says that the next begins with a quotation mark.
func (p *page) paragraph(i int, within corpus.Span, singles, goesOn bool) {
	within.Start = afterTurnMark(p.body, within)
	firstQuote, firstTok, firstUnit := len(p.quotes), len(p.toks), len(p.units)
	p.quotes, p.marks = quotations(p.quotes, p.marks, p.body, within, singles, goesOn)
	p.toks = tokenize(p.toks, p.body, within, p.quotes[firstQuote:], firstQuote)
	p.cut(i, within, firstTok)
	p.join(firstUnit)
	if n := len(p.units); n > firstUnit {
		p.units[firstUnit].opens, p.units[n-1].closes = true, true
	}
}

// singleMarks reports whether the article quotes with single marks: it has those and no double ones.
func singleMarks(a *corpus.Article) bool {
	for _, para := range a.Paragraphs {
		text := para.Span.Of(a.Body)
		if para.Kind.Story() && (strings.IndexFunc(text, doubleMark) >= 0 || strings.Contains(text, "''")) {
			return false
		}
	}
	return true
}

func doubleMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

// opensQuoted reports whether the next story paragraph from index i on begins with a quotation mark.
func opensQuoted(a *corpus.Article, i int, singles bool) bool {
	for ; i < len(a.Paragraphs); i++ {
		if !a.Paragraphs[i].Kind.Story() {
			continue
		}
		text := a.Paragraphs[i].Span.Of(a.Body)
		r, _ := utf8.DecodeRuneInString(text)
		return strings.ContainsRune("\"“„«”", r) || strings.HasPrefix(text, "''") || strings.HasPrefix(text, "``") ||
			singles && strings.ContainsRune("'‘", r)
	}
	return false
}

// cut divides the tokens from firstTok on at the sentence boundaries that lie outside quotations.
func (p *page) cut(para int, within corpus.Span, firstTok int) {
	sentences := corpus.Sentences(p.body, within)
	lo := p.afterDateline(firstTok, within.End)
	for next, i := lo, 1; next < len(p.toks); i++ {
		end := p.toks[len(p.toks)-1].end
		if i < len(sentences) {
			end = sentences[i].Start
		}
		for next < len(p.toks) && p.toks[next].start < end {
			next++
			if next-lo == longestUnit {
				p.addUnit(para, lo, next)
				lo = next
			}
		}
		if next > lo && p.toks[next-1].end <= end {
			p.addUnit(para, lo, next)
			lo = next
		}
	}
	p.addUnit(para, lo, len(p.toks))
}

// longestUnit is the most tokens that a unit has. No sentence comes near it; it bounds the work that text without
// full stops makes.
const longestUnit = 400

func (p *page) addUnit(para, lo, hi int) {
	if lo < hi {
		p.toks[lo].first = true
		p.units = append(p.units, unit{para: para, lo: lo, hi: hi})
	}
}

// afterDateline is the first token after the dateline with which a paragraph may begin at token i.
func (p *page) afterDateline(i, end int) int {
	if i >= len(p.toks) || !p.acronym(i) && !p.bracketNear(i) {
		return i
	}
	start := p.toks[i].start
	_, length := corpus.Dateline(p.body[start:end])
	for i < len(p.toks) && p.toks[i].start < start+length {
		i++
	}
	return i
}

// bracketNear reports whether a bracket opens after the one to three words from token i on: "Hull (AFP)".
func (p *page) bracketNear(i int) bool {
	for j := i + 1; j < min(i+4, len(p.toks)); j++ {
		if p.toks[j].kind == openParen {
			return true
		}
	}
	return false
}

// join mends boundaries after a question or exclamation that its cue follows: “Really?” Brandt asked.
func (p *page) join(firstUnit int) {
	kept := p.units[:min(firstUnit+1, len(p.units))]
	for i := firstUnit + 1; i < len(p.units); i++ {
		last, u := &kept[len(kept)-1], p.units[i]
		if last.hi-last.lo < longestUnit && p.asks(last.hi-1) && !p.introduced(last) && p.opensWithCue(u) {
			p.toks[u.lo].first = false
			last.hi = u.hi
			continue
		}
		kept = append(kept, u)
	}
	p.units = kept
}

// introduced reports whether the quotation with which a unit ends has a cue before it: Brandt asked, “Really?”
func (p *page) introduced(u *unit) bool {
	before := p.kind(u.hi - 2)
	return u.hi-u.lo > 2 && (before == comma || before == colon)
}

// asks reports whether token i is a quotation that ends with a question, an exclamation or in mid-sentence.
func (p *page) asks(i int) bool {
	return p.toks[i].kind == quoted && p.inner(i) != '.'
}

// inner is the last character of the quotation at token i before its closing mark.
func (p *page) inner(i int) rune {
	text := strings.TrimRight(p.text(i), "\"”’'»“ ")
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// opensWithCue reports whether the unit is a cue and its subject, such as "Brandt asked.", with no content.
func (p *page) opensWithCue(u unit) bool {
	np := p.phraseAt(u.lo, u.hi)
	v := np.hi
	if np.hi > np.core && v < u.hi && p.kind(v) == comma {
		v++
	}
	v = p.skipAdverbs(v, u.hi)
	if np.hi == u.lo || v >= u.hi || p.toks[v].verb&(reports|quotes) == 0 || p.toks[v].verb&(isPast|isPresent) == 0 {
		return false
	}
	after := v + 1
	if after >= u.hi {
		return true
	}
	t := &p.toks[after]
	return t.kind == stop || t.kind == comma || t.kind == quoted || t.is(preposition|timeWord|adverb|subordinator)
}

func (p *page) skipAdverbs(i, hi int) int {
	for i < hi && p.toks[i].is(adverb) && p.toks[i].verb == 0 {
		i++
	}
	return i
}

func (p *page) onlyQuotes(u unit) bool {
	found := false
	for i := u.lo; i < u.hi; i++ {
		switch p.toks[i].kind {
		case quoted:
			found = true
		case word, number, suffix:
			return false
		}
	}
	return found
}

func (p *page) text(i int) string { return p.body[p.toks[i].start:p.toks[i].end] }

func (p *page) span(r run) corpus.Span {
	if r.empty() {
		return corpus.Span{}
	}
	return corpus.Span{Start: p.toks[r.lo].start, End: p.toks[r.hi-1].end}
}

func (p *page) kind(i int) tokenKind {
	if i < 0 || i >= len(p.toks) {
		return stop
	}
	return p.toks[i].kind
}

// isWord reports whether token i is the lower-case word w, whatever its case.
func (p *page) isWord(i int, w string) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == word && p.toks[i].end-p.toks[i].start == len(w) && strings.EqualFold(p.text(i), w)
}
