package bot

import "testing"

// The outlets are invented.
func TestOwnVoice(t *testing.T) {
	for _, tt := range []struct {
		speaker, outlet string
		want            bool
	}{
		{"The Saltmarsh Courier", "The Saltmarsh Courier", true},
		{"the Courier", "The Saltmarsh Courier", true},
		{"a Courier review of harbour records", "The Saltmarsh Courier", true},
		{"the Courier’s analysis", "The Saltmarsh Courier", true},
		{"An analysis by the Courier", "The Saltmarsh Courier", true},
		{"a Saltmarsh Courier tally of wrecks", "The Saltmarsh Courier", true},
		{"a Dune Herald review of harbour records", "The Saltmarsh Courier", false},
		{"the Dune Courier", "The Saltmarsh Courier", false},
		{"a Courier-Dune Herald poll", "The Saltmarsh Courier", false},
		{"the Courier editor", "The Saltmarsh Courier", false},
		{"a review", "The Saltmarsh Courier", false},
		{"a review by the council", "The Saltmarsh Courier", false},
		{"Ada Brandt", "The Saltmarsh Courier", false},
		{"the Courier", "", false},
	} {
		if got := ownVoice(tt.speaker, tt.outlet); got != tt.want {
			t.Errorf("%q in %q: got %v, want %v", tt.speaker, tt.outlet, got, tt.want)
		}
	}
}
