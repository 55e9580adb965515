// Package synonym knows in what other words the paper may print what a reporter asks: "sibling" for a brother or a
// sister, "lone star state" for Texas.
package synonym

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed newsroom.txt
var newsroom string

// Default is the list that copydesk brings along: the vocabulary of English-language news, without any living
// person's name.
var Default = sync.OnceValue(func() *List {
	list, err := Parse("newsroom.txt", strings.NewReader(newsroom))
	if err != nil {
		panic(err) // the tests read the embedded file
	}
	return list
})

// List says which words mean which others. It never changes, and may be used by several goroutines at once.
// The zero List has no synonyms.
type List struct {
	rules []rule
	// forms and stems have the same phrases, told apart as written and by what the archive indexes.
	forms, stems node
}

// rule is a line of a list: who asks for one of ask may find each of find. Dropped words lose all that earlier rules
// say of them.
type rule struct {
	ask, find, drop []phrase
}

func newList(rules []rule) *List {
	l := &List{rules: rules}
	for _, r := range rules {
		l.learn(r)
	}
	return l
}

func (l *List) learn(r rule) {
	for _, p := range r.drop {
		l.forms.reach(p.forms).means = nil
		l.stems.reach(p.stems).means = nil
		l.forms.forget(p)
		l.stems.forget(p)
	}
	for _, p := range r.ask {
		l.forms.reach(p.forms).add(p, r.find)
		l.stems.reach(p.stems).add(p, r.find)
	}
}

// With is the list that has the lines of l and, after them, those of more, which may remove words of l.
func (l *List) With(more *List) *List {
	return newList(slices.Concat(l.rules, more.rules))
}

// Len is the number of words and runs of words that have a synonym.
func (l *List) Len() int {
	return l.forms.len()
}
