package quote

import "testing"

func TestStemOf(t *testing.T) {
	tests := []struct {
		word, stem string
		form       form
	}{
		{"want", "want", formBase},
		{"Wants", "want", formThird},
		{"criticized", "criticiz", formPast},
		{"criticizes", "criticiz", formThird},
		{"planning", "plan", formGerund},
		{"pressed", "press", formPast},
		{"denies", "deny", formThird},
		{"denied", "deny", formPast},
		{"sought", "seek", formPast},
		{"wishes", "wish", formThird},
	}
	for _, tt := range tests {
		stem, form, ok := stemOf(nil, tt.word)
		if string(stem) != tt.stem || form != tt.form || !ok {
			t.Errorf("stem of %q: got %q, %s, %v, want %q, %s", tt.word, stem, formNames[form], ok, tt.stem, formNames[tt.form])
		}
	}
	if _, _, ok := stemOf(nil, "incomprehensibilitiesandmore"); ok {
		t.Error("a word longer than any known: got a stem, want none")
	}
}

// Irregular forms are looked up only where no ending is cut.
func TestIrregular(t *testing.T) {
	for past := range irregular {
		if _, form := cutEnding([]byte(past)); form != formBase {
			t.Errorf("%s: got its ending cut", past)
		}
	}
}
