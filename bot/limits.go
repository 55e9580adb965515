package bot

import (
	"fmt"
	"slices"
	"strings"

	"copydesk/bot/mention"
)

// maxNamed is how many outlets are named; of more, their number is said.
const maxNamed = 3

// Limits are the outlets and days that the question asks for, in words that follow "articles": "of The Harbour Post in May
// 2016", "since 2014"; empty if it asks for none. An outlet that the archive spells in several ways is named once. write
// makes a name fit for where it is shown.
func (r Reading) Limits(write func(string) string) string {
	var parts []string
	if outlets := r.outlets(write); outlets != "" {
		parts = append(parts, "of "+outlets)
	}
	if days := (mention.Period{First: r.From, Last: r.To}).Phrase(); days != "" {
		parts = append(parts, days)
	}
	return strings.Join(parts, " ")
}

// outlets is "A", "A and B", "A, B and C", "4 outlets".
func (r Reading) outlets(write func(string) string) string {
	var names, known []string
	for _, o := range r.Outlets {
		id := strings.TrimPrefix(strings.ToLower(o), "the ")
		if !slices.Contains(known, id) {
			known, names = append(known, id), append(names, write(o))
		}
	}
	last := len(names) - 1
	switch {
	case last < 1:
		return strings.Join(names, "")
	case len(names) > maxNamed:
		return fmt.Sprintf("%d outlets", len(names))
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
