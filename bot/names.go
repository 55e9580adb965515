package bot

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"copydesk/bot/mention"
	"copydesk/index"
)

// Names are the full names of people whom the archive quotes that fit what is typed, by any of their words, whole, unfinished
// or misspelt, MaxSuggestions at most. The rightly spelt come first, of these whoever says something in most articles. Who
// has several forms of a name is there once, by the fullest. They are read off articles that may be shown; outlets and other
// bodies are left out as far as they can be told. With nothing typed they are those who say most in the newest articles.
// The error is that of ctx, or one of the index.
func (d *Desk) Names(ctx context.Context, typed string) ([]string, error) {
	s, err := d.shelves(ctx)
	if err != nil {
		return nil, err
	}
	c := &nameSearch{desk: d, who: d.reader(ctx), words: newTyping(typed), roster: s.roster, kin: make(map[string][]namesake), opened: make(map[string]bool)}
	fitting, err := c.fitting()
	if len(c.words) == 0 {
		fitting, err = c.newest(ctx, s)
	}
	if err != nil {
		return nil, err
	}
	people, err := c.people(fitting)
	if err != nil {
		return nil, err
	}
	out := []string{}
	for _, p := range people {
		name, err := c.shown(ctx, p)
		if err != nil {
			return nil, err
		}
		if name != "" {
			out = append(out, name)
		}
		if len(out) == MaxSuggestions {
			break
		}
	}
	return out, nil
}

// nameSearch looks for the names that what is typed may mean.
type nameSearch struct {
	desk   *Desk
	who    reader
	words  typing
	roster mention.Roster
	kin    map[string][]namesake // by surname
	opened map[string]bool       // names found in articles that may be shown
}

// The bounds of a search for names: those looked at of the many that begin with a letter or two, and people chosen.
const (
	manyFitting = 1000
	mostFitting = 2 * MaxSuggestions
)

// fitting are the commonest names that fit, the rightly spelt first.
func (c *nameSearch) fitting() ([]namesake, error) {
	if len(c.words) == 0 {
		return nil, nil
	}
	key := slices.MaxFunc(c.words, func(a, b typedWord) int { return cmp.Compare(len(a.Word), len(b.Word)) })
	counts, err := c.desk.index.Names(key.Word, func(string) bool { return true })
	if len(c.words) == 1 && len(counts) > manyFitting {
		slices.SortStableFunc(counts, func(a, b index.NameCount) int { return cmp.Compare(b.Articles, a.Articles) })
		counts = counts[:manyFitting]
	}
	found := c.choose(counts)
	if err != nil || len(found) >= MaxSuggestions || key.reach == 0 {
		return found, err
	}
	_, size := utf8.DecodeRuneInString(key.Word)
	counts, err = c.desk.index.Names(key.Word[:size], func(word string) bool { return key.fit(index.Token{Word: word}) > 0 })
	return c.choose(counts), err
}

// choose are those of the names that fit all words and may be people's, mostFitting at most, the best first.
func (c *nameSearch) choose(counts []index.NameCount) []namesake {
	type rated struct {
		index.NameCount
		fit float64
	}
	var all []rated
	for _, n := range counts {
		if fit := c.fit(n.Name); fit > 0 {
			all = append(all, rated{n, fit})
		}
	}
	slices.SortStableFunc(all, func(a, b rated) int {
		if right := a.fit >= rightlySpelt; right != (b.fit >= rightlySpelt) {
			return beforeIf(right)
		}
		return cmp.Compare(b.Articles, a.Articles)
	})
	var out []namesake
	for _, r := range all {
		if len(out) == mostFitting {
			break
		}
		if n, ok := c.namesake(r.Name, int(r.Articles)); ok {
			out = append(out, n)
		}
	}
	return out
}

// fit is how well the typed word fits the name that fits it least.
func (c *nameSearch) fit(name string) float64 {
	least, has := fitsWhole, index.Analyze(name)
	for _, w := range c.words {
		least = min(least, w.best(has))
	}
	return least
}

// newest are those who say something in the newest articles, whoever says most first.
func (c *nameSearch) newest(ctx context.Context, s shelving) ([]namesake, error) {
	ids, err := c.desk.newest(ctx, c.who, index.Filter{}, s)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]uint64)
	for _, id := range ids {
		record, err := c.desk.record(id, c.who)
		if err != nil {
			return nil, err
		}
		for _, name := range speakersOf(record) {
			counts[name]++
			c.opened[name] = true
		}
	}
	var all []index.NameCount
	for name, n := range counts {
		all = append(all, index.NameCount{Name: name, Articles: n})
	}
	slices.SortFunc(all, func(a, b index.NameCount) int { return strings.Compare(a.Name, b.Name) })
	return c.choose(all), nil
}

// speakersOf are those whom an article names and surely has say something, each once; none of no record.
func speakersOf(record *index.Record) []string {
	if record == nil {
		return nil
	}
	var out []string
	for i := range record.Attributions {
		u := utterance{record, &record.Attributions[i]}
		if !u.Anonymous && u.shown() && !slices.Contains(out, u.name()) {
			out = append(out, u.name())
		}
	}
	return out
}
