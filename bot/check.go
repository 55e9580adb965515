package bot

import (
	"context"
	"errors"
	"strings"

	"copydesk/bot/person"
	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/quote"
)

// MaxQuotation is the longest quotation that is checked as one, in words.
const MaxQuotation = 20_000

// What CheckQuote returns where there is nothing to check, beside the errors of Ask; each is the user's to mend.
var (
	ErrEmptyQuotation = errors.New("the quotation has no words")
	ErrLongQuotation  = errors.New("the quotation is too long")
)

// Verdict is what a check comes to.
type Verdict string

// The Verdicts.
const (
	// Verbatim: the same words, whatever the typography; the claimed speaker, if any, is not known to be another.
	Verbatim Verdict = "verbatim"
	// Altered: words were changed, dropped or put in.
	Altered Verdict = "altered"
	// Misattributed: the words are right, the claimed speaker is not.
	Misattributed Verdict = "misattributed"
	// Stitched: separate quotations run together as one.
	Stitched Verdict = "stitched"
	// NotFound: the archive does not have the words. That proves nothing beyond the archive.
	NotFound Verdict = "not_found"
)

// Check is what the archive has to say about one quotation.
type Check struct {
	Verdict Verdict `json:"verdict"`
	// Sure says that the verdict rests on nothing doubtful. A verbatim quotation may be printed only if it is true: it is
	// false where the claimed speaker can be neither confirmed nor ruled out, or where the words stand outside quotation
	// marks in the archive.
	Sure bool `json:"sure"`
	// Reasons say in a sentence each what the verdict rests on; Warnings what an editor has to look at whatever it is.
	Reasons  []string `json:"reasons"`
	Warnings []string `json:"warnings,omitempty"`
	// Matches are the places with these words or nearly, ten at most, the best first: the same words before like ones,
	// a quotation before words in the outlet's own voice, the claimed speaker's before others', then the oldest first. Of
	// a stitched quotation they are the places of its pieces, in the order of the quotation.
	Matches []Match `json:"matches"`
	// Nearest are what comes nearest to a quotation that was not found, three at most. They are not it.
	Nearest []Match `json:"nearest,omitempty"`
	// First is the oldest article that has the words; nil if none does or none has a date.
	First *Citation `json:"first,omitempty"`
	// Searched says where copydesk looked.
	Searched Scope `json:"searched"`
}

// Match is a place of the archive beside the quotation.
type Match struct {
	Article   Citation    `json:"article"`
	Kind      corpus.Kind `json:"kind"`
	Paragraph int         `json:"paragraph"` // counted from 1
	corpus.Span
	// Text is the Span of the article's body: the archive's words for the quotation.
	Text string `json:"text"`
	// Piece is the part of a stitched quotation that stands here; empty otherwise.
	Piece string `json:"piece,omitempty"`
	// Context is the paragraph, or the paragraphs, in which the words stand.
	Context Evidence `json:"context"`
	// Speaker says the words: the full name, or the article's own words for somebody anonymous; nil if it cannot be told,
	// or if the outlet says them in its own voice. Unsure speakers are named too: see Attribution.
	Speaker     *string      `json:"speaker"`
	Role        *string      `json:"role"`
	Anonymous   bool         `json:"anonymous"`
	Attribution *Attribution `json:"attribution,omitempty"` // why they are the speaker; nil if nobody is
	// Claimed compares the claimed speaker with the speaker; empty if none was claimed.
	Claimed person.Likeness `json:"claimed,omitempty"`
	Marks   Marks           `json:"marks"`
	// Similarity is the share of words that are the same: 1 if Exact.
	Similarity float64 `json:"similarity"`
	// Told is the same with each word counted by how rare it is in the archive, over the words of the quotation.
	Told float64 `json:"told"`
	// Exact says that the words are the same, whatever the typography.
	Exact bool `json:"exact"`
	// Diff is the way from Text to the quotation.
	Diff []verify.Edit `json:"diff"`
	// Changes are what was changed, named.
	Changes []verify.Change `json:"changes,omitempty"`
	// Harmless are the differences in typography, such as "closing punctuation".
	Harmless []string `json:"harmless,omitempty"`
	// Omitted is what the quotation's ellipses stand for, and Inserted what its brackets hold.
	Omitted  []verify.Omission  `json:"omitted,omitempty"`
	Inserted []verify.Insertion `json:"inserted,omitempty"`
	// Cut is what the quotation leaves off at its ends and what takes its words back or limits them.
	Cut []verify.Cut `json:"cut,omitempty"`
	// AlsoIn are other articles that print the same paragraph, such as copies of one wire story.
	AlsoIn []Citation `json:"also_in,omitempty"`

	mixed []string // speakers of the quotations that the words are run together of
}

// Attribution is why somebody is taken for the speaker.
type Attribution struct {
	Rule quote.Rule `json:"rule"`
	// Cue and Source are the article's words: "said", "the mayor"; either may be empty.
	Cue    string `json:"cue,omitempty"`
	Source string `json:"source,omitempty"`
	// Sure says that the reading is one that copydesk would show as an answer.
	Sure bool `json:"sure"`
}

// Marks says whether words stand in quotation marks in the archive.
type Marks string

// The Marks.
const (
	Quoted   Marks = "quoted"
	Partly   Marks = "partly"
	Unclosed Marks = "unclosed" // behind a mark that the paragraph opens and does not close
	Unquoted Marks = "unquoted"
)

// CheckQuote checks a quotation, and who is claimed to have said it if claimed is not empty. The error is
// ErrEmptyQuotation, ErrLongQuotation, that of ctx, or one of the index; that the archive does not have it is none.
func (d *Desk) CheckQuote(ctx context.Context, text, claimed string) (Check, error) {
	q := verify.Read(text)
	if len(q.Plain()) == 0 {
		return Check{}, ErrEmptyQuotation
	}
	if len(q.Words) > MaxQuotation {
		return Check{}, ErrLongQuotation
	}
	s, err := d.shelves(ctx)
	if err != nil {
		return Check{}, err
	}
	who := d.reader(ctx)
	filter, scope := who.limits(Question{}, narrowing{}, s.shelves)
	c := checker{desk: d, q: q, claimed: strings.TrimSpace(claimed), filter: filter, who: who}
	if scope.Articles > 0 {
		if err := c.find(ctx); err != nil {
			return Check{}, err
		}
	}
	out := c.decide()
	out.Searched = scope
	return out, nil
}
