package corpus

import "testing"

func TestParseStatus(t *testing.T) {
	tests := []struct {
		in   string
		want Status
	}{
		{"", Usable},
		{"usable", Usable},
		{" Usable ", Usable},
		{"stat:usable", Usable},
		{"http://cv.iptc.org/newscodes/pubstatusg2/usable", Usable},
		{"withheld", Withheld},
		{"stat:withheld", Withheld},
		{"canceled", Canceled},
		{"CANCELLED", Canceled},
		{"stat:canceled", Canceled},
		{"killed", Canceled},
		{"embargoed", Withheld},
		{"usable?", Withheld},
		{"stat:", Withheld},
		{"null", Withheld},
	}
	for _, tt := range tests {
		if got := ParseStatus(tt.in); got != tt.want {
			t.Errorf("ParseStatus(%q): got %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestStatusText(t *testing.T) {
	for _, s := range []Status{Usable, Withheld, Canceled} {
		text, err := s.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got Status
		if err := got.UnmarshalText(text); err != nil || got != s {
			t.Errorf("%s: got %v, %v, want %v", text, got, err, s)
		}
	}
	if got, want := Status(9).String(), "withheld"; got != want {
		t.Errorf("a status that is none: got %q, want %q", got, want)
	}
}
