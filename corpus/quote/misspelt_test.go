package quote

import "testing"

func TestLetterOff(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"brandt", "brant", true},
		{"brant", "brandt", true},
		{"brandt", "brandl", true},
		{"brandt", "brandt", false},
		{"brandt", "brandts", false},
		{"brandts", "brandt", false},
		{"brandt", "grandt", false},
		{"brandt", "branlo", false},
		{"brandt", "brandtow", false},
		{"brandt", "brnadt", false},
	} {
		if got := letterOff(tt.a, tt.b); got != tt.want {
			t.Errorf("%s, %s: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}
