package ledger

import (
	"errors"
	"strings"
	"testing"
)

func TestParseID(t *testing.T) {
	for _, tt := range []struct{ typed, want string }{
		{"7K3QXM0A", "7K3QXM0A"},
		{"7k3qxm0a", "7K3QXM0A"},
		{"7k3q-xm0a", "7K3QXM0A"},
		{" 7K3Q – XMoA\n", "7K3QXM0A"},
		{"OoIiLl\u200b01", "00111101"},
		{"7K3QXM0", ""},
		{"7K3QXM0AA", ""},
		{"UUUUUUUU", ""},
		{"7K3QXM0*", ""},
		{"７K3QXM0A", ""},
		{"", ""},
		{strings.Repeat("-", 1000), ""},
	} {
		got, err := ParseID(tt.typed)
		if got != tt.want || errors.Is(err, ErrID) != (tt.want == "") {
			t.Errorf("ParseID(%q): got %q, %v; want %q", tt.typed, got, err, tt.want)
		}
	}
}

// Every character is drawn, and each ID is read as itself.
func TestNewID(t *testing.T) {
	seen := make(map[rune]bool)
	for range 1000 {
		id := newID()
		if got, err := ParseID(id); got != id || err != nil {
			t.Fatalf("ParseID(%q): got %q, %v", id, got, err)
		}
		for _, r := range id {
			seen[r] = true
		}
	}
	if len(seen) != 32 {
		t.Errorf("%d characters were drawn, want 32", len(seen))
	}
}

func FuzzParseID(f *testing.F) {
	for _, seed := range []string{"7K3QXM0A", "7k3q-xmoa", "illo illo", "\xff\xfe", "UUUUUUUU"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		id, err := ParseID(typed)
		if (err == nil) != (len(id) == idLength) {
			t.Fatalf("ParseID(%q): got %q, %v", typed, id, err)
		}
		if err != nil {
			return
		}
		if strings.Trim(id, alphabet) != "" {
			t.Errorf("ParseID(%q): %q has characters that no ID has", typed, id)
		}
		for _, again := range []string{id, strings.ToLower(id), id[:4] + "-" + id[4:], strings.ReplaceAll(id, "0", "o")} {
			if got, err := ParseID(again); got != id || err != nil {
				t.Errorf("ParseID(%q): got %q, %v; want %q", again, got, err, id)
			}
		}
	})
}
