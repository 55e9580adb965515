package ledger

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRequests(t *testing.T) {
	l := openTest(t, Options{Now: func() time.Time { return noon }})
	second := Request{ID: "10", User: "1", Event: "MESSAGE_CREATE", Data: []byte("{}")}
	first := Request{ID: "9", Event: "INTERACTION_CREATE", At: noon.Add(-time.Second), Data: []byte{0, 0xff}}
	third := Request{ID: "8", At: noon.Add(time.Second)}
	for _, r := range []Request{second, third, first} {
		must(t, l.Begin(r))
	}
	second.Tries = 1
	must(t, l.Begin(second))
	second.At = noon
	must(t, l.Done("8"))
	must(t, l.Done("8"))
	got, err := l.Pending()
	if diff := cmp.Diff([]Request{first, second}, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	if err := l.Begin(Request{}); err == nil {
		t.Error("a request without an ID: no error")
	}
}
