package bot

import (
	"cmp"
	"math"
	"slices"

	"copydesk/index"
)

// weigh scores a candidate. The weights were fitted on 136 labelled questions, held out by tenths, and rounded. What the
// story is about counts beside what the passage says, since a passage says "he" where the question has the name.
// Whoever asks a newsroom's archive mostly looks for what somebody said, so words in quotation marks come before the
// paragraph that leads up to them. What the search itself scored for the passage adds nothing, nor does the distance between
// the words.
func (c *candidate) weigh() (sum float64) {
	for _, r := range c.reasons() {
		sum += r.Points
	}
	return sum
}

// reasons are the parts of the score.
func (c *candidate) reasons() [9]Reason {
	return [...]Reason{
		{"words of the question in the passage and what belongs to it", 4.1 * c.about},
		{"words in the evidence", 0.5 * c.near},
		{"names", 0.3 * c.names},
		{"somebody's words in quotation marks", 0.5 * c.told},
		{"what the story is about", 0.6 * c.topic},
		{"the words quoted", only(c.quoted, 1)},
		{"the number asked for", only(c.wanted, 0.7)},
		{"of the time asked about", only(c.dated, 0.2)},
		{"not known to be said by whoever is asked about", only(c.other, -0.6)},
	}
}

func only(holds bool, points float64) float64 {
	if holds {
		return points
	}
	return 0
}

// DefaultThreshold is the confidence from which a Desk calls the first passage an answer, unless it is told another. Of the
// labelled questions it answers 93 in a hundred of those that have an answer, and declines 79 of those that have none.
const DefaultThreshold = 0.5

// confidence is the chance that a candidate answers, by a logistic regression. It was fitted on the labelled questions,
// the invented archive's, three words each of those that have an answer, and forty questions about what no archive
// of theirs has, such as the weather of tomorrow. It grows with how much of the question is matched, in all and not
// as a share: two common words prove little. It falls with the weightiest word that the passage lacks, most where the
// question names people and places, or is mere keywords: whoever knows the names knows what it was about, and whoever
// describes somebody uses other words than the paper, of which many are missing and none tells much.
func (r *reading) confidence(c *candidate) float64 {
	pinned := min(1, 2*ratio(r.named, r.total))
	if r.keywords {
		pinned = 1
	}
	odds := -1.2 + 3.7*math.Sqrt(c.matched) - (4.3+5*pinned)*c.lacks + 0.5*c.missing
	if c.other {
		odds -= 1.6
	}
	chance := 1 / (1 + math.Exp(-odds))
	if c.quoted && !c.other {
		chance = max(chance, 0.9)
	}
	return chance
}

const (
	maxPassages = 10 // in an answer
	maxOfStory  = 3  // of one article
)

// choose makes the answer's passages of the best candidates: no more than maxOfStory of a story, and copies of one
// text in other articles named with the first.
func (r *reading) choose(found []*candidate) []Passage {
	out := []Passage{}
	var kept []*candidate
	ofStory := make(map[string]int)
	for _, c := range found {
		if len(out) == maxPassages {
			break
		}
		a := c.record.Article
		if i := slices.IndexFunc(kept, c.copies); i >= 0 {
			out[i].addCopy(r.who.cite(c.record))
			continue
		}
		if ofStory[a.ID] == maxOfStory {
			continue
		}
		ofStory[a.ID]++
		kept = append(kept, c)
		p := c.show(r.who, cmp.Or(r.speaker, r.role))
		if r.explain {
			p.Why = c.why()
		}
		out = append(out, p)
	}
	return out
}

// copies reports whether c prints the evidence of d in another article: the same words in the same order, stop words
// and numbers included. Anything less would call a denial a copy of the claim.
func (c *candidate) copies(d *candidate) bool {
	same := func(s, t index.Token) bool { return s.Word == t.Word }
	return c.record.Article.ID != d.record.Article.ID && slices.EqualFunc(c.evidence(), d.evidence(), same)
}

// evidence are the words of the evidence.
func (c *candidate) evidence() []index.Token {
	tokens, before := c.record.Words(c.n).Tokens, c.passage().Span.Start
	from := slices.IndexFunc(tokens, func(t index.Token) bool { return t.Span.Start+before >= c.chosen.Start })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(tokens) && tokens[to].Span.End+before <= c.chosen.End {
		to++
	}
	return tokens[from:to]
}

func (p *Passage) addCopy(article Citation) {
	same := func(c Citation) bool { return c.ID == article.ID }
	if !slices.ContainsFunc(p.AlsoIn, same) {
		p.AlsoIn = append(p.AlsoIn, article)
	}
}

// show makes the candidate into what is shown: every text is sliced from the article's body.
func (c *candidate) show(who reader, asked string) Passage {
	a, p := c.record.Article, c.passage()
	out := Passage{
		Article: who.cite(c.record), Kind: p.Kind, Subhead: p.Subhead, Paragraph: p.Paragraph,
		Span: p.Span, Text: p.Span.Of(a.Body), Score: c.score,
		Evidence: Evidence{c.chosen, c.chosen.Of(a.Body)},
	}
	out.speak(c, asked)
	return out
}
