package index

import (
	"sync/atomic"

	"copydesk/corpus"
)

// Words are those of a passage, for whoever looks at it closely.
type Words struct {
	// Tokens are those of Analyze; their spans are of the passage's text.
	Tokens []Token
	// Sentences are in order and hold all tokens.
	Sentences []Sentence
}

// Sentence is one of a passage.
type Sentence struct {
	corpus.Span // of the article's body
	// From and To are the places of its tokens, half-open.
	From, To int
}

// Words are those of the n-th passage. They are worked out once for as long as the index keeps the record, and shared:
// callers do not change them.
func (r *Record) Words(n int) *Words {
	if r.words == nil {
		return r.newWords(n)
	}
	w := r.words[n].Load()
	if w == nil {
		w = r.newWords(n)
		r.words[n].Store(w)
	}
	return w
}

// keepWords makes room for the words of each passage.
func (r *Record) keepWords() { r.words = make([]atomic.Pointer[Words], len(r.Passages)) }

func (r *Record) newWords(n int) *Words {
	body, span := r.Article.Body, r.Passages[n].Span
	w := &Words{Tokens: Analyze(span.Of(body))}
	next := 0
	for _, s := range corpus.Sentences(body, span) {
		from := next
		for next < len(w.Tokens) && w.Tokens[next].Span.Start+span.Start < s.End {
			next++
		}
		w.Sentences = append(w.Sentences, Sentence{s, from, next})
	}
	return w
}
