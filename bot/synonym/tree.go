package synonym

import "slices"

// phrase is a word or several, stop words included. A hyphenated compound is one word.
type phrase struct {
	forms []string // by form
	stems []string // as the archive indexes them
}

// node is a place in a tree of the phrases that may be asked for, a form or a stem a step.
type node struct {
	next  map[string]*node
	means [][]string
}

// reach is the node at the end of the path below n, made if need be.
func (n *node) reach(path []string) *node {
	for _, step := range path {
		below := n.next[step]
		if below == nil {
			below = &node{}
			if n.next == nil {
				n.next = make(map[string]*node)
			}
			n.next[step] = below
		}
		n = below
	}
	return n
}

// add gives n, the node of p, its alternatives, each once. One that has p in it is left out: whoever looks for p
// finds it anyway.
func (n *node) add(p phrase, find []phrase) {
	for _, f := range find {
		same := func(m []string) bool { return slices.Equal(m, f.stems) }
		if !contains(f.stems, p.stems) && !slices.ContainsFunc(n.means, same) {
			n.means = append(n.means, f.stems)
		}
	}
}

// contains reports whether q stands in p.
func contains(p, q []string) bool {
	for i := 0; i+len(q) <= len(p); i++ {
		if slices.Equal(p[i:i+len(q)], q) {
			return true
		}
	}
	return false
}

// forget takes p out of what others mean.
func (n *node) forget(p phrase) {
	n.means = slices.DeleteFunc(n.means, func(m []string) bool { return slices.Equal(m, p.stems) })
	for _, below := range n.next {
		below.forget(p)
	}
}

// len is the number of phrases that mean something.
func (n *node) len() int {
	sum := min(len(n.means), 1)
	for _, below := range n.next {
		sum += below.len()
	}
	return sum
}
