package corpus

import (
	"encoding/json"
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	tests := []struct {
		in, want, latest string // latest in UTC
		dateOnly         bool
	}{
		{"", "", "0001-01-01T00:00:00Z", false},
		{"2026-02-19T07:05:00Z", "2026-02-19T07:05:00Z", "2026-02-19T07:05:00Z", false},
		{" 2026-02-19T07:05:00+01:00 ", "2026-02-19T07:05:00+01:00", "2026-02-19T06:05:00Z", false},
		{"2026-02-19T07:05:00.25+0100", "2026-02-19T07:05:00+01:00", "2026-02-19T06:05:00.25Z", false},
		{"2026-02-19T07:05-05:00", "2026-02-19T07:05:00-05:00", "2026-02-19T12:05:00Z", false},
		{"20260219T070500Z", "2026-02-19T07:05:00Z", "2026-02-19T07:05:00Z", false},
		{"20260219T070500+0100", "2026-02-19T07:05:00+01:00", "2026-02-19T06:05:00Z", false},
		{"2026-02-19T07:05:00", "2026-02-19T07:05:00", "2026-02-19T19:05:00Z", false},
		{"2026-02-19 07:05:00", "2026-02-19T07:05:00", "2026-02-19T19:05:00Z", false},
		{"2026-02-19T07:05", "2026-02-19T07:05:00", "2026-02-19T19:05:00Z", false},
		{"20260219T070500", "2026-02-19T07:05:00", "2026-02-19T19:05:00Z", false},
		{"2026-02-19", "2026-02-19", "2026-02-20T12:00:00Z", true},
		{"20260228", "2026-02-28", "2026-03-01T12:00:00Z", true},
	}
	for _, tt := range tests {
		got, err := ParseTime(tt.in)
		if err != nil {
			t.Errorf("ParseTime(%q): %v", tt.in, err)
			continue
		}
		if got.String() != tt.want || got.DateOnly() != tt.dateOnly || got.IsZero() != (tt.want == "") {
			t.Errorf("ParseTime(%q): got %q, date only %v, want %q, %v", tt.in, got, got.DateOnly(), tt.want, tt.dateOnly)
		}
		if latest := got.Latest().UTC().Format(time.RFC3339Nano); latest != tt.latest {
			t.Errorf("ParseTime(%q).Latest(): got %s, want %s", tt.in, latest, tt.latest)
		}
	}
	for _, in := range []string{"2026", "2026-02-30", "2026-13-01", "19 February 2026", "2026-02-19T25:00:00Z", "yesterday", "2026-02-19T07"} {
		if got, err := ParseTime(in); err == nil {
			t.Errorf("ParseTime(%q): got %v, want an error", in, got)
		}
	}
}

func TestTimeConstructors(t *testing.T) {
	moment := time.Date(2026, time.February, 19, 7, 5, 9, 123, time.FixedZone("", 3600))
	tests := []struct {
		got  Time
		want string
		wall string
	}{
		{Date(2026, time.February, 19), "2026-02-19", "2026-02-19T00:00:00Z"},
		{Local(moment), "2026-02-19T07:05:09", "2026-02-19T07:05:09Z"},
		{At(moment), "2026-02-19T07:05:09+01:00", "2026-02-19T07:05:09+01:00"},
	}
	for _, tt := range tests {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("String: got %q, want %q", got, tt.want)
		}
		if got := tt.got.Wall().Format(time.RFC3339); got != tt.wall {
			t.Errorf("%s.Wall(): got %s, want %s", tt.want, got, tt.wall)
		}
		if tt.got.Latest().Before(tt.got.Wall()) {
			t.Errorf("%s.Latest(): got %s, before the time itself", tt.want, tt.got.Latest())
		}
	}
}

func TestTimeJSON(t *testing.T) {
	type story struct {
		Published Time `json:"published,omitzero"`
	}
	for _, want := range []string{`{}`, `{"published":"2026-02-19"}`, `{"published":"2026-02-19T07:05:00"}`, `{"published":"2026-02-19T07:05:00+01:00"}`} {
		var s story
		if err := json.Unmarshal([]byte(want), &s); err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	var s story
	if err := json.Unmarshal([]byte(`{"published":"soon"}`), &s); err == nil {
		t.Error("soon: got no error")
	}
}

// What String writes, ParseTime reads as the same time.
func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"2026-02-19", "20260219T070500+0100", "2026-02-19 07:05:00", "2026-02-19T07:05:00.5Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, err := ParseTime(s)
		if err != nil {
			return
		}
		again, err := ParseTime(first.String())
		if err != nil || again.String() != first.String() || again.DateOnly() != first.DateOnly() {
			t.Errorf("%q: got %q, then %q, %v", s, first, again, err)
		}
	})
}
