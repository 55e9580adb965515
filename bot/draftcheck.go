package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"copydesk/corpus"
	"copydesk/corpus/draft"
)

// How much of a draft is checked: the quotations, and the words of all of them together. What is beyond is counted as
// unchecked, never passed.
const (
	MaxQuotations   = 500
	MaxQuotedWords  = 50_000
	maxPassedListed = 100
)

// Report is what the archive has to say about the quotations of a draft.
type Report struct {
	Counts Counts `json:"counts"`
	// Quotations are in the order of the draft, MaxQuotations at most.
	Quotations []DraftQuotation `json:"quotations"`
	// PassedOver are words in quotation marks that are nobody's and too few to be checked: titles, nicknames, irony. A
	// hundred are listed at most; Counts has them all.
	PassedOver []DraftWords `json:"passed_over,omitempty"`
	Format     draft.Format `json:"format"`
	// Notes say what of the document was left out, such as its comments.
	Notes []draft.Note `json:"notes,omitempty"`
	// Searched says where copydesk looked.
	Searched Scope `json:"searched"`
}

// Counts are how many quotations came to what. All but Quotations and PassedOver add up to Quotations.
type Counts struct {
	Quotations int `json:"quotations"`
	// Verbatim may be printed as they are: nothing about them is in doubt, or warned of.
	Verbatim int `json:"verbatim"`
	// Doubtful have the archive's words, but something is to be looked at first: the Check's Reasons and Warnings say what.
	Doubtful      int `json:"doubtful"`
	Altered       int `json:"altered"`
	Misattributed int `json:"misattributed"`
	Stitched      int `json:"stitched"`
	NotFound      int `json:"not_found"`
	// Unchecked are too long, or too many.
	Unchecked  int `json:"unchecked"`
	PassedOver int `json:"passed_over"`
}

// DraftWords are words of a draft that stand in quotation marks.
type DraftWords struct {
	Paragraph int `json:"paragraph"` // counted from 1
	// Span is from the first mark to the last, in bytes of the draft's text as it was read.
	corpus.Span
	// Text is without the marks around it, and without a cue that stands in between.
	Text string `json:"text"`
}

// DraftQuotation is one quotation of a draft: all that stands in one pair of marks, and what goes on behind its cue or in
// the next paragraph.
type DraftQuotation struct {
	DraftWords
	// Speaker is who the draft says says it, by full name, or in its own words for somebody whom it does not name; nil if
	// it does not say, or not clearly. It is then checked without, and not sure to be right if the archive has a speaker.
	Speaker *string `json:"speaker"`
	// Attribution is how the draft tells it; nil if it does not.
	Attribution *Attribution `json:"attribution,omitempty"`
	// Check is nil if the quotation was not checked; Unchecked then says why, in a sentence.
	Check     *Check `json:"check"`
	Unchecked string `json:"unchecked,omitempty"`
}

// CheckDraft checks every quotation of a draft and who the draft says says it. name is the file's, and empty for a pasted
// text; it helps to tell the kind of document. Speech that is reported without quotation marks is not checked. Words in
// quotation marks that are nobody's are somebody's if they repeat a quotation, as a heading does; else they are checked without
// a speaker if there are four or more, and passed over otherwise.
//
// A draft is confidential: nothing of it is kept or logged, and no error quotes it. The error is a *draft.Refusal where the
// document is not read, that of r or ctx, ErrNoIndex or ErrIndexing, or one of the index.
func (d *Desk) CheckDraft(ctx context.Context, name string, r io.Reader) (Report, error) {
	doc, err := draft.Read(name, r)
	if err != nil {
		return Report{}, err
	}
	s, err := d.shelves(ctx)
	if err != nil {
		return Report{}, err
	}
	all, passed := draftQuotations(doc.Article)
	out := Report{Format: doc.Format, Notes: doc.Notes}
	out.Counts.Quotations, out.Counts.PassedOver = len(all), len(passed)
	out.Quotations = all[:min(len(all), MaxQuotations)]
	out.PassedOver = passed[:min(len(passed), maxPassedListed)]
	_, out.Searched = d.reader(ctx).limits(Question{}, narrowing{}, s.shelves)
	limitWords(out.Quotations)
	nameRepeated(out.Quotations)
	if err := d.checkAll(ctx, out.Quotations); err != nil {
		return Report{}, err
	}
	out.Counts.Unchecked = len(all) - len(out.Quotations)
	for _, q := range out.Quotations {
		out.Counts.add(q)
	}
	return out, nil
}

