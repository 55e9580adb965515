package person

import "testing"

// The people are invented.
func TestCompare(t *testing.T) {
	for _, test := range []struct {
		claimed string
		speaker Speaker
		want    Likeness
	}{
		{"Ada Brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"ada brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"Sen. Brandt", Speaker{Name: "Ada Brandt", Role: "Sen."}, Same},
		{"Senator Ada Brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"Gov. Brandt", Speaker{Name: "Ada Brandt", Role: "senator from Ostrand"}, Unsure},
		{"Mrs. Brandt", Speaker{Name: "Ada Brandt", Role: "senator"}, Same},
		{"Brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"Ada", Speaker{Name: "Ada Brandt"}, Unsure},
		{"Bernt Brandt", Speaker{Name: "Ada Brandt"}, Other},
		{"A. Brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"Ada Q. Brandt", Speaker{Name: "Ada Brandt"}, Same},
		{"Ada Q. Brandt", Speaker{Name: "Ada R. Brandt"}, Unsure},
		{"Thomas Varga", Speaker{Name: "Tom Varga"}, Same},
		{"Tommy Varga", Speaker{Name: "Thomas J. Varga Jr."}, Same},
		{"Tom Varga Sr.", Speaker{Name: "Thomas J. Varga Jr."}, Other},
		{"Bob Varga", Speaker{Name: "William Varga"}, Other},
		{"J.D. Varga", Speaker{Name: "James Varga"}, Same},
		{"Rory Szedlak", Speaker{Name: "Rory Szedlák"}, Same},
		{"Jose Munoz", Speaker{Name: "José Muñoz"}, Same},
		{"Ellery-Voss", Speaker{Name: "Maud Ellery-Voss"}, Same},
		{"Maud Voss", Speaker{Name: "Maud Ellery-Voss"}, Same},
		{"Nuala OFarrin", Speaker{Name: "Nuala O’Farrin"}, Same},
		{"Harbour board chairman Piet van der Zee", Speaker{Name: "Piet van der Zee"}, Same},
		{"Piet van der Zee, chairman of the harbour board", Speaker{Name: "Piet van der Zee"}, Same},
		{"Varga campaign manager Lena Oort", Speaker{Name: "Lena Oort"}, Same},
		{"Tom Varga", Speaker{Name: "Lena Oort", Role: "Varga’s campaign manager"}, Other},
		{"Tom Varga", Speaker{Name: "a spokesman for Tom Varga", Anonymous: true}, Other},
		{"Tom Varga", Speaker{Name: "a spokesman for Tom Varga"}, Other},
		{"Tom Varga", Speaker{Name: "the Varga campaign"}, Other},
		{"Tom Varga", Speaker{Name: "Varga’s campaign"}, Other},
		{"Tom Varga", Speaker{Name: "Varga Campaign"}, Other},
		{"Tom Varga", Speaker{Name: "one of the two officials", Anonymous: true}, Other},
		{"Tom Varga", Speaker{Name: "the mayoral candidate"}, Unsure},
		{"Tom Varga", Speaker{Name: "the note"}, Unsure},
		{"Hallgrim Works", Speaker{Name: "Hallgrim Works"}, Same},
		{"Hallgrim Works", Speaker{Name: "the company"}, Unsure},
		{"the mayor", Speaker{Name: "Philippa Norwen", Role: "the mayor of Port Ansel"}, Same},
		{"the mayor of Port Ansel", Speaker{Name: "Philippa Norwen", Role: "mayor of Port Ansel"}, Same},
		{"the mayor of Brannoch", Speaker{Name: "Philippa Norwen", Role: "mayor of Port Ansel"}, Unsure},
		{"the mayor", Speaker{Name: "Philippa Norwen", Role: "an aide to the mayor"}, Other},
		{"the mayor", Speaker{Name: "Philippa Norwen"}, Unsure},
		{"a senior official", Speaker{Name: "A senior ministry official", Anonymous: true}, Same},
		{"a senior Varga adviser", Speaker{Name: "a source close to him", Anonymous: true}, Other},
		{"a Varga adviser", Speaker{Name: "a senior adviser to Varga", Anonymous: true}, Same},
		{"a spokeswoman for the ministry", Speaker{Name: "a ministry spokesman", Anonymous: true}, Same},
		{"Quill Oort", Speaker{Name: "Quill Oort", Anonymous: true}, Same}, // taken for a description
		{"Attorney General", Speaker{Name: "Lena Oort", Role: "Varga campaign spokeswoman"}, Other},
		{"Transport Ministry", Speaker{Name: "Lena Oort", Role: "a spokeswoman for the Transport Ministry"}, Unsure},
		{"Varga’s spokesman", Speaker{Name: "Ada Brandt", Role: "the mayor"}, Other},
		{"Varga’s campaign", Speaker{Name: "Lena Oort"}, Other},
		{"Varga’s campaign", Speaker{Name: "Lena Oort", Role: "Varga’s campaign manager"}, Unsure},
		{"", Speaker{Name: "Ada Brandt"}, Unsure},
		{"Ada Brandt", Speaker{}, Unsure},
		{"Lu Han", Speaker{Name: "Lu Han"}, Same},
		{"President Tessen", Speaker{Name: "Halvard Tessen", Role: "president"}, Same},
	} {
		if got := Compare(test.claimed, test.speaker); got != test.want {
			t.Errorf("Compare(%q, %+v): got %s, want %s", test.claimed, test.speaker, got, test.want)
		}
	}
}

// Whatever is compared, a naming is never another than itself.
func FuzzCompare(f *testing.F) {
	for _, s := range []string{"Ada Brandt", "Sen. Ada Q. Brandt Jr.", "the mayor of Port Ansel", "Varga’s campaign", ", ,", "J.D.", "a", "İ"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		Compare(a, Speaker{Name: b, Role: a})
		if got := Compare(a, Speaker{Name: a}); got == Other {
			t.Errorf("Compare(%q, itself): got %s", a, got)
		}
	})
}

func TestMentioned(t *testing.T) {
	for _, test := range []struct {
		claimed, text string
		want          bool
	}{
		{"Ada Brandt", "“We sail,” Mrs. Brandt’s aide said.", true},
		{"Sen. Ada Brandt", "“We sail,” Brandt said.", true},
		{"Ada Brandt", "“We sail,” Varga said.", false},
		{"the harbour master", "The master of the harbour said no.", true},
		{"the mayor", "“We sail,” Varga said.", false},
	} {
		if got := Mentioned(test.claimed, test.text); got != test.want {
			t.Errorf("Mentioned(%q, %q): got %v", test.claimed, test.text, got)
		}
	}
}
