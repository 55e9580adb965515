package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAccess(t *testing.T) {
	l := openTest(t, Options{})
	want := Access{Channels: []string{"1"}, Ask: []string{"2", "3"}, Check: []string{"4"}}
	must(t, l.SetAccess("5", Access{Ask: []string{"9"}}))
	must(t, l.SetAccess("5", want))
	for guild, want := range map[string]Access{"5": want, "6": {}} {
		got, err := l.Access(guild)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("server %s: %v (-want +got):\n%s", guild, err, diff)
		}
	}
}
