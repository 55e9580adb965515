package quote

import (
	"strings"

	"copydesk/corpus"
)

// A heading is a sentence alone in its paragraph with capitals throughout: of its longer words, at least headingShare
// in ten have one, and there are at least headingWords.
const (
	headingShare = 8
	headingWords = 4
	longerWord   = 4 // bytes
)

// longestHeadline is the most bytes that a headline has.
const longestHeadline = 250

// headline is the line that stands in the body before its first paragraph, as the headline does where it is
// repeated on top; empty if there is none.
func headline(a *corpus.Article) corpus.Span {
	if len(a.Paragraphs) == 0 || a.Paragraphs[0].Span.Start > longestHeadline {
		return corpus.Span{}
	}
	s := corpus.Span{End: a.Paragraphs[0].Span.Start}.Trim(a.Body)
	if strings.ContainsAny(s.Of(a.Body), "\n\r") {
		return corpus.Span{}
	}
	return s
}

// heading reports whether a unit is capitalised as a heading is. A cue with a name and its titles beside a full quotation
// is none.
func (p *page) heading(u unit) bool {
	if !u.opens || !u.closes {
		return false
	}
	upper, all := 0, 0
	for i := u.lo; i < u.hi; i++ {
		t := &p.toks[i]
		if t.kind == quoted && !p.fragment(i) {
			return false
		}
		if t.kind == word && t.end-t.start >= longerWord {
			all++
			if t.upper {
				upper++
			}
		}
	}
	return all >= headingWords && 10*upper >= headingShare*all
}

// lower takes the capitals of a heading off the words that are no names: those that the lexicon knows as anything but
// nouns and names, and those that tell stances.
func (p *page) lower(u unit) {
	for i := u.lo + 1; i < u.hi; i++ {
		t := &p.toks[i]
		if t.kind != word || !t.upper || p.acronym(i) || t.is(givenName|title|person|organisation|demonym|timeWord) && t.verb == 0 {
			continue
		}
		if t.class == 0 && t.verb == 0 {
			t.upper = stems.of([]byte(strings.ToLower(p.text(i)))) == unnumbered
			continue
		}
		t.upper = false
	}
}

// longestLabel is the most tokens that name the speaker before a colon.
const longestLabel = 10

// labelled handles a paragraph that begins with its speaker and a colon, as in transcripts and headings:
// "BRANDT: We shall sail."; "Brandt: Ferry Will Sail".
func (f *finder) labelled(u unit) (s statement, ok bool) {
	if !u.opens {
		return s, false
	}
	at := u.lo
	for at < u.hi && at-u.lo < longestLabel && f.kind(at) != colon {
		switch f.kind(at) {
		case word, number, suffix, openParen, shutParen, comma:
		default:
			return s, false
		}
		at++
	}
	src := run{u.lo, at}
	if at+1 >= u.hi || f.kind(at) != colon || src.empty() || f.toks[at].end == f.toks[at+1].start || !f.label(src) {
		return s, false
	}
	s = statement{cue: run{at, at + 1}, source: src, rule: Labelled, conf: .7}
	s.add(f.trim(run{at + 1, u.hi}))
	if src.lo == 0 && !f.hasQuote(run{at, u.hi}) {
		s.conf = .55 // as often a theme as a speaker
	}
	return s, f.finish(&s) && (s.quotes || src.lo == 0 || f.hasVerb(s.content[0]) || f.shouted(src) && s.content[0].hi-s.content[0].lo >= headingWords || f.takesTurns(src))
}

// goOn adds a unit to the paragraph that began with its speaker.
func (f *finder) goOn(u unit) {
	s := &f.found[len(f.found)-1]
	if r := f.trim(run{u.lo, u.hi}); !r.empty() {
		s.content[len(s.content)-1].hi = r.hi
		s.quotes = s.quotes || f.hasQuote(r)
	}
}

// label reports whether a stretch names a speaker: a noun phrase throughout, with a name or a person in it.
func (f *finder) label(src run) bool {
	first := &f.toks[src.lo]
	if !first.upper || first.is(timeWord|preposition|subordinator|determiner) && !first.is(givenName) || f.hasVerb(src) || first.verb != 0 {
		return false
	}
	if src.lo == 0 && f.toks[src.hi-1].kind == word && strings.HasSuffix(f.text(src.hi-1), "s") && !f.sourceIs(src, givenName|person|title) {
		return false
	}
	return f.canSpeak(src) && (src.lo == 0 || f.shouted(src) || f.takesTurns(src))
}

// takesTurns reports whether two or more paragraphs begin with the same name and a colon, as in a transcript.
func (f *finder) takesTurns(src run) bool {
	if f.turns == nil {
		f.turns = countTurns(f.body)
	}
	return f.turns[f.span(src).Of(f.body)] > 1
}

// shouted reports whether all words of a stretch are in capitals throughout, as the names in a transcript are.
func (f *finder) shouted(src run) bool {
	for i := src.lo; i < src.hi; i++ {
		if f.kind(i) == word && f.text(i) != strings.ToUpper(f.text(i)) {
			return false
		}
	}
	return true
}
