package bot_test

import (
	"strings"
	"testing"
	"time"

	"copydesk/bot"
)

// The outlets are invented.
func TestReadingLimits(t *testing.T) {
	may := bot.Reading{From: time.Date(2016, 5, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2016, 5, 31, 0, 0, 0, 0, time.UTC)}
	of := func(outlets ...string) bot.Reading { return bot.Reading{Outlets: outlets} }
	both := may
	both.Outlets = []string{"Post"}
	for _, tt := range []struct {
		r    bot.Reading
		want string
	}{
		{bot.Reading{}, ""},
		{may, "in May 2016"},
		{both, "of POST in May 2016"},
		{of("Post"), "of POST"},
		{of("Skerry Courier", "The Skerry Courier", "SKERRY COURIER"), "of SKERRY COURIER"},
		{of("Post", "Courier"), "of POST and COURIER"},
		{of("Post", "Courier", "Wire"), "of POST, COURIER and WIRE"},
		{of("Post", "Courier", "Wire", "Ledger"), "of 4 outlets"},
	} {
		if got := tt.r.Limits(strings.ToUpper); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.r, got, tt.want)
		}
	}
}

// What is said on a day is in the next day's paper; the reader is told of the day meant.
func TestDaysMeant(t *testing.T) {
	d, _ := sampleDesk(t, bot.Options{})
	a := ask(t, d, bot.Question{Text: "On 18 May 2025, what did Emeric Stroud say about a coalition?"})
	if got := a.Reading.Limits(strings.ToUpper); got != "on 18 May 2025" || a.Reading.Dropped {
		t.Errorf("got %q, dropped %v, want only 18 May 2025", got, a.Reading.Dropped)
	}
	if len(a.Passages) == 0 || a.Passages[0].Article.Published.Wall().Format(time.DateOnly) != "2025-05-19" {
		t.Errorf("got %+v, want passages of the day after", a.Passages)
	}
}