// limitWords leaves quotations unchecked that are too long, by themselves or with those before.
func limitWords(qs []DraftQuotation) {
	left := MaxQuotedWords
	for i := range qs {
		switch n := len(strings.Fields(qs[i].Text)); {
		case n > MaxQuotation:
			qs[i].Unchecked = fmt.Sprintf("It is longer than %d words.", MaxQuotation)
		case n > left:
			qs[i].Unchecked = fmt.Sprintf("The draft quotes more than %d words.", MaxQuotedWords)
		default:
			left -= n
		}
	}
}

// checkAll checks the quotations until one cannot be, as many at once as there are processors but one, which is left to
// whoever asks or types meanwhile. On two processors a draft of 500 quotations takes 0.7 s with that in place of 0.45, and a
// name is completed beside it in 6 ms in place of 30 (95th percentile; BenchmarkBesideDrafts).
func (d *Desk) checkAll(ctx context.Context, qs []DraftQuotation) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(max(1, runtime.GOMAXPROCS(0)-1), len(qs)) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(qs) {
					return
				}
				if err := d.checkOne(ctx, &qs[i]); err != nil {
					stop(err)
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

func (d *Desk) checkOne(ctx context.Context, q *DraftQuotation) error {
	if q.Unchecked != "" {
		return nil
	}
	claimed := ""
	if q.Speaker != nil {
		claimed = *q.Speaker
	}
	check, err := d.CheckQuote(ctx, q.Text, claimed)
	switch {
	case errors.Is(err, ErrEmptyQuotation):
		q.Unchecked = "It has no words but what stands in brackets."
		return nil
	case errors.Is(err, ErrLongQuotation):
		q.Unchecked = fmt.Sprintf("It is longer than %d words.", MaxQuotation)
		return nil
	case err != nil:
		return err
	}
	q.caution(&check)
	q.Check = &check
	return nil
}

// caution takes its sureness from a verdict that rests on a speaker whom the draft does not name, or on few words.
func (q *DraftQuotation) caution(c *Check) {
	switch {
	case c.Verdict == Misattributed && len(strings.Fields(q.Text)) < leastTelling:
		c.Sure = false
		c.warn("So few words prove little: two people may well have said them.")
	case c.Verdict == Verbatim && q.Speaker == nil && (q.Attribution != nil || c.Matches[0].Speaker != nil):
		c.Sure = false
		c.warn("The draft does not say clearly who says this, so only the words were checked. In the archive %s.", whose(c.Matches[0]))
	}
}

// Clean reports whether a quotation may be printed as it is: it is verbatim, and nothing is in doubt or warned of.
func (q DraftQuotation) Clean() bool {
	return q.Check != nil && q.Check.Verdict == Verbatim && q.Check.Sure && len(q.Check.Warnings) == 0
}

// Clean reports whether all quotations of the draft may be printed as they are. One without quotations is clean.
func (r Report) Clean() bool { return r.Counts.Verbatim == r.Counts.Quotations }

func (c *Counts) add(q DraftQuotation) {
	switch {
	case q.Check == nil:
		c.Unchecked++
	case q.Clean():
		c.Verbatim++
	case q.Check.Verdict == Verbatim:
		c.Doubtful++
	case q.Check.Verdict == Altered:
		c.Altered++
	case q.Check.Verdict == Misattributed:
		c.Misattributed++
	case q.Check.Verdict == Stitched:
		c.Stitched++
	case q.Check.Verdict == NotFound:
		c.NotFound++
	}
}

// String is the counts in a line: "14 quotations: 9 verbatim, 2 altered, 1 misattributed, 2 not in the archive".
func (c Counts) String() string {
	switch {
	case c.Quotations == 0:
		return "No quotations"
	case c.Quotations == 1:
		return "1 quotation: " + c.parts()
	}
	return fmt.Sprintf("%d quotations: %s", c.Quotations, c.parts())
}

func (c Counts) parts() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{
		{c.Verbatim, "verbatim"}, {c.Doubtful, "verbatim but in doubt"}, {c.Altered, "altered"}, {c.Misattributed, "misattributed"},
		{c.Stitched, "stitched together"}, {c.NotFound, "not in the archive"}, {c.Unchecked, "not checked"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}
