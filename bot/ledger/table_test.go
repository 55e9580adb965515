package ledger

import (
	"bytes"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"
)

func collect[T any](t testing.TB, all iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range all {
		must(t, err)
		out = append(out, v)
	}
	return out
}

// damage puts bytes that are none of a receipt in its place.
func damage(t *testing.T, l *Ledger, id string) {
	t.Helper()
	must(t, l.db.Update(func(tx *bbolt.Tx) error {
		at := tx.Bucket(receipts.times).Get([]byte(id))
		return tx.Bucket(receipts.entries).Put(slices.Concat(at, []byte(id)), []byte{1, 0, 0xff})
	}))
}

func TestTimeKey(t *testing.T) {
	times := []time.Time{
		time.Date(1700, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(0, -1), time.Unix(0, 0), time.Unix(0, 1), noon,
		noon.In(time.FixedZone("", 3600)).Add(time.Nanosecond),
	}
	for i, at := range times {
		if got := keyTime(timeKey(at)); !got.Equal(at) {
			t.Errorf("got %v, want %v", got, at)
		}
		if i > 0 && bytes.Compare(timeKey(times[i-1]), timeKey(at)) >= 0 {
			t.Errorf("%v does not come after %v", at, times[i-1])
		}
	}
}

func TestDecodeEntry(t *testing.T) {
	want := entry{at: noon, users: []string{"", "12", "3"}, data: []byte("text")}
	value := want.encode()
	got, err := decodeEntry(timeKey(noon), value)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(entry{})); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	for _, cut := range [][]byte{nil, {0}, {5}, value[:3], {1, 200, 1}} {
		if got, err := decodeEntry(timeKey(noon), cut); err == nil {
			t.Errorf("%v: got %v, want an error", cut, got)
		}
	}
}

func FuzzDecodeEntry(f *testing.F) {
	f.Add(entry{users: []string{"1", "22"}, data: []byte("x")}.encode())
	f.Add([]byte{0xff, 0xff})
	f.Fuzz(func(t *testing.T, value []byte) {
		e, err := decodeEntry(timeKey(noon), value)
		if err != nil {
			return
		}
		again, err := decodeEntry(timeKey(noon), e.encode())
		if diff := cmp.Diff(e, again, cmp.AllowUnexported(entry{})); err != nil || diff != "" {
			t.Errorf("%v:\n%s", err, diff)
		}
	})
}

// tally counts the keys of all buckets but meta.
func tally(t *testing.T, l *Ledger) map[string]int {
	t.Helper()
	out := make(map[string]int)
	must(t, l.db.View(func(tx *bbolt.Tx) error {
		for _, name := range buckets() {
			if n := tx.Bucket(name).Stats().KeyN; n > 0 {
				out[string(name)] = n
			}
		}
		return nil
	}))
	return out
}
