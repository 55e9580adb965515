package corpus

import (
	"strings"
	"testing"
)

// All places with a story, people and agencies not known to everybody are invented.
func TestDateline(t *testing.T) {
	tests := []struct{ lead, place, rest string }{
		{"BRUSSELS — The fair opened.", "BRUSSELS", "The fair opened."},
		{"BRUSSELS—The fair opened.", "BRUSSELS", "The fair opened."},
		{"BRUSSELS --  The fair opened.", "BRUSSELS", "The fair opened."},
		{"BRUSSELS\u00a0—\u00a0The fair opened.", "BRUSSELS", "The fair opened."},
		{"BRUSSELS -\n“The fair opened.”", "BRUSSELS", "“The fair opened.”"},
		{"GROSSETO, Italy (AP) -- The fair opened.", "GROSSETO, Italy", "The fair opened."},
		{"WASHINGTON, Feb 3 (Reuters) - $5 was paid.", "WASHINGTON", "$5 was paid."},
		{"WASHINGTON, Feb. 3, 2026 (Reuters) - It opened.", "WASHINGTON", "It opened."},
		{"CAMBRIDGE, Mass., 11 December (UPI) — It opened.", "CAMBRIDGE, Mass.", "It opened."},
		{"LONDON/PARIS – 'It opened.'", "LONDON/PARIS", "'It opened.'"},
		{"KYIV, Ukraine, and WARSAW, Poland — It opened.", "KYIV, Ukraine, and WARSAW, Poland", "It opened."},
		{"ST. LOUIS — It opened.", "ST. LOUIS", "It opened."},
		{"WINSTON-SALEM, N.C. - It opened.", "WINSTON-SALEM, N.C.", "It opened."},
		{"McALLEN, Texas — It opened.", "McALLEN, Texas", "It opened."},
		{"A CORUÑA — It opened.", "A CORUÑA", "It opened."},
		{"FRANKFURT am MAIN — It opened.", "FRANKFURT am MAIN", "It opened."},
		{"SÃO PAULO — It opened.", "SÃO PAULO", "It opened."},
		{"SARAJEVO, Bosnia and Herzegovina — It opened.", "SARAJEVO, Bosnia and Herzegovina", "It opened."},
		{"ABOARD AIR FORCE ONE — It opened.", "ABOARD AIR FORCE ONE", "It opened."},
		{"LIVE OAK, Fla. — It opened.", "LIVE OAK, Fla.", "It opened."},
		{"Berlin (dpa) - It opened.", "Berlin", "It opened."},
		{"KARACHI (Reuters): It opened.", "KARACHI", "It opened."},
		{"Madrid, 3 feb (EFE).- It opened.", "", ""},
		{"Madrid, 3 Feb (EFE).- It opened.", "Madrid", "It opened."},
		{"OSLO (Nordfjord News) — It opened.", "OSLO", "It opened."},
		{"LONDON--(BUSINESS WIRE)--Veldt Ltd. said so.", "LONDON", "Veldt Ltd. said so."},
		{"LONDON, Feb. 3, 2026 /PRNewswire/ -- Veldt Ltd. said so.", "LONDON", "Veldt Ltd. said so."},
		{"(Reuters) - It opened.", "", "It opened."},

		{"", "", ""},
		{"The fair opened.", "", ""},
		{"The fair — the largest — opened.", "", ""},
		{"Berlin — The fair opened.", "", ""},
		{"BRUSSELS — the fair opened.", "", ""},
		{"BRUSSELS —", "", ""},
		{"BRUSSELS\n— The fair opened.", "", ""},
		{"LONDON: The fair opened.", "", ""},
		{"VELDT (Labour): The fair is open.", "", ""},
		{"EXCLUSIVE – Anna Veldt: Do not trust it.", "", ""},
		{"SPECIAL REPORT — The fair opened.", "", ""},
		{"U.S. — Russia talks went on.", "", ""},
		{"NATO — The alliance met.", "", ""},
		{"CNN — The fair opened.", "", ""},
		{"(Aalto) - It opened.", "", ""},
		{"FAIR OPENS TO LONG QUEUES, SAYS MAYOR - Anna Veldt writes.", "", ""},
		{"BRUSSELS, " + strings.Repeat("Belgium ", 20) + "— It opened.", "", ""},
	}
	for _, tt := range tests {
		want := 0
		if tt.rest != "" {
			want = len(tt.lead) - len(tt.rest)
		}
		place, length := Dateline(tt.lead)
		if place != tt.place || length != want {
			t.Errorf("Dateline(%q): got %q, %d, want %q, %d", tt.lead, place, length, tt.place, want)
		}
	}
}

func FuzzDateline(f *testing.F) {
	for _, lead := range []string{"BRUSSELS — The", "A, B (AP) - The", "(AP): 1", "X--(Y)--Z", "LONDON, May 1 /W/ -- It"} {
		f.Add(lead)
	}
	f.Fuzz(func(t *testing.T, lead string) {
		place, length := Dateline(lead)
		if length < 0 || length > len(lead) || !strings.HasPrefix(lead[:length], place) {
			t.Errorf("Dateline(%q): got %q, %d, out of bounds", lead, place, length)
		}
		if length == 0 && place != "" {
			t.Errorf("Dateline(%q): got place %q without a length", lead, place)
		}
	})
}
