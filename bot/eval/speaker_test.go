package eval

import "testing"

func TestSameSpeaker(t *testing.T) {
	for _, tt := range []struct {
		got, want *string
		same      bool
	}{
		{nil, nil, true},
		{ptr(""), nil, true},
		{ptr("Ada Orm"), nil, false},
		{nil, ptr("Ada Orm"), false},
		{ptr(""), ptr("Ada Orm"), false},
		{ptr("Ada Orm"), ptr("Ada Orm"), true},
		{ptr("ADA ORM,"), ptr("Dr. Ada Orm"), true},
		{ptr("Orm"), ptr("Ada Lisbet Teresa Orm"), true},      // surname alone
		{ptr("Ada Lisbet Teresa Orm"), ptr("Orm"), true},      // the other way
		{ptr("Ada"), ptr("Ada Lisbet Orm"), false},            // first name of three words
		{ptr("Ada"), ptr("Ada Orm"), true},                    // half the words
		{ptr("Ada Vell"), ptr("Ada Orm"), true},               // half the words too: the measure is lenient
		{ptr("Ada Lisbet Vell"), ptr("Ada Kim Orm"), false},   // a third
		{ptr("Ada Teresa Orm"), ptr("Lisbet Kim Orm"), false}, // a third, with the surname
		{ptr("a senior ministry official"), ptr("senior official of the ministry"), true},
		{ptr("an official"), ptr("two senior ministry officials"), false},
		{ptr("Orm Orm Vell"), ptr("Vell Kim"), true}, // a word counts once
		{ptr("the"), ptr("the"), false},              // nothing telling
	} {
		if got := sameSpeaker(tt.got, tt.want); got != tt.same {
			t.Errorf("%s, want %s: got %v, want %v", show(tt.got), show(tt.want), got, tt.same)
		}
	}
}

func show(s *string) string {
	if s == nil {
		return "nobody"
	}
	return *s
}
