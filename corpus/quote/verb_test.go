package quote

import "testing"

func TestVerbForms(t *testing.T) {
	tests := []struct {
		word string
		want verb
	}{
		{"said", reports | isPast},
		{"saying", reports | isGerund},
		{"tells", reports | addresses | isPresent},
		{"replied", reports | isPast},
		{"replies", reports | isPresent | isNoun},
		{"argued", reports | isPast},
		{"arguing", reports | isGerund},
		{"admitting", reports | isGerund},
		{"stressed", reports | isPast},
		{"stated", reports | isPast},
		{"dubbed", names | isPast},
		{"pointed", reports | isPast | hasMate | needsMate},
		{"walked", 0},
	}
	for _, tt := range tests {
		got := lookup(tt.word).verb
		if got&tt.want != tt.want || tt.want == 0 && got != 0 {
			t.Errorf("%s: got %b, want %b among it", tt.word, got, tt.want)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct {
		word string
		want class
	}{
		{"Mayor", person | office},
		{"spokeswomen", person | female | plural},
		{"chairwoman", person | office | female},
		{"ferrywoman", person | female},
		{"quickly", adverb},
		{"according", preposition},
		{"Dr", title},
		{"polls", document | plural},
	}
	for _, tt := range tests {
		if got := lookup(tt.word).class; got&tt.want != tt.want {
			t.Errorf("%s: got %b, want %b among it", tt.word, got, tt.want)
		}
	}
	if got := addWord(nil, "US", 0, 2, 'U')[0].class; got&objectPronoun != 0 {
		t.Errorf("US: got a pronoun, want a name")
	}
}
