package synonym

import (
	"fmt"
	"slices"
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
		before := alternatives(list, rule)
		if list.learn(rule); alternatives(list, rule) == before {
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
		all = slices.Concat(r.ask, r.find)
	}
	seen := make(map[string]bool)
	for _, p := range all {
		word := strings.Join(p.stems, " ")
		if seen[word] {
			return word, true
		}
		seen[word] = true
	}
	return "", false
}

// alternatives is how many the words have that the rule is about.
func alternatives(l *List, r rule) int {
	sum := 0
	for _, p := range r.ask {
		sum += len(l.forms.reach(p.forms).means)
	}
	return sum
}
