package ledger

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"compress/flate"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
)

// fill puts one entry of everything that a user may have into the ledger, and returns the receipt.
func fill(t *testing.T, l *Ledger, user, name string) Receipt {
	t.Helper()
	r := ferryReceipt()
	r.User, r.Signed, r.Asked = user, []Signature{{User: user, Name: name, At: noon}}, []byte(`"asked by `+name+`"`)
	must(t, l.Put(&r))
	must(t, l.AddFeedback(Feedback{Receipt: r.ID, At: noon, User: user, Wrong: WrongSpeaker, Note: "by " + name}))
	must(t, l.Begin(Request{ID: "request " + user, User: user, At: noon, Data: []byte("data of " + name)}))
	must(t, l.SetReply(Reply{Question: "question " + user, User: user, Asked: "by " + name}))
	must(t, l.SetReply(Reply{Question: "second " + user, Receipt: r.ID, Asked: "by " + name}))
	return r
}

func TestForget(t *testing.T) {
	l := openTest(t, Options{Now: func() time.Time { return noon }})
	mine, others := fill(t, l, "41", "Maud"), fill(t, l, "412", "Oskar")
	must(t, l.Update(others.ID, func(r *Receipt) error {
		r.Signed = append(r.Signed, Signature{User: "41", Name: "Maud", At: noon})
		return nil
	}))
	must(t, l.Update(mine.ID, func(r *Receipt) error {
		r.Signed = append(r.Signed, Signature{User: "412", Name: "Oskar", At: noon})
		return nil
	}))
	for range 2 * pageSize {
		must(t, l.AddFeedback(Feedback{Receipt: others.ID, At: noon, User: "41", Note: "Maud"}))
	}

	receipts, feedback, err := l.Forget("41")
	if receipts != 1 || feedback != 2*pageSize+1 || err != nil {
		t.Errorf("got %d receipts, %d pieces of feedback, %v; want 1, %d", receipts, feedback, err, 2*pageSize+1)
	}
	if text := contents(t, l); bytes.Contains(text, []byte("Maud")) || bytes.Contains(text, []byte(`"41"`)) {
		t.Errorf("left:\n%s", text)
	}
	got, err := l.Receipt(others.ID)
	must(t, err)
	others.Signed = append(others.Signed, Signature{At: noon})
	if diff := cmp.Diff(others, got); diff != "" {
		t.Errorf("another's receipt (-want +got):\n%s", diff)
	}
	want := map[string]int{
		"receipts": 1, "receipts.times": 1, "feedback": 1, "feedback.times": 1,
		"requests": 1, "requests.times": 1, "replies": 2, "replies.times": 2, "users": 5,
	}
	if diff := cmp.Diff(want, tally(t, l)); diff != "" {
		t.Errorf("keys (-want +got):\n%s", diff)
	}
	for _, nobody := range []string{"41", "4", ""} {
		if r, f, err := l.Forget(nobody); r != 0 || f != 0 || err != nil {
			t.Errorf("Forget(%q): got %d, %d, %v; want nothing", nobody, r, f, err)
		}
	}
}

// contents is all that the buckets hold, decompressed where it is compressed.
func contents(t *testing.T, l *Ledger) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, l.db.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				if bytes.Equal(name, receipts.entries) {
					e, err := decodeEntry(k[:timeSize], v)
					must(t, err)
					v, err = io.ReadAll(flate.NewReader(bytes.NewReader(e.data)))
					must(t, err)
				}
				_, err := fmt.Fprintf(&out, "%s %q %s\n", name, k, v)
				return err
			})
		})
	}))
	return out.Bytes()
}
