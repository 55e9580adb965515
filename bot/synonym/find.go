package synonym

import "copydesk/index"

// Match is a word of a question, or a run of words, that has synonyms.
type Match struct {
	// From and To are the positions of its tokens, half-open. The compounds that [index.Analyze] adds behind their
	// parts count with them.
	From, To int
	// Means are the alternatives, in the order of the list, each as the stems that must stand side by side. Stop
	// words are among them, though the archive indexes none, and are their own stems; alone, as "us" for the country,
	// one stands for a token that is no stop word. They must not be changed.
	Means [][]string
}

// Find gives the words among tokens, which are those of [index.Analyze] with their stop words, that have synonyms, in
// their order. Of several that begin with one word it gives the longest; none overlap. It gives nil if there are none.
//
// A word meets the words of the list that differ from it in plural or tense; if there are none, those of its stem.
func (l *List) Find(tokens []index.Token) []Match {
	var out []Match
	for i := 0; i < len(tokens); {
		means, to := l.forms.longest(tokens, i, false, form)
		if m, e := l.stems.longest(tokens, i, false, stem); e > to {
			means, to = m, e
		}
		if means == nil {
			i = after(tokens, i)
			continue
		}
		out = append(out, Match{From: i, To: to, Means: means})
		i = to
	}
	return out
}

func stem(t index.Token) string { return t.Term }

// longest is what the longest run of tokens from i on means, by the tree below n, whose steps are made by step, and
// where it ends; nil and 0 if none means anything. telling says that the tokens that led to n are not only stop words.
func (n *node) longest(tokens []index.Token, i int, telling bool, step func(index.Token) string) (means [][]string, to int) {
	if i == len(tokens) {
		return nil, 0
	}
	start := tokens[i].Span.Start
	for j := i; j < len(tokens) && tokens[j].Span.Start == start; j += 2 { // the word, and the compounds it begins
		below := n.next[step(tokens[j])]
		if below == nil {
			continue
		}
		told, end := telling || !tokens[j].Stop, after(tokens, j)
		if told && len(below.means) > 0 && end > to {
			means, to = below.means, end
		}
		if m, e := below.longest(tokens, end, told, step); e > to {
			means, to = m, e
		}
	}
	return means, to
}

// after is the position of the first word behind that at i: a compound is none.
func after(tokens []index.Token, i int) int {
	i++
	for i < len(tokens) && tokens[i].Span.Start < tokens[i-1].Span.Start {
		i++
	}
	return i
}
