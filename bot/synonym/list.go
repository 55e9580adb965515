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
	root  node
}

// phrase is a word or several as stems, stop words included. A hyphenated compound is one stem.
type phrase []string

// rule is a line of a list: who asks for one of ask may find each of find. Dropped words lose all that earlier rules
// say of them.
type rule struct {
	ask, find, drop []phrase
}

// node is a place in the tree of the phrases that may be asked for, a stem a step.
type node struct {
	next  map[string]*node
	means [][]string
}

func newList(rules []rule) *List {
	l := &List{rules: rules}
	for _, r := range rules {
		for _, p := range r.drop {
			l.root.drop(p)
		}
		for _, p := range r.ask {
			l.root.reach(p).add(p, r.find)
		}
	}
	return l
}

// With is the list that has the lines of l and, after them, those of more, which may remove words of l.
func (l *List) With(more *List) *List {
	return newList(slices.Concat(l.rules, more.rules))
}

// Len is the number of words and runs of words that have a synonym.
func (l *List) Len() int {
	return l.root.len()
}

// reach is the node of p below n, made if need be.
func (n *node) reach(p phrase) *node {
	for _, stem := range p {
		below := n.next[stem]
		if below == nil {
			below = &node{}
			if n.next == nil {
				n.next = make(map[string]*node)
			}
			n.next[stem] = below
		}
		n = below
	}
	return n
}

// add gives n, the node of p, its alternatives, each once. One that has p in it is left out: whoever looks for p
// finds it anyway.
func (n *node) add(p phrase, find []phrase) {
	for _, f := range find {
		same := func(m []string) bool { return slices.Equal(m, f) }
		if !f.contains(p) && !slices.ContainsFunc(n.means, same) {
			n.means = append(n.means, f)
		}
	}
}

// drop takes away what p means below n, and p from what others mean.
func (n *node) drop(p phrase) {
	n.reach(p).means = nil
	n.forget(p)
}

func (n *node) forget(p phrase) {
	n.means = slices.DeleteFunc(n.means, func(m []string) bool { return slices.Equal(m, p) })
	for _, below := range n.next {
		below.forget(p)
	}
}

func (n *node) len() int {
	sum := min(len(n.means), 1)
	for _, below := range n.next {
		sum += below.len()
	}
	return sum
}

// contains reports whether q stands in p.
func (p phrase) contains(q phrase) bool {
	for i := 0; i+len(q) <= len(p); i++ {
		if slices.Equal(p[i:i+len(q)], q) {
			return true
		}
	}
	return false
}
