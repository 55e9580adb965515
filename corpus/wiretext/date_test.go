package wiretext

import "testing"

func TestParseDate(t *testing.T) {
	const none = "" // the shape of a date, but none
	tests := []struct{ in, want string }{
		{"Feb 19, 2026 - 07:05", "2026-02-19T07:05:00"},
		{"Feb\u00a019,\u00a02026\u00a0-\u00a007:05", "2026-02-19T07:05:00"},
		{"February 19, 2026", "2026-02-19"},
		{"FEBRUARY 19TH 2026", "2026-02-19"},
		{"Feb. 19, 2026 7:05 a.m. ET", "2026-02-19T07:05:00-05:00"},
		{"July 19, 2026 at 7:05 p.m. ET", "2026-07-19T19:05:00-04:00"},
		{"July 19, 2026 at 7:05 p.m. EST", "2026-07-19T19:05:00-05:00"},
		{"Feb 19, 2026, 7 pm", "2026-02-19T19:00:00"},
		{"Feb 19, 2026 12:05 AM (PT)", "2026-02-19T00:05:00-08:00"},
		{"Feb 19, 2026 12:05 p.m. CT.", "2026-02-19T12:05:00-06:00"},
		{"19 February 2026, 07:05", "2026-02-19T07:05:00"},
		{"19 February 2026 07:05 CET", "2026-02-19T07:05:00+01:00"},
		{"19 Feb 2026 | 07:05 GMT", "2026-02-19T07:05:00Z"},
		{"19 Feb 2026 0705 GMT", "2026-02-19T07:05:00Z"},
		{"19 Feb 2026 07.05 IST", "2026-02-19T07:05:00"},
		{"19 Feb 2026 07:05 local time", "2026-02-19T07:05:00"},
		{"Thursday, February 19, 2026", "2026-02-19"},
		{"Thu, 19 Feb 2026 07:05:09 +0100", "2026-02-19T07:05:09+01:00"},
		{"Thursday 19th February 2026", "2026-02-19"},
		{"07:05 UTC, Thursday 19 February 2026", "2026-02-19T07:05:00Z"},
		{"00.01 on 19 February 2026", "2026-02-19T00:01:00"},
		{"19.02.2026 07:05", "2026-02-19T07:05:00"},
		{"19. 2. 2026", "2026-02-19"},
		{"2026-02-19 07:05", "2026-02-19T07:05:00"},
		{"2026-02-19", "2026-02-19"},
		{"2026/02/19", "2026-02-19"},
		{"2026-02-19T07:05:00+01:00", "2026-02-19T07:05:00+01:00"},
		{"2/19/2026", "2026-02-19"},
		{"2/3/2026", "2026-02-03"},
		{"19/2/2026 07:05", "2026-02-19T07:05:00"},
		{"29 February 2024", "2024-02-29"},

		{"Feb 30, 2026 - 07:05", none},
		{"29 February 2026", none},
		{"2026-13-01", none},
		{"13/13/2026", none},
		{"0/1/2026", none},
		{"Feb 19, 2026 25:00", none},
		{"Feb 19, 2026 13:00 pm", none},
		{"Feb 19, 2026 07:65", none},
	}
	for _, tt := range tests {
		got, shaped := parseDate(tt.in)
		if !shaped || got.String() != tt.want {
			t.Errorf("parseDate(%q): got %q, %v, want %q, true", tt.in, got, shaped, tt.want)
		}
	}
	for _, in := range []string{
		"", "2026", "20260219", "19 February", "February 2026", "Feb 19, 2026 7", "In Feb 19, 2026", "Feb 19, 2026 was cold",
		"1-2", "Vote 19/2", "Mayor 19 February 2026",
	} {
		if got, shaped := parseDate(in); shaped {
			t.Errorf("parseDate(%q): got %q, want no date", in, got)
		}
	}
}
