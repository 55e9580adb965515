package bot

import (
	"context"
	"slices"
	"strings"

	"copydesk/index"
)

// reading is what copydesk makes of a question's words, within what they narrow the search to.
type reading struct {
	narrowing
	who     reader
	explain bool   // the plan is asked for
	before  string // the question before, if this one leans on it
	terms   []term
	quoted  [][]string // the words, folded, that the question has in quotation marks
	total   float64    // the sum of the weights
	named   float64    // the sum of the names' weights
	number  sought
	// keywords says that the question is no sentence: hardly one word in eight is a stop word.
	keywords bool
	// speaker is the term by which somebody is named whose words are asked for; empty if nobody's are, or if the
	// archive does not know the name.
	speaker string
	// role is the term for what somebody is whose words are asked for; empty if nobody is asked for so.
	role   string
	mended []mending
	// substitutes are other words that may stand for the question's.
	substitutes []substitute
	vocabulary  vocabulary
}

// read finds the terms of a question and weighs them.
func (d *Desk) read(ctx context.Context, q Question, n narrowing) (*reading, error) {
	r := &reading{narrowing: n, who: d.reader(ctx), explain: q.Explain, quoted: quotedWords(q.Text), number: seek(q.Text), speaker: askedSpeaker(q.Text), role: askedRole(q.Text), keywords: isKeywords(q.Text)}
	for _, t := range termsOf(q.Text) {
		if !slices.ContainsFunc(n.spent, t.Span.Overlaps) {
			r.terms = append(r.terms, t)
		}
	}
	texts := []string{q.Text}
	if q.Before != "" && leansOn(q.Text) {
		r.follow(q.Before)
		texts = append(texts, q.Before)
	}
	if err := d.weigh(ctx, r); err != nil {
		return nil, err
	}
	if err := d.mend(ctx, r, q.Text); err != nil {
		return nil, err
	}
	r.sum()
	return r, d.substitute(ctx, r, texts)
}

func (r *reading) has(name string) bool {
	return slices.ContainsFunc(r.terms, func(t term) bool { return t.Term == name })
}

// substitute finds what else may stand for the words of the texts, and makes the vocabulary.
func (d *Desk) substitute(ctx context.Context, r *reading, texts []string) error {
	for _, text := range texts {
		r.substitute(index.Analyze(text), d.synonyms)
	}
	var stems []string
	for _, o := range r.substitutes {
		stems = append(stems, o.stems...)
	}
	rarity, err := d.rarity(ctx, stems)
	if err != nil {
		return err
	}
	for i := range r.substitutes {
		if o := &r.substitutes[i]; !o.mended {
			o.temper(r.terms, rarity)
		}
	}
	r.substitutes = slices.DeleteFunc(r.substitutes, func(o substitute) bool { return o.rarity == 1 })
	for _, o := range r.substitutes {
		if len(o.stems) == 1 && slices.ContainsFunc(o.terms, func(i int) bool { return slices.Contains(r.number.of, r.terms[i].Term) }) {
			r.number.of = append(r.number.of, o.stems[0])
		}
	}
	r.vocabulary = newVocabulary(r.terms, r.substitutes)
	return nil
}

// quotedWords are the words between quotation marks, of which two or more must stand together in the archive.
func quotedWords(text string) [][]string {
	var out [][]string
	marks := strings.NewReplacer("“", "\"", "”", "\"", "„", "\"", "«", "\"", "»", "\"", "''", "\"", "``", "\"")
	parts := strings.Split(marks.Replace(text), "\"")
	for i := 1; i+1 < len(parts); i += 2 {
		if words := inRow(index.Analyze(parts[i])); len(words) > 1 {
			out = append(out, words)
		}
	}
	return out
}

// inRow are the words one after the other, without the compounds that stand between them: a hyphen may be in one text and not
// in the other.
func inRow(tokens []index.Token) []string {
	out, end := make([]string, 0, len(tokens)), 0
	for _, t := range tokens {
		if t.Span.Start >= end {
			out = append(out, t.Word)
		}
		end = t.Span.End
	}
	return out
}

// folded are the words of the text, stop words included.
func folded(text string) []string {
	var out []string
	for _, t := range index.Analyze(text) {
		out = append(out, t.Word)
	}
	return out
}
