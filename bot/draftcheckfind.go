package bot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/bot/verify"
	"copydesk/corpus"
	"copydesk/corpus/quote"
	"copydesk/index"
)

// leastTelling is the fewest words that are checked although they are nobody's, and of which it tells something that
// another has said them: a title or an irony seldom has as many.
const leastTelling = 4

// draftQuotations finds the quotations of a draft in its order, and apart the words in quotation marks that are passed over.
func draftQuotations(a *corpus.Article) (all []DraftQuotation, passed []DraftWords) {
	r := &index.Record{Article: a, Attributions: quote.Attribute(a)}
	stretches := quote.Quoted(a)
	for i := 0; i < len(stretches); {
		n := i + 1
		for n < len(stretches) && goesOn(r, stretches[n-1], stretches[n]) {
			n++
		}
		words, at := draftWords(a, stretches[i:n]), sayingOf(r, stretches[i:n])
		few := len(strings.Fields(words.Text)) < leastTelling
		if few && (at == nil || soCalled(a.Body[:words.Start])) {
			passed = append(passed, words)
		} else {
			all = append(all, draftQuotation(a, words, at))
		}
		i = n
	}
	return all, passed
}

// goesOn reports whether the quotation of one stretch goes on in the next: over paragraphs, of which the first does not close
// its marks, or behind a cue. A next stretch with a cue of its own is another quotation, and so is one before which the
// statement goes on without marks.
func goesOn(r *index.Record, before, after corpus.Span) bool {
	body := r.Article.Body
	gap := corpus.Span{Start: before.End, End: after.Start}
	if between := gap.Of(body); strings.TrimSpace(between) == "" && strings.Contains(between, "\n") {
		_, closed := inside(before.Of(body))
		return !closed
	}
	x, y := quotationOf(r, before), quotationOf(r, after)
	switch {
	case x == nil || y == nil || gap.Len() >= longestBridge:
		return false
	case x == y && says(x, gap, body):
		return false
	case x != y && y.Cue.Len() > 0 && !gap.Contains(y.Cue):
		return false
	}
	return joinsOver(r, before, gap, after)
}

// sayingOf is the attribution that has the first of the stretches that any has; nil if there is none.
func sayingOf(r *index.Record, stretches []corpus.Span) *quote.Attribution {
	for _, s := range stretches {
		if at := quotationOf(r, s); at != nil {
			return at
		}
	}
	return nil
}

// soCalled reports whether the text before quotation marks has them hold what others call something.
func soCalled(before string) bool {
	return strings.HasSuffix(strings.ToLower(strings.TrimSpace(before)), "so-called")
}

// draftQuotation is the words, with whom the draft has say them, unless that is in doubt; at is nil if it has nobody.
func draftQuotation(a *corpus.Article, words DraftWords, at *quote.Attribution) DraftQuotation {
	q := DraftQuotation{DraftWords: words}
	if at == nil {
		return q
	}
	sure := at.Confidence >= surely
	q.Attribution = &Attribution{Rule: at.Rule, Cue: at.Cue.Of(a.Body), Source: at.Source.Of(a.Body), Sure: sure}
	if sure && at.Speaker != "" {
		q.Speaker = &at.Speaker
	}
	return q
}

// nameRepeated gives a speaker to what a heading or a box repeats of a quotation.
func nameRepeated(qs []DraftQuotation) {
	for i := range qs {
		if at := qs[i].Attribution; qs[i].Speaker != nil || at != nil && at.Source != "" || qs[i].Unchecked != "" {
			continue
		}
		words := verify.Read(qs[i].Text)
		for _, q := range qs {
			if q.Attribution != nil && q.Attribution.Source != "" && q.Speaker != nil && words.Occurs(q.Text, corpus.Span{End: len(q.Text)}) {
				qs[i].Speaker = q.Speaker
				break
			}
		}
	}
}

func draftWords(a *corpus.Article, stretches []corpus.Span) DraftWords {
	parts := make([]string, len(stretches))
	for i, s := range stretches {
		parts[i], _ = inside(s.Of(a.Body))
	}
	span := corpus.Span{Start: stretches[0].Start, End: stretches[len(stretches)-1].End}
	return DraftWords{Paragraph: a.ParagraphAt(span.Start), Span: span, Text: strings.Join(parts, " ")}
}

// closers are what closes a quotation that such a mark opens.
var closers = map[rune]string{
	'"': "\"“”", '“': "\"“”", '”': "\"“”", '„': "\"“”", '‟': "\"“”", '«': "»", '»': "«", '\'': "'’", '‘': "'’", '’': "'’", '`': "'`’",
}

// inside takes the marks off a quoted stretch and says whether it is closed. White space, line breaks too, becomes a space.
func inside(text string) (words string, closed bool) {
	text = strings.TrimFunc(text, unicode.IsSpace)
	first, size := utf8.DecodeRuneInString(text)
	shuts := closers[first]
	if shuts == "" {
		return strings.Join(strings.Fields(text), " "), false
	}
	text = text[size:]
	for text != "" {
		last, size := utf8.DecodeLastRuneInString(text)
		if !strings.ContainsRune(shuts, last) {
			break
		}
		closed, text = true, text[:len(text)-size]
		if !strings.HasPrefix(text, string(first)) || first != '\'' && first != '`' {
			break // only marks made of several typed ones close with several
		}
		text = text[1:]
	}
	return strings.Join(strings.Fields(text), " "), closed
}
