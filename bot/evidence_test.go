package bot

import (
	"testing"

	"copydesk/corpus"
	"copydesk/index"
)

// Of two sentences the first holds more of the question, unless something else speaks for the second.
func TestEvidence(t *testing.T) {
	r := &reading{terms: []term{{weight: 0.5}, {weight: 0.4}}, total: 0.9}
	one := sentence{span: corpus.Span{Start: 0, End: 10}, held: shares{1, 0}, sum: 0.5}
	two := sentence{span: corpus.Span{Start: 11, End: 20}, held: shares{0.7, 0}, sum: 0.35}
	for _, tt := range []struct {
		name  string
		spoil func(*sentence)
		want  corpus.Span
	}{
		{"nothing else", func(*sentence) {}, one.span},
		{"said by whoever is asked about", func(s *sentence) { s.asked = true }, two.span},
		{"the words quoted", func(s *sentence) { s.quoted = true }, two.span},
		{"the number asked for", func(s *sentence) { s.number = true }, two.span},
		{"somebody's words beside it", func(s *sentence) { s.told = 1 }, corpus.Span{Start: 0, End: 20}},
		{"another word of the question beside it", func(s *sentence) { s.held, s.sum = shares{0, 1}, 0.4 }, corpus.Span{Start: 0, End: 20}},
	} {
		second := two
		tt.spoil(&second)
		if got, _, _ := r.evidence([]sentence{one, second}); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestQuotedWordsComeFirst(t *testing.T) {
	r := &reading{terms: []term{{weight: 0.9}}, total: 0.9}
	all := []sentence{
		{span: corpus.Span{Start: 0, End: 10}, asked: true},
		{span: corpus.Span{Start: 11, End: 20}, quoted: true},
	}
	if got, _, _ := r.evidence(all); got != all[1].span {
		t.Errorf("got %v, want %v", got, all[1].span)
	}
}

// The sentences are invented.
func TestNumberSought(t *testing.T) {
	for _, tt := range []struct {
		question, text string
		want           bool
	}{
		{"How much did Orm pay for the mast in 1995?", "Orm bought it in 1995.", false},
		{"How much did Orm pay for the mast in 1995?", "Orm bought it for $400 in 1995.", true},
		{"How much did Orm pay for the mast?", "It stood there for 30 years.", false},
		{"How many masts were raised?", "Orm raised nine masts.", true},
		{"How many masts were raised?", "Orm raised masts for nine hours and a day more.", false},
		{"When was the mast raised?", "It was raised in September.", true},
		{"When was the mast raised?", "Nine men raised it.", false},
		{"Who raised the mast?", "Nine men raised it.", false},
	} {
		if got := seek(tt.question).in(tt.text, index.Analyze(tt.text)); got != tt.want {
			t.Errorf("%q in %q: got %v, want %v", tt.question, tt.text, got, tt.want)
		}
	}
}

// What mere keywords lack tells as much as what a question with names lacks.
func TestKeywordsPin(t *testing.T) {
	for text, want := range map[string]bool{
		"ostrow ferry quay statement": true, "what did the mayor say about it": false, "the mayor's view of the quay": false,
	} {
		if got := isKeywords(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
	c := &candidate{matched: 1, lacks: 0.5}
	sentence, keywords := &reading{total: 2}, &reading{total: 2, keywords: true}
	if sentence.confidence(c) <= keywords.confidence(c) {
		t.Errorf("got %.2f for keywords and %.2f for a sentence", keywords.confidence(c), sentence.confidence(c))
	}
}

// A hyphen more or less does not keep quoted words from being found.
func TestQuotedHyphens(t *testing.T) {
	for _, text := range []string{"There is no home-port advantage.", "There is no home port advantage."} {
		for _, question := range []string{`who said "no home-port advantage"`, `who said "no home port advantage"`} {
			if !containsAll(index.Analyze(text), quotedWords(question)) {
				t.Errorf("%q: not found in %q", question, text)
			}
		}
	}
	if containsAll(index.Analyze("There is no home-port advantage."), quotedWords(`who said "home advantage"`)) {
		t.Error("found words that do not stand together")
	}
}
