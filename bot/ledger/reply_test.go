package ledger

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReply(t *testing.T) {
	l := openTest(t, Options{})
	if got, ok, err := l.Reply("1"); ok || err != nil {
		t.Errorf("none: got %v, %v, %v", got, ok, err)
	}
	must(t, l.SetReply(Reply{Question: "1", User: "7", Channel: "2", Answer: "3", Asked: "Who sailed?"}))
	want := Reply{Question: "1", User: "7", Channel: "2", Answer: "4", Receipt: "7K3QXM0A", Asked: "Who swam?"}
	must(t, l.SetReply(want))
	got, ok, err := l.Reply("1")
	if diff := cmp.Diff(want, got); !ok || err != nil || diff != "" {
		t.Errorf("%v, %v (-want +got):\n%s", ok, err, diff)
	}
	must(t, l.DropReply("1"))
	must(t, l.DropReply("1"))
	if got, ok, err := l.Reply("1"); ok || err != nil {
		t.Errorf("dropped: got %v, %v, %v", got, ok, err)
	}
}
