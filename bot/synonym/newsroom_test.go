package synonym

import (
	"fmt"
	"strings"
	"testing"
)

// Every line of the embedded list says something that the lines before it do not, each word of it once.
func TestNewsroom(t *testing.T) {
	lines := make(map[string]int)
	list := &List{}
	for i, line := range strings.Split(newsroom, "\n") {
		where := fmt.Sprintf("newsroom.txt:%d", i+1)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if before, ok := lines[line]; ok {
			t.Errorf("%s: %q stands on line %d already", where, line, before)
		}
		lines[line] = i + 1
		rule, err := parseRule(line)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		if word, ok := twice(rule, strings.Contains(line, "=>")); ok {
			t.Errorf("%s: %q is twice in %q", where, word, line)
		}
		if !list.learn(rule) {
			t.Errorf("%s: %q says nothing new", where, line)
		}
	}
	if got, want := Default().Len(), list.Len(); got != want {
		t.Errorf("the list has %d words, want %d as its lines one by one", got, want)
	}
}

// twice is a phrase that the line has twice, in whatever form.
func twice(r rule, arrow bool) (string, bool) {
	all := r.ask
	if arrow {
		all = append(all[:len(all):len(all)], r.find...)
	}
	seen := make(map[string]bool)
	for _, p := range all {
		word := strings.Join(p, " ")
		if seen[word] {
			return word, true
		}
		seen[word] = true
	}
	return "", false
}

// learn adds the rule to the list and reports whether a word means more than before.
func (l *List) learn(r rule) bool {
	more := false
	for _, p := range r.ask {
		n := l.root.reach(p)
		before := len(n.means)
		n.add(p, r.find)
		more = more || len(n.means) > before
	}
	return more
}
