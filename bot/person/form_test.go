package person

import "testing"

// The people are invented.
func TestFormOf(t *testing.T) {
	for _, test := range []struct {
		naming string
		want   Form
		full   bool
	}{
		{"Ada Brandt", Form{Given: "ada", Family: "brandt", Names: 2}, true},
		{"Sen. Tom J. Varga Jr.", Form{Given: "tom", Family: "varga", Names: 3, Suffix: "jr"}, true},
		{"President Tessen", Form{Family: "tessen", Names: 1}, false},
		{"Brandt", Form{Family: "brandt", Names: 1}, false},
		{"José Muñoz, a baker", Form{Given: "jose", Family: "munoz", Names: 2}, true},
		{"the mayor of Port Ansel", Form{Described: true}, false},
		{"Varga’s campaign", Form{Described: true, Body: true}, false},
		{"Varga campaign spokesman", Form{Described: true}, false},
		{"the leader of the party", Form{Described: true}, false},
		{"", Form{Described: true}, false},
	} {
		got := FormOf(test.naming)
		if got != test.want || got.Full() != test.full {
			t.Errorf("FormOf(%q): got %+v, full %v, want %+v, %v", test.naming, got, got.Full(), test.want, test.full)
		}
	}
}
