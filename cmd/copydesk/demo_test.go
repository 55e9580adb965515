package main

import (
	"context"
	"strings"
	"testing"

	"copydesk/bot"
)

// asked is a desk that answers nothing and keeps the questions.
type asked []bot.Question

func (a *asked) Ask(_ context.Context, q bot.Question) (bot.Answer, error) {
	*a = append(*a, q)
	return bot.Answer{}, q.Check()
}

func TestConverse(t *testing.T) {
	var desk asked
	var out strings.Builder
	typed := "What did Emeric Stroud say?\nand why?\n?!\nwho heard it?\n\nnot asked\n"
	if err := converse(t.Context(), &desk, stdio{in: strings.NewReader(typed), out: &out}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range desk {
		got = append(got, q.Text+" < "+q.Before)
	}
	want := []string{"What did Emeric Stroud say? < ", "and why? < What did Emeric Stroud say?", "?! < and why?", "who heard it? < and why?"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}
