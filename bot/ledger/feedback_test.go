package ledger

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFeedback(t *testing.T) {
	l := openTest(t, Options{Now: func() time.Time { return noon }})
	late := Feedback{Receipt: "7K3QXM0A", At: noon.Add(time.Hour), Guild: "1", Channel: "2", User: "3", Wrong: WrongText, Note: "=1+1", Shown: 2}
	now := Feedback{Receipt: "7k3q-xmoa", User: "4", Wrong: WrongPassage}
	other := Feedback{Receipt: "7K3QXM0B", At: noon.Add(time.Minute), User: "3", Wrong: WrongSpeaker}
	for _, f := range []Feedback{late, now, other} {
		must(t, l.AddFeedback(f))
	}
	now.Receipt, now.At = "7K3QXM0A", noon
	if diff := cmp.Diff([]Feedback{now, other, late}, collect(t, l.Feedback())); diff != "" {
		t.Errorf("all (-want +got):\n%s", diff)
	}
	on, err := l.FeedbackOn("7k3qxm0a")
	if diff := cmp.Diff([]Feedback{now, late}, on); err != nil || diff != "" {
		t.Errorf("%v; on one receipt (-want +got):\n%s", err, diff)
	}
	if on, err := l.FeedbackOn("00000000"); len(on) != 0 || err != nil {
		t.Errorf("on none: got %v, %v", on, err)
	}
	if err := l.AddFeedback(Feedback{Receipt: "no"}); !errors.Is(err, ErrID) {
		t.Errorf("got %v, want ErrID", err)
	}
}
