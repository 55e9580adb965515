package mention

import (
	"testing"
	"time"
)

// What is written is read back as the same days.
func TestPhrase(t *testing.T) {
	now := time.Date(2017, 5, 3, 9, 0, 0, 0, time.UTC)
	c := Calendar{Now: now, Last: now}
	for _, tt := range []struct{ typed, want string }{
		{"in May 2016", "in May 2016"},
		{"on May 3, 2016", "on 3 May 2016"},
		{"in 2015", "in 2015"},
		{"from 2014 to 2016", "from 2014 to 2016"},
		{"from March 2016 to May 2016", "from March to May 2016"},
		{"between December 2015 and February 2016", "from December 2015 to February 2016"},
		{"from 3 March to 5 April 2016", "from 3 March to 5 April 2016"},
		{"from 3 to 5 April 2016", "from 3 to 5 April 2016"},
		{"from 30 December 2015 to 2 January 2016", "from 30 December 2015 to 2 January 2016"},
		{"since 2014", "since 2014"},
		{"since March 2016", "since March 2016"},
		{"since 3 March 2016", "since 3 March 2016"},
		{"before March 2016", "up to 29 February 2016"},
		{"last week", "from 23 to 30 April 2017"},
	} {
		w := c.Periods("What did Ada Orm say " + tt.typed + "?")
		if len(w) != 1 {
			t.Errorf("%q: got %d periods, want 1", tt.typed, len(w))
			continue
		}
		got := w[0].Phrase()
		if again := c.Periods("What did Ada Orm say " + got + "?"); got != tt.want || len(again) != 1 || again[0].Period != w[0].Period {
			t.Errorf("%q: got %q, which is read as %v, want %q, %v", tt.typed, got, again, tt.want, w[0].Period)
		}
	}
	if got := (Period{}).Phrase(); got != "" {
		t.Errorf("got %q for no days, want nothing", got)
	}
}
