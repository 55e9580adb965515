package bot

import "testing"

// The people and places are invented.
func TestLeansOn(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"and what did Ostrow say?", true},
		{"What about the ferry?", true},
		{"what did he say about Lethmark", true},
		{"Did she deny it?", true},
		{"why?", true},
		{"who said that?", true},
		{"How much does it cost?", true},
		{"What did Ostrow say about his brother?", false},
		{"Who called the ferry a bathtub?", false},
		{"What did Maren Ostrow say when they closed the harbour?", false},
		{"How many people live in this part of the harbour district?", false},
	} {
		if got := leansOn(tt.text); got != tt.want {
			t.Errorf("%q: got %v, want %v", tt.text, got, tt.want)
		}
	}
}
