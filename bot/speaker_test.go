package bot

import "testing"

// The people and places are invented.
func TestAskedRole(t *testing.T) {
	for _, tt := range []struct{ question, want string }{
		{"Which Lethmark pilot said the fog had lifted?", "pilot"},
		{"which angler has called the pier rotten", "angler"},
		{"Which of the two harbour masters warned of ice?", "master"},
		{"Which boat sank?", ""},
		{"Which pier, by the way, did Ostrow say was rotten?", ""},
		{"Who said the fog had lifted?", ""},
		{"What did the pilot say?", ""},
	} {
		if got := askedRole(tt.question); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.question, got, tt.want)
		}
	}
}
