package bot

import (
	"slices"

	"copydesk/bot/synonym"
	"copydesk/index"
)

// substitute is a word, or a run of words, that may stand for some of the question's.
type substitute struct {
	stems []string // that stand side by side in a text, stop words included
	terms []int    // of the question, for which it stands
	// share is what it counts beside the word itself, between 0 and 1.
	share float64
	// rarity is that of its rarest stem, 1 if the archive has it not.
	rarity float64
	mended bool // the word was typed wrong, and this is what it is taken for
}

// synonymShare is what a synonym counts, as fitted with the weights of the ranking. Between 0.6 and 0.9 little changes.
const synonymShare = 0.8

// substitute finds the synonyms of a text's words, which are among the question's.
func (r *reading) substitute(tokens []index.Token, list *synonym.List) {
	for _, m := range list.Find(tokens) {
		var terms []int
		for _, t := range tokens[m.From:m.To] {
			i := slices.IndexFunc(r.terms, func(own term) bool { return own.Term == t.Term })
			if i >= 0 && !slices.Contains(terms, i) {
				terms = append(terms, i)
			}
		}
		if len(terms) == 0 {
			continue
		}
		for _, stems := range m.Means {
			r.substitutes = append(r.substitutes, substitute{stems: stems, terms: terms, share: synonymShare})
		}
	}
}

// temper takes from the share of a substitute that is more common than what it stands for: it tells less.
func (o *substitute) temper(terms []term, rarity map[string]float64) {
	var own float64
	for _, i := range o.terms {
		own = max(own, terms[i].weight)
	}
	for _, stem := range o.stems {
		o.rarity = max(o.rarity, rarity[stem])
	}
	o.share *= min(1, ratio(o.rarity, own))
}

// begins reports whether the substitute stands at the beginning of the tokens. Compounds, which follow their parts, are
// passed over. A stop word that is a name of its own, as US is, stands for none of the others.
func (o substitute) begins(tokens []index.Token) bool {
	i := 0
	for n, stem := range o.stems {
		if i >= len(tokens) || tokens[i].Term != stem || len(o.stems) == 1 && tokens[i].Stop {
			return false
		}
		if n == len(o.stems)-1 {
			return true
		}
		for i++; i < len(tokens) && tokens[i].Span.Start < tokens[i-1].Span.Start; i++ {
		}
	}
	return true
}
