package bot

import (
	"maps"
	"slices"

	"copydesk/bot/synonym"
	"copydesk/index"
)

// substitute is a word, or a run of words, that may stand for some of the question's.
type substitute struct {
	stems []string // that stand side by side in a text, stop words included
	terms []string // of the question, for which it stands
	// share is what it counts beside the word itself, between 0 and 1.
	share float64
	known bool // the archive has it
}

// synonymShare is what a synonym counts, as fitted with the weights of the ranking. Between 0.6 and 0.9 little changes.
const synonymShare = 0.8

// substitutes are those of a question by their first stem.
type substitutes map[string][]substitute

// add finds what may stand for the words of a question.
func (s substitutes) add(tokens []index.Token, list *synonym.List) {
	for _, m := range list.Find(tokens) {
		terms := make([]string, 0, 2)
		for _, t := range tokens[m.From:m.To] {
			if !t.Stop && !slices.Contains(terms, t.Term) {
				terms = append(terms, t.Term)
			}
		}
		for _, stems := range m.Means {
			s[stems[0]] = append(s[stems[0]], substitute{stems: stems, terms: terms, share: synonymShare})
		}
	}
}

// stems are those of all substitutes, each once, in order.
func (s substitutes) stems() []string {
	set := make(map[string]bool)
	for _, group := range s {
		for _, o := range group {
			for _, stem := range o.stems {
				set[stem] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// weigh takes from the share of those that are more common than what they stand for: they tell less.
func (s substitutes) weigh(rarity, weights map[string]float64) {
	for _, group := range s {
		for i := range group {
			o := &group[i]
			var own, rarest float64
			for _, term := range o.terms {
				own = max(own, weights[term])
			}
			for _, stem := range o.stems {
				rarest = max(rarest, rarity[stem])
			}
			o.known = rarest < 1
			o.share *= min(1, ratio(rarest, own))
		}
	}
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
