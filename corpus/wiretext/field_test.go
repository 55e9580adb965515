package wiretext

import "testing"

// The people and outlets are invented, but for agencies.
func TestByline(t *testing.T) {
	tests := []struct{ line, byline, outlet string }{
		{"By Anna Veldt", "Anna Veldt", ""},
		{"by Anna Veldt", "Anna Veldt", ""},
		{"BY ANNA VELDT", "ANNA VELDT", ""},
		{"By: Anna Veldt", "Anna Veldt", ""},
		{"Words: Anna Veldt; Pictures: Mira Solt", "Anna Veldt; Pictures: Mira Solt", ""},
		{"By Anna Veldt, Harbour Post", "Anna Veldt, Harbour Post", "Harbour Post"},
		{"By Anna Veldt of the Harbour Post", "Anna Veldt of the Harbour Post", "Harbour Post"},
		{"By Anna Veldt | Harbour Post", "Anna Veldt", "Harbour Post"},
		{"By Anna Veldt, political editor", "Anna Veldt, political editor", ""},
		{"By Anna Veldt, Post Staff Writer", "Anna Veldt, Post Staff Writer", ""},
		{"By Anna Veldt and Jo van der Hask in Brink", "Anna Veldt and Jo van der Hask in Brink", ""},
		{"By Anna M. Veldt Jr.", "Anna M. Veldt Jr.", ""},
		{"By April Solt", "April Solt", ""},
		{"By AFP", "AFP", "AFP"},
		{"By The Associated Press", "The Associated Press", "The Associated Press"},
		{"By HASK", "HASK", ""},

		{"By Tuesday Evening", "", ""},
		{"By the harbour", "", ""},
		{"By then Anna Veldt had left.", "", ""},
		{"By Anna Veldt’s count, nine were left.", "", ""},
		{"By land and sea", "", ""},
		{"By 2030", "", ""},
		{"Bylaws Passed", "", ""},
		{"Anna Veldt", "", ""},
	}
	for _, tt := range tests {
		var f facts
		if set := fieldOf(tt.line); set != nil {
			set(&f)
		}
		outlet := f.bylineOutlet
		if f.outlet != "" {
			outlet = f.outlet
		}
		if f.byline != tt.byline || outlet != tt.outlet {
			t.Errorf("%q: got byline %q, outlet %q, want %q, %q", tt.line, f.byline, outlet, tt.byline, tt.outlet)
		}
	}
}

func TestNoField(t *testing.T) {
	for _, line := range []string{
		"Source: figures of the ministry.", "Status: the bridge remains closed", "Updated: the mayor has resigned",
		"Link: see below", "Version: the second one", "Embargoed goods pile up in Brink", "Embargo: how it began",
		"Feb 19, 2026 | The fair opens", "Note: a correction", "Outlet: closed, says the water board.", "URL: ftp://x",
	} {
		if fieldOf(line) != nil {
			t.Errorf("%q: got a header line, want story", line)
		}
	}
}

func TestEmbargo(t *testing.T) {
	tests := []struct{ line, embargo, status string }{
		{"Embargoed until Feb 19, 2026 07:05 GMT", "2026-02-19T07:05:00Z", "usable"},
		{"EMBARGO: 19 February 2026", "2026-02-19", "usable"},
		{"Under embargo until 00:01 GMT on 19 February 2026", "2026-02-19T00:01:00Z", "usable"},
		{"Not for publication before 19.02.2026 07:05", "2026-02-19T07:05:00", "usable"},
		{"Not for release or broadcast until Feb 19, 2026", "2026-02-19", "usable"},
		{"Strictly embargoed", "", "withheld"},
		{"Embargoed until Friday noon", "", "withheld"},
		{"Embargo: until further notice", "", "withheld"},
		{"Embargoed until Feb 30, 2026", "", "withheld"},
		{"Embargoed until Feb 19, 2026 | By Anna Veldt", "2026-02-19", "usable"},
		{"Embargoed until Feb 19, 2026 | the fair", "", "withheld"},
		{"Status: killed", "", "canceled"},
		{"Status: draft", "", "withheld"},
	}
	for _, tt := range tests {
		var f facts
		if set := fieldOf(tt.line); set != nil {
			set(&f)
		}
		if f.embargo.String() != tt.embargo || f.status.String() != tt.status {
			t.Errorf("%q: got %q, %v, want %q, %v", tt.line, f.embargo, f.status, tt.embargo, tt.status)
		}
	}
}

func TestStatusIsNotRelaxed(t *testing.T) {
	var f facts
	for _, line := range []string{"Status: canceled", "Embargoed until Friday", "Status: usable"} {
		fieldOf(line)(&f)
	}
	if got, want := f.status.String(), "canceled"; got != want {
		t.Errorf("status: got %v, want %v", got, want)
	}
}
