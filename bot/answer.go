package bot

import (
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"copydesk/corpus"
)

// MaxQuestion is the longest question, in characters.
const MaxQuestion = 2000

// What Ask returns where there is nothing to search with or in; each is the user's to mend, or to wait for.
var (
	ErrEmptyQuestion = errors.New("the question has no words")
	ErrLongQuestion  = errors.New("the question is too long")
	ErrNoIndex       = errors.New("there is no index")
	ErrIndexing      = errors.New("the index is being built")
)

// Question is what a reporter asks.
type Question struct {
	// Text is the question as typed: data, never query syntax.
	Text string
	// Outlet limits the answer to outlets whose name has these words, whatever their case; empty means all.
	Outlet string
	// From and To limit the answer to articles published on these days or between them, both included.
	// The zero time means no limit. Only the date counts.
	From, To time.Time
	// Before is the question before it in the same conversation; empty if there was none. It counts only where the text
	// cannot be read without it ("and what did he say about Kosovo?").
	Before string
	// Explain asks for the Answer's Plan and each Passage's Why.
	Explain bool
}

// Check reports what is wrong with a question before it is asked: ErrEmptyQuestion or ErrLongQuestion.
func (q Question) Check() error {
	if utf8.RuneCountInString(q.Text) > MaxQuestion {
		return ErrLongQuestion
	}
	if !strings.ContainsFunc(q.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return ErrEmptyQuestion
	}
	return nil
}

// Answer is what the archive has to say to a question.
type Answer struct {
	// Answered says that the first passage answers. If it is false, Passages are only the nearest.
	Answered bool `json:"answered"`
	// Confidence is between 0 and 1.
	Confidence float64 `json:"confidence"`
	// Passages are at most ten, the best first; no story has more than three.
	Passages []Passage `json:"passages"`
	// Reading says what limits the question was read to set.
	Reading Reading `json:"reading,omitzero"`
	// Plan says how the question was read and searched; nil unless that was asked for.
	Plan *Plan `json:"plan,omitempty"`
	// Searched says where copydesk looked, for an answer that declines.
	Searched Scope `json:"searched"`
}

// Scope is what a search went through, within the question's limits.
type Scope struct {
	// Articles are those that may be shown.
	Articles int `json:"articles"`
	// Outlets are theirs, sorted, each once whatever its case; an article without one adds none.
	Outlets []string `json:"outlets,omitempty"`
	// First and Last are the days of the oldest and the newest article; zero if none has a date.
	First time.Time `json:"first,omitzero"`
	Last  time.Time `json:"last,omitzero"`
}

// Citation names the article that a passage is from.
type Citation struct {
	ID string `json:"id"`
	// Version tells one text of the article from another: a hash of it as the index holds it.
	Version  string `json:"version,omitempty"`
	Headline string `json:"headline"`
	Outlet   string `json:"outlet"` // empty if it is not known
	// OutletInferred says that the outlet was read off the story's own sentences.
	OutletInferred bool        `json:"outlet_inferred,omitempty"`
	Byline         string      `json:"byline"` // without "By"; empty if there is none
	Published      corpus.Time `json:"published"`
	URL            string      `json:"url"` // empty if the archive has none
	// Embargo is the time before which the article is not for everybody; zero if that is over, or if there is none. See
	// WithEmbargoed.
	Embargo corpus.Time `json:"embargo,omitzero"`
}

// Passage is a stretch of an article's text, word for word, with what is known of where it comes from.
type Passage struct {
	Article Citation `json:"article"`
	// Kind is Body or Lead for the story's own text; a caption, credit or footer is found only when nothing
	// better is, and shown as what it is.
	Kind corpus.Kind `json:"kind"`
	// Subhead is the heading under which the passage stands; empty if there is none.
	Subhead string `json:"subhead,omitempty"`
	// Paragraph is the number, counted from 1, of the passage's first paragraph in the article.
	Paragraph int `json:"paragraph"`
	corpus.Span
	// Text is the Span of the article's body.
	Text string `json:"text"`
	// Evidence is the sentence or two that answer, within Text.
	Evidence Evidence `json:"evidence"`
	// Speaker says what the evidence states: the full name, or the article's own words for somebody
	// anonymous; nil if the outlet says it in its own voice.
	Speaker *string `json:"speaker"`
	// Role is the speaker's as the article first gives it; nil if it gives none.
	Role *string `json:"role"`
	// Anonymous says that the article does not name the speaker.
	Anonymous bool `json:"anonymous"`
	// Score orders the passages; it has no unit.
	Score float64 `json:"score"`
	// Why are the parts of the score; nil unless they were asked for.
	Why []Reason `json:"why,omitempty"`
	// AlsoIn are other articles that print the same words, such as other outlets' copies of a wire story.
	AlsoIn []Citation `json:"also_in,omitempty"`
}

// Evidence is a span of the article's body, within the passage.
type Evidence struct {
	corpus.Span
	Text string `json:"text"`
}
