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
