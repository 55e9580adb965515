package eval

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"— … !", nil},
		{"The mast, 40 metres high.", []string{"the", "mast", "40", "metres", "high"}},
		{"Orm’s ‘mast’ didn't fall", []string{"orm's", "mast", "didn't", "fall"}},
		{"the crews' o'clock'x", []string{"the", "crews", "o'clock", "x"}},
		{"4'x2'7", []string{"4'x", "2", "7"}},
		{"ﬁve km²", []string{"five", "km2"}},
		{"Édith ÅSA Ñuñoa", []string{"édith", "åsa", "ñuñoa"}},
		{"e\u0301tude", []string{"étude"}},
		{"İda", []string{"i", "da"}},
		{"Łódź", []string{"ód"}}, // beyond Latin-1
		{"U.S. 1,200", []string{"u", "s", "1", "200"}},
	} {
		if got := words(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"It fell. Nobody saw.", []string{"It fell.", " Nobody saw."}},
		{"It fell!\x1cWhy? “Wind.”\u00a0 So said Orm.", []string{"It fell!", "\x1cWhy?", " “Wind.”", "\u00a0 So said Orm."}},
		{"It fell , slowly.", []string{"It fell , slowly."}},
		{"Sen. Orm", []string{"Sen.", " Orm"}},
	} {
		if got := sentences(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestHolds(t *testing.T) {
	const two = "The mast fell on Monday night. Nobody in Vell saw it fall."
	for _, tt := range []struct {
		about, text, evidence string
		want                  bool
	}{
		{"all of it", two, two, true},
		{"within more", "At last, they said: " + two + " Then it rained.", two, true},
		{"the first sentence", "“The mast fell on Monday night,” said Orm.", two, true},
		{"the second", "NOBODY IN VELL SAW IT FALL", two, true},
		{"a part of a sentence", "The mast fell on Monday.", two, false},
		{"a long part of it all", "fell on Monday night. Nobody in Vell saw", two, true},
		{"a part one word too short", "fell on Monday night. Nobody in Vell", two, false},
		{"another order", "Nobody saw it fall in Vell.", two, false},
		{"a short sentence of several", "It fell. Then it rained on Vell for days.", "It fell. Nobody in Vell saw it fall.", false},
		{"only short sentences", "Orm said: “It fell. Nobody saw.”", "It fell. Nobody saw.", true},
		{"one of only short sentences", "Orm said it fell.", "It fell. Nobody saw.", false},
		{"part of a word", "The mast fell on Monday nights.", "The mast fell on Monday night.", false},
		{"nothing", "", two, false},
	} {
		if got := holds(tt.text, tt.evidence); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.about, got, tt.want)
		}
	}
}

func TestLastPart(t *testing.T) {
	for _, tt := range []struct{ id, want string }{
		{"urn:newsml:x:mast", "mast"}, {"post/mast.txt", "post/mast.txt"}, {"urn:x:", ""}, {"", ""},
	} {
		if got := lastPart(tt.id); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.id, got, tt.want)
		}
	}
}
