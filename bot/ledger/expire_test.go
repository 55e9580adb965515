package ledger

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestExpire(t *testing.T) {
	c := &clock{now: noon}
	l := openTest(t, Options{Now: c.Now, Keep: 24 * time.Hour})
	for range pageSize {
		must(t, l.Put(&Receipt{Kind: Answer, User: "41"}))
	}
	fill(t, l, "41", "Maud")
	must(t, l.SetAccess("5", Access{Ask: []string{"6"}}))
	if n, err := l.Expire(); n != 0 || err != nil {
		t.Errorf("at once: got %d, %v; want none", n, err)
	}
	c.Advance(12 * time.Hour)
	late := Receipt{Kind: Check, User: "42"}
	must(t, l.Put(&late))
	c.Advance(12 * time.Hour)
	if n, err := l.Expire(); n != 0 || err != nil {
		t.Errorf("at the age of Keep: got %d, %v; want none", n, err)
	}
	c.Advance(time.Nanosecond)
	if n, err := l.Expire(); n != pageSize+5 || err != nil {
		t.Errorf("after it: got %d, %v; want %d", n, err, pageSize+5)
	}
	want := map[string]int{"receipts": 1, "receipts.times": 1, "users": 1, "access": 1}
	if diff := cmp.Diff(want, tally(t, l)); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
	if got, err := l.Receipt(late.ID); err != nil || got.ID != late.ID {
		t.Errorf("got %v, %v; want the late one", got, err)
	}
}

func TestKeepDefault(t *testing.T) {
	c := &clock{now: noon}
	l := openTest(t, Options{Now: c.Now})
	must(t, l.Put(&Receipt{Kind: Answer}))
	c.Advance(DefaultKeep)
	if n, err := l.Expire(); n != 0 || err != nil {
		t.Errorf("after 90 days: got %d, %v; want none", n, err)
	}
	c.Advance(time.Second)
	if n, err := l.Expire(); n != 1 || err != nil {
		t.Errorf("after more: got %d, %v; want 1", n, err)
	}
}
