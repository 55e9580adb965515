package synonym_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"copydesk/bot/synonym"
	"copydesk/index"
)

func parse(t *testing.T, text string) *synonym.List {
	t.Helper()
	list, err := synonym.Parse("test.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// means shows what the list finds in a question: "words=alternative|alternative", with the alternatives' stems.
func means(list *synonym.List, question string) []string {
	tokens := index.Analyze(question)
	var out []string
	for _, m := range list.Find(tokens) {
		from, to := tokens[m.From].Span.Start, 0
		for _, t := range tokens[m.From:m.To] {
			to = max(to, t.Span.End)
		}
		var each []string
		for _, stems := range m.Means {
			each = append(each, strings.Join(stems, " "))
		}
		out = append(out, question[from:to]+"="+strings.Join(each, "|"))
	}
	return out
}

func TestWith(t *testing.T) {
	base := parse(t, "gop, republican\ncop => officer\n")
	tests := []struct {
		name, more, question string
		want                 []string
	}{
		{"adds a word", "ferry, packet", "the ferry", []string{"ferry=packet"}},
		{"adds an alternative behind the others", "cop => bobby", "a cop", []string{"cop=offic|bobbi"}},
		{"adds no alternative twice", "cops => bobby, officers", "a cop", []string{"cop=offic|bobbi"}},
		{"removes what the word means", "-cop", "a cop", nil},
		{"removes the word from what others mean", "-gop", "a republican", nil},
		{"removes several words", "-gop, cop", "a cop of the GOP", nil},
		{"removes before it adds", "-cop\ncop => bobby", "a cop", []string{"cop=bobbi"}},
		{"leaves the rest", "-cop", "the gop", []string{"gop=republican"}},
		{"removes what is not there", "-otter", "the gop", []string{"gop=republican"}},
	}
	for _, test := range tests {
		got := means(base.With(parse(t, test.more)), test.question)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: got (+), want (-):\n%s", test.name, diff)
		}
		if got, want := base.Len(), 3; got != want {
			t.Fatalf("%s: the list added to has %d words, want %d as before", test.name, got, want)
		}
	}
}

func TestZeroList(t *testing.T) {
	var list synonym.List
	if got := means(&list, "the gop"); got != nil {
		t.Errorf("got %q, want nothing", got)
	}
	if got, want := means(list.With(parse(t, "gop, republican")), "the gop"), []string{"gop=republican"}; !cmp.Equal(got, want) {
		t.Errorf("with one line added: got %q, want %q", got, want)
	}
}
