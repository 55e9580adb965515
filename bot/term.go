package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/index"
)

// term is a word of a question that may be found, with what it weighs.
type term struct {
	index.Token
	// weight is the term's rarity in the archive, less for words that ask rather than tell.
	weight float64
	// rarity is the term's in the archive, 1 if it has none of it.
	rarity float64
	// name says that the word was typed with a capital, and not only because it begins the question.
	name bool
	// compound says that it is the parts of a hyphenated word joined, which are terms too.
	compound bool
	// before says that the word is of the question before this one, on which this one leans.
	before bool
}

// lack is what it weighs that a passage has not the term. A word that the archive has not at all weighs most, whatever it may be
// a misspelling of.
func (t term) lack() float64 {
	if t.rarity == 1 {
		return 1
	}
	return t.weight
}

// maxTerms bounds what a pasted page costs: the rarest words say what it is about.
const maxTerms = 48

// termsOf are the terms of a text, each once. "us" is taken for the country.
func termsOf(text string) []term {
	if text == strings.ToUpper(text) {
		text = strings.ToLower(text)
	}
	var out []term
	seen, end := make(map[string]bool), 0
	for i, t := range index.Analyze(text) {
		compound := t.Span.Start < end
		end = t.Span.End
		if t.Stop && t.Word != "us" || seen[t.Term] {
			continue
		}
		seen[t.Term] = true
		first, _ := utf8.DecodeRuneInString(text[t.Span.Start:])
		out = append(out, term{Token: t, name: i > 0 && unicode.IsUpper(first), compound: compound})
	}
	return out
}

// isKeywords reports whether hardly any of the words is a stop word.
func isKeywords(text string) bool {
	words, stops := 0, 0
	for _, t := range index.Analyze(text) {
		words++
		if t.Stop {
			stops++
		}
	}
	return 8*stops <= words
}

// weigh sets the weights and, of very many terms, keeps the rarest.
func (d *Desk) weigh(ctx context.Context, r *reading) error {
	var stems []string
	for _, t := range r.terms {
		stems = append(stems, t.Term)
	}
	rarity, err := d.rarity(ctx, append(stems, r.speaker))
	if err != nil {
		return err
	}
	r.terms = slices.DeleteFunc(r.terms, func(t term) bool { return t.compound && rarity[t.Term] == 1 })
	if rarity[r.speaker] == 1 {
		r.speaker = ""
	}
	for i, t := range r.terms {
		r.terms[i].rarity = rarity[t.Term]
		r.terms[i].weight = rarity[t.Term]
		if asking[t.Word] || utf8.RuneCountInString(t.Word) == 1 {
			r.terms[i].weight *= askingWeight
		}
		if t.before && !t.name {
			r.terms[i].weight *= beforeWeight
		}
	}
	if len(r.terms) > maxTerms {
		slices.SortStableFunc(r.terms, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
		r.terms = r.terms[:maxTerms]
	}
	return nil
}

// sum adds up the weights.
func (r *reading) sum() {
	for _, t := range r.terms {
		r.total += t.weight
		if t.name {
			r.named += t.weight
		}
	}
}

// rarity is that of each stem.
func (d *Desk) rarity(ctx context.Context, stems []string) (map[string]float64, error) {
	slices.Sort(stems)
	stems = slices.Compact(stems)
	values, err := d.index.Rarity(ctx, stems)
	if err != nil {
		return nil, err
	}
	out := make(map[string]float64, len(stems))
	for i, stem := range stems {
		out[stem] = values[i]
	}
	return out, nil
}

// asking are words that say what kind of thing is asked for; the passage that answers need not have them.
var asking = set(`say says said saying tell tells told telling ask asked asks speak spoke think thinks thought
		believe call called calls describe described describes compare compared report reported reports according write wrote
		argue argued claim claimed comment commented explain explained many much long often old kind quote quoted happen happened
		article articles story stories news anyone anything someone something give gave get got make made us will
		january february march april may june july august september october november december`)

// askingWeight is the share of its rarity that such a word keeps.
const askingWeight = 0.35
